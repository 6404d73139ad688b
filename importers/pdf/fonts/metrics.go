package fonts

import (
	"strings"
	"unicode/utf8"
)

// standardWidths gives the widths of a simple font that states none, by the
// standard font that its name is or resembles (ISO 32000-1, 9.6.2.2).
func standardWidths(name string, text *[256]string) (out [256]float64) {
	lower := strings.ToLower(name)
	bold := strings.Contains(lower, "bold") || strings.Contains(lower, "black")
	slanted := strings.Contains(lower, "italic") || strings.Contains(lower, "oblique")
	column := 0
	switch {
	case strings.Contains(lower, "courier") || strings.Contains(lower, "mono"):
		for i := range out {
			out[i] = 600
		}
		return out
	case strings.Contains(lower, "times") || strings.Contains(lower, "serif") && !strings.Contains(lower, "sans"):
		column = 2
		if slanted {
			column = 4
		}
	}
	if bold {
		column++
	}
	widths := glyphs().widths
	for i, s := range text {
		out[i] = 556
		r, _ := utf8.DecodeRuneInString(s)
		if r == ' ' || r == '\u00a0' {
			r = ' '
		}
		if w, ok := widths[r]; ok {
			out[i] = w[column]
		}
	}
	return out
}

// PlainWidth gives the width of a character in Helvetica, in em.
func PlainWidth(r rune) float64 {
	if r == '\u00a0' {
		r = ' '
	}
	if w, ok := glyphs().widths[r]; ok {
		return w[0] / 1000
	}
	return 0.556
}

// ligatures are folded into their letters, as a search would.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")

// fold gives a character's text as it is stored: ligatures as letters, control
// characters gone, every kind of space as one.
func fold(s string) string {
	if r, size := utf8.DecodeRuneInString(s); s == "" || size == len(s) && asStored(r) {
		return s
	}
	if swapped, ok := swappedASCII(s); ok {
		s = swapped
	}
	s = ligatures.Replace(s)
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case r >= 0xf020 && r <= 0xf0ff:
			return symbol(r)
		case r < ' ' || r == 0x7f || r == '\u00ad' && len(s) > 2:
			return -1
		}
		return r
	}, s)
}

// asStored reports whether fold leaves a character alone, as most: no control character,
// no ligature, none of symbol fonts.
func asStored(r rune) bool {
	return r >= ' ' && r != 0x7f && r != utf8.RuneError && (r < 0xf020 || r > 0xf0ff) && (r < 'ﬀ' || r > 'ﬆ')
}

// symbol gives a reader's idea of a character of the private area that symbol
// fonts use: bullets are bullets, ASCII is ASCII.
func symbol(r rune) rune {
	switch low := r & 0xff; {
	case low == 0xb7 || low == 0xa7 || low == 0xd8 || low == 0xfc:
		return '•'
	case low == 0x20 || low == 0x2d:
		return low
	}
	return r
}

// swappedASCII mends the byte-swapped ligatures of Ghostscript's ToUnicode
// maps, where "fl" is U+6600 U+6C00.
func swappedASCII(s string) (string, bool) {
	if utf8.RuneCountInString(s) < 2 {
		return "", false
	}
	var b strings.Builder
	for _, r := range s {
		if r&0xff != 0 || r>>8 < 'A' || r>>8 > 'z' {
			return "", false
		}
		b.WriteRune(r >> 8)
	}
	return b.String(), true
}
