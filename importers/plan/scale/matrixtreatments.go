package scale

import (
	"cmp"
	"slices"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// settleCells finds what the cells of the document's matrices say: their own
// words, or by the legend what their colours stand for.
func (d *Definitions) settleCells() {
	for _, m := range d.Matrices {
		switch {
		case m.texts != nil:
			for _, row := range m.texts {
				var cells []treatmentCell
				for _, word := range row {
					cells = append(cells, treatmentCell{label: word, at: m.at})
				}
				m.said = append(m.said, cells)
			}
		case m.coloured():
			var taken []grid.Region
			for _, a := range d.Axes {
				if a.Axis.At.Place == m.at.Place {
					taken = append(taken, a.Region)
				}
			}
			l := legendOf(d.w, m, taken)
			m.legend, m.mute = l.cells(m), len(l.byColour)+len(l.byHue) == 0
		}
	}
}

// title gives the cell that tells a reader which matrix is meant: a text right
// above it, else the first in it.
func (m *Matrix) title() *grid.Cell {
	for r := max(0, m.Top-1); r <= m.Bottom; r++ {
		for c := max(0, m.Left-1); c <= m.Right; c++ {
			if cell := m.table.Cell(r, c); cell.Kind == grid.Text && !cell.Blank() {
				return cell
			}
		}
	}
	return m.table.Cell(int(m.rows[0].at.Row)-1, int(m.rows[0].at.Col)-1)
}

// treatments gives the ranges of risk values that each treatment of a matrix
// stands for, lowest first; nil where one value has two treatments, or where
// two ranges lie in each other: ranges cannot say that.
func (m *Matrix) treatments(w *words.Index, s *model.Scale, cells [][]treatmentCell, likelihoods, consequences []int, turned bool) []model.Treatment {
	var out []model.Treatment
	index := map[string]int{}
	for l, lv := range likelihoods {
		for c, cv := range consequences {
			i, j := l, c
			if turned {
				i, j = c, l
			}
			cell, v := cells[i][j], s.Score(lv, cv)
			k, ok := index[model.Key(cell.label)]
			if !ok {
				k = len(out)
				index[model.Key(cell.label)] = k
				out = append(out, model.Treatment{Min: v, Max: v, Label: cell.label, Meaning: cell.meaning, At: cell.at})
			}
			out[k].Min, out[k].Max = min(out[k].Min, v), max(out[k].Max, v)
		}
	}
	slices.SortFunc(out, func(a, b model.Treatment) int { return cmp.Compare(a.Min, b.Min) })
	for i := range out {
		w.Place(&out[i])
		if i > 0 && out[i-1].Max >= out[i].Min {
			return nil
		}
	}
	return out
}
