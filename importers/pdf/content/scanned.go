package content

import (
	"math"
	"slices"
	"strings"

	"riskbok/importers/pdf/objects"
	"riskbok/importers/pdf/raster"
)

// A page is a recognized scan where most of its text is invisible and one image
// covers so much of it.
const scanShare = 0.8

// scanned adds the rulings that the picture of a recognized scan shows to the
// lines of the page, and drops the letters that were recognized in them.
func (in *interpreter) scanned(p objects.Page) {
	page := in.page
	hidden := 0
	var whole *Image
	for i := range page.Glyphs {
		if page.Glyphs[i].Hidden {
			hidden++
		}
	}
	if hidden == 0 || 2*hidden < len(page.Glyphs) {
		return
	}
	for i := range page.Images {
		if r := page.Images[i].Rect; r.W()*r.H() > scanShare*page.Width*page.Height {
			page.Scan, whole = Recognized, &page.Images[i]
		}
	}
	if whole == nil {
		return
	}
	first := len(page.Lines)
	im, err := p.Image(whole.Ref, whole.Dict)
	if err == nil {
		var found []raster.Line
		found, err = raster.Lines(im)
		for _, l := range found {
			x0, y0 := whole.placed.Apply(l.X0, 1-l.Y0)
			x1, y1 := whole.placed.Apply(l.X1, 1-l.Y1)
			page.Lines = append(page.Lines, Line{X0: min(x0, x1), Y0: min(y0, y1), X1: max(x0, x1), Y1: max(y0, y1), Width: 1})
		}
	}
	if err != nil {
		page.Scan = TextOnly
	}
	drawn := page.Lines[first:]
	page.straighten(drawn)
	page.widenWords()
	page.joinRuns()
	page.Glyphs = slices.DeleteFunc(page.Glyphs, func(g Glyph) bool {
		return g.Hidden && (strings.Contains(bars, g.Text) || strings.Contains(brackets, g.Text) && g.onRuling(drawn))
	})
}

// Scan tells whether a page is a scan whose text was recognized.
type Scan uint8

// What a page may be: no recognized scan, one whose picture was looked through
// for rulings, one whose picture could not be unpacked.
const (
	NoScan Scan = iota
	Recognized
	TextOnly
)

// A vertical line is recognized as these characters: the first are nothing else
// on a scan, the others only where a line is.
const (
	bars     = "|¦"
	brackets = "[]"
)

// onRuling reports whether a recognized letter is a piece of a vertical line.
func (g *Glyph) onRuling(lines []Line) bool {
	x, y := g.middle()
	near := 0.5 * g.Size
	return slices.ContainsFunc(lines, func(l Line) bool {
		return l.X1-l.X0 < l.Y1-l.Y0 && math.Abs(l.X0-x) < near && l.Y0-near < y && y < l.Y1+near
	})
}
