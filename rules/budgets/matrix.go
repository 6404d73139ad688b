package budgets

import (
	"math"

	"riskbok/rules/model"
)

// matrix is the amounts of a budget as numbers that are fast to add; the
// verdict on each amount is by decimals.
type matrix struct {
	b     *model.Budget
	cells [][]cell         // by line and column
	kinds []model.LineKind // of each line, or of the heading over it
	slack float64          // half a unit of the last decimal that is shown
	fine  float64          // and of the last that is stored
	unit  []float64
}

// cell is an amount: said, empty (neither said nor strange), or not understood.
type cell struct {
	v             float64
	said, strange bool
}

func newMatrix(b *model.Budget) *matrix {
	m := &matrix{b: b, slack: 0.5 * math.Pow10(-b.Decimals)}
	for i := range b.Lines {
		row := make([]cell, len(b.Columns))
		for j, v := range b.Lines[i].Amounts {
			_, known := KnownAmount(v)
			row[j] = cell{v: v.V.InexactFloat64(), said: v.OK, strange: !known}
			if !v.OK {
				row[j].v = 0
			}
		}
		m.cells = append(m.cells, row)
	}
	m.kinds, m.fine = headedKinds(b), m.stored()
	m.unit = make([]float64, len(b.Columns))
	for j := range b.Columns {
		m.unit[j] = m.granule(j)
	}
	return m
}

// stored is half a unit of the last decimal that the amounts are stored with.
func (m *matrix) stored() float64 {
	n := m.b.Decimals
	for i := range m.b.Lines {
		for j, v := range m.b.Lines[i].Amounts {
			if v.OK && !m.derived(j) {
				n = max(n, min(tolerances.mostStored, model.Decimals(v.V)))
			}
		}
	}
	return min(m.slack, 0.5*math.Pow10(-n))
}

// granule is the unit that a column's amounts are multiples of: "1 200, 500" are
// of hundreds. Amounts in round numbers prove less.
func (m *matrix) granule(col int) float64 {
	unit := math.Pow10(6)
	for unit > 2*m.fine*1.01 {
		whole, some := true, false
		for i := range m.cells {
			if c := m.cells[i][col]; c.said && c.v != 0 {
				some = true
				r := math.Abs(c.v) / unit
				whole = whole && math.Abs(r-math.Round(r)) < 1e-9*math.Max(1, r)
			}
		}
		if some && whole {
			return unit
		}
		unit /= 10
	}
	return 2 * m.fine
}

// near reports whether two numbers are alike but for the rounding of n amounts.
func (m *matrix) near(got, want float64, n int) bool {
	limit := m.slack * float64(n)
	if least := 1e-9 * math.Max(math.Abs(got), math.Abs(want)); least > limit {
		limit = least
	}
	return math.Abs(got-want) <= limit*(1+1e-6)
}

// proof is how much it says that n amounts make a number but for so much, in
// powers of ten of what chance would give.
func (m *matrix) proof(col int, v, off float64, n int) float64 {
	width := 2 * m.slack * float64(n)
	if fine := m.fine * float64(n); off <= fine*(1+1e-6) {
		width = 2 * fine
	}
	return math.Max(0, math.Log10(math.Abs(v)/math.Max(width, m.unit[col])))
}

// skipped reports whether a line takes no part in sums.
func (m *matrix) skipped(i int) bool {
	l := &m.b.Lines[i]
	return l.Kind == model.LineGroup || l.Kind == model.LineOfWhich || l.Kind == model.LineCount || !l.Name.OK
}

// unsigned reports whether no amount of some lines has a minus.
func (m *matrix) unsigned(lines []int) bool {
	for _, i := range lines {
		for j := range m.b.Columns {
			if m.derived(j) {
				continue
			}
			if c := m.cells[i][j]; c.said && c.v < 0 {
				return false
			}
		}
	}
	return true
}

// derived reports whether a column's amounts have signs of their own.
func (m *matrix) derived(col int) bool {
	switch m.b.Columns[col].Role {
	case model.RoleDeviation, model.RoleForecastDeviation, model.RoleChange, model.RolePercent, model.RolePlain:
		return true
	}
	return false
}

// plainByLook gives the columns that are no amounts: shares by their heading,
// and under a heading that says nothing of money whole numbers that begin at one
// and rise, as those of notes do.
func (m *matrix) plainByLook() map[int]bool {
	out := map[int]bool{}
	for j := range m.b.Columns {
		switch m.b.Columns[j].Role {
		case model.RolePercent, model.RolePlain:
			out[j] = true
		case model.RoleOther:
			out[j] = m.notes(j)
		}
	}
	return out
}

func (m *matrix) notes(col int) bool {
	last, n := 0.0, 0
	for i := range m.cells {
		c := m.cells[i][col]
		if !c.said {
			continue
		}
		if c.v < last || c.v > tolerances.noteNumber || c.v != math.Trunc(c.v) || n == 0 && c.v > 3 || c.v < 1 {
			return false
		}
		last = c.v
		n++
	}
	return n >= 3
}

// kind gives what the amounts of a line are: by its name, or by the heading over
// it.
func (m *matrix) kind(line int) model.LineKind { return m.kinds[line] }
