package content

import (
	"math"
	"slices"
)

// A line strikes text through where it lies this high over its baseline and is no
// thicker than this, em, and begins and ends with the text, to within this. Word
// and LibreOffice draw it 0.26 em high, Chromium 0.25 to 0.31; an underline lies
// below the baseline, and a ruling is longer than its text.
const (
	strikeLow   = 0.16
	strikeHigh  = 0.42
	strikeThick = 0.25
	strikeEnd   = 0.4
)

// strikeOut marks the glyphs that a line goes through, and takes these lines from
// the page: they are no rulings.
func (in *interpreter) strikeOut() {
	p := in.page
	if len(p.Lines) == 0 {
		return
	}
	bands := in.bands()
	defer in.looked(bands)
	p.Lines = slices.DeleteFunc(p.Lines, func(l Line) bool { return p.strikes(&l, bands) })
}

// strikes marks the glyphs that a line strikes through, and reports whether there
// are any.
func (p *Page) strikes(l *Line, bands *bands) bool {
	if l.Y1-l.Y0 > 0.5 || l.X1 <= l.X0 {
		return false
	}
	from, to, size := math.Inf(1), math.Inf(-1), 0.0
	var through []int
	for i := range bands.between(l.Y0, l.Y0+bandHeight) {
		g := &p.Glyphs[i]
		up := (g.Y - l.Y0) / g.Size
		if up < strikeLow || up > strikeHigh || g.Dir != Right || g.Text == " " || g.Hidden || l.Width > strikeThick*g.Size {
			continue
		}
		if (g.X+g.EndX)/2 > l.X0 && (g.X+g.EndX)/2 < l.X1 {
			through = append(through, i)
			from, to, size = min(from, g.X), max(to, g.EndX), max(size, g.Size)
		}
	}
	if len(through) == 0 || math.Abs(from-l.X0) > strikeEnd*size || math.Abs(to-l.X1) > strikeEnd*size {
		return false
	}
	for _, i := range through {
		p.Glyphs[i].Struck = true
	}
	return true
}
