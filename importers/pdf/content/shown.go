package content

import "riskbok/importers/pdf/geom"

// ground is what a fill or an image covered; white says that it was white
// paper afterwards.
type ground struct {
	geom.Rect
	white bool
}

func (in *interpreter) addGround(box geom.Rect, white bool) {
	box = box.Intersect(in.page.Clips[in.state.clip])
	if in.off == 0 && !box.Empty() && len(in.page.ground) < in.lim.Glyphs {
		in.page.ground = append(in.page.ground, ground{box, white})
	}
}

// maxGround bounds the comparisons of glyphs with what is painted below them;
// a page that needs more is a drawing, and all its text is kept.
const maxGround = 20_000_000

// dropUnseen drops what no reader sees beside the text that he sees: white
// glyphs on white paper, and invisible ones but for those over an image, which
// are the text of a recognized scan. Where no text is seen all is kept.
func (p *Page) dropUnseen() {
	odd, seen := 0, 0
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		switch {
		case g.Hidden || g.White:
			odd++
		case g.Text != " ":
			seen++
		}
	}
	if odd == 0 || odd*len(p.ground) > maxGround {
		return
	}
	unseen := make([]bool, len(p.Glyphs))
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		switch {
		case g.Hidden:
			unseen[i] = !p.onImage(g)
		case g.White:
			unseen[i] = p.onPaper(g)
			if !unseen[i] && g.Text != " " {
				seen++
			}
		}
	}
	if seen == 0 {
		return
	}
	kept := p.Glyphs[:0]
	for i := range p.Glyphs {
		if !unseen[i] {
			kept = append(kept, p.Glyphs[i])
		}
	}
	p.Glyphs = kept
}

// middle gives the centre of a glyph's letter.
func (g *Glyph) middle() (x, y float64) {
	x, y = (g.X+g.EndX)/2, (g.Y+g.EndY)/2
	const half = 0.35 // of an em, from the baseline to the middle of a capital
	switch g.Dir {
	case Right:
		y -= half * g.Size
	case Left:
		y += half * g.Size
	case Down:
		x += half * g.Size
	case Up:
		x -= half * g.Size
	}
	return x, y
}

func (p *Page) onImage(g *Glyph) bool {
	x, y := g.middle()
	for i := range p.Images {
		if p.Images[i].Has(x, y) {
			return true
		}
	}
	return false
}

// onPaper reports whether white paper, or white paint, is what lies at a glyph.
func (p *Page) onPaper(g *Glyph) bool {
	x, y := g.middle()
	for i := len(p.ground) - 1; i >= 0; i-- {
		if p.ground[i].Has(x, y) {
			return p.ground[i].white
		}
	}
	return true
}
