package content

import (
	"math"
	"slices"
)

// A scan lies aslant on its page by this much at least, or is as good as straight,
// and by this much at most, radians: 0.15° moves a line of a page by 2 points, and
// nobody scans at more than 8°.
const (
	leastTilt = 0.15 * math.Pi / 180
	mostTilt  = 8 * math.Pi / 180
)

// straighten turns what a recognized scan shows back by the slant of its words:
// the picture lay aslant on the scanner. Lines are those that its picture gave.
func (p *Page) straighten(lines []Line) {
	a := p.slant()
	if math.Abs(a) < leastTilt {
		return
	}
	sin, cos := math.Sincos(a)
	cx, cy := p.Width/2, p.Height/2
	back := func(x, y float64) (float64, float64) {
		x, y = x-cx, y-cy
		return cx + x*cos + y*sin, cy - x*sin + y*cos
	}
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if !g.Hidden || g.Dir != Right || math.Abs(g.slant()) > mostTilt {
			continue
		}
		g.X, g.Y = back(g.X, g.Y)
		g.EndX, _ = back(g.EndX, g.EndY)
		g.EndY, g.Angle = g.Y, 0
	}
	for i := range lines {
		// The pieces of a line lie straight in the picture, each a dot higher or lower.
		l := &lines[i]
		x, y := back((l.X0+l.X1)/2, (l.Y0+l.Y1)/2)
		w, h := (l.X1-l.X0)/2, (l.Y1-l.Y0)/2
		l.X0, l.Y0, l.X1, l.Y1 = x-w, y-h, x+w, y+h
	}
}

// slant gives the angle of most recognized words.
func (p *Page) slant() float64 {
	var all []float64
	for i := range p.Glyphs {
		if g := &p.Glyphs[i]; g.Hidden && g.Dir == Right && g.Text != " " {
			if a := g.slant(); math.Abs(a) <= mostTilt {
				all = append(all, a)
			}
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/2]
}

func (g *Glyph) slant() float64 { return math.Atan2(g.EndY-g.Y, g.EndX-g.X) }
