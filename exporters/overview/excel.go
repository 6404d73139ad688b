package overview

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"riskbok/exporters/findinglist/listbook"
	"riskbok/exporters/output"
	"riskbok/exporters/summary"
	"riskbok/rules/lang"
)

// Excel writes an overview as a workbook to keep beside what it tells of: a row
// for each board and year with links to its workbooks, a row for each file, and,
// where there are any, names that are likely one board's with the line that joins
// them. The bytes are the same for the same overview.
func Excel(o *Overview, opts output.Options) ([]byte, error) {
	w := texts{opts.Lang}
	sheets := []listbook.Sheet{w.rows(o), w.files(o)}
	if len(o.Spellings) > 0 {
		sheets = append(sheets, w.spellings(o))
	}
	return listbook.Write(listbook.Book{
		Title: w.T("overview.title"), Subject: w.T("overview.subject"), Language: w.Tag,
		Page: w.T("overview.footer", "page", "&P", "pages", "&N"), Sheets: sheets,
	})
}

// texts puts the parts of the overview into the catalogue's words.
type texts struct{ *lang.Catalog }

// numberCell is the cell of a whole number.
func numberCell(n int) listbook.Cell {
	return listbook.Cell{Text: strconv.Itoa(n), Number: n, IsNumber: true}
}

// count is a number that stands out where it is not 0.
func count(n int, tone listbook.Tone) listbook.Cell {
	c := numberCell(n)
	if n > 0 {
		c.Tone = tone
	}
	return c
}

// linked names files below the folder of the overview; the first is the one that
// the cell leads to.
func linked(names []string, text string) listbook.Cell {
	if len(names) == 0 {
		return listbook.Cell{}
	}
	return listbook.Cell{Text: text, Link: listbook.Link{File: names[0]}}
}

// column is a column of a sheet: its heading's key, its width in characters and
// how a row fills it.
type column[T any] struct {
	key    string
	width  float64
	center bool
	fill   func(*T) listbook.Cell
}

// sheet makes a sheet of a list.
func sheet[T any](w texts, key string, columns []column[T], rows []T) listbook.Sheet {
	s := listbook.Sheet{
		Name: w.T("overview.sheet." + key), Title: w.T("overview.title." + key), Table: w.T("overview.table." + key), Empty: w.T("overview.empty." + key),
	}
	for _, c := range columns {
		s.Columns = append(s.Columns, listbook.Column{Heading: w.T("overview." + c.key), Width: c.width, Center: c.center})
	}
	for i := range rows {
		cells := make([]listbook.Cell, len(columns))
		for j, c := range columns {
			cells[j] = c.fill(&rows[i])
		}
		s.Rows = append(s.Rows, cells)
	}
	return s
}

func (w texts) rows(o *Overview) listbook.Sheet {
	link := func(of func(*Row) []string, key string) func(*Row) listbook.Cell {
		return func(r *Row) listbook.Cell { return w.output(r, of(r), key) }
	}
	has := func(n func(*Row) listbook.Cell) func(*Row) listbook.Cell {
		return func(r *Row) listbook.Cell {
			if r.blank() {
				return listbook.Cell{}
			}
			return n(r)
		}
	}
	s := sheet(w, "rows", []column[Row]{
		{"board", 24, false, func(r *Row) listbook.Cell { return listbook.Text(cmp.Or(r.Board, w.T("overview.no-board"))) }},
		{"year", 7, true, func(r *Row) listbook.Cell {
			if r.Year == 0 {
				return listbook.Cell{}
			}
			return numberCell(r.Year)
		}},
		{"state", 16, false, w.standing},
		{"errors", 7, true, has(func(r *Row) listbook.Cell { return count(r.Errors, listbook.Red) })},
		{"warnings", 11, true, has(func(r *Row) listbook.Cell { return count(r.Warnings, listbook.Yellow) })},
		{"not-checked", 11, true, has(func(r *Row) listbook.Cell { return count(r.NotChecked, listbook.Red) })},
		{"risks", 8, true, has(func(r *Row) listbook.Cell { return numberCell(r.Risks) })},
		{"treatments", 22, false, func(r *Row) listbook.Cell { return listbook.Text(w.treatments(r)) }},
		{"highest", 30, false, func(r *Row) listbook.Cell { return listbook.Text(w.highest(r)) }},
		{"change", 22, false, func(r *Row) listbook.Cell { return listbook.Text(w.change(r)) }},
		{"plan", 10, true, link(func(r *Row) []string { return r.Outputs.Plans }, "plan")},
		{"budget", 10, true, link(func(r *Row) []string { return r.Outputs.Budgets }, "budget")},
		{"list", 10, true, link(func(r *Row) []string { return r.Outputs.Lists }, "list")},
		{"from", 34, false, func(r *Row) listbook.Cell { return listbook.Text(strings.Join(r.Files, "\n")) }},
	}, o.Rows)
	s.Note = w.note(o)
	return s
}

// note counts what the year has come to.
func (w texts) note(o *Overview) string {
	return w.T("overview.note", w.counted(o, countsOf(o))...)
}

// counts are what a year has come to: boards that have sent a plan, those of them
// with errors, those that have sent nothing, those of which nothing could be read, and
// those that have sent a budget and no plan. A file that names no board is none.
type counts struct{ boards, wrong, missing, unread, onlyBudget int }

// blank reports whether a row has no figures.
func (r *Row) blank() bool { return r.Missing || r.Unread }

func countsOf(o *Overview) (c counts) {
	wrong := map[string]bool{} // by board: of documents without a year it may have several rows
	for i := range o.Rows {
		switch r := &o.Rows[i]; {
		case r.Year != o.Year || r.Board == "":
		case r.Missing:
			c.missing++
		case r.Unread:
			c.unread++
		case r.OnlyBudget:
			c.onlyBudget++
		default:
			wrong[r.Board] = wrong[r.Board] || r.Errors > 0
		}
	}
	for _, is := range wrong {
		c.boards++
		if is {
			c.wrong++
		}
	}
	return c
}

// counted gives the year and its counts in words, for a message.
func (w texts) counted(o *Overview, c counts) []any {
	missing := w.N("overview.missing", c.missing)
	for _, more := range []struct {
		key string
		n   int
	}{{"overview.unread", c.unread}, {"overview.only-budget", c.onlyBudget}} {
		if more.n > 0 {
			missing += ", " + w.N(more.key, more.n)
		}
	}
	year := yearText(o.Year)
	if o.Year == 0 {
		year = w.T("overview.html.no-year")
	}
	return []any{"year", year, "boards", w.N("overview.boards", c.boards), "wrong", w.N("overview.wrong", c.wrong), "missing", missing}
}

// output leads to an output of a row; that it could not be written, or that somebody
// has changed it since, is said.
func (w texts) output(r *Row, names []string, key string) listbook.Cell {
	c := linked(names, w.T("overview.link."+key))
	if len(names) == 0 {
		return c
	}
	switch {
	case slices.Contains(r.Outputs.Unwritten, names[0]):
		return listbook.Cell{Text: w.T("overview.link.unwritten"), Tone: listbook.Red}
	case slices.Contains(r.Outputs.Kept, names[0]):
		c.Text = w.T("overview.link.kept", "link", c.Text)
	}
	return c
}

// standing is the state of a row, and whether it is that of an earlier run.
func (w texts) standing(r *Row) listbook.Cell {
	c := w.state(r)
	if r.Stale {
		c.Text, c.Tone = c.Text+"\n"+w.T("overview.state.stale"), listbook.Yellow
	}
	return c
}

// state says whether a board has sent in, and whether its plan is decided.
func (w texts) state(r *Row) listbook.Cell {
	switch {
	case r.Missing:
		return listbook.Cell{Text: w.T("overview.state.missing"), Tone: listbook.Yellow}
	case r.Unread:
		return listbook.Cell{Text: w.T("overview.state.unread"), Tone: listbook.Red}
	case r.OnlyBudget:
		return listbook.Cell{Text: w.T("overview.state.only-budget"), Tone: listbook.Yellow}
	case r.Year != 0 && !r.Decided.IsZero() && r.Decided.Year < r.Year-1:
		return listbook.Cell{Text: w.T("overview.state.decided-before", "date", r.Decided, "year", r.Year), Tone: listbook.Yellow}
	case r.DecidedBy != "":
		return listbook.Text(w.T("overview.state.decided-minutes", "date", r.Decided))
	case !r.Decided.IsZero():
		return listbook.Text(w.T("overview.state.decided", "date", r.Decided))
	}
	return listbook.Text(w.T("overview.state.undecided"))
}

func (w texts) treatments(r *Row) string {
	var out []string
	for _, t := range r.Treatments {
		out = append(out, w.T("overview.treatment", "label", t.Label, "n", t.Risks))
	}
	return strings.Join(out, "\n")
}

func (w texts) highest(r *Row) string {
	if r.Highest == nil {
		return ""
	}
	return strings.TrimSpace(fmt.Sprintf("%d: %s %s", r.Highest.Value, r.Highest.Number, r.Highest.Event))
}

func (w texts) change(r *Row) string {
	if r.Change == nil {
		return ""
	}
	var out []string
	for _, c := range []struct {
		key string
		n   int
	}{{"added", r.Change.Added}, {"dropped", r.Change.Dropped}, {"raised", r.Change.Raised}, {"lowered", r.Change.Lowered}} {
		if c.n > 0 {
			out = append(out, w.N("overview.change."+c.key, c.n))
		}
	}
	if len(out) == 0 {
		return w.T("overview.change.none")
	}
	return strings.Join(out, ", ")
}

func (w texts) files(o *Overview) listbook.Sheet {
	tones := map[State]listbook.Tone{NotRead: listbook.Red, NoTable: listbook.Yellow}
	return sheet(w, "files", []column[File]{
		{"file", 44, false, func(f *File) listbook.Cell { return listbook.Text(f.Name) }},
		{"became", 22, false, func(f *File) listbook.Cell {
			return listbook.Cell{Text: w.T("overview.file." + string(f.State)), Tone: tones[f.State]}
		}},
		{"row", 30, false, func(f *File) listbook.Cell { return listbook.Text(w.keys(f.Rows)) }},
		{"remark", 60, false, func(f *File) listbook.Cell {
			c := listbook.Text(strings.Join(w.remarks(f), "\n"))
			if f.Heading != 0 || f.PathBoard != "" {
				c.Tone = listbook.Yellow
			}
			return c
		}},
	}, o.Files)
}

func (w texts) keys(rows []RowKey) string {
	var out []string
	for _, k := range rows {
		name := cmp.Or(k.Board, w.T("overview.no-board"))
		if k.Year != 0 {
			name += " " + strconv.Itoa(k.Year)
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return strings.Join(out, "\n")
}

// remarks say why nothing came of a file, and what was not known from the document
// itself.
func (w texts) remarks(f *File) []string {
	var out []string
	if f.Problem != nil {
		reason, hint := summary.Problem(w.Catalog, f.Problem.Code, f.Problem.Args)
		out = append(out, strings.TrimSpace(reason+" "+hint))
	}
	switch {
	case f.Copy:
		out = append(out, w.T("overview.remark.copy", "file", f.Lead))
	case f.Lead != "":
		out = append(out, w.T("overview.remark.lead."+f.Why, "file", f.Lead))
	}
	if f.Lead != "" && Twins(f.Name, f.Lead) {
		out = append(out, w.T("overview.remark.twins"))
	}
	if f.Made {
		out = append(out, w.T("overview.remark.made"))
	}
	if f.Far {
		out = append(out, w.T("overview.remark.far"))
	}
	if len(f.Beside) > 0 {
		out = append(out, w.T("overview.remark.beside", "files", strings.Join(f.Beside, ", ")))
	}
	if f.PathBoard != "" {
		out = append(out, w.T("overview.remark.stray", "board", f.PathBoard))
	}
	if f.Heading != 0 {
		counted := f.Heading
		if len(f.Rows) > 0 {
			counted = f.Rows[0].Year
		}
		out = append(out, w.T("overview.remark.slip", "heading", f.Heading, "path", f.PathYear, "counted", counted))
	}
	if f.Same != "" && f.Same != f.Lead {
		out = append(out, w.T("overview.remark.same", "file", f.Same))
	}
	for _, by := range []struct{ what, by string }{{"board", f.BoardBy}, {"year", f.YearBy}} {
		if by.by != "" && f.Heading == 0 {
			out = append(out, w.T("overview.remark."+by.what+"."+by.by))
		}
	}
	return out
}

func (w texts) spellings(o *Overview) listbook.Sheet {
	s := sheet(w, "spellings", []column[Spelling]{
		{"spelling", 36, false, func(p *Spelling) listbook.Cell { return listbook.Text(p.Spelling) }},
		{"name", 36, false, func(p *Spelling) listbook.Cell { return listbook.Text(p.Name) }},
		{"yaml", 60, false, func(p *Spelling) listbook.Cell { return listbook.Text(p.YAML()) }},
	}, o.Spellings)
	s.Note = w.T("overview.note.spellings")
	return s
}
