package content

import "riskbok/importers/pdf/geom"

// Upright turns the page so that most of its text reads from left to right. A
// sheet printed sideways on a page without saying so comes out as a reader
// would turn it.
func (p *Page) Upright() {
	var count [4]int
	for i := range p.Glyphs {
		count[p.Glyphs[i].Dir]++
	}
	best := Right
	for d := Down; d <= Up; d++ {
		if count[d] > count[best] {
			best = d
		}
	}
	if best == Right {
		return
	}
	turn := Turn(best, p.Width, p.Height)
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		g.X, g.Y = turn.Apply(g.X, g.Y)
		g.EndX, g.EndY = turn.Apply(g.EndX, g.EndY)
		g.Dir = (g.Dir - best) & 3
		if g.Angle != 0 {
			g.Angle = (g.Angle - 90*int16(best) + 360) % 360
		}
	}
	for i := range p.Lines {
		l := &p.Lines[i]
		r := turned(turn, geom.Rect{X0: l.X0, Y0: l.Y0, X1: l.X1, Y1: l.Y1})
		l.X0, l.Y0, l.X1, l.Y1 = r.X0, r.Y0, r.X1, r.Y1
	}
	for i := range p.Fills {
		p.Fills[i].Rect = turned(turn, p.Fills[i].Rect)
	}
	for i := range p.Images {
		p.Images[i].Rect = turned(turn, p.Images[i].Rect)
	}
	for i := 1; i < len(p.Clips); i++ {
		p.Clips[i] = turned(turn, p.Clips[i])
	}
	if best != Left {
		p.Width, p.Height = p.Height, p.Width
	}
}

// Turn gives the transform that makes text of a direction read to the right
// on a page of this size.
func Turn(d Dir, w, h float64) geom.Matrix {
	switch d {
	case Down:
		return geom.Matrix{0, -1, 1, 0, 0, w}
	case Left:
		return geom.Matrix{-1, 0, 0, -1, w, h}
	case Up:
		return geom.Matrix{0, 1, -1, 0, h, 0}
	}
	return geom.Identity
}

func turned(m geom.Matrix, r geom.Rect) geom.Rect {
	x0, y0 := m.Apply(r.X0, r.Y0)
	x1, y1 := m.Apply(r.X1, r.Y1)
	return geom.Rect{X0: min(x0, x1), Y0: min(y0, y1), X1: max(x0, x1), Y1: max(y0, y1)}
}
