package pdf

import (
	"strings"
	"unicode"

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

// headingKey is the form under which headings are compared: letters and
// digits only, so that line breaks and hyphens in them do not count.
func headingKey(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, model.Clean(s))
}

// Unhyphenate joins words that a line break divides at a hyphen, so that a
// search finds them: "kontroll-\nplan" gives "kontrollplan". Text is stored as
// printed; a hyphen before a capital or a digit stays, since it belongs to the
// word.
func Unhyphenate(s string) string {
	var b strings.Builder
	for {
		i := strings.Index(s, "-\n")
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		before, after := s[:i], s[i+2:]
		end := strings.TrimRightFunc(before, unicode.IsLower)
		begin := strings.TrimLeftFunc(after, unicode.IsLower)
		b.WriteString(before)
		if len(end) == len(before) || len(begin) == len(after) {
			b.WriteString("-\n")
		}
		s = after
	}
}
