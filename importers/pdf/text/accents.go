package text

import (
	"math"
	"slices"
	"sync"
	"unicode/utf8"

	"riskbok/importers/pdf/content"
)

// accented lists for a mark, standing alone or combining, the letters that it
// is painted over, each followed by both as one letter.
var accented = sync.OnceValue(func() map[string]map[string]string {
	const diaeresis, ring, acute, grave, circumflex, tilde = "aäAÄoöOÖuüUÜeëEËiïıïIÏyÿ", "aåAÅ", "aáAÁeéEÉiíıíIÍoóOÓuúUÚyýYÝ", "aàAÀeèEÈiìıìoòuù", "aâAÂeêEÊiîıîoôuû", "nñNÑaãoõ"
	out := map[string]map[string]string{}
	for mark, letters := range map[string]string{
		"¨": diaeresis, "\u0308": diaeresis, "˚": ring, "°": ring, "\u030a": ring, "´": acute, "\u0301": acute,
		"`": grave, "\u0300": grave, "ˆ": circumflex, "^": circumflex, "\u0302": circumflex, "˜": tilde, "\u0303": tilde, "¸": "cçCÇ", "\u0327": "cçCÇ",
	} {
		out[mark] = map[string]string{}
		runes := []rune(letters)
		for i := 0; i < len(runes); i += 2 {
			out[mark][string(runes[i])] = string(runes[i+1])
		}
	}
	return out
})

// mayAccent is a quick look whether a glyph can be a mark.
func mayAccent(s string) bool {
	switch len(s) {
	case 1:
		return s[0] == '`' || s[0] == '^'
	case 2:
		return s[0] == 0xc2 && s[1] >= 0xa8 || s[0] == 0xcb || s[0] == 0xcc
	}
	return false
}

// Marks are painted over the middle of their letter, give or take this share
// of its width, and at most this much higher or lower than it, em: capitals
// have them higher. Positions in files that TeX wrote are exact. A mark without width
// stands within markEnd of one side of its letter, em.
const (
	markAside = 0.3
	markAbove = 0.6
	markEnd   = 0.1
)

// composeAccents joins marks that were painted apart from their letter with
// it, as TeX and some printer drivers do: "¨" and "a" on one spot are "ä".
func composeAccents(glyphs []content.Glyph) []content.Glyph {
	gone := 0
	for i := range glyphs {
		if mayAccent(glyphs[i].Text) && compose(glyphs, i) {
			glyphs[i].Text = ""
			gone++
		}
	}
	if gone == 0 {
		return glyphs
	}
	return slices.DeleteFunc(glyphs, func(g content.Glyph) bool { return g.Text == "" })
}

// compose changes the letter that a mark belongs to. The letter is painted
// right after the mark, or right before it.
func compose(glyphs []content.Glyph, i int) bool {
	mark := &glyphs[i]
	letters := accented()[mark.Text]
	if letters == nil {
		return false
	}
	for _, k := range [...]int{i + 1, i - 1, i + 2, i - 2} {
		if k < 0 || k >= len(glyphs) {
			continue
		}
		g := &glyphs[k]
		if utf8.RuneCountInString(g.Text) != 1 {
			continue
		}
		whole, ok := letters[g.Text]
		if !ok || g.Dir != mark.Dir || g.Angle != mark.Angle || !over(mark, g) {
			continue
		}
		g.Text = whole
		return true
	}
	return false
}

// over reports whether a mark stands over a letter.
func over(mark, g *content.Glyph) bool {
	dx := (mark.X+mark.EndX)/2 - (g.X+g.EndX)/2
	dy := (mark.Y+mark.EndY)/2 - (g.Y+g.EndY)/2
	if mark.X == mark.EndX && mark.Y == mark.EndY { // a mark without width stands where its letter ends, or begins
		return math.Hypot(mark.X-g.EndX, mark.Y-g.EndY) < markEnd*g.Size || math.Hypot(mark.X-g.X, mark.Y-g.Y) < markEnd*g.Size
	}
	if g.Dir == content.Up || g.Dir == content.Down {
		dx, dy = dy, dx
	}
	return math.Abs(dx) < markAside*math.Hypot(g.EndX-g.X, g.EndY-g.Y) && math.Abs(dy) < markAbove*g.Size
}
