package workbook

import (
	"path"
	"strconv"
	"strings"
	"unicode"

	"riskbok/rules/model"
)

// Names gives files names that are not taken yet.
type Names map[string]bool

// Take gives the stem as the name of a workbook, numbered from the second on:
// "hamnnamnden-2026-budget.xlsx".
func (n Names) Take(stem string) string {
	name := stem + ".xlsx"
	for i := 2; n[name]; i++ {
		name = stem + "-" + strconv.Itoa(i) + ".xlsx"
	}
	n[name] = true
	return name
}

// Stem names a board's year: "hamnnamnden-2026". What has no board is named
// after the file it was read from, else by the last resort; a year of 0 is left
// out, and so is one that the file's name tells already.
func Stem(board, file, otherwise string, year int) string {
	stem := Slug(board)
	told := false
	if stem == "" {
		stem = Slug(BaseName(file))
		told = strings.Contains("-"+stem+"-", "-"+strconv.Itoa(year)+"-")
	}
	if stem == "" {
		stem = otherwise
	}
	if year != 0 && !told {
		stem += "-" + strconv.Itoa(year)
	}
	return stem
}

// Slug gives a text as the part of a file name that is safe on every system:
// small letters a–z, digits and single hyphens; å, ä and ö lose their marks.
func Slug(s string) string {
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

// FileName is a file's name without folders.
func FileName(file string) string { return path.Base(strings.ReplaceAll(file, `\`, "/")) }

// BaseName is a file's name without folders and ending.
func BaseName(file string) string {
	name := FileName(file)
	return strings.TrimSuffix(name, path.Ext(name))
}
