package budget

import (
	"path"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// fileName names a book's workbook. A book without a board is named after the
// first file that it was read from.
func fileName(r *rules.Report, b *model.Book, cat *lang.Catalog, taken map[string]bool) string {
	stem := slug(b.Board)
	if stem == "" {
		stem = slug(baseName(r.Place(firstSource(b)).File))
	}
	if stem == "" {
		stem = cat.T("budget.file.board")
	}
	if b.Year != 0 {
		stem += "-" + strconv.Itoa(b.Year)
	}
	stem += "-budget"
	name := stem + ".xlsx"
	for n := 2; taken[name]; n++ {
		name = stem + "-" + strconv.Itoa(n) + ".xlsx"
	}
	taken[name] = true
	return name
}

func firstSource(b *model.Book) model.Source {
	if len(b.Budgets) > 0 {
		return b.Budgets[0].At
	}
	return b.Allocations[0].At
}

// baseName is a file's name without folders and ending.
func baseName(file string) string {
	name := path.Base(strings.ReplaceAll(file, `\`, "/"))
	return strings.TrimSuffix(name, path.Ext(name))
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

// slug gives a text as the part of a file name that is safe on every system:
// small letters a–z, digits and single hyphens.
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

// maxTab is the longest name of a tab, in characters.
const maxTab = 31

// tabName gives a tab's name that is not taken, without the characters that a
// name cannot have.
func (b *builder) tabName(name string) string {
	name = strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) || r < ' ' {
			return ' '
		}
		return r
	}, name), "' ")
	taken := func(s string) bool {
		for _, o := range b.sheets {
			if strings.EqualFold(o.name, s) {
				return true
			}
		}
		return false
	}
	out := cut(name, maxTab)
	for n := 2; taken(out); n++ {
		suffix := " (" + strconv.Itoa(n) + ")"
		out = cut(name, maxTab-len(suffix)) + suffix
	}
	return out
}

func cut(s string, n int) string {
	for utf8.RuneCountInString(s) > n {
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	return s
}

// cellText gives a text as a cell can hold it: no control characters, at most
// 32,767 characters.
func cellText(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "�"))
	return cut(s, 32767/2)
}

// sourceText says where something stood: file and page, or sheet and row.
func (b *builder) sourceText(s model.Source) string {
	p := b.report.Place(s)
	file := path.Base(strings.ReplaceAll(p.File, `\`, "/"))
	switch {
	case p.Page > 0:
		return b.cat.T("budget.source.page", "file", file, "page", p.Page)
	case s.Row > 0:
		return b.cat.T("budget.source.row", "file", file, "sheet", p.Sheet, "row", s.Row)
	}
	return b.cat.T("budget.source.sheet", "file", file, "sheet", p.Sheet)
}

// sourcesText is sourceText for several sources, each named once, on a line of its own.
func (b *builder) sourcesText(list ...model.Source) string {
	var out []string
	seen := map[string]bool{}
	for _, s := range list {
		if text := b.sourceText(s); !seen[text] {
			seen[text] = true
			out = append(out, text)
		}
	}
	return strings.Join(out, "\n")
}
