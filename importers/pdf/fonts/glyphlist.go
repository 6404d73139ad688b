package fonts

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

//go:embed glyphs.txt
var glyphsText string

// standardNames are the fonts whose widths glyphs.txt lists, in its order.
var standardNames = []string{"Helvetica", "Helvetica-Bold", "Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"}

// glyphTable is glyphs.txt, parsed when a font first needs it.
type glyphTable struct {
	runes  map[string]rune
	widths map[rune][]float64 // by code point, in the order of standardNames
}

var glyphs = sync.OnceValue(func() glyphTable {
	t := glyphTable{map[string]rune{}, map[rune][]float64{}}
	for line := range strings.Lines(glyphsText) {
		f := strings.Fields(line)
		if len(f) < 2 || f[0] == "#" {
			continue
		}
		code, err := strconv.ParseUint(f[1], 16, 32)
		if err != nil {
			continue
		}
		t.runes[f[0]] = rune(code)
		if len(f) < 2+len(standardNames) {
			continue
		}
		w := make([]float64, len(standardNames))
		for i := range w {
			w[i], _ = strconv.ParseFloat(f[2+i], 64)
		}
		t.widths[rune(code)] = w
	}
	return t
})

// glyphText gives the text of a glyph name, "" where the name says nothing.
// It follows Adobe's glyph list specification: suffixes after a dot do not
// count, underscores join, "uni" or "u" before hexadecimal digits is a code point.
func glyphText(name string) string {
	if i := strings.IndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	if strings.IndexByte(name, '_') > 0 {
		var b strings.Builder
		for _, part := range strings.Split(name, "_") {
			b.WriteString(glyphText(part))
		}
		return b.String()
	}
	if r, ok := glyphs().runes[name]; ok {
		return string(r)
	}
	if len(name) == 1 {
		return name
	}
	for _, prefix := range []string{"uni", "u"} {
		hex, ok := strings.CutPrefix(name, prefix)
		if !ok || len(hex) < 4 || len(hex) > 6 {
			continue
		}
		if v, err := strconv.ParseUint(hex, 16, 32); err == nil && utf8.ValidRune(rune(v)) {
			return string(rune(v))
		}
	}
	return ""
}

// dingbats are the signs of ZapfDingbats that people fill in forms and lists
// with; its others are read as bullets, as no code of it is a letter.
var dingbats = map[byte]string{'3': "✓", '4': "✔", '5': "✕", '6': "✖", '7': "✗", '8': "✘", 'n': "■", 'o': "❏", 'q': "❑", 'u': "◆", ' ': " "}

func dingbatEncoding() (table [256]string) {
	for i := 32; i < 255; i++ {
		table[i] = "•"
		if s, ok := dingbats[byte(i)]; ok {
			table[i] = s
		}
	}
	return table
}

// baseEncoding fills a table with one of the named encodings of ISO 32000-1,
// annex D.
func baseEncoding(name string) (table [256]string) {
	switch name {
	case "WinAnsiEncoding":
		fromCharmap(&table, charmap.Windows1252)
		for _, c := range []int{0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d} {
			table[c] = "•"
		}
		table[0xad] = "-"
	case "MacRomanEncoding":
		fromCharmap(&table, charmap.Macintosh)
		table[0xca] = " "
	default:
		for i := 32; i < 127; i++ {
			table[i] = string(rune(i))
		}
		for code, r := range standardHigh {
			table[code] = string(r)
		}
	}
	return table
}

func fromCharmap(table *[256]string, m *charmap.Charmap) {
	for i := 32; i < 256; i++ {
		if r := m.DecodeByte(byte(i)); r != utf8.RuneError {
			table[i] = string(r)
		}
	}
}

// standardHigh is where StandardEncoding departs from ASCII.
var standardHigh = map[byte]rune{
	0x27: '’', 0x60: '‘',
	0xa1: '¡', 0xa2: '¢', 0xa3: '£', 0xa4: '⁄', 0xa5: '¥', 0xa6: 'ƒ', 0xa7: '§', 0xa8: '¤', 0xa9: '\'', 0xaa: '“', 0xab: '«', 0xac: '‹', 0xad: '›', 0xae: 'ﬁ', 0xaf: 'ﬂ',
	0xb1: '–', 0xb2: '†', 0xb3: '‡', 0xb4: '·', 0xb6: '¶', 0xb7: '•', 0xb8: '‚', 0xb9: '„', 0xba: '”', 0xbb: '»', 0xbc: '…', 0xbd: '‰', 0xbf: '¿',
	0xc1: '`', 0xc2: '´', 0xc3: 'ˆ', 0xc4: '˜', 0xc5: '¯', 0xc6: '˘', 0xc7: '˙', 0xc8: '¨', 0xca: '˚', 0xcb: '¸', 0xcd: '˝', 0xce: '˛', 0xcf: 'ˇ',
	0xd0: '—', 0xe1: 'Æ', 0xe3: 'ª', 0xe8: 'Ł', 0xe9: 'Ø', 0xea: 'Œ', 0xeb: 'º', 0xf1: 'æ', 0xf5: 'ı', 0xf8: 'ł', 0xf9: 'ø', 0xfa: 'œ', 0xfb: 'ß',
}
