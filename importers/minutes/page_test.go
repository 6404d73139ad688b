package minutes

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// The pages of a test are typed as they look: "=== 595x842" begins a page, a
// letter is 6 points wide, a line 15.6 points high, an empty line a gap of 10.
// Three spaces divide a printed line into parts. "# " prints a title and "## "
// a heading, each larger than the text; "** " prints it bold; "| " stands before a line of a table;
// ">> " puts a line at the foot of the page.
const (
	letterWidth = 6.0
	textSize    = 11.0
)

// pagesOf sets typed pages. With noise, sizes waver as they do in a scan.
func pagesOf(t testing.TB, text string, noise bool) []grid.Page {
	t.Helper()
	var pages []grid.Page
	y := 0.0
	for n, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		var p *grid.Page
		if size, ok := strings.CutPrefix(line, "=== "); ok {
			p := grid.Page{Number: len(pages) + 1, Place: int32(len(pages))}
			if _, err := fmt.Sscanf(size, "%fx%f", &p.Width, &p.Height); err != nil {
				t.Fatalf("line %d: %q: %v", n+1, line, err)
			}
			pages = append(pages, p)
			y = p.Height - 60
			continue
		}
		if len(pages) == 0 || strings.HasPrefix(line, "//") {
			continue
		}
		p = &pages[len(pages)-1]
		if line == "" {
			y -= 10
			continue
		}
		y = addLine(p, line, y, noise)
	}
	return pages
}

// addLine prints a line at a height and gives that of the next.
func addLine(p *grid.Page, line string, y float64, noise bool) float64 {
	size, table, bold, at := textSize, false, false, y
	for _, mark := range []struct {
		text  string
		apply func()
	}{
		{"## ", func() { size = 13 }},
		{"# ", func() { size = 15 }},
		{"| ", func() { table = true }},
		{"** ", func() { bold = true }},
		{">> ", func() { at = 40 }},
	} {
		if rest, ok := strings.CutPrefix(line, mark.text); ok {
			line = rest
			mark.apply()
		}
	}
	if noise {
		size += float64(len(line)*7%5) - 2
	}
	row := int32(len(p.Lines) + 1)
	col := 0
	for line != "" {
		trimmed := strings.TrimLeft(line, " ")
		col += len(line) - len(trimmed)
		part, _, _ := strings.Cut(trimmed, "   ")
		part = strings.TrimRight(part, " ")
		x := 60 + float64(col)*letterWidth
		width := float64(utf8.RuneCountInString(part)) * letterWidth * size / textSize
		p.Lines = append(p.Lines, grid.Line{Text: part, Size: size, Bold: bold, InTable: table, At: model.Source{Place: p.Place, Row: row, Col: int32(col + 1),
			Box: model.Rect{X0: float32(x), Y0: float32(at), X1: float32(x + width), Y1: float32(at + size)}}})
		col += utf8.RuneCountInString(part)
		line = trimmed[len(part):]
	}
	if at != y {
		return y
	}
	return y - 15.6
}

// printed writes what was read, one thing a line, for comparison.
func printed(meetings []model.Meeting, doc *model.Document) string {
	var b strings.Builder
	for i := range meetings {
		m := &meetings[i]
		fmt.Fprintf(&b, "meeting page %d: board %s, date %s, place %s\n", m.At.Place+1, shown(m.Board), day(m.Date), shown(m.Place))
		for _, a := range m.Agenda {
			fmt.Fprintf(&b, "  agenda %s: %s, case %s, page %d\n", shown(a.Number), shown(a.Title), shown(a.CaseNumber), a.Page.V)
		}
		for j := range m.Items {
			printItem(&b, &m.Items[j])
		}
		for _, c := range m.Chairs {
			fmt.Fprintf(&b, "  chairs %d: %s, %s\n", c.Year.V, shown(c.Chair), shown(c.Vice))
		}
		for _, d := range m.Days {
			fmt.Fprintf(&b, "  day %s = %d: %s as %s\n", d.Weekday.Raw, d.Weekday.V, d.Date.Raw, day(d.Date))
		}
	}
	for _, u := range doc.Unread {
		fmt.Fprintf(&b, "unread: %s\n", shown(u))
	}
	return b.String()
}

func printItem(b *strings.Builder, it *model.Item) {
	fmt.Fprintf(b, "  %s page %d: number %s, title %s, case %s, date %s\n", it.Kind, it.At.Place+1, shown(it.Number), shown(it.Title), shown(it.CaseNumber), day(it.Date))
	list := func(name string, values ...model.Value[string]) {
		for _, v := range values {
			if v.OK {
				fmt.Fprintf(b, "    %s: %s\n", name, v.V)
			}
		}
	}
	list("proposal lead", it.Proposal.Lead)
	list("proposal", it.Proposal.Parts...)
	list("decision lead", it.Decision.Lead)
	list("decision", it.Decision.Parts...)
	list("background", it.Background...)
	list("document", it.Documents...)
	list("preparer", it.Preparers...)
	list("recipient", it.Recipients...)
	for _, s := range it.More {
		list("under "+s.Heading.V, s.Text...)
	}
}

func shown(v model.Value[string]) string {
	if !v.OK {
		return "–"
	}
	return v.V
}

func day(v model.Value[model.Date]) string {
	if !v.OK {
		return "–"
	}
	return v.V.String()
}
