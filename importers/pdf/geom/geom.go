// Package geom holds the boxes ([Rect]) and transforms ([Matrix]) of a page. Coordinates
// are points in display space: the page as a reader sees it, upright, origin
// at the upper left corner, y growing downwards.
package geom

import "math"

// Matrix is a PDF transform [a b c d e f].
type Matrix [6]float64

// Identity leaves points where they are.
var Identity = Matrix{1, 0, 0, 1, 0, 0}

// Then gives the transform that applies m first and n after it.
func (m Matrix) Then(n Matrix) Matrix {
	return Matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// Apply transforms a point.
func (m Matrix) Apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// Scale gives the mean factor by which the transform stretches lengths.
func (m Matrix) Scale() float64 {
	return math.Sqrt(math.Abs(m[0]*m[3] - m[1]*m[2]))
}

// Rect is a box with X0 ≤ X1 and Y0 ≤ Y1; Y0 is its upper edge.
type Rect struct{ X0, Y0, X1, Y1 float64 }

// Everything is the box that holds all points.
var Everything = Rect{-math.MaxFloat32, -math.MaxFloat32, math.MaxFloat32, math.MaxFloat32}

// Nothing is the box to start a union with.
var Nothing = Rect{math.MaxFloat32, math.MaxFloat32, -math.MaxFloat32, -math.MaxFloat32}

// W and H give width and height.
func (r Rect) W() float64 { return r.X1 - r.X0 }

// H gives the height.
func (r Rect) H() float64 { return r.Y1 - r.Y0 }

// Empty reports whether the box holds no area.
func (r Rect) Empty() bool { return r.X1 <= r.X0 || r.Y1 <= r.Y0 }

// Union gives the smallest box around both.
func (r Rect) Union(o Rect) Rect {
	return Rect{min(r.X0, o.X0), min(r.Y0, o.Y0), max(r.X1, o.X1), max(r.Y1, o.Y1)}
}

// Intersect gives the common part, which may be empty.
func (r Rect) Intersect(o Rect) Rect {
	return Rect{max(r.X0, o.X0), max(r.Y0, o.Y0), min(r.X1, o.X1), min(r.Y1, o.Y1)}
}

// Has reports whether a point lies in the box.
func (r Rect) Has(x, y float64) bool { return x >= r.X0 && x <= r.X1 && y >= r.Y0 && y <= r.Y1 }

// Within reports whether the box lies inside o, give or take a tolerance.
func (r Rect) Within(o Rect, tolerance float64) bool {
	return r.X0 >= o.X0-tolerance && r.Y0 >= o.Y0-tolerance && r.X1 <= o.X1+tolerance && r.Y1 <= o.Y1+tolerance
}

// Mid gives the centre.
func (r Rect) Mid() (x, y float64) { return (r.X0 + r.X1) / 2, (r.Y0 + r.Y1) / 2 }
