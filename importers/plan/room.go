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
	unread   int // texts of the blocks above that belong to nothing
	measures []model.Measure
}

// mostGrowth is how many times as many risks there may become room for as there
// are: rows that are blank would otherwise cost what risks do. mostMeasures are
// made at a time: 32 KB.
const (
	mostGrowth   = 4
	mostMeasures = 48
)

// under begins the rows of a block; so many risks, and texts that belong to nothing,
// stand in those above.
func (m *room) under(b block, risks, unread int) {
	m.from, m.to, m.before, m.unread = b.from, b.to, risks, unread
}

// forRisk makes room for the risk of a row, and for those that may follow.
func (m *room) forRisk(risks []model.Risk, row int) []model.Risk {
	return grown(risks, 1, len(risks)-m.before, row-m.from+1, m.to-row)
}

// forUnread makes room for the texts of a row that belong to nothing, as many as it
// has cells of no known column, and for those that may follow. A register of 25
// columns of which 19 are unknown has more of them than of all else.
func (m *room) forUnread(texts []model.Value[string], row, cells int) []model.Value[string] {
	return grown(texts, cells, len(texts)-m.unread, row-m.from+1, m.to-row)
}

// grown makes room in a list for so many more from a row. Where there is none left,
// room is made for what the rows that follow let expect: as many each as those so far
// gave, and not more than each can give.
func grown[T any](list []T, more, given, rows, left int) []T {
	n := len(list)
	if n+more <= cap(list) || n == 0 {
		return list
	}
	expected := (given + more) * left / max(rows, 1)
	return slices.Grow(list, max(more, min(expected, more*left, (mostGrowth-1)*n)))
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
