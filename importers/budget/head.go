package budget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/boards"
	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// heads are the texts that head a page or a table, nearest first: title,
// caption, what leads to the table, then short lines that begin as titles do.
func (c *setting) heads() []string {
	heads := []string{c.title, c.caption}
	if n := len(c.over); n > 0 && strings.HasSuffix(c.over[n-1].text, ":") && !c.workbook { // it leads to the table
		lead := ""
		for _, l := range c.over[c.paragraph():] {
			lead += l.text + " "
		}
		heads = append(heads, lead)
	}
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
		if name := c.w.boards.Beside(s); name != "" {
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

// boardNames knows the names of boards beside the titles of budgets. What a column of
// amounts may be called, too, is no board's matter: "Nämnden för lek budget 2026".
func (w *vocabulary) boardNames() *boards.Names {
	var amounts []phrase
	for i, role := range w.v.RoleOrder {
		if role == model.RoleBudget || role == model.RoleOutcome || role == model.RoleForecast {
			amounts = append(amounts, w.roles[i]...)
		}
	}
	title := func(text string, holding func(word string) bool) (string, bool) {
		word, rest, _ := strings.Cut(text, " ")
		return rest, !w.namesBoard(strings.Trim(word, ",.")) && holding(word)
	}
	return boards.New(&w.v.Board,
		func(text string) (string, bool) {
			return title(text, func(word string) bool { return holds(word, w.budgetTitles) || holds(word, amounts) })
		},
		func(text string) (string, bool) {
			return title(text, func(word string) bool { return holds(word, w.budgetTitles) && holds(word, amounts) })
		})
}

// owner gives the board whose report a title says that it is.
func (w *documentWords) owner(s string) string {
	f := strings.Fields(s)
	for i := 0; i < len(f) && i < 4; i++ {
		if whose, ok := w.boards.Owner(f[i]); ok {
			return strings.Join(append(f[:i:i], whose), " ")
		}
	}
	return ""
}

func (w *vocabulary) namesBoard(word string) bool { return w.boards.Ends(model.Key(word)) }
