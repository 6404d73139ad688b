package excel

import (
	"math"
	"slices"
	"strconv"

	"riskbok/importers/excel/xmlscan"
	"riskbok/importers/grid"
)

// maxFilled is how many cells of a sheet that hold nothing but a fill are
// kept: enough for every matrix, and nothing beside a page painted to its edge.
const maxFilled = 4096

// maxIndexed bounds the indexed colours of a workbook; Excel has 64.
const maxIndexed = 256

// colourRef is a colour as a styles part names it (CT_Color, ECMA-376 part 1,
// 18.8.19). A colour that a program may choose for itself is none.
type colourRef struct {
	by   colourKind
	n    int // index into the theme's or the indexed colours
	rgb  grid.Colour
	tint float64 // −1 black … 0 as it is … 1 white
}

type colourKind uint8

const (
	noColour colourKind = iota
	byRGB
	byTheme
	byIndex
)

// solidFill reads the colour of a <fill>; patterns and gradients, which are
// not one colour, give none.
func solidFill(s *xmlscan.Scanner) (c colourRef) {
	depth, solid := s.Depth(), false
	for {
		switch s.Next() {
		case xmlscan.Done:
			return c
		case xmlscan.End:
			if s.Depth() == depth {
				return c
			}
		case xmlscan.Start:
			switch {
			case s.Is("patternFill"):
				solid = string(s.Attr("patternType")) == "solid"
			case s.Is("fgColor") && solid:
				c = readColour(s)
			}
		}
	}
}

func readColour(s *xmlscan.Scanner) (c colourRef) {
	if v := s.Attr("tint"); v != nil {
		c.tint, _ = parseFloat(v)
		c.tint = min(1, max(-1, c.tint))
	}
	var ok bool
	switch {
	case s.Attr("rgb") != nil:
		if c.rgb, ok = parseRGB(s.Attr("rgb")); ok {
			c.by = byRGB
		}
	case s.Attr("theme") != nil:
		if c.n = smallInt(s.Attr("theme")); c.n >= 0 {
			c.by = byTheme
		}
	case s.Attr("indexed") != nil:
		if c.n = smallInt(s.Attr("indexed")); c.n >= 0 {
			c.by = byIndex
		}
	}
	return c
}

// parseRGB reads "RRGGBB" or "AARRGGBB"; programs write any alpha and mean
// none by it.
func parseRGB(v []byte) (grid.Colour, bool) {
	if len(v) == 8 {
		v = v[2:]
	}
	if len(v) != 6 {
		return 0, false
	}
	n, err := strconv.ParseUint(string(v), 16, 32)
	return grid.Colour(n), err == nil
}

// themed reports whether a fill needs the theme's colours.
func (st *styles) themed() bool {
	return slices.ContainsFunc(st.fills, func(c colourRef) bool { return c.by == byTheme })
}

// palette gives the colours that the fills show as and, for each cell style,
// its place among them: 0 for no fill, for white, and for a colour beyond what
// a palette holds.
func (st *styles) palette(scheme []grid.Colour) ([]uint8, grid.Palette) {
	colours := grid.Palette{0}
	ofFill := make([]uint8, len(st.fills))
	seen := map[grid.Colour]uint8{}
	for i, ref := range st.fills {
		c, ok := st.resolve(ref, scheme)
		if !ok || c == grid.White {
			continue
		}
		at, known := seen[c]
		if !known && len(colours) < grid.MaxPalette {
			at = uint8(len(colours))
			seen[c] = at
			colours = append(colours, c)
		}
		ofFill[i] = at
	}
	out := make([]uint8, len(st.fillOf))
	for i, f := range st.fillOf {
		if f >= 0 && f < len(ofFill) {
			out[i] = ofFill[f]
		}
	}
	return out, colours
}

// resolve gives the colour that a reference shows as.
func (st *styles) resolve(ref colourRef, scheme []grid.Colour) (grid.Colour, bool) {
	c := ref.rgb
	switch ref.by {
	case noColour:
		return 0, false
	case byTheme:
		if ref.n >= len(scheme) {
			return 0, false
		}
		c = scheme[ref.n]
	case byIndex:
		switch {
		case ref.n < len(st.indexed):
			c = st.indexed[ref.n]
		case ref.n < len(standardColours):
			c = standardColours[ref.n]
		default:
			return 0, false // 64 and 65 are the system's own colours
		}
	}
	return tinted(c, ref.tint), true
}

// fillOf gives a style's fill in the palette.
func (r *reader) fillOf(style int) uint8 {
	if style < 0 || style >= len(r.fills) {
		return 0
	}
	return r.fills[style]
}

// tinted makes a colour lighter or darker as 18.8.19 has it: by its lightness,
// hue and saturation kept.
func tinted(c grid.Colour, tint float64) grid.Colour {
	if tint == 0 {
		return c
	}
	ri, gi, bi := c.RGB()
	r, g, b := float64(ri)/255, float64(gi)/255, float64(bi)/255
	high, low := max(r, g, b), min(r, g, b)
	light := (high + low) / 2
	to := light * (1 + tint)
	if tint > 0 {
		to = light*(1-tint) + tint
	}
	// With hue and saturation kept, every part keeps its place between the
	// lightness and the widest spread that the lightness allows.
	spread, spreadTo := min(light, 1-light), min(to, 1-to)
	part := func(v float64) grid.Colour {
		out := to
		if spread > 0 {
			out += (v - light) / spread * spreadTo
		}
		return grid.Colour(math.Round(255 * min(1, max(0, out))))
	}
	return part(r)<<16 | part(g)<<8 | part(b)
}

// standardColours are the indexed colours of a workbook that defines none
// (18.8.27); 0–7 repeat 8–15.
var standardColours = [64]grid.Colour{
	0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF,
	0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF,
	0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080, 0xC0C0C0, 0x808080,
	0x9999FF, 0x993366, 0xFFFFCC, 0xCCFFFF, 0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF,
	0x000080, 0xFF00FF, 0xFFFF00, 0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF,
	0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99, 0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99,
	0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600, 0x666699, 0x969696,
	0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333,
}
