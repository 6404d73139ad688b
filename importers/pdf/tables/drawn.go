package tables

import (
	"math"
	"slices"

	"riskbok/importers/pdf/content"
	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/rulings"
)

// separators between rows that are drawn: rules over most of the width, and
// the edges of shaded stripes.
func drawnSeparators(box geom.Rect, horizontal []rulings.Edge, fills []content.Fill) []float64 {
	var out []float64
	wide := tolerances.ruleShare * box.W()
	for _, h := range horizontal {
		if h.At > box.Y0 && h.At < box.Y1 && min(h.To, box.X1)-max(h.From, box.X0) > wide {
			out = append(out, h.At)
		}
	}
	for _, s := range stripes(box, fills) {
		for _, y := range []float64{s.Y0, s.Y1} {
			if y > box.Y0 && y < box.Y1 {
				out = append(out, y)
			}
		}
	}
	slices.Sort(out)
	return slices.CompactFunc(out, func(a, b float64) bool { return math.Abs(a-b) < rulings.Snap })
}

// stripes gives the shaded boxes behind rows. The cells of a row are often
// shaded one by one.
func stripes(box geom.Rect, fills []content.Fill) []geom.Rect {
	var out []geom.Rect
	for _, f := range fills {
		if f.Gray > tolerances.white || f.Rect.Intersect(box).Empty() || f.H() > tolerances.mostStripe*box.H() || f.H() < tolerances.leastStripe {
			continue
		}
		joined := false
		for i := range out {
			if o := &out[i]; math.Abs(o.Y0-f.Y0) < rulings.Snap && math.Abs(o.Y1-f.Y1) < rulings.Snap {
				*o = o.Union(f.Rect)
				joined = true
			}
		}
		if !joined {
			out = append(out, f.Rect)
		}
	}
	return slices.DeleteFunc(out, func(r geom.Rect) bool { return r.Intersect(box).W() < tolerances.ruleShare*box.W() })
}
