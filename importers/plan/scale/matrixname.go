package scale

import (
	"strings"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// otherTable reports whether the sides of a matrix are headings of a table of
// risks or of a definition, or stand under such.
func otherTable(w *words.Index, m *Matrix) bool {
	for _, keys := range [][]matrixKey{m.rows, m.columns} {
		for _, k := range keys {
			text := k.level.Label
			if text != "" && (w.AxisOf(text) != words.NoAxis || riskHeading(w, text) || w.Is(words.Range, text)) {
				return true
			}
		}
	}
	for c := m.Left; c <= m.Right; c++ {
		if r := m.Top - 1; r >= 0 && riskHeading(w, m.table.Resolved(r, c).Text) {
			return true
		}
	}
	return false
}

// nameSides finds which axis each side is: in the corner, in a band over the
// columns, or beside the rows. head and side are the row and column of the
// levels.
func nameSides(w *words.Index, m *Matrix, head, side, left, right int) {
	corner(w, m, model.Clean(m.table.Resolved(head, side).Text))
	for _, r := range []int{m.Top - 1, m.Top - 2, m.Bottom + 1, m.Bottom + 2} {
		for c := left; c <= right && r >= 0; c++ {
			nameSide(w, m, 1, m.table.Resolved(r, c))
		}
	}
	for _, c := range []int{m.Left - 1, m.Left - 2, m.Right + 1, m.Right + 2} {
		for r := m.Top; r <= m.Bottom && c >= 0; r++ {
			if r != head {
				nameSide(w, m, 0, m.table.Resolved(r, c))
			}
		}
	}
	// The level column's own heading, where the head stands below it.
	nameSide(w, m, 0, m.table.Resolved(m.Top-1, side))
}

func nameSide(w *words.Index, m *Matrix, side int, c *grid.Cell) {
	if n := w.AxisOf(bare(c.Text)); n != words.NoAxis && m.names[side] == words.NoAxis && m.names[1-side] != n {
		m.names[side] = n
	}
}

// corner reads the text where rows and columns meet: one name is that of the
// rows; of two the first, unless arrows say otherwise. Two may be shortened as
// headings are, "S \ K".
func corner(w *words.Index, m *Matrix, text string) {
	names, turned := cornerNames(w, text)
	switch {
	case len(names) == 2 && names[0] != names[1]:
		if turned {
			names[0], names[1] = names[1], names[0]
		}
		m.names = [2]words.Axis{names[0], names[1]}
	case len(names) == 1 && turned:
		m.names[1] = names[0]
	case len(names) == 1:
		m.names[0] = names[0]
	}
}

// cornerNames gives the axes that a text where rows and columns meet names, in
// order, and whether an arrow says that the first is that of the columns.
func cornerNames(w *words.Index, text string) (names []words.Axis, turned bool) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("/\\\n|×→↓↑←", r) })
	for _, p := range parts {
		n := w.AxisOf(bare(p))
		if n == words.NoAxis && len(parts) == 2 {
			n = headedAs(w, bare(p))
		}
		if n != words.NoAxis {
			names = append(names, n)
			_, after, _ := strings.Cut(text, strings.TrimSpace(p))
			arrow := strings.TrimSpace(after)
			turned = turned || len(names) == 1 && strings.HasPrefix(arrow, "→")
		}
	}
	return names, turned
}

// headedAs gives the axis whose levels a column with a heading holds, "S".
func headedAs(w *words.Index, heading string) words.Axis {
	switch likelihood, consequence := w.Heads(heading, model.FieldLikelihood), w.Heads(heading, model.FieldConsequence); {
	case likelihood && !consequence:
		return words.LikelihoodAxis
	case consequence && !likelihood:
		return words.ConsequenceAxis
	}
	return words.NoAxis
}

// titleMatrix looks for a heading that says what the values are.
func titleMatrix(w *words.Index, m *Matrix, head, side int) {
	for _, c := range []*grid.Cell{m.table.Resolved(head, side), m.table.Resolved(m.Top-1, m.Left), m.table.Resolved(m.Top-2, m.Left), m.table.Resolved(m.Top-1, m.Left+1)} {
		if w.Opens(words.RangeHeading, c.Text) && len(c.Text) <= words.MaxHeading {
			m.titled = true
		}
	}
}

// bare takes arrows and the like off a name.
func bare(text string) string {
	text = model.Clean(text)
	if strings.IndexByte(text, '>') >= 0 || strings.IndexByte(text, "→"[0]) >= 0 {
		text = arrows.Replace(text)
	}
	return strings.Trim(text, " :-–")
}

var arrows = strings.NewReplacer("→", "", "↓", "", "↑", "", "←", "", ">", "")
