package budget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// heads are the texts that head a page or a table, nearest first: title,
// caption, then short lines that begin as titles do.
func (c *setting) heads() []string {
	heads := []string{c.title, c.caption}
	for i := len(c.over) - 1; i >= 0; i-- {
		s := c.over[i].text
		r, _ := utf8.DecodeRuneInString(s)
		if utf8.RuneCountInString(s) <= 70 && unicode.IsUpper(r) && !strings.HasSuffix(s, ".") {
			heads = append(heads, s)
		}
	}
	return append(heads, c.name)
}

// year gives the first year that a head states, of those that the columns
// have if they have any.
func (c *setting) year(columns []model.BudgetColumn) int {
	some := false
	for _, col := range columns {
		some = some || col.Year != 0
	}
	for _, s := range c.heads() {
		y, ok := grid.FindYear(s)
		if !ok {
			continue
		}
		if !some {
			return y
		}
		for _, col := range columns {
			if col.Year == y {
				return y
			}
		}
	}
	return 0
}

// period gives the first span of months that a head states.
func (c *setting) period() model.Period {
	for _, s := range c.heads() {
		if p := c.w.span(s); !p.IsZero() {
			return p
		}
	}
	return model.Period{}
}

// board gives the board that a head names: alone, after a label, or as whose
// report it is ("Hamnnämndens rapport").
func (c *setting) board() string {
	for i := len(c.over) - 1; i >= 0; i-- {
		s := c.over[i].text
		if label, rest, ok := strings.Cut(s, ":"); ok && contains(lower(c.w.v.Board.Labels), strings.ToLower(strings.TrimSpace(label))) {
			return strings.TrimSpace(rest)
		}
		if name := c.w.boardName(s); name != "" {
			return name
		}
	}
	for _, s := range c.heads() {
		if name := c.w.owner(s); name != "" {
			return name
		}
	}
	return ""
}

func lower(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = strings.ToLower(s)
	}
	return out
}

// boardName gives the name of a board where a text is nothing but that, and the
// title and the year of a budget before or after it, else "".
func (w *documentWords) boardName(s string) string {
	f := w.withoutTitle(strings.Fields(s))
	s = strings.TrimRight(strings.Join(f, " "), ",")
	f = strings.Fields(s)
	if len(f) == 0 || len(f) > 8 || strings.ContainsAny(s, ":\n") {
		return ""
	}
	for _, p := range w.v.Board.Prefixes {
		if strings.HasPrefix(model.Key(s), model.Key(p)+" ") {
			return s
		}
	}
	if len(f) <= 4 && w.namesBoard(f[len(f)-1]) {
		return s
	}
	return ""
}

// withoutTitle gives words without those at their ends that are the title of a budget,
// a year, a dash, and without what binds a title to the name behind it. Behind a name
// only what a comma or a dash divides from it is a title: "Nämnden för ekonomi".
func (w *documentWords) withoutTitle(f []string) []string {
	bare := func(word string) bool {
		_, year := grid.FindYear(word)
		return year || !strings.ContainsFunc(word, unicode.IsLetter)
	}
	title := func(word string) bool {
		return !w.namesBoard(strings.Trim(word, ",.")) && holds(word, w.budgetTitles)
	}
	for n := len(f); n > 0; n = len(f) {
		divided := n > 1 && (bare(f[n-2]) || strings.HasSuffix(f[n-2], ","))
		if !bare(f[n-1]) && !(divided && title(f[n-1])) {
			break
		}
		f = f[:n-1]
	}
	begun := false
	for len(f) > 0 && (bare(f[0]) || title(f[0]) || begun && len(f[0]) <= tolerances.maxBinding && f[0] == strings.ToLower(f[0])) {
		f, begun = f[1:], true
	}
	return f
}

// owner gives the board whose report a title says that it is.
func (w *documentWords) owner(s string) string {
	f := strings.Fields(s)
	for i := 0; i < len(f) && i < 4; i++ {
		if whose, ok := strings.CutSuffix(f[i], "s"); ok && w.namesBoard(whose) {
			return strings.Join(append(f[:i:i], whose), " ")
		}
	}
	return ""
}

func (w *documentWords) namesBoard(word string) bool {
	key := model.Key(word)
	for _, s := range w.v.Board.Suffixes {
		if strings.HasSuffix(key, s) && len(key) > len(s) {
			return true
		}
	}
	return false
}
