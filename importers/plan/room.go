package plan

import (
	"slices"

	"riskbok/rules/model"
)

// room is where the risks of a register are put: as many as the rows so far let
// expect are made room for at a time, since a risk is large, and a slice that grows
// by append leaves several times what it holds behind.
type room struct {
	from, to int // the rows of the block
	before   int // risks of the blocks above
	measures []model.Measure
}

// mostGrowth is how many times as many risks there may become room for as there
// are: rows that are blank would otherwise cost what risks do. mostMeasures are
// made at a time: 32 KB.
const (
	mostGrowth   = 4
	mostMeasures = 48
)

// under begins the rows of a block; so many risks stand in those above.
func (m *room) under(b block, risks int) { m.from, m.to, m.before = b.from, b.to, risks }

// forRisk makes room for the risk of a row, and for those that may follow.
func (m *room) forRisk(risks []model.Risk, row int) []model.Risk {
	n := len(risks)
	if n < cap(risks) || n == 0 {
		return risks
	}
	rows, left := row-m.from+1, m.to-row
	expected := (n - m.before + 1) * left / max(rows, 1)
	return slices.Grow(risks, max(1, min(expected, left, (mostGrowth-1)*n)))
}

// measure gives the measure of a row as the first of a risk; so many risks stand
// before it.
func (m *room) measure(risks int, x row) []model.Measure {
	if len(m.measures) == 0 {
		m.measures = make([]model.Measure, max(1, min(risks/2, mostMeasures)))
	}
	out := m.measures[:1:1]
	m.measures = m.measures[1:]
	out[0] = x.measure()
	return out
}
