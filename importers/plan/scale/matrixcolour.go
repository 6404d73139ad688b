package scale

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
)

// noFill stands for a cell that shows no colour: a palette never holds white.
const noFill = grid.White

// fillAt gives what a reader sees of a cell's fill.
func fillAt(t *grid.Table, row, col int) grid.Colour {
	if c, ok := t.Fill(row, col); ok {
		return c
	}
	return noFill
}

// coloured reports whether every cell of a matrix has a colour, and there are
// few: two to six.
func (m *Matrix) coloured() bool {
	n := len(m.colours())
	return n >= 2 && n <= tolerances.maxTreatments && n < len(m.rows)*len(m.columns) && !slices.Contains(m.colours(), noFill)
}

// colours lists the colours of the cells, each once, by rows.
func (m *Matrix) colours() []grid.Colour {
	var out []grid.Colour
	for _, row := range m.fills {
		for _, c := range row {
			if !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	return out
}

// grows gives the direction in which the levels rise down the rows and along
// the columns, 1 or −1: as the values do, or in a matrix of bare colours away
// from its only green corner, where the one across is red. ok is false where
// neither tells.
func (m *Matrix) grows() (down, along int, ok bool) {
	if m.values != nil || m.texts != nil {
		return m.rising()
	}
	n, k := len(m.fills)-1, len(m.columns)-1
	for _, c := range [][2]int{{1, 1}, {1, -1}, {-1, 1}, {-1, -1}} {
		low, high := [2]int{0, 0}, [2]int{n, k}
		if c[0] < 0 {
			low[0], high[0] = n, 0
		}
		if c[1] < 0 {
			low[1], high[1] = k, 0
		}
		if is(m.fills[low[0]][low[1]], words.Green) && is(m.fills[high[0]][high[1]], words.Red) {
			if ok {
				return 1, 1, false
			}
			down, along, ok = c[0], c[1], true
		}
	}
	if !ok {
		return 1, 1, false
	}
	return down, along, true
}

// hueRanges are the degrees of the colour circle that go with each hue; between
// orange and yellow they overlap, for Excel's own "orange" (FFC000) is many a
// yellow.
var hueRanges = []struct {
	hue      words.Hue
	from, to float64
}{{words.Red, 340, 372}, {words.Orange, 18, 50}, {words.Yellow, 40, 66}, {words.Green, 76, 165}}

// hues gives what a colour may be called; none for grey, and for what lies
// between two names.
func hues(c grid.Colour) []words.Hue {
	ri, gi, bi := c.RGB()
	high, low := max(ri, gi, bi), min(ri, gi, bi)
	if high-low < tolerances.minSpread {
		return nil
	}
	r, g, b, spread := float64(ri), float64(gi), float64(bi), float64(high-low)
	var degrees float64
	switch high {
	case ri:
		degrees = (g - b) / spread * 60
	case gi:
		degrees = (b-r)/spread*60 + 120
	default:
		degrees = (r-g)/spread*60 + 240
	}
	var out []words.Hue
	for _, h := range hueRanges {
		for _, turn := range []float64{0, 360} {
			if d := degrees + turn; h.from <= d && d <= h.to {
				out = append(out, h.hue)
			}
		}
	}
	return out
}

// is reports whether a colour is called a hue and nothing else.
func is(c grid.Colour, h words.Hue) bool {
	all := hues(c)
	return c != noFill && len(all) == 1 && all[0] == h
}
