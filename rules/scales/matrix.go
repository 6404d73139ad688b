package scales

import (
	"maps"

	"riskbok/rules/model"
)

// settled gives a scale that was chosen for a register what its rows show
// beyond the levels: pairs with a value of their own, and the treatments. nil:
// the values are those of another matrix.
func (t *evidence) settled(s *model.Scale, r *model.Register, b *model.Book) *model.Scale {
	if t.enough() {
		cells := t.matrix(s)
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
	stated  int // the value that the scale gives
	written int // the value of the first row
	count   int
	wrong   int
	several bool // its rows write different values
}

func (t *evidence) matrix(s *model.Scale) *matrixCells {
	m := &matrixCells{cells: map[[2]int]*matrixCell{}}
	for i := range t.rows {
		row := &t.rows[i]
		l, c := s.Likelihood.Find(row.levels[0]), s.Consequence.Find(row.levels[1])
		if l == nil || c == nil {
			continue
		}
		pair := [2]int{l.Value, c.Value}
		cell := m.cells[pair]
		if cell == nil {
			cell = &matrixCell{stated: s.Score(l.Value, c.Value), written: row.score}
			m.cells[pair] = cell
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
	return c.count >= tolerances.ownSeveral && !c.several && c.wrong > 0
}

// own gives the pairs that have a value of their own, as a municipality's
// matrix may: three rows or more agree on it, or two on each of several. Rows
// that agree by a common mistake are fewer.
func (m *matrixCells) own() map[[2]int]int {
	own, most := map[[2]int]int{}, 0
	for pair, c := range m.cells {
		if c.systematic() {
			own[pair] = c.written
			most = max(most, c.count)
		}
	}
	if len(own) < 2 && most < tolerances.ownAlone || !m.inStep(func(pair [2]int, c *matrixCell) (int, bool) {
		v, ok := own[pair]
		if !ok {
			v = c.stated
		}
		return v, ok || c.wrong < c.count
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
	return tolerances.manyWrong.met(wrong, m.rows) && wrong > 1 && m.inStep(func(_ [2]int, c *matrixCell) (int, bool) { return c.written, true }) &&
		!m.anySeveral()
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
func (m *matrixCells) inStep(value func([2]int, *matrixCell) (int, bool)) bool {
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
