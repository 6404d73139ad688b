package grid

import (
	"regexp"
	"testing"
	"unicode"
)

func TestExpressionKnowsLatinLetters(t *testing.T) {
	const pattern = `^(\pL)([\p{L}\d-])(\p{Lu})\\pL\[[^\]]$`
	ours, theirs := Expression(pattern), regexp.MustCompile(pattern)
	for c := rune(' '); c < 0x2b0; c++ {
		if unicode.IsUpper(c) && c >= 0x180 {
			continue // capitals of languages that are not written in Europe
		}
		text := string(c) + string(c) + `Å\pL[x`
		if ours.MatchString(text) != theirs.MatchString(text) {
			t.Errorf("%q: as a letter %v", c, ours.MatchString(text))
		}
		text = "öö" + string(c) + `\pL[x`
		if ours.MatchString(text) != theirs.MatchString(text) {
			t.Errorf("%q: as a capital %v", c, ours.MatchString(text))
		}
	}
}
