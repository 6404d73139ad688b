package plan

import (
	"strings"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// otherTable reports whether the sides of a matrix are headings of a table of
// risks or of a definition, or stand under such.
func (w *words) otherTable(m *matrix) bool {
	for _, keys := range [][]matrixKey{m.rows, m.columns} {
		for _, k := range keys {
			text := k.level.Label
			if text != "" && (w.axisOf(text) != unnamed || w.riskHeading(text) || w.is(roleRange, text)) {
				return true
			}
		}
	}
	for c := m.left; c <= m.right; c++ {
		if r := m.top - 1; r >= 0 && w.riskHeading(m.table.Resolved(r, c).Text) {
			return true
		}
	}
	return false
}

// axisOf gives the axis that a text is the name of.
func (w *words) axisOf(text string) axisName {
	switch {
	case w.is(roleLikelihood, text):
		return likelihoodAxis
	case w.is(roleConsequence, text):
		return consequenceAxis
	}
	return unnamed
}

// nameSides finds which axis each side is: in the corner, in a band over the
// columns, or beside the rows. head and side are the row and column of the
// levels.
func (w *words) nameSides(m *matrix, head, side, left, right int) {
	w.corner(m, model.Clean(m.table.Resolved(head, side).Text))
	for _, r := range []int{m.top - 1, m.top - 2, m.bottom + 1, m.bottom + 2} {
		for c := left; c <= right && r >= 0; c++ {
			w.name(m, 1, m.table.Resolved(r, c))
		}
	}
	for _, c := range []int{m.left - 1, m.left - 2, m.right + 1, m.right + 2} {
		for r := m.top; r <= m.bottom && c >= 0; r++ {
			if r != head {
				w.name(m, 0, m.table.Resolved(r, c))
			}
		}
	}
	// The level column's own heading, where the head stands below it.
	w.name(m, 0, m.table.Resolved(m.top-1, side))
}

func (w *words) name(m *matrix, side int, c *grid.Cell) {
	if n := w.axisOf(bare(c.Text)); n != unnamed && m.names[side] == unnamed && m.names[1-side] != n {
		m.names[side] = n
	}
}

// corner reads the text where rows and columns meet: one name is that of the
// rows; of two the first, unless arrows say otherwise.
func (w *words) corner(m *matrix, text string) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("/\\\n|×→↓↑←", r) })
	var names []axisName
	var turned bool
	for _, p := range parts {
		if n := w.axisOf(bare(p)); n != unnamed {
			names = append(names, n)
			_, after, _ := strings.Cut(text, strings.TrimSpace(p))
			arrow := strings.TrimSpace(after)
			turned = turned || len(names) == 1 && strings.HasPrefix(arrow, "→")
		}
	}
	switch {
	case len(names) == 2 && names[0] != names[1]:
		if turned {
			names[0], names[1] = names[1], names[0]
		}
		m.names = [2]axisName{names[0], names[1]}
	case len(names) == 1 && turned:
		m.names[1] = names[0]
	case len(names) == 1:
		m.names[0] = names[0]
	}
}

// titleMatrix looks for a heading that says what the values are.
func (w *words) titleMatrix(m *matrix, head, side int) {
	for _, c := range []*grid.Cell{m.table.Resolved(head, side), m.table.Resolved(m.top-1, m.left), m.table.Resolved(m.top-2, m.left), m.table.Resolved(m.top-1, m.left+1)} {
		if _, ok := startsWithWord(c.Text, w.v.Definitions.Range); ok && len(c.Text) <= maxHeading {
			m.titled = true
		}
	}
}

// bare takes arrows and the like off a name.
func bare(text string) string {
	return strings.Trim(strings.NewReplacer("→", "", "↓", "", "↑", "", "←", "", ">", "").Replace(model.Clean(text)), " :-–")
}
