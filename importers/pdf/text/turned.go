package text

import (
	"math"
	"slices"

	"riskbok/importers/pdf/content"
	"riskbok/importers/pdf/geom"
)

// turnGlyphs moves glyphs to where a transform puts them.
func turnGlyphs(glyphs []content.Glyph, m geom.Matrix) {
	for i := range glyphs {
		g := &glyphs[i]
		g.X, g.Y = m.Apply(g.X, g.Y)
		g.EndX, g.EndY = m.Apply(g.EndX, g.EndY)
	}
}

// back gives the transform that undoes content.Turn of a page of this size.
func back(d content.Dir, w, h float64) geom.Matrix {
	if d != content.Left {
		w, h = h, w
	}
	return content.Turn((4-d)&3, w, h)
}

// turnBack sets the boxes and feet of a line that was read in a frame of its
// own to where they are on the page.
func (l *Line) turnBack(m geom.Matrix, d content.Dir, angle int16) {
	for _, part := range l.Chunks(footGap) {
		x0, y0 := m.Apply(part.Box.X0, part.Base)
		x1, y1 := m.Apply(part.Box.X1, part.Base)
		foot := [2]float64{x0, y0}
		if y1 > y0 {
			foot = [2]float64{x1, y1}
		}
		for i := range part.Words {
			part.Words[i].Foot = foot
		}
	}
	l.Box = around(m, l.Box)
	for i := range l.Words {
		w := &l.Words[i]
		w.Box = around(m, w.Box)
		w.Dir, w.Angle = d, angle
	}
}

// footGap is the gap, in em, between texts of different cells on one line.
const footGap = 1

// around gives the box around a box that was transformed.
func around(m geom.Matrix, r geom.Rect) geom.Rect {
	out := geom.Nothing
	for _, c := range [4][2]float64{{r.X0, r.Y0}, {r.X1, r.Y0}, {r.X0, r.Y1}, {r.X1, r.Y1}} {
		x, y := m.Apply(c[0], c[1])
		out = out.Union(geom.Rect{X0: x, Y0: y, X1: x, Y1: y})
	}
	return out
}

// slantedLines reads slanted text, angle by angle.
func slantedLines(glyphs []content.Glyph) []Line {
	var angles []int16
	byAngle := map[int16][]content.Glyph{}
	for _, g := range glyphs {
		if byAngle[g.Angle] == nil {
			angles = append(angles, g.Angle)
		}
		byAngle[g.Angle] = append(byAngle[g.Angle], g)
	}
	slices.Sort(angles)
	var out []Line
	for _, angle := range angles {
		group := byAngle[angle]
		sin, cos := math.Sincos(float64(angle) * math.Pi / 180)
		turnGlyphs(group, geom.Matrix{cos, -sin, sin, cos, 0, 0})
		for _, l := range assemble(nil, fragments(nil, group)) {
			l.turnBack(geom.Matrix{cos, sin, -sin, cos, 0, 0}, group[0].Dir, angle)
			out = append(out, l)
		}
	}
	return out
}

// Upright reports whether a word reads from left to right.
func (w *Word) Upright() bool { return w.Dir == content.Right && w.Angle == 0 }

// Along gives where a word begins and ends on its baseline, in the frame in
// which it reads from left to right.
func (w *Word) Along() (from, to float64) {
	if w.Upright() {
		return w.Box.X0, w.Box.X1
	}
	from, to = math.Inf(1), math.Inf(-1)
	for i := range w.Glyphs {
		g := &w.Glyphs[i]
		from, to = min(from, g.X, g.EndX), max(to, g.X, g.EndX)
	}
	return from, to
}
