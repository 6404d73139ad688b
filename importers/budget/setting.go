package budget

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// text is one line or cell of text near a table.
type text struct {
	text string
	at   model.Source
}

// setting is what stands over a table, nearest last, and what its title and
// caption are.
type setting struct {
	w        *documentWords
	over     []text // as far as the table before
	page     []text // the running text of the page above that, or a sheet's text boxes
	name     string // of the grid: the sheet's, or the title that a page's layout shows
	workbook bool
	title    string
	caption  string
}

// textsOver gives the texts over a heading: those of the page above the grid,
// and the rows of the grid from a row on. Of a row that has texts over a table
// beside another only those belong to it.
func textsOver(t *grid.Table, from int, h *header) []text {
	var out []text
	if from == 0 {
		for i := range t.Above {
			if c := &t.Above[i]; !c.Blank() {
				out = append(out, text{c.Clean(), c.At})
			}
		}
	}
	for r := from; r < h.top; r++ {
		left, right := 0, len(t.Rows[r])
		if len(h.beside) > 0 || h.left > 0 && h.over(t, r) {
			left, right = h.left, min(right, h.right)
		}
		for col := left; col < right; col++ {
			if c := &t.Rows[r][col]; !c.Covered && !c.Blank() && c.Kind == grid.Text {
				out = append(out, text{c.Clean(), c.At})
			}
		}
	}
	return out
}

// textsOutside gives the texts of boxes over a heading, from a row on.
func textsOutside(t *grid.Table, from int, h *header) []text {
	var out []text
	for i := range t.Boxes {
		if r := int(t.Boxes[i].At.Row) - 1; r < from || r > h.top {
			continue
		}
		for _, line := range t.Boxes[i].Lines {
			if s := model.Clean(line); s != "" && len(out) < tolerances.boxTexts {
				out = append(out, text{s, t.Boxes[i].At})
			}
		}
	}
	return out
}

// over reports whether a text stands over the columns of a table.
func (h *header) over(t *grid.Table, r int) bool {
	for col := h.left; col < h.right && col < len(t.Rows[r]); col++ {
		if !t.Rows[r][col].Blank() {
			return true
		}
	}
	return false
}

// read finds title and caption. The caption is the paragraph next to the
// table, unless that is the title itself.
func (c *setting) read() {
	if c.workbook {
		c.readSheet()
		return
	}
	c.title = c.name
	if len(c.over) == 0 {
		return
	}
	from := c.paragraph()
	block := c.over[from:]
	if c.name != "" && model.Key(block[0].text) == model.Key(c.name) {
		if len(block) == 1 {
			if strings.HasSuffix(c.name, ".") {
				c.title, c.caption = "", c.name
			}
			return
		}
		c.title = ""
	}
	lines := make([]string, len(block))
	for i, l := range block {
		lines[i] = l.text
	}
	if joined := c.w.oneLine(strings.Join(lines, "\n")); c.isCaption(joined) {
		c.caption = joined
	} else if c.title == "" {
		c.title = block[0].text
	}
}

// isCaption: a paragraph of reasonable length that begins as one.
func (c *setting) isCaption(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return (unicode.IsUpper(r) || unicode.IsDigit(r)) && utf8.RuneCountInString(s) <= 400
}

// paragraph gives where the last paragraph of the texts begins: its lines
// follow each other without a gap, none is a list's, all are equally high.
func (c *setting) paragraph() int {
	i := len(c.over) - 1
	for ; i > 0; i-- {
		a, b := c.over[i-1].at.Box, c.over[i].at.Box
		height := b.Y1 - b.Y0
		if a.Y1-a.Y0 > 1.15*height || height > 1.15*(a.Y1-a.Y0) || a.Y0-b.Y1 > 0.6*height || a.Y0 < b.Y0 || bullet(c.over[i].text) {
			break
		}
	}
	return i
}

func bullet(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("•·●▪◦‣*–-", r)
}

// readSheet: in a workbook the title is the first text over the table that
// speaks of money, else the first, else the tab's name; the caption is the
// nearest of the others that is more than a unit or a date.
func (c *setting) readSheet() {
	title := -1
	for i, t := range c.over {
		if title < 0 && utf8.RuneCountInString(t.text) <= 100 && holds(t.text, c.w.titles) {
			title = i
		}
	}
	if title < 0 && len(c.over) > 0 && utf8.RuneCountInString(c.over[0].text) <= 100 {
		title = 0
	}
	c.title = c.name
	if title >= 0 {
		c.title = c.w.oneLine(c.over[title].text)
	}
	for i := len(c.over) - 1; i > title; i-- {
		s := c.w.oneLine(c.over[i].text)
		if utf8.RuneCountInString(s) > 12 && !strings.Contains(s, ":") && c.w.boards.Beside(s) == "" && (c.w.unit(s) == model.NoUnit || len(fields(s)) > 6) {
			c.caption = s
			return
		}
	}
}

// unit gives the unit that the texts state, the nearest first.
func (c *setting) unit() (model.Unit, model.Source) {
	for _, list := range [][]text{c.over, c.page} {
		for i := len(list) - 1; i >= 0; i-- {
			if u := c.w.unit(list[i].text); u != model.NoUnit {
				return u, list[i].at
			}
		}
	}
	return model.NoUnit, model.Source{}
}

// prices reports whether one of some texts says that its table is of prices, or of
// amounts for one of something.
func (w *vocabulary) prices(texts ...string) bool {
	for _, s := range texts {
		if have := fields(s); sayAny(have, w.priceLists) && !sayAny(have, w.priceLevels) || sayAny(have, w.rates) {
			return true
		}
	}
	return false
}

// speaksOfBudget reports whether title, caption, corner or the tab's name say that
// plain amounts are a budget, and none of them that they are something else.
func (c *setting) speaksOfBudget(corner string) bool {
	texts := []string{corner, c.title, c.caption, c.name}
	return !c.ofElse(corner) && slices.ContainsFunc(texts, func(s string) bool { return holds(s, c.w.budgetTitles) })
}

// ofElse reports whether title, caption or corner say that something else than money is
// counted.
func (c *setting) ofElse(corner string) bool {
	return slices.ContainsFunc([]string{corner, c.title, c.caption}, func(s string) bool { return says(s, c.w.notMoney) })
}

// money reports whether title, caption or corner speak of money, and not of
// numbers of something else.
func (c *setting) money(corner string) bool {
	for _, s := range []string{corner, c.title, c.caption} {
		if says(s, c.w.notMoney) || strings.Contains(s, "%") {
			return false
		}
	}
	for _, s := range []string{corner, c.title, c.caption, c.name} {
		if holds(s, c.w.titles) || c.w.unit(s) != model.NoUnit {
			return true
		}
	}
	return false
}
