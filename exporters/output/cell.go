package output

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// HarmlessCell gives a text as it may stand in a cell of a format that spreadsheets open
// and in which nothing else tells a text from a formula, such as CSV: a document may have
// brought along one that a spreadsheet would run, and what begins with a space is no
// formula. Excel leaves out invisible characters before the sign of a formula, and takes
// the wide forms of it for it. A plain number with a sign is left alone.
func HarmlessCell(s string) string {
	first, n := utf8.DecodeRuneInString(strings.TrimLeftFunc(s, func(r rune) bool {
		return r != '\t' && r != '\r' && (unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r))
	}))
	if n == 0 || !strings.ContainsRune("=+-@\t\r＝＋－＠", first) || s[0] == ' ' {
		return s
	}
	if strings.ContainsRune("+-", rune(s[0])) && strings.Trim(s[1:], "0123456789 .,\u00a0") == "" {
		return s
	}
	return " " + s
}
