package content

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf16"
)

// mark is a stretch of marked content; replaced has its ActualText.
type mark struct {
	replaced bool
	off      bool // of a layer that is off
	text     string
	from     int // first glyph
	guessed  int // glyphs before it whose character was guessed
}

func (in *interpreter) beginMark(a []Token, lex *Lexer) {
	m := mark{from: len(in.page.Glyphs), guessed: in.guessed}
	if len(a) >= 2 {
		switch a[1].Kind {
		case Dict:
			items := lex.Items[a[1].From:a[1].To]
			for i := 0; i+1 < len(items); i += 2 {
				if items[i].Kind == Name && string(items[i].Bytes) == "ActualText" && items[i+1].Kind == String {
					m.replaced, m.text = true, textString(items[i+1].Bytes)
				}
			}
		case Name:
			in.lookUp()
			if in.layers != nil && a[0].Kind == Name && string(a[0].Bytes) == "OC" {
				m.off = in.layerOff(string(a[1].Bytes))
			}
			if v := in.resources.Key("Properties").Key(string(a[1].Bytes)).Key("ActualText"); !v.IsNull() {
				m.replaced, m.text = true, v.Text()
			}
		}
	}
	if len(in.marks) < maxSaved {
		in.marks = append(in.marks, m)
		if m.off {
			in.off++
		}
		if m.replaced {
			in.replaced++
		}
	}
}

// layerOff reports whether a layer that the resources name is off.
func (in *interpreter) layerOff(name string) bool {
	off, ok := in.offNames[name]
	if !ok {
		off = in.layers.Off(in.resources.Key("Properties"), name)
		if in.offNames == nil {
			in.offNames = map[string]bool{}
		}
		in.offNames[name] = off
	}
	return off
}

// A replacement is set in place of the glyphs where it has no more letters than this,
// and so many for each of them: a drawn name is one glyph and may stand for a line of
// text, 500,000 letters in the place of a few take half a minute to tell apart.
const mostReplacing, mostPerGlyph = 256, 16

// endMark puts the replacement text in place of the glyphs of its stretch:
// letter for letter where there are as many, else spread over their extent.
func (in *interpreter) endMark() {
	n := len(in.marks)
	if n == 0 {
		return
	}
	m := in.marks[n-1]
	in.marks = in.marks[:n-1]
	if m.off {
		in.off--
	}
	if m.replaced {
		in.replaced--
	}
	if !m.replaced || m.from >= len(in.page.Glyphs) {
		return
	}
	old := in.page.Glyphs[m.from:]
	if in.guessed == m.guessed && in.contradicts(old, m.text) {
		return
	}
	letters := strings.Split(strings.Trim(m.text, "\x00\ufeff"), "")
	if len(letters) == len(old) {
		for i := range old {
			old[i].Text = letters[i]
		}
		return
	}
	if len(letters) > mostReplacing+mostPerGlyph*len(old) {
		return
	}
	first, last := old[0], old[len(old)-1]
	if math.Abs(first.Y-last.Y) > first.Size/2 && first.Dir == Right {
		return
	}
	in.page.Glyphs = in.page.Glyphs[:m.from]
	for i, text := range letters {
		g := first
		a, b := float64(i)/float64(len(letters)), float64(i+1)/float64(len(letters))
		g.Text = text
		g.X, g.Y = first.X+(last.EndX-first.X)*a, first.Y+(last.EndY-first.Y)*a
		g.EndX, g.EndY = first.X+(last.EndX-first.X)*b, first.Y+(last.EndY-first.Y)*b
		in.page.Glyphs = append(in.page.Glyphs, g)
	}
}

// contradicts reports whether a text that is to stand for glyphs has other digits than
// they show, or no letters where they show some: it is for those who do not see the
// page, and the board decides what it sees.
func (in *interpreter) contradicts(old []Glyph, text string) bool {
	const glyphs = 16 // that are looked at in the time of an operator
	in.page.Operators += len(old) / glyphs
	seen, letters := make([]byte, 0, 16), 0
	for i := range old {
		for _, r := range old[i].Text {
			switch {
			case '0' <= r && r <= '9':
				seen = append(seen, byte(r))
			case unicode.IsLetter(r):
				letters++
			}
		}
	}
	const word = 2 // letters; one may be a bullet
	if len(seen) == 0 {
		return letters >= word && !strings.ContainsFunc(text, isWritten)
	}
	for _, r := range text {
		if '0' <= r && r <= '9' {
			if len(seen) == 0 || seen[0] != byte(r) {
				return true
			}
			seen = seen[1:]
		}
	}
	return len(seen) > 0
}

func isWritten(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// textString decodes a text string of a content stream.
func textString(b []byte) string {
	if len(b) >= 2 && b[0] == 0xfe && b[1] == 0xff {
		units := make([]uint16, 0, len(b)/2)
		for i := 2; i+1 < len(b); i += 2 {
			units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
		}
		return string(utf16.Decode(units))
	}
	if len(b) >= 3 && b[0] == 0xef && b[1] == 0xbb && b[2] == 0xbf {
		return string(b[3:])
	}
	var out strings.Builder
	for _, c := range b {
		out.WriteRune(rune(c))
	}
	return out.String()
}
