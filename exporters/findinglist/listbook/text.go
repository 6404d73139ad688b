package listbook

import (
	"bytes"
	"encoding/xml"
	"math"
	"path"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// cellLimit is the most UTF-16 units that a cell can hold, by Excel's
// specification.
const cellLimit = 32767

// cellText gives a text as a cell can hold it: without the control characters
// that XML 1.0 forbids, line breaks as line feeds, cut at the limit.
func cellText(s string) string {
	s = strings.ToValidUTF8(s, "�")
	s = breaks.Replace(s)
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, s)
	if len(s) >= cellLimit {
		units := 0
		for i, r := range s {
			if units += utf16.RuneLen(r); units >= cellLimit {
				return s[:i] + "…"
			}
		}
	}
	if !strings.Contains(s, "_x") {
		return s
	}
	// Excel reads _x000D_ as a code for a character; the underscore is coded in turn.
	return coded.ReplaceAllString(s, "_x005F$0")
}

// breaks gives every sort of line break as a line feed.
var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n")

var coded = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

func escape(s string) string {
	var b bytes.Buffer
	// a buffer does not fail
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

// looksLikeFormula reports whether a text begins as a formula does in a
// program that is given it to type.
func looksLikeFormula(s string) bool {
	return s != "" && strings.ContainsRune("=+-@", rune(s[0]))
}

// target gives a file's name as the address of a link: with forward slashes
// and the few characters coded that an address keeps for itself. Other letters
// stand as they are, which is how Excel writes them.
func target(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	code := strings.NewReplacer("%", "%25", " ", "%20", "#", "%23", "?", "%3F", `"`, "%22", "<", "%3C", ">", "%3E", "^", "%5E", "`", "%60", "{", "%7B", "|", "%7C", "}", "%7D")
	switch {
	case strings.HasPrefix(name, "//"):
		return "file:" + code.Replace(name)
	case len(name) > 1 && name[1] == ':':
		return "file:///" + code.Replace(name)
	case strings.HasPrefix(name, "/"):
		return "file://" + code.Replace(name)
	}
	name = path.Clean(name)
	if first, _, _ := strings.Cut(name, "/"); strings.Contains(first, ":") {
		name = "./" + name
	}
	return code.Replace(name)
}

// narrow is how many more letters than digits a column holds: its width is
// counted in digits, and most letters are narrower.
const narrow = 1.1

// lineHeight is the height of a line of the lists' font, in points.
const lineHeight = 13.5

// textHeight estimates how high a row must be for a wrapped text, in points, at
// most what a row can be. Excel fits rows to their text when they have no
// height, LibreOffice does not when it only prints.
func textHeight(text string, width float64) float64 {
	const most = 409
	lines := 0
	full := max(int(math.Floor(width*narrow-1)), 1)
	for _, paragraph := range strings.Split(text, "\n") {
		lines++
		room := full
		for _, word := range strings.Fields(paragraph) {
			n := utf8.RuneCountInString(word)
			if n > room && room < full {
				lines++
				room = full
			}
			for ; n > room; n -= room {
				lines++
				room = full
			}
			room -= n + 1
		}
	}
	return min(float64(lines)*lineHeight+3, most)
}
