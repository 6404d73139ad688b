package budget

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// pageTexts gives the running text of a page, what stands in tables left out.
func pageTexts(p *grid.Page) []text {
	out := make([]text, 0, len(p.Lines))
	for i := range p.Lines {
		l := &p.Lines[i]
		if s := model.Clean(l.Text); s != "" && !l.InTable {
			out = append(out, text{s, l.At})
		}
	}
	return out
}

// sheetTexts gives the texts of a sheet that stand alone on their row.
func sheetTexts(t *grid.Table) []text {
	var out []text
	for r := range t.Rows {
		var only *grid.Cell
		for c := range t.Rows[r] {
			cell := &t.Rows[r][c]
			if cell.Blank() {
				continue
			}
			if only != nil || cell.Kind != grid.Text {
				only = nil
				break
			}
			only = cell
		}
		if only == nil {
			continue
		}
		for line := range strings.Lines(only.Text) {
			if s := model.Clean(line); s != "" {
				out = append(out, text{s, only.At})
			}
		}
	}
	return out
}

// pageOver gives the running text above a source on its page.
func (d *reader) pageOver(at model.Source) []text {
	place := d.page(at)
	for i := range d.pages {
		p := &d.pages[i]
		if p.Number != place.Page {
			continue
		}
		var out []text
		for _, l := range pageTexts(p) {
			if l.at.Box.Y0 >= at.Box.Y1-1 {
				out = append(out, l)
			}
		}
		return out
	}
	return nil
}

// yearsPattern is a line of headings that end in years.
var yearsPattern = sync.OnceValue(func() *regexp.Regexp {
	return grid.Expression(`^(?:[^\d]{0,60}?\s)?(?:\pL[\pL-]*\s)?20\d\d(?:\s(?:\pL[\pL-]*\s)?20\d\d)+$`)
})

// yearsHead reports whether a line is such headings: it has two years at least, the last
// one at its end, and no other figures, which keeps most lines from the pattern.
func yearsHead(line string) bool {
	const figures = "0123456789"
	years := 0
	for rest := line; ; years++ {
		at := strings.IndexAny(rest, figures)
		if at < 0 {
			return rest == "" && years > 1 && yearsPattern().MatchString(line)
		}
		rest = rest[at:]
		n := len(rest) - len(strings.TrimLeft(rest, figures))
		if n != len("2031") || !strings.HasPrefix(rest, "20") {
			return false
		}
		rest = rest[n:]
	}
}

var printedPatterns = sync.OnceValue(func() (p struct{ column, amounts *regexp.Regexp }) {
	p.column = grid.Expression(`(?:(\pL[\pL-]*)\s)?(20\d\d)`)
	p.amounts = grid.Expression(`^(\pL.*?)\s+((?:[-−–+]\s?)?\d[\d\s.,−–+-]*)$`)
	return p
})

// printedLines reads tables that a page prints as lines of text and that were
// not seen as tables: a line of years, then lines of a name and as many
// amounts.
func (d *reader) printedLines(lines []text) {
	for i := 0; i < len(lines); i++ {
		if !yearsHead(lines[i].text) {
			continue
		}
		head, corner := d.w.printedHead(lines[i].text)
		t := grid.Table{Doc: d.doc.ID, Place: lines[i].at.Place, Rows: [][]grid.Cell{printedRow(lines[i], 0, append([]string{corner}, head...))}}
		last := i
		for last+1 < len(lines) {
			row, ok := printedAmounts(lines[last+1].text, len(head))
			if !ok {
				break
			}
			last++
			t.Rows = append(t.Rows, printedRow(lines[last], len(t.Rows), row))
		}
		if len(t.Rows) < 3 {
			continue
		}
		for _, l := range lines[max(0, i-12):i] {
			t.Above = append(t.Above, grid.Cell{Text: l.text, Kind: grid.Text, At: l.at})
		}
		if n := len(t.Above); n > 0 {
			t.Name = t.Above[n-1].Text
		}
		d.table(&t)
		i = last
	}
}

// printedHead divides a line of headings, each ending in its year. A first
// word that means nothing heads the names.
func (w *documentWords) printedHead(line string) (columns []string, corner string) {
	found := printedPatterns().column.FindAllStringSubmatchIndex(line, -1)
	corner = strings.TrimSpace(line[:found[0][0]])
	for i, m := range found {
		heading := line[m[0]:m[1]]
		if c, _ := w.heading(heading); i == 0 && c.Role == model.RoleOther {
			corner, heading = strings.TrimSpace(line[:m[4]]), line[m[4]:m[5]]
		}
		columns = append(columns, heading)
	}
	return columns, corner
}

// printedAmounts divides a line into a name and n amounts.
func printedAmounts(line string, n int) ([]string, bool) {
	m := printedPatterns().amounts.FindStringSubmatch(line)
	if m == nil || utf8.RuneCountInString(m[1]) > 60 {
		return nil, false
	}
	amounts, ok := SplitAmounts(m[2], n)
	if !ok {
		return nil, false
	}
	row := []string{m[1]}
	for _, a := range amounts {
		row = append(row, strings.Replace(a.StringFixed(int32(model.Decimals(a))), ".", ",", 1))
	}
	return row, true
}

func printedRow(l text, row int, texts []string) []grid.Cell {
	out := make([]grid.Cell, len(texts))
	for i, s := range texts {
		at := l.at
		at.Row, at.Col = int32(row+1), int32(i+1)
		out[i] = grid.Cell{Text: s, Kind: grid.Text, At: at}
		if s == "" {
			out[i].Kind = grid.Empty
		}
	}
	return out
}

// startsUpper reports whether a text begins with a capital.
func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
