package plan

import (
	"riskbok/importers/grid"
	"riskbok/importers/plan/evidence"
	"riskbok/importers/plan/words"
	"riskbok/importers/source"
)

// layout is where the tables of a grid may stand, found once: the rows with
// known headings, what the columns under them hold, and the tables that these
// headings make before anything is known of definitions.
type layout struct {
	w      *words.Index
	t      *grid.Table
	mapped *mapping // the user's own bindings; nil: none

	hits       []int // of each row; see hit
	candidates []int // rows that may head a table
	profiles   map[[2]int]profile
	looks      map[int][]look // of each column; see columnProfile
	fills      []int32        // of each row; see filled
	boards     map[int][]boardCount
	cost       *source.Budget
	bodies     *evidence.Bodies   // nil: none was asked for yet
	runs       map[[3]int]*header // by row, first and last column; see Heads
	plain      []block            // see before
	asked      bool               // plain is known
	claimed    []bool             // rows that a table took; see claim
	told       *toldRows          // see Deep
	turned     bool               // its rows and columns are exchanged
}

func headsCost(width, hits int) int64 {
	return int64(tolerances.headCost + tolerances.widthCost*(width+hits*hits/tolerances.rivalPart))
}

func newLayout(w *words.Index, t *grid.Table, mapped *mapping, cost *source.Budget) *layout {
	l := &layout{w: w, t: t, mapped: mapped, hits: make([]int, len(t.Rows)), profiles: map[[2]int]profile{}, looks: map[int][]look{}, boards: map[int][]boardCount{}, cost: cost, runs: map[[3]int]*header{}}
	for r := range t.Rows {
		l.hits[r] = hitsOf(w, t.Rows[r], len(t.Areas) > 0 && t.Heads(r))
	}
	cost.Enter(t.Place)
	for r := range t.Rows {
		if l.hits[r] >= tolerances.rowHits || r+1 < len(t.Rows) && l.hits[r]+l.hits[r+1] >= tolerances.pairHits {
			if !cost.Take(source.CostTables, headsCost(len(t.Rows[r]), l.hits[r])) {
				break
			}
			l.candidates = append(l.candidates, r)
		}
	}
	return l
}

// hitsOf counts the cells of a row that are headings to the letter. A row with
// a long cell is data and has none, unless the document itself heads a table by it.
func hitsOf(w *words.Index, row []grid.Cell, heads bool) int {
	n := 0
	for i := range row {
		c := &row[i]
		if c.Covered || c.Text == "" {
			continue
		}
		if len(c.Text) > words.MaxHeading {
			if heads {
				continue
			}
			return 0
		}
		if c.Kind == grid.Text && len(w.Exact(c.Text)) > 0 {
			n++
		}
	}
	return n
}

// hit gives how many cells of a row are headings to the letter.
func (l *layout) hit(row int) int {
	if row >= len(l.hits) {
		return 0
	}
	return l.hits[row]
}

// profile gives what a column holds from a row on.
func (l *layout) profile(from, col int) profile {
	key := [2]int{from, col}
	p, ok := l.profiles[key]
	if !ok {
		p = l.columnProfile(from, col)
		l.profiles[key] = p
	}
	return p
}
