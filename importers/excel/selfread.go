package excel

import (
	"riskbok/rules/model"
	"riskbok/rules/model/calc"
)

// seeds are what a cell is made to hold for it to be seen whether a formula depends on
// it: numbers below, within and beyond any risk value, so that a comparison, a smallest
// or a largest of them shows it too.
var seeds = []float64{0, 1, 1_000_003, -1_000_003}

// Bounds of one look for a circle: formula cells that are passed over without being
// remembered, and formulas that are calculated within each other; and how many are
// calculated for all circles of a workbook, as many as take a second, and bytes compiled.
const (
	glances    = 64
	circleDeep = 64
	circleRuns = 1_000_000
	circleText = 4 << 20
)

// Circle gives the cell on which the formula of a cell depends and that depends on
// itself, at once or through others: the cell's own, or another. Then nobody knows what
// the formula will show when the workbook is calculated once more. It is told only
// where it is certain: a reference in the branch of an IF that is not taken, or that
// only asks where a cell stands, is none, and a workbook that is to be calculated until
// its circles settle has none. It must not be called from several goroutines at once.
func (w *Workbook) Circle(at model.Source) (cell model.Source, ok bool) {
	f := w.fresh
	if f == nil || at.Row < 1 || at.Col < 1 || int(at.Place) >= len(w.Tables) || f.cells.book.iterates {
		return cell, false
	}
	if !f.circling {
		f.circling, f.text = true, 0
	}
	start := position{int(at.Place), int(at.Row - 1), int(at.Col - 1)}
	if c := f.cells.cellAt(start); c == nil || c.Formula == "" || !f.mayCircle(start) {
		return cell, false
	}
	s := &seeded{cells: f.cells, fresh: f, of: start}
	if s.tells(start) {
		return at, true
	}
	// the circle may be another that this cell reads
	if other := s.met; other != nil {
		s.of = *other
		if s.tells(start) && s.tells(*other) {
			return model.Source{Doc: at.Doc, Place: int32(other.table), Row: int32(other.row + 1), Col: int32(other.col + 1)}, true
		}
	}
	return cell, false
}

// mayCircle reports whether the texts of formulas tell of a circle. What reads no
// formula, or few that read none, as nearly all do, is not followed further.
func (f *fresh) mayCircle(at position) bool {
	if f.circles == nil {
		f.circles = &circles{programs: f}
	}
	if l := f.circles.met[at]; l != nil {
		return l.circular
	}
	if f.text > circleText {
		return false
	}
	left := glances
	if f.ends(at, &left) || f.text > circleText {
		return false
	}
	circular, ok := f.circles.has(at)
	return circular && ok
}

// ends reports whether what a formula reads ends in cells without formulas soon.
func (f *fresh) ends(at position, left *int) bool {
	if f.text > circleText {
		return false
	}
	for _, a := range f.circles.areas(at) {
		rows := f.cells.wb.Tables[a.Sheet].Rows
		for row := a.Top - 1; row < min(a.Bottom, len(rows)); row++ {
			for col := a.Left - 1; col < min(a.Right, len(rows[row])); col++ {
				if f.reads--; f.reads < 0 {
					return false
				}
				if rows[row][col].Formula == "" {
					continue
				}
				if *left--; *left < 0 || !f.ends(position{a.Sheet, row, col}, left) {
					return false
				}
			}
		}
	}
	return true
}

// seeded is a workbook in which one cell holds a seed, and all formulas that may
// depend on it are calculated from it.
type seeded struct {
	*cells
	fresh *fresh
	of    position
	seed  float64
	known map[position]result
	open  []position
	met   *position // a formula other than the one that was asked for, that is met again while it is calculated
}

type result struct {
	value calc.Value
	ok    bool
}

// tells reports whether what a formula results in changes with the seed.
func (s *seeded) tells(at position) bool {
	var first *calc.Value
	for _, s.seed = range seeds {
		s.known, s.open = map[position]result{}, nil
		v, ok := s.run(at)
		switch {
		case !ok:
			return false
		case first == nil:
			first = &v
		case v != *first:
			return true
		}
	}
	return false
}

// run calculates the formula of a cell. It is not ok where that is not certain.
func (s *seeded) run(at position) (calc.Value, bool) {
	c := s.cellAt(at)
	program, down := s.fresh.program(c.Formula, model.Source{Place: int32(at.table), Row: int32(at.row + 1), Col: int32(at.col + 1)})
	if s.fresh.runs++; program == nil || len(s.open) == circleDeep || s.fresh.runs > circleRuns || s.fresh.text > circleText {
		return calc.Value{}, false
	}
	s.open = append(s.open, at)
	defer func() { s.open = s.open[:len(s.open)-1] }()
	return program.RunBelow(down, s, &s.fresh.reads)
}

// Cell gives the value of a cell as it is with the seed.
func (s *seeded) Cell(sheet, row, col int) (calc.Value, bool) {
	at := position{sheet, row - 1, col - 1}
	if at == s.of {
		return calc.Value{Kind: calc.Number, Num: s.seed}, true
	}
	c := s.cellAt(at)
	if c == nil || c.Formula == "" || !s.fresh.mayCircle(at) {
		return s.cells.Cell(sheet, row, col)
	}
	for _, o := range s.open {
		if o == at {
			if s.met == nil {
				s.met = &at
			}
			return calc.Value{}, false
		}
	}
	r, ok := s.known[at]
	if !ok {
		r.value, r.ok = s.run(at)
		s.known[at] = r
	}
	return r.value, r.ok
}
