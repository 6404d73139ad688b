package overview

import (
	"bytes"
	"cmp"
	_ "embed"
	"html/template"
	"maps"
	"slices"
	"strconv"
	"strings"

	"riskbok/exporters/html"
	"riskbok/exporters/output"
	"riskbok/rules/lang"
)

//go:embed overview.html
var pageText string

//go:embed overview.css
var pageCSS string

// How many bytes a page takes without entries, and a row or a file of it on the average
// of 4,000: room is taken at once, for what grows takes twice its size.
const (
	frameBytes = 24 << 10
	entryBytes = 400
)

// HTML writes an overview as one web page that needs no script, no network and no
// other file than those that its links lead to, which lie beside it: the boards that
// have sent nothing, a row for each board and year, the newest first, and what became
// of each file. The bytes are the same for the same overview.
func HTML(o *Overview, opts output.Options) ([]byte, error) {
	w := texts{opts.Lang}
	t, err := template.New("overview").Funcs(template.FuncMap{
		"t": func(key string, pairs ...any) string { return w.T(key, pairs...) },
		"n": func(key string, n int) string { return w.N(key, n) },
		"heads": func() []string {
			return []string{"board", "state", "errors", "warnings", "not-checked", "risks", "treatments", "highest", "change"}
		},
	}).Parse(pageText)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.Grow(frameBytes + entryBytes*(len(o.Rows)+len(o.Files)))
	if err := t.Execute(&b, w.page(o)); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// page is what the page shows, in words.
type page struct {
	Lang, Policy, Tone, Lead string
	CSS                      template.CSS
	Year                     int
	Gaps                     []gap
	Missing                  []string
	NotRead                  []pageFile // boards of which nothing could be read
	Years                    []pageYear
	Spellings                []Spelling
	Unread, Files            []pageFile
}

// gap is something that the overview's figures lack, and where the page tells more.
type gap struct{ Anchor, Text string }

type pageYear struct {
	Anchor, Heading, Summary string
	Open                     bool
	Rows                     []pageRow
}

type pageRow struct {
	Board, State, Treatments, Highest, Change string
	Missing                                   bool
	Errors, Warnings, NotChecked, Risks       int
	Links                                     []pageLink
}

type pageLink struct{ Href, Text, Label string }

type pageFile struct{ Name, State, Rows, Remarks string }

func (w texts) page(o *Overview) *page {
	css := html.CSS + template.CSS(pageCSS)
	c := countsOf(o)
	p := &page{Lang: w.Tag, Policy: html.Policy(css), CSS: css, Year: o.Year, Years: w.years(o), Tone: "good", Lead: w.T("overview.empty.rows")}
	if len(o.Rows) > 0 {
		p.Lead = w.T("overview.html.lead", w.counted(o, c)...)
	}
	for i := range o.Rows {
		switch r := &o.Rows[i]; {
		case r.Missing:
			p.Missing = append(p.Missing, lang.Line(r.Board))
		case r.Unread && r.Year == o.Year:
			p.NotRead = append(p.NotRead, pageFile{Name: lang.Line(strings.Join(r.Files, ", ")), Rows: lang.Line(r.Board)})
		}
	}
	for i := range o.Files {
		f := w.file(&o.Files[i])
		p.Files = append(p.Files, f)
		if s := o.Files[i].State; s == NotRead || s == NoTable {
			p.Unread = append(p.Unread, f)
		}
	}
	for _, s := range o.Spellings {
		p.Spellings = append(p.Spellings, Spelling{lang.Line(s.Name), lang.Line(s.Spelling)})
	}
	for _, g := range []struct {
		anchor, key string
		n           int
	}{{"missing", "overview.html.gap.missing", c.missing}, {"not-read", "overview.html.gap.not-read", len(p.NotRead)}, {"unread", "overview.html.gap.unread", len(p.Unread)}, {"spellings", "overview.html.gap.spellings", len(p.Spellings)}} {
		if g.n > 0 {
			p.Gaps = append(p.Gaps, gap{g.anchor, w.N(g.key, g.n)})
		}
	}
	switch {
	case c.wrong > 0:
		p.Tone = "bad"
	case len(p.Gaps) > 0 || len(o.Rows) == 0:
		p.Tone = "warn"
	}
	return p
}

// years gives the rows by year, the newest first, what has no year last; only the
// year in question is open.
func (w texts) years(o *Overview) []pageYear {
	byYear := map[int]*pageYear{}
	for i := range o.Rows {
		r := &o.Rows[i]
		y := byYear[r.Year]
		if y == nil {
			y = &pageYear{Anchor: "year-" + strconv.Itoa(r.Year), Heading: strconv.Itoa(r.Year), Open: r.Year == o.Year}
			if r.Year == 0 {
				y.Heading = w.T("overview.html.no-year")
			}
			byYear[r.Year] = y
		}
		y.Rows = append(y.Rows, w.row(r))
	}
	var out []pageYear
	for _, year := range slices.Backward(slices.Sorted(maps.Keys(byYear))) {
		y := byYear[year]
		y.Summary = w.N("overview.html.rows", len(y.Rows))
		out = append(out, *y)
	}
	return out
}

func (w texts) row(r *Row) pageRow {
	out := pageRow{
		Board: lang.Line(cmp.Or(r.Board, w.T("overview.no-board"))), State: w.standing(r).Text, Missing: r.blank(),
		Errors: r.Errors, Warnings: r.Warnings, NotChecked: r.NotChecked, Risks: r.Risks,
		Treatments: w.treatments(r), Highest: lang.Line(w.highest(r)), Change: w.change(r),
	}
	for _, of := range []struct {
		key   string
		names []string
	}{{"plan", r.Outputs.Plans}, {"budget", r.Outputs.Budgets}, {"list", r.Outputs.Lists}} {
		for _, name := range of.names {
			c := w.output(r, []string{name}, of.key)
			text := c.Text
			if c.Link.File == "" {
				out.State += "\n" + w.T("overview.link."+of.key) + ": " + text
				continue
			}
			out.Links = append(out.Links, pageLink{name, text, text + ": " + out.Board + " " + yearText(r.Year)})
		}
	}
	return out
}

func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}

func (w texts) file(f *File) pageFile {
	out := pageFile{Name: lang.Line(f.Name), State: w.T("overview.file." + string(f.State)), Rows: w.keys(f.Rows)}
	for i, remark := range w.remarks(f) {
		if i > 0 {
			out.Remarks += "\n"
		}
		out.Remarks += lang.Line(remark)
	}
	return out
}
