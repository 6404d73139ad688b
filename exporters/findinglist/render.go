package findinglist

import (
	"strconv"
	"strings"

	"riskbok/exporters/causes"
	"riskbok/exporters/findinglist/listbook"
	"riskbok/exporters/output"
	"riskbok/exporters/summary"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// line is a cause as a row of the list: what stands at its head, and all that is
// told of it. A file that could not be read, or was passed over, is a row too.
type line struct {
	Line
	name  string // the file's, without folders
	text  string // all that is told
	title string // the rule's, in the user's words
	fix   string
}

// lines gives the rows of the list: a cause each, then the files.
func lines(r *rules.Report, cat *lang.Catalog) []line {
	teller := causes.New(r, cat)
	var out []line
	for _, c := range teller.All() {
		f := c.Head()
		one := line{Line: lineOf(r, cat, f), title: rules.Title(cat, f.Rule), text: teller.Text(&c), fix: FixText(cat, f.FixClass())}
		one.Severity, one.Expected = c.Severity(), Expected(cat, f)
		if can := teller.Fixable(&c); can != "" {
			one.fix = can
		}
		if one.File != "" {
			one.name = r.FileName(one.File)
		}
		if page := r.Place(f.At).Page; page > 0 {
			one.Place = cat.T("text.page", "page", page)
		}
		out = append(out, one)
	}
	for _, l := range files(r, cat) {
		out = append(out, line{Line: l, name: r.FileName(l.File), text: l.Message})
	}
	return out
}

// column is one column of the list: its heading's key, its width in characters
// and how a line fills it.
type column struct {
	key    string
	width  float64
	center bool
	fill   func(*lang.Catalog, *line) listbook.Cell
}

func text(of func(*line) string) func(*lang.Catalog, *line) listbook.Cell {
	return func(_ *lang.Catalog, l *line) listbook.Cell { return listbook.Text(of(l)) }
}

var columns = []column{
	{"file", 17, false, fileCell},
	{"place", 16, false, text(func(l *line) string { return l.Place })},
	{"cell", 7, true, cellCell},
	{"severity", 17, false, severityCell},
	{"rule", 18, false, text(func(l *line) string { return l.title })},
	{"number", 6, true, numberCell},
	{"event", 23, false, text(func(l *line) string { return l.Event })},
	{"message", 47, false, text(func(l *line) string { return l.text })},
	{"found", 13, false, text(func(l *line) string { return l.Found })},
	{"expected", 13, false, text(func(l *line) string { return l.Expected })},
	{"fix", 12, false, text(func(l *line) string { return l.fix })},
	{"status", 12, false, statusCell},
}

// stdin is the name that a report has for standard input, to which no link can
// lead.
const stdin = "-"

func fileCell(_ *lang.Catalog, l *line) listbook.Cell {
	c := listbook.Text(l.name)
	if l.Cell == "" && l.File != stdin {
		c.Link = listbook.Link{File: LinkTo(l.File)}
	}
	return c
}

func cellCell(_ *lang.Catalog, l *line) listbook.Cell {
	c := listbook.Text(l.Cell)
	if l.Cell != "" && l.File != stdin {
		c.Link = listbook.Link{File: LinkTo(l.File), Sheet: l.Place, Cell: l.Cell}
	}
	return c
}

func severityCell(cat *lang.Catalog, l *line) listbook.Cell {
	c := listbook.Text(cat.T("severity." + string(l.Severity)))
	switch {
	case l.Accepted:
		c.Tone = listbook.Grey
	case l.Severity == rules.Error:
		c.Tone = listbook.Red
	case l.Severity == rules.Warning:
		c.Tone = listbook.Yellow
	default:
		c.Tone = listbook.Blue
	}
	return c
}

// numberCell writes a bare number as one, so that it is sorted as one.
func numberCell(_ *lang.Catalog, l *line) listbook.Cell {
	c := listbook.Text(l.Risk)
	if n, err := strconv.Atoi(l.Risk); err == nil && strconv.Itoa(n) == l.Risk {
		c.Number, c.IsNumber = n, true
	}
	return c
}

func statusCell(_ *lang.Catalog, l *line) listbook.Cell {
	c := listbook.Text(l.Status)
	if l.Accepted {
		c.Tone = listbook.Green
	}
	return c
}

// Render writes the findings of a report as a workbook: one row a cause, with all
// its places, its cell linked to the cell that it is about, to filter and to
// print on A4. The sheet is marked as riskbok's own, so that it is never read as
// input.
func Render(r *rules.Report, opts output.Options) ([]model.File, error) {
	cat := opts.Lang
	rows := lines(r, cat)
	s := listbook.Sheet{
		Name: cat.T("findings.sheet"), Title: cat.T("findings.title"), Table: cat.T("findings.table-name"), Empty: empty(r, cat),
		Note: model.Clean(cat.T("findings.note", "counts", Counts(r, cat), "account", strings.Join(summary.AccountOf(r, cat).Lines(), " "))),
	}
	for _, c := range columns {
		s.Columns = append(s.Columns, listbook.Column{Heading: cat.T("findings." + c.key), Width: c.width, Center: c.center})
	}
	for i := range rows {
		row := make([]listbook.Cell, len(columns))
		for j, c := range columns {
			row[j] = c.fill(cat, &rows[i])
		}
		s.Rows = append(s.Rows, row)
	}
	data, err := listbook.Write(listbook.Book{
		Title: cat.T("findings.title"), Subject: cat.T("findings.subject"), Language: cat.Tag,
		Page: cat.T("findings.footer", "page", "&P", "pages", "&N"), Sheets: []listbook.Sheet{s},
	})
	if err != nil {
		return nil, err
	}
	return []model.File{{Data: data}}, nil
}

// empty is what stands in a list without lines: that there are no findings,
// unless nothing was checked.
func empty(r *rules.Report, cat *lang.Catalog) string {
	if !summary.Judged(r) {
		return cat.T("text.none-checked")
	}
	return cat.T("findings.empty")
}

// Counts says in one line how much was read and found.
func Counts(r *rules.Report, cat *lang.Catalog) string {
	s := summary.Of(r)
	parts := []string{
		cat.N("text.documents", s.Documents), cat.N("text.errors", s.Errors), cat.N("text.warnings", s.Warnings), cat.N("text.infos", s.Infos),
	}
	if s.Accepted > 0 {
		parts = append(parts, cat.N("findings.accepted", s.Accepted))
	}
	if n := len(r.Unreadable); n > 0 {
		parts = append(parts, cat.N("text.unread", n))
	}
	return strings.Join(parts, ", ")
}
