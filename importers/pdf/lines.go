package pdf

import (
	"riskbok/importers/pdf/content"
	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/tables"
	"riskbok/importers/pdf/text"
	"riskbok/rules/model"
)

// fill sets what a page shows to others.
func (p *Page) fill(c *content.Page, words []text.Word, lines []text.Line, found []*tables.Table) {
	p.Width, p.Height = c.Width, c.Height
	p.Words = make([]Word, len(words))
	for i, w := range words {
		p.Words[i] = Word{w.Text, box(w.Box, c.Height), w.Bold}
	}
	p.Lines = make([]Line, len(lines))
	for i, l := range lines {
		p.Lines[i] = Line{Text: l.Text, Box: box(l.Box, c.Height), Size: l.Size, Spaces: l.Shift(), Table: inTable(l.Box, found)}
	}
}

func inTable(b geom.Rect, found []*tables.Table) bool {
	x, y := b.Mid()
	for _, t := range found {
		if t.Box.Has(min(max(x, t.Box.X0), b.X1), y) && b.X0 <= t.Box.X1 && b.X1 >= t.Box.X0 {
			return true
		}
	}
	return false
}

// box turns a box of display space into the points of the model, whose origin
// is the lower left corner.
func box(r geom.Rect, height float64) model.Rect {
	if r.X0 > r.X1 {
		return model.Rect{}
	}
	return model.Rect{X0: float32(r.X0), Y0: float32(height - r.Y1), X1: float32(r.X1), Y1: float32(height - r.Y0)}
}
