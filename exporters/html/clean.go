package html

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/rules/lang"
)

// mostShown is how many letters of a text are shown at once: some eight lines of
// the page. The whole of a longer one opens below.
const mostShown = 600

// text is a text as it is shown: Whole is set where Shown is only its beginning,
// Wide where a word of it is so long that it must be broken.
type text struct {
	Shown, Whole string
	Letters      int
	Wide         bool
}

// longWord is more letters than Swedish compounds have that tables hold whole.
const longWord = 32

// breaks reports whether a text has a word that must be broken.
func breaks(s string) bool {
	for word := range strings.FieldsSeq(s) {
		if utf8.RuneCountInString(word) > longWord {
			return true
		}
	}
	return false
}

// cut cuts a text that would fill the page.
func cut(s string) text {
	s = strings.TrimSpace(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s))
	letters := utf8.RuneCountInString(s)
	if letters <= mostShown {
		return text{Shown: s, Wide: breaks(s)}
	}
	return text{shorten(s, mostShown), s, letters, breaks(s)}
}

// shorten cuts a text to so many letters, at a space where one is near.
func shorten(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	runes := []rune(s)[:n-1]
	begun := string(runes)
	if i := strings.LastIndexAny(begun, " \n"); i > len(begun)/2 {
		begun = begun[:i]
	}
	return begun + "…"
}

// visible puts a mark for each character of a page that would steer how it is
// read: control characters, and those that turn the direction of writing.
func visible(page []byte) []byte {
	page = bytes.ToValidUTF8(page, []byte("\uFFFD"))
	if !bytes.ContainsFunc(page, steers) {
		return page
	}
	var b bytes.Buffer
	b.Grow(len(page))
	for _, r := range string(page) {
		if steers(r) {
			fmt.Fprintf(&b, "[U+%04X]", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.Bytes()
}

// steers reports whether a character does something instead of showing: those of
// [lang.Steers], all marks of direction and the mark of the order of bytes.
func steers(r rune) bool {
	return lang.Steers(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\ufeff'
}
