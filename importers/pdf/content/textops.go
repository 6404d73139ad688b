package content

import (
	"cmp"
	"math"

	"riskbok/importers/pdf/fonts"
	"riskbok/importers/pdf/geom"
)

// operateText runs the text operators; it reports false for others.
func (in *interpreter) operateText(op string, a []Token, lex *Lexer) bool {
	s := &in.state
	switch op {
	case "BT":
		in.runs++
		s.text, s.line = geom.Identity, geom.Identity
	case "ET":
	case "Tf":
		if len(a) >= 2 && a[0].Kind == Name {
			s.font, s.size = in.font(string(a[0].Bytes)), num(a, 1)
		}
	case "Tc":
		s.charSpace = num(a, 0)
	case "Tw":
		s.wordSpace = num(a, 0)
	case "Tz":
		s.stretch = num(a, 0) / 100
	case "TL":
		s.leading = num(a, 0)
	case "Ts":
		s.rise = num(a, 0)
	case "Tr":
		s.mode = int(num(a, 0))
	case "Td":
		in.nextLine(num(a, 0), num(a, 1))
	case "TD":
		s.leading = -num(a, 1)
		in.nextLine(num(a, 0), num(a, 1))
	case "Tm":
		if m, ok := matrix(a); ok {
			s.text, s.line = m, m
		}
	case "T*":
		in.nextLine(0, -s.leading)
	case "Tj":
		in.showLast(a)
	case "'":
		in.nextLine(0, -s.leading)
		in.showLast(a)
	case "\"":
		s.wordSpace, s.charSpace = num(a, 0), num(a, 1)
		in.nextLine(0, -s.leading)
		in.showLast(a)
	case "TJ":
		if len(a) > 0 && a[0].Kind == Array {
			for _, t := range lex.Items[a[0].From:a[0].To] {
				switch t.Kind {
				case String:
					in.show(t.Bytes)
				case Number:
					in.advance(-t.Num / 1000 * s.size)
				}
			}
		}
	default:
		return false
	}
	return true
}

func (in *interpreter) showLast(a []Token) {
	if n := len(a); n > 0 && a[n-1].Kind == String {
		in.show(a[n-1].Bytes)
	}
}

func (in *interpreter) nextLine(tx, ty float64) {
	s := &in.state
	s.line = geom.Matrix{1, 0, 0, 1, tx, ty}.Then(s.line)
	s.text = s.line
}

// advance moves along the line by a distance in unscaled text space.
func (in *interpreter) advance(d float64) {
	s := &in.state
	if s.font != nil && s.font.Vertical {
		s.text = geom.Matrix{1, 0, 0, 1, 0, d}.Then(s.text)
		return
	}
	d *= s.stretch
	s.text[4] += d * s.text[0]
	s.text[5] += d * s.text[1]
}

func (in *interpreter) font(name string) *fonts.Font {
	if f, ok := in.local[name]; ok {
		return f
	}
	if in.fontRefs == nil {
		in.fontRefs = in.refs("Font")
	}
	ref := in.fontRefs[name]
	var f *fonts.Font
	if ref == "" {
		f = in.loadFont(name)
	} else {
		f = in.fonts.font(ref, func() *fonts.Font { return in.loadFont(name) })
	}
	in.local[name] = f
	in.page.BadFont = in.page.BadFont || f != nil && f.Damaged
	return f
}

// loadFont reads a font of the resources; nil where there is none of that name.
func (in *interpreter) loadFont(name string) *fonts.Font {
	in.lookUp()
	v := in.resources.Key("Font").Key(name)
	if !v.IsDict() {
		v = in.defaults.Key("Font").Key(name)
	}
	if !v.IsDict() {
		return nil
	}
	f := fonts.Load(v)
	in.page.Operators += f.Steps
	return f
}

// refs gives the references of a kind of resources, by name. To read them takes as
// long as some operators.
func (in *interpreter) refs(kind string) map[string]string {
	const operators = 3 // of one
	refs := in.resources.Key(kind).Refs()
	in.page.Operators += operators * len(refs)
	return refs
}

// show paints a string.
func (in *interpreter) show(b []byte) {
	s := &in.state
	if s.font == nil {
		in.page.BadFont = true
		return
	}
	m := geom.Matrix{s.stretch, 0, 0, 1, 0, s.rise}.Then(s.text).Then(s.ctm)
	size := math.Abs(s.size) * math.Hypot(m[2], m[3])
	dir, angle := direction(m, s.size), slant(m, s.size)
	hidden := s.mode == 3 || s.mode == 7 || s.clear
	white := s.white && s.mode%4 == 0
	in.useFont()
	for len(b) > 0 {
		c := s.font.Next(b)
		b0 := b[:c.Bytes]
		b = b[c.Bytes:]
		in.use.glyphs++
		wide := c.Width * s.size
		if in.replaced > 0 {
			// The text that stands for it reaches as far as it does.
			c.Text = cmp.Or(c.Text, fonts.Unknown)
			if !s.font.Told || c.Text == fonts.Unknown {
				in.guessed++
			}
		} else if c.Text == fonts.Unknown && in.off == 0 {
			in.unknown(c, b0)
		} else if c.Text == " " {
			in.use.blanks = true
		}
		if c.Text != "" && in.off == 0 {
			x0, y0 := m[4], m[5]
			x1, y1 := x0+wide*m[0], y0+wide*m[1]
			if s.font.Vertical {
				x1, y1 = x0-s.size*m[2], y0-s.size*m[3]
			}
			if math.Abs(x0-in.endX) > 0.3*size || math.Abs(y0-in.endY) > 0.3*size {
				in.runs++
			}
			in.endX, in.endY = x1, y1
			switch {
			case !in.onPage(x0, y0, x1, y1, size):
				if !(geom.Rect{X0: min(x0, x1), Y0: min(y0, y1), X1: max(x0, x1), Y1: max(y0, y1)}).Within(in.media, size) {
					in.page.Outside++
				}
			default:
				in.page.Glyphs = append(in.page.Glyphs, Glyph{
					Text: c.Text, X: x0, Y: y0, EndX: x1, EndY: y1, Size: size,
					Ascent: float32(s.font.Ascent), Descent: float32(s.font.Descent),
					Clip: s.clip, Run: in.runs, Dir: dir, Angle: angle, Bold: s.font.Bold, Hidden: hidden, White: white,
				})
			}
		}
		step := wide + s.charSpace
		if s.font.Vertical {
			step = -s.size + s.charSpace
		}
		if c.Blank {
			step += s.wordSpace
		}
		in.advance(step)
		if s.font.Vertical {
			m[4], m[5] = m[4]+step*m[2], m[5]+step*m[3]
		} else {
			m[4], m[5] = m[4]+step*m[0], m[5]+step*m[1]
		}
	}
}

// onPage reports whether any of a glyph lies on the page.
func (in *interpreter) onPage(x0, y0, x1, y1, size float64) bool {
	p := in.page
	return max(x0, x1) >= 0 && min(x0, x1) <= p.Width &&
		max(y0, y1) >= 0 && min(y0, y1)-size <= p.Height && size < 1e5
}

// direction tells where a text matrix runs to, in display space.
func direction(m geom.Matrix, size float64) Dir {
	dx, dy := m[0], m[1]
	if size < 0 {
		dx, dy = -dx, -dy
	}
	switch {
	case math.Abs(dx) >= math.Abs(dy) && dx >= 0:
		return Right
	case math.Abs(dx) >= math.Abs(dy):
		return Left
	case dy > 0:
		return Down
	}
	return Up
}

// leastSlant is how far from upright or sideways text must run to count as
// slanted, degrees. Pages that were scanned askew stay below.
const leastSlant = 15

// slant gives the angle of slanted text, 0 for other text.
func slant(m geom.Matrix, size float64) int16 {
	dx, dy := m[0], m[1]
	if dx == 0 || dy == 0 {
		return 0
	}
	if size < 0 {
		dx, dy = -dx, -dy
	}
	angle := int16(math.Round(math.Atan2(dy, dx) * 180 / math.Pi))
	angle = (angle + 360) % 360
	if off := angle % 90; off < leastSlant || off > 90-leastSlant {
		return 0
	}
	return angle
}
