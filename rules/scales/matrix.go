package scales

import (
	"maps"
	"math"

	"riskbok/rules/model"
)

// settled gives a scale that was chosen for a register what its rows show
// beyond the levels: pairs with a value of their own, and the treatments. nil:
// the values are those of another matrix.
func (t *evidence) settled(s *model.Scale, r *model.Register, b *model.Book) *model.Scale {
	if t.enough() {
		cells := matrixOf(s, t.onScale(s))
		if cells.other() {
			return nil
		}
		if own := cells.own(); len(own) > 0 {
			// the scale's own map is shared with the usual scale
			s.Origin, s.Overrides = model.OriginInferred, maps.Clone(s.Overrides)
			if s.Overrides == nil {
				s.Overrides = map[[2]int]int{}
			}
			maps.Copy(s.Overrides, own)
		}
	}
	return withTreatments(s, r, b)
}

// matrixCells are the pairs of levels that rows have, with what is written for
// each.
type matrixCells struct {
	cells map[[2]int]*matrixCell
	rows  int
}

type matrixCell struct {
	stated  float64 // the value that the scale gives
	written float64 // the value of the first row
	count   int
	wrong   int
	several bool // its rows write different values
}

func matrixOf(s *model.Scale, rows []pairRow) *matrixCells {
	m := &matrixCells{cells: map[[2]int]*matrixCell{}}
	for _, row := range rows {
		cell := m.cells[row.pair]
		if cell == nil {
			cell = &matrixCell{stated: float64(s.Score(row.pair[0], row.pair[1])), written: row.score}
			m.cells[row.pair] = cell
		}
		m.rows++
		cell.count++
		cell.several = cell.several || row.score != cell.written
		if row.score != cell.stated {
			cell.wrong++
		}
	}
	return m
}

// systematic reports whether rows that agree give a pair another value than
// the scale does.
func (c *matrixCell) systematic() bool {
	return c.count >= tolerances.ownSeveral && !c.several && c.wrong > 0 && c.written == math.Trunc(c.written)
}

// own gives the pairs that have a value of their own, as a municipality's
// matrix may: three rows or more agree on it, or two on each of several. Rows
// that agree by a common mistake are fewer.
func (m *matrixCells) own() map[[2]int]int {
	own, most := map[[2]int]int{}, 0
	for pair, c := range m.cells {
		if c.systematic() {
			own[pair] = int(c.written)
			most = max(most, c.count)
		}
	}
	if len(own) < 2 && most < tolerances.ownAlone || !m.inStep(func(pair [2]int, c *matrixCell) (float64, bool) {
		if _, ok := own[pair]; ok {
			return c.written, true
		}
		return c.stated, c.wrong < c.count
	}) {
		return nil
	}
	return own
}

// other reports whether the values are those of quite another matrix: a
// quarter of the pairs or more have values of their own, or at least two rows
// in five are wrong beside these, and yet there is one value for each pair, and none that
// falls where a level rises. What a broken formula makes is not so.
func (m *matrixCells) other() bool {
	wrong, own := 0, m.own()
	for pair, c := range m.cells {
		if _, ok := own[pair]; !ok {
			wrong += c.wrong
		}
	}
	if len(own) > tolerances.fewOwn && tolerances.manyOwn.met(len(own), len(m.cells)) {
		return true
	}
	return tolerances.manyWrong.met(wrong, m.rows) && wrong > 1 && m.inStep(func(_ [2]int, c *matrixCell) (float64, bool) { return c.written, true }) &&
		!m.anySeveral()
}

// foreign reports whether the values are those of another matrix than a stated
// scale's: several pairs have values of their own, a quarter or more; or almost
// all rows are wrong of those that prove something, and values seldom fall where
// a level rises; or at least half of many are and they never do, each pair having
// one value.
func (m *matrixCells) foreign() bool {
	if own := len(m.own()); own > tolerances.fewOwn && tolerances.manyOwn.met(own, len(m.cells)) {
		return true
	}
	strong, strongWrong, pairs := 0, 0, 0
	for pair, c := range m.cells {
		if !strongPair(pair) {
			continue
		}
		strong += c.count
		if strongWrong += c.wrong; c.wrong > 0 {
			pairs++
		}
	}
	falls, steps := m.falls()
	if pairs >= tolerances.fewOther && tolerances.ruled.met(strongWrong, strong) && !tolerances.falls.exceeded(falls, steps) {
		return true
	}
	wrong := m.wrong()
	many := wrong >= tolerances.tellingRows && tolerances.foreign.met(wrong, m.rows) || pairs >= tolerances.tellingPairs && tolerances.foreign.met(strongWrong, strong)
	return many && falls == 0 && !m.anySeveral()
}

// falls counts the steps from one pair to another with no lower level, and
// those of them on which the value falls.
func (m *matrixCells) falls() (falls, steps int) {
	for p, a := range m.cells {
		for q, b := range m.cells {
			if p != q && p[0] <= q[0] && p[1] <= q[1] {
				if steps++; a.written > b.written {
					falls++
				}
			}
		}
	}
	return falls, steps
}

// regular reports whether what is not as the scale has it stands on several
// pairs and is as regular as another matrix: then it cannot be told from one.
func (m *matrixCells) regular() bool {
	pairs := 0
	for _, c := range m.cells {
		if c.wrong > 0 {
			pairs++
		}
	}
	falls, _ := m.falls()
	return pairs > 1 && falls == 0 && !m.anySeveral()
}

// strongPair reports whether the value of a pair proves something: where a
// factor is 1, and of 2 and 2, several rules give what the product does.
func strongPair(pair [2]int) bool { return pair[0] > 1 && pair[1] > 1 && pair[0]+pair[1] > 4 }

// wrong counts the rows that are not as the scale has them.
func (m *matrixCells) wrong() int {
	n := 0
	for _, c := range m.cells {
		n += c.wrong
	}
	return n
}

func (m *matrixCells) anySeveral() bool {
	for _, c := range m.cells {
		if c.several {
			return true
		}
	}
	return false
}

// inStep reports whether the values of the pairs that value gives one for never
// fall where a level rises.
func (m *matrixCells) inStep(value func([2]int, *matrixCell) (float64, bool)) bool {
	for p, a := range m.cells {
		v, ok := value(p, a)
		if !ok {
			continue
		}
		for q, b := range m.cells {
			if w, ok := value(q, b); ok && p[0] <= q[0] && p[1] <= q[1] && v > w {
				return false
			}
		}
	}
	return true
}
