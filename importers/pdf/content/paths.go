package content

import (
	"math"

	"riskbok/importers/pdf/geom"
)

// path is the path under construction, in display space.
type path struct {
	points []point
	starts []int // where in points each subpath begins
	clip   bool  // W was given: the path becomes the clip when it is painted
}

type point struct {
	x, y  float64
	curve bool // reached by a curve
}

const maxPoints = 1 << 16

func (in *interpreter) operatePath(op string, a []Token) {
	p := &in.path
	switch op {
	case "m":
		in.moveTo(num(a, 0), num(a, 1))
	case "l":
		in.lineTo(num(a, 0), num(a, 1), false)
	case "c":
		in.lineTo(num(a, 4), num(a, 5), true)
	case "v", "y":
		in.lineTo(num(a, 2), num(a, 3), true)
	case "h":
		in.closePath()
	case "re":
		x, y, w, h := num(a, 0), num(a, 1), num(a, 2), num(a, 3)
		in.moveTo(x, y)
		in.lineTo(x+w, y, false)
		in.lineTo(x+w, y+h, false)
		in.lineTo(x, y+h, false)
		in.closePath()
	case "W", "W*":
		p.clip = true
	case "S":
		in.paint(true, false)
	case "s":
		in.closePath()
		in.paint(true, false)
	case "f", "F", "f*":
		in.paint(false, true)
	case "B", "B*":
		in.paint(true, true)
	case "b", "b*":
		in.closePath()
		in.paint(true, true)
	case "n":
		in.paint(false, false)
	}
}

func (in *interpreter) moveTo(x, y float64) {
	if len(in.path.points) < maxPoints {
		in.path.starts = append(in.path.starts, len(in.path.points))
		in.lineTo(x, y, false)
	}
}

func (in *interpreter) lineTo(x, y float64, curve bool) {
	if len(in.path.points) < maxPoints && len(in.path.starts) > 0 {
		x, y = in.state.ctm.Apply(x, y)
		in.path.points = append(in.path.points, point{x, y, curve})
	}
}

func (in *interpreter) closePath() {
	p := &in.path
	if n := len(p.starts); n > 0 && p.starts[n-1] < len(p.points) {
		first := p.points[p.starts[n-1]]
		first.curve = false
		p.points = append(p.points, first)
	}
}

func (in *interpreter) paint(stroke, fill bool) {
	p := &in.path
	whole := geom.Nothing
	for k, from := range p.starts {
		to := len(p.points)
		if k+1 < len(p.starts) {
			to = p.starts[k+1]
		}
		sub := p.points[from:to]
		if stroke {
			in.strokeSub(sub)
		}
		box, curved := extent(sub)
		whole = whole.Union(box)
		if fill && len(sub) >= 3 {
			white := in.state.white && !curved && len(sub) <= 6
			in.addGround(box, white)
			if white && !in.state.veil {
				in.addCover(box)
			}
			if !curved {
				in.fillBox(box, len(sub))
			}
		}
	}
	if p.clip && len(p.points) > 0 {
		in.clipTo(whole)
	}
	*p = path{points: p.points[:0], starts: p.starts[:0]}
}

func extent(sub []point) (geom.Rect, bool) {
	r, curved := geom.Nothing, false
	for _, q := range sub {
		r = r.Union(geom.Rect{X0: q.x, Y0: q.y, X1: q.x, Y1: q.y})
		curved = curved || q.curve
	}
	return r, curved
}

// Boxes no thicker than this are rulings, points.
const thin = 3

func (in *interpreter) strokeSub(sub []point) {
	width := in.state.lineWidth * in.state.ctm.Scale()
	for i := 1; i < len(sub); i++ {
		a, b := sub[i-1], sub[i]
		if b.curve {
			continue
		}
		dx, dy := math.Abs(a.x-b.x), math.Abs(a.y-b.y)
		if dx >= 0.5 && dy >= 0.5 || dx < 0.5 && dy < 0.5 {
			continue
		}
		l := Line{min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y), width}
		if width > 2*thin {
			half := width / 2
			box := geom.Rect{X0: l.X0, Y0: l.Y0 - half, X1: l.X1, Y1: l.Y1 + half}
			if dx < dy {
				box = geom.Rect{X0: l.X0 - half, Y0: l.Y0, X1: l.X1 + half, Y1: l.Y1}
			}
			in.addGround(box, false)
			in.addFill(box, in.state.stroke)
			continue
		}
		in.addLine(l)
	}
}

func (in *interpreter) fillBox(box geom.Rect, points int) {
	w, h := box.W(), box.H()
	switch {
	case h <= thin && w > thin:
		y := (box.Y0 + box.Y1) / 2
		in.addLine(Line{box.X0, y, box.X1, y, h})
	case w <= thin && h > thin:
		x := (box.X0 + box.X1) / 2
		in.addLine(Line{x, box.Y0, x, box.Y1, w})
	case points <= 6 && w > thin && h > thin:
		in.addFill(box, in.state.fill)
	case points <= 6:
		in.dot(box)
	}
}

// dot adds a dot or a dash: of a dotted line across, of one down, or where it is
// about square of either.
func (in *interpreter) dot(box geom.Rect) {
	const long = 1.5 // times as long as wide: a dash
	w, h := box.W(), box.H()
	x, y := (box.X0+box.X1)/2, (box.Y0+box.Y1)/2
	if h < long*w {
		in.addLine(Line{box.X0, y, box.X1, y, h})
	}
	if w < long*h {
		in.addLine(Line{x, box.Y0, x, box.Y1, w})
	}
}

func (in *interpreter) addFill(box geom.Rect, gray float64) {
	box = box.Intersect(in.page.Clips[in.state.clip])
	if !box.Empty() && in.off == 0 && len(in.page.Fills) < in.lim.Glyphs {
		in.page.Fills = append(in.page.Fills, Fill{box, gray})
	}
}

// addLine keeps the part of a line that the clip shows; half a line's width
// may lie outside.
func (in *interpreter) addLine(l Line) {
	c := in.page.Clips[in.state.clip]
	if in.state.clip > 0 {
		const over = 1.5
		if l.X1 < c.X0-over || l.X0 > c.X1+over || l.Y1 < c.Y0-over || l.Y0 > c.Y1+over {
			return
		}
		l.X0, l.X1 = max(l.X0, c.X0-over), min(l.X1, c.X1+over)
		l.Y0, l.Y1 = max(l.Y0, c.Y0-over), min(l.Y1, c.Y1+over)
	}
	if in.off == 0 && len(in.page.Lines) < in.lim.Glyphs {
		in.page.Lines = append(in.page.Lines, l)
	}
}
