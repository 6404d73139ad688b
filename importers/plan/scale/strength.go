package scale

import (
	"cmp"
	"slices"
	"strings"

	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// strength is how surely a definition says what its levels are worth, whatever
// its place in the file.
type strength int

const (
	listed  strength = iota // a bare list of labels, in printed order
	defined                 // labels with definitions, in printed order
	valued                  // labels whose order the values of a matrix tell
	printed                 // printed numbers
)

func (a *AxisTable) strength() strength {
	switch {
	case a.numbered():
		return printed
	case a.valued:
		return valued
	case !a.bare():
		return defined
	}
	return listed
}

func (a *AxisTable) numbered() bool {
	return !slices.ContainsFunc(a.Axis.Levels, func(l model.ScaleLevel) bool { return !l.Numbered })
}

// dropWeaker leaves out the axes whose labels a stronger definition has as well,
// wherever it stands.
func (d *Definitions) dropWeaker() {
	d.Axes = slices.DeleteFunc(slices.Clone(d.Axes), func(a AxisTable) bool {
		labels := make([]string, len(a.Axis.Levels))
		for i, l := range a.Axis.Levels {
			labels[i] = l.Label
		}
		return !slices.Contains(labels, "") && slices.ContainsFunc(d.Axes, func(o AxisTable) bool {
			return o.Consequence == a.Consequence && o.strength() > a.strength() && containsLabels(&o.Axis, labels)
		})
	})
}

// strongest gives the axis that says most surely what its levels are worth, of equals
// the one whose labels the tables write most often, and of these the first; nil of none.
func (d *Definitions) strongest(axes []*AxisTable) *AxisTable {
	if len(axes) == 0 {
		return nil
	}
	return slices.MaxFunc(axes, func(a, b *AxisTable) int {
		return cmp.Or(cmp.Compare(a.strength(), b.strength()), cmp.Compare(d.count(labelsOf(&a.Axis), 1), d.count(labelsOf(&b.Axis), 1)))
	})
}

// ordered gives an axis without printed numbers the values that a side of a
// matrix tells: its numbers, or the direction in which the values rise.
func (m *Matrix) ordered(side int, a *AxisTable) {
	if a.numbered() || !m.countable(side) {
		return
	}
	told := m.axisTable(side)
	values := make([]int, len(a.Axis.Levels))
	for i, l := range a.Axis.Levels {
		at := slices.IndexFunc(told.Axis.Levels, func(o model.ScaleLevel) bool { return model.Key(o.Label) == model.Key(l.Label) })
		if at < 0 {
			return
		}
		values[i] = told.Axis.Levels[at].Value
	}
	for i := range values {
		a.Axis.Levels[i].Value, a.Axis.Levels[i].Numbered = values[i], m.numbered(side)
	}
	a.valued = true
}

// toldRisks is what is known of the risks of a document.
type toldRisks struct {
	numbers map[string]bool // digits of their numbers
	rows    int
}

func (r *toldRisks) add(numbers map[string]bool, rows int) {
	if r.numbers == nil {
		r.numbers = map[string]bool{}
	}
	for n := range numbers {
		r.numbers[strings.TrimLeft(n, "abcdefghijklmnopqrstuvwxyzåäöæø-. ")] = true
	}
	r.rows += rows
}

// withoutOccurrences leaves out the matrices whose numbers say which risks stand
// where, or how many, and what else was read from their cells.
func (d *Definitions) withoutOccurrences(matrices []Matrix, told *toldRisks) []Matrix {
	var gone []Matrix
	for i := range matrices {
		if m := &matrices[i]; m.occurs(told) && m.real(d.w, d) {
			gone = append(gone, *m)
		}
	}
	cells := func(m *Matrix) int { return len(m.rows) * len(m.columns) }
	return slices.DeleteFunc(matrices, func(m Matrix) bool {
		return m.occurs(told) || slices.ContainsFunc(gone, func(o Matrix) bool { return m.overlaps(&o) && cells(&m) <= cells(&o) })
	})
}

// real reports whether both sides of a matrix are levels.
func (m *Matrix) real(w *words.Index, d *Definitions) bool {
	s := sided{Region: m.Region, table: m.table, rows: m.rows, columns: m.columns}
	for side, keys := range [][]matrixKey{m.rows, m.columns} {
		if m.names[side] == words.NoAxis && s.levelsOf(w, d, keys) == noLevels {
			return false
		}
	}
	return true
}
