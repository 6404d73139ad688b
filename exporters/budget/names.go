package budget

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"riskbok/exporters/workbook"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// Ending ends the names of budget workbooks, before ".xlsx".
const Ending = "-budget"

// fileName names a book's workbook. A book without a board is named after the
// first file that it was read from.
func fileName(r *rules.Report, b *model.Book, cat *lang.Catalog, taken workbook.Names) string {
	file := r.Place(firstSource(b)).File
	return taken.Take(workbook.Stem(b.Board, file, cat.T("budget.file.board"), b.Year) + Ending)
}

func firstSource(b *model.Book) model.Source {
	if len(b.Budgets) > 0 {
		return b.Budgets[0].At
	}
	return b.Allocations[0].At
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
			if strings.EqualFold(o.Name, s) {
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

// sourceText says where something stood: file and page, or sheet and row.
func (b *builder) sourceText(s model.Source) string {
	p := b.report.Place(s)
	file := workbook.FileName(p.File)
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
