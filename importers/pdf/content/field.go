package content

import (
	"strconv"
	"strings"
	"unicode"

	"riskbok/importers/pdf/fonts"
	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/objects"
)

// field is a form field, or a text box that somebody put on the page.
type field struct{ dict, form objects.Value }

// key gives what the field says itself or inherits.
func (f field) key(name string) objects.Value {
	const deep = 8
	d := f.dict
	for range deep {
		if v := d.Key(name); !v.IsNull() || d.IsNull() {
			return v
		}
		d = d.Key("Parent")
	}
	return objects.Value{}
}

// stale reports whether viewers make appearances anew from the values.
func (f field) stale() bool { return f.form.Key("NeedAppearances").Bool() }

// text gives the value as text: "" for buttons, passwords, and for values that
// cannot be text, as in a file whose strings are encrypted.
func (f field) text(kind string) string {
	var s string
	switch {
	case kind == "FreeText":
		s = f.dict.Key("Contents").Text()
	case kind == "Stamp" || f.key("Ff").Int()&flagPassword != 0:
		return ""
	default:
		switch f.key("FT").Name() {
		case "Tx", "Ch":
			v := f.key("V")
			if v.IsArray() {
				v = v.Index(0)
			}
			s = v.Text()
		}
	}
	for _, r := range s {
		if r == unicode.ReplacementChar || unicode.IsControl(r) && !unicode.IsSpace(r) {
			return ""
		}
	}
	s = strings.TrimSpace(s)
	if len(s) > longestValue {
		s = strings.ToValidUTF8(s[:longestValue], "")
	}
	return s
}

// longestValue bounds the text that is set into a field, bytes.
const longestValue = 20_000

// size gives the height of the text from the default appearance, where 0
// stands for what fits.
func (f field) size() float64 {
	da := f.key("DA").Text()
	if da == "" {
		da = f.form.Key("DA").Text()
	}
	words := strings.Fields(da)
	for i := 1; i < len(words); i++ {
		if words[i] == "Tf" {
			size, _ := strconv.ParseFloat(words[i-1], 64)
			return min(max(size, 0), 100)
		}
	}
	return 0
}

const (
	usualSize = 12.0
	fieldPad  = 2.0 // between the edge of a field and its text, points
	lineDrop  = 1.15
)

// write sets a value into its field, as a viewer does without an appearance.
func (in *interpreter) write(value string, rect geom.Rect, f field) {
	size := f.size()
	many := f.dict.Key("Subtype").Name() == "FreeText" || f.key("Ff").Int()&flagMultiline != 0
	if size == 0 {
		size = usualSize
		if !many {
			size = min(size, 0.7*rect.H(), size*rect.W()/max(plainWidth(value)*size, 1))
		}
	}
	lines := []string{strings.Join(strings.Fields(value), " ")}
	y := (rect.Y0+rect.Y1)/2 - 0.35*size
	if many {
		lines = wrap(value, (rect.W()-2*fieldPad)/size)
		y = rect.Y1 - fieldPad - 0.75*size
	}
	for _, l := range lines {
		room := rect.W() - plainWidth(l)*size
		x := rect.X0 + fieldPad
		switch f.key("Q").Int() {
		case 1:
			x = rect.X0 + room/2
		case 2:
			x = rect.X0 + room - fieldPad
		}
		in.writeLine(l, x, y, size)
		y -= lineDrop * size
	}
}

// writeLine adds the glyphs of a line that begins at a point of user space.
func (in *interpreter) writeLine(l string, x, y, size float64) {
	in.runs++
	m := in.state.ctm
	for _, r := range l {
		wide := fonts.PlainWidth(r) * size
		g := Glyph{Text: string(r), Size: size * m.Scale(), Ascent: 0.75, Descent: -0.25, Run: in.runs, Dir: direction(m, 1)}
		g.X, g.Y = m.Apply(x, y)
		g.EndX, g.EndY = m.Apply(x+wide, y)
		if in.onPage(g.X, g.Y, g.EndX, g.EndY, g.Size) && len(in.page.Glyphs) <= in.lim.Glyphs {
			in.page.Glyphs = append(in.page.Glyphs, g)
		}
		x += wide
	}
}

func plainWidth(s string) float64 {
	w := 0.0
	for _, r := range s {
		w += fonts.PlainWidth(r)
	}
	return w
}

// wrap breaks a text into lines of a width in em.
func wrap(s string, width float64) []string {
	var out []string
	for _, par := range strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }) {
		line := ""
		for _, w := range strings.Fields(par) {
			if line != "" && plainWidth(line)+plainWidth(" ")+plainWidth(w) > width {
				out = append(out, line)
				line = ""
			}
			if line != "" {
				line += " "
			}
			line += w
		}
		out = append(out, line)
	}
	return out
}
