package html

import (
	"cmp"
	"html/template"
	"strconv"
	"strings"

	"riskbok/exporters/causes"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// view is a report as the templates lay it out.
type view struct {
	Lang, Title, Version string
	About                []string // boards with their years, or files
	Time                 string
	Controls             Controls
	Verdict              verdict
	Matrices             []matrix
	Unmapped             []string // says whose risks no matrix can show, and why
	Boards               []board
	Accepted             []cause
	Rules                []ruleText
	Year                 year
	Read                 reading
	Receipt              receipt
}

// writer makes the parts of a view.
type writer struct {
	in     Input
	r      *rules.Report
	cat    *lang.Catalog
	teller *causes.Teller
	all    []causes.Cause
	number map[*rules.Finding]int // a finding's place in the report, from 1
	id     map[*rules.Finding]string
	rows   rowIndex
	wrong  map[model.Source]bool // the cells of wrong risk values
}

func newView(in Input) *view {
	w := &writer{in: in, r: in.Report, cat: in.Lang, teller: causes.New(in.Report, in.Lang), number: map[*rules.Finding]int{}, id: map[*rules.Finding]string{}, wrong: map[model.Source]bool{}}
	w.all = w.teller.All()
	for i := range w.r.Findings {
		f := &w.r.Findings[i]
		w.number[f] = i + 1
		if f.Rule == riskValue {
			w.wrong[f.At] = true
		}
	}
	for i := range w.all {
		for _, f := range w.all[i].Findings() {
			w.id[f] = "o" + strconv.Itoa(i+1)
		}
	}
	w.rows = indexRows(w.r, w.cat)
	v := &view{Lang: w.cat.Tag, Version: in.Version, About: w.about(), Verdict: w.verdict(), Year: w.year(), Read: w.reading(), Receipt: w.receipt(), Rules: w.ruleTexts()}
	v.Title = w.cat.T("html.title", "about", cmp.Or(strings.Join(v.About, ", "), w.cat.T("html.heading")))
	if !in.Time.IsZero() {
		v.Time = in.Time.Format("2006-01-02 15:04")
	}
	if in.Controls != nil {
		v.Controls = *in.Controls
	}
	v.Matrices, v.Unmapped = w.matrices()
	v.Boards, v.Accepted = w.todo()
	return v
}

// riskValue is the rule by whose findings a risk moves in the matrix.
const riskValue = "risk-value"

// about names what the report is of: the boards and years, or the files where
// nothing is known of them.
func (w *writer) about() []string {
	var out []string
	seen := map[string]bool{}
	add := func(name string) {
		if name != "" && !seen[name] {
			seen[name] = true
			out = append(out, name)
		}
	}
	for _, b := range w.r.Books {
		if b.Board != "" {
			add(w.boardName(b.Board, b.Year))
		}
	}
	if len(out) == 0 {
		for _, d := range w.r.Documents {
			add(w.fileName(d.File))
		}
	}
	return out
}

// mostInName is how many letters of a name are shown: a line of the page.
const mostInName = 100

// boardName names a board's year.
func (w *writer) boardName(board string, year int) string {
	board = shorten(oneLine(board), mostInName)
	switch {
	case board == "" && year == 0:
		return w.cat.T("html.board.none")
	case board == "":
		return w.cat.T("html.board.year", "year", year)
	case year == 0:
		return board
	}
	return board + " " + strconv.Itoa(year)
}

// fileName names a file, without folders.
func (w *writer) fileName(file string) string {
	return shorten(oneLine(w.r.FileName(file)), mostInName)
}

// sheetName names a sheet, or a page and the title of its table.
func (w *writer) sheetName(at model.Source) string {
	p := w.r.Place(at)
	if p.Page == 0 {
		return shorten(oneLine(p.Sheet), mostInName)
	}
	name := w.cat.T("text.page", "page", p.Page)
	if title := shorten(oneLine(p.Title), mostInName); title != "" {
		name += ": " + title
	}
	return name
}

// cell gives the reference of a cell, which documents with pages have none of.
func (w *writer) cell(at model.Source) string {
	if w.r.Place(at).Page > 0 {
		return ""
	}
	return at.Cell()
}

func (w *writer) control(c *causes.Cause) template.HTML {
	if w.in.Controls == nil || w.in.Controls.Cause == nil {
		return ""
	}
	return w.in.Controls.Cause(c)
}

// oneLine gives a text on one line; what steers stays for [visible] to show.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// listed joins names as a sentence does.
func (w *writer) listed(names []string) string {
	n := len(names) - 1
	if n <= 0 {
		return strings.Join(names, "")
	}
	return w.cat.T("message.and", "list", strings.Join(names[:n], ", "), "last", names[n])
}
