package rulings

import (
	"testing"

	"riskbok/importers/pdf/content"
)

func line(x0, y0, x1, y1 float64) content.Line {
	return content.Line{X0: x0, Y0: y0, X1: x1, Y1: y1, Width: 0.5}
}

func TestFind(t *testing.T) {
	h, v := Find([]content.Line{
		line(10, 100, 50, 100), line(51, 100.4, 90, 100.4), // one, in pieces
		line(10, 120, 50, 120), line(60, 120, 90, 120), // two: the gap is too wide
		line(10, 100, 10, 110), line(10.8, 109, 10.8, 140), // almost on one line
		line(40, 100, 40, 101), // a dot
	})
	if len(h) != 3 || h[0].From != 10 || h[0].To != 90 || h[0].At < 100 || h[0].At > 100.4 {
		t.Errorf("horizontal: %v", h)
	}
	if len(v) != 1 || v[0].From != 100 || v[0].To != 140 {
		t.Errorf("vertical: %v", v)
	}
}

func TestComponents(t *testing.T) {
	box := func(x, y float64) []content.Line {
		return []content.Line{line(x, y, x+50, y), line(x, y+20, x+50, y+20), line(x, y, x, y+20), line(x+50, y, x+50, y+20)}
	}
	h, v := Find(append(append(box(10, 10), box(200, 10)...), line(10, 300, 400, 300)))
	c := Components(h, v)
	if len(c) != 3 {
		t.Fatalf("got %d components: %v", len(c), c)
	}
	sides := 0
	for _, x := range c {
		if len(x.Horizontal) == 2 && len(x.Vertical) == 2 {
			sides++
		}
	}
	if sides != 2 {
		t.Errorf("got %v", c)
	}
}

// TestDots: dots at one pitch are a line, also where one is missing; as many
// strokes of other lengths are not.
func TestDots(t *testing.T) {
	var dots, dashes []content.Line
	for i := range 20 {
		x := 10 + 3*float64(i)
		if i == 9 {
			x-- // where two cells meet
		}
		if i != 10 {
			dots = append(dots, line(x, 50, x+1.2, 50))
		}
		dashes = append(dashes, line(10+14*float64(i), 80, 20+14*float64(i), 80))
	}
	if h, _ := Find(dots); len(h) != 1 || h[0].From != 10 || h[0].To < 68 {
		t.Errorf("dots: %v", h)
	}
	if h, _ := Find(dashes); len(h) != 20 {
		t.Errorf("dashes far apart: %v", h)
	}
}
