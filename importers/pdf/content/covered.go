package content

import (
	"math"

	"riskbok/importers/pdf/geom"
)

// cover is a white box and how many glyphs were painted before it.
type cover struct {
	geom.Rect
	after int
}

func (in *interpreter) addCover(box geom.Rect) {
	box = box.Intersect(in.page.Clips[in.state.clip])
	if in.off == 0 && !box.Empty() && len(in.page.Glyphs) > 0 && len(in.page.covers) < in.lim.Glyphs {
		in.page.covers = append(in.page.covers, cover{box, len(in.page.Glyphs)})
	}
}

// dropCovered drops glyphs that a white box painted after them hides: an old value
// with a new one on top. Where nothing else is left to be seen all is kept.
func (in *interpreter) dropCovered() {
	p := in.page
	if len(p.covers) == 0 {
		return
	}
	bands := in.bands()
	defer in.looked(bands)
	hidden, n := make([]bool, len(p.Glyphs)), 0
	for k := range p.covers {
		c := &p.covers[k]
		// The middle of a glyph lies a little above its baseline.
		for i := range bands.between(c.Y0, c.Y1+bandHeight) {
			if i < c.after && !hidden[i] && p.Glyphs[i].under(&c.Rect) {
				hidden[i] = true
				n++
			}
		}
	}
	seen := 0
	for i := range hidden {
		if !hidden[i] && p.Glyphs[i].Text != " " {
			seen++
		}
	}
	if n == 0 || seen == 0 {
		return
	}
	kept := p.Glyphs[:0]
	for i := range hidden {
		if !hidden[i] {
			kept = append(kept, p.Glyphs[i])
		}
	}
	p.Glyphs = kept
}

// under reports whether a box hides a glyph: its middle and most of its width.
func (g *Glyph) under(box *geom.Rect) bool {
	x, y := g.middle()
	if !box.Has(x, y) {
		return false
	}
	const most = 0.3 // of the width, on both sides of the middle
	dx, dy := most*math.Abs(g.EndX-g.X), most*math.Abs(g.EndY-g.Y)
	return box.Has(x-dx, y-dy) && box.Has(x+dx, y+dy)
}
