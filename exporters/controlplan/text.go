package controlplan

import (
	"strings"
	"unicode"
	"unicode/utf16"

	"riskbok/rules/model"
)

// cellLimit is the most UTF-16 units that a cell can hold, by Excel's
// specification.
const cellLimit = 32767

// cellText gives a text as a cell can hold it: without the control characters
// that XML 1.0 forbids, line breaks as one line feed, cut at the limit. cut
// reports whether anything was lost to the limit.
func cellText(s string) (text string, cut bool) {
	s = strings.ToValidUTF8(s, "�")
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n").Replace(s)
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, s)
	units := 0
	for i, r := range s {
		if units += utf16.RuneLen(r); units > cellLimit {
			return s[:i], true
		}
	}
	return s, false
}

// looksLikeFormula reports whether a text begins as a formula does in a
// program that is given it to type.
func looksLikeFormula(s string) bool {
	return s != "" && strings.ContainsRune("=+-@", rune(s[0]))
}

// written gives a value as it should be shown: as it was understood where it
// was, else as it stood.
func written(v model.Value[string]) string {
	if v.OK {
		return v.V
	}
	return v.Raw
}

// slug gives a text as the part of a file name that is safe on every system:
// small letters a–z, digits and single hyphens; å, ä and ö lose their marks.
func slug(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(model.Clean(s)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case letters[r] != "":
			b.WriteString(letters[r])
		case unicode.IsMark(r) || r == '\'' || r == '’':
		default:
			if b.Len() > 0 && !strings.HasSuffix(b.String(), "-") {
				b.WriteByte('-')
			}
		}
	}
	out := strings.Trim(b.String(), "-")
	if len(out) > maxSlug {
		out = strings.Trim(out[:maxSlug], "-")
	}
	return out
}

// maxSlug keeps a file's whole name far below the 255 bytes that file systems
// allow, and paths below the 260 characters of older Windows.
const maxSlug = 80

var letters = map[rune]string{
	'å': "a", 'ä': "a", 'á': "a", 'à': "a", 'â': "a", 'ã': "a", 'æ': "ae",
	'ö': "o", 'ó': "o", 'ò': "o", 'ô': "o", 'õ': "o", 'ø': "o",
	'é': "e", 'è': "e", 'ê': "e", 'ë': "e", 'ü': "u", 'ú': "u", 'ù': "u", 'û': "u",
	'í': "i", 'ì': "i", 'î': "i", 'ï': "i", 'ç': "c", 'ñ': "n", 'ß': "ss", 'ý': "y", 'ð': "d", 'þ': "th",
}

// fill puts year and board into a text of the template. A text that asks for
// a year where none is known loses the word.
func fill(text, board string, year string) string {
	text = strings.ReplaceAll(text, "{year}", year)
	text = strings.ReplaceAll(text, "{board}", board)
	return strings.Join(strings.Fields(text), " ")
}
