package page

import (
	"maps"
	"net/http"
	"slices"
	"strings"

	"riskbok/config"
	"riskbok/exporters/summary"
	"riskbok/rules"
	"riskbok/rules/model"
)

// bindings are the columns that were bound on a page: a file's name in the report
// → the key of a column in it → what it is. A cell of one file says nothing of the
// same cell of another.
type bindings map[string]map[string]model.Field

// open is a column that was not understood, with what speaks for reading it as
// what. File and Key are what it is bound by in these files, Lasting by what it is
// bound in those of next year too: its heading, "" where it has none of its own.
type open struct {
	File            string
	Key, Lasting    string
	Name, Place     string
	Evidence        []string
	Guess           model.Field // what it was weighed for
	ID              int
	Unknown, Chosen bool // Chosen: bound on this page
}

// Form is the name of the column's field in the form.
func (o open) Form() string { return "column-" + o.File + ": " + o.Key }

// opened gathers the columns that no field was found for, or that several fields
// or columns could be: first those by which something was not checked.
func (s *Server) opened(done *result, bound bindings) []open {
	g := gatherer{s: s, r: done.report, seen: map[columnAt]int{}, bound: bound}
	for _, d := range done.report.Documents {
		for i := range d.NotChecked {
			g.all(d.NotChecked[i].Columns, false)
		}
		for _, t := range d.Tables() {
			g.unclear(t)
		}
	}
	for i := range done.report.Findings {
		if guess, ok := done.report.Findings[i].Args["guess"].([]model.Column); ok {
			g.all(guess, false)
		}
	}
	for _, d := range done.report.Documents {
		for _, t := range d.Tables() {
			g.all(t.Unknown, true)
			g.settled(t)
		}
	}
	for _, file := range slices.Sorted(maps.Keys(bound)) {
		for _, key := range slices.Sorted(maps.Keys(bound[file])) {
			if _, ok := g.seen[columnAt{file, key}]; !ok { // of a column that is no longer there
				g.out = append(g.out, open{File: file, Key: key, Name: key, Place: file, ID: len(g.out), Guess: bound[file][key], Chosen: true})
			}
		}
	}
	return g.out
}

// columnAt is a column of a file.
type columnAt struct{ file, key string }

// unclear adds the columns that could be a field and of which none was chosen.
func (g *gatherer) unclear(t *model.Table) {
	for _, u := range t.Unclear {
		for _, c := range u.Columns {
			c.Field = u.Field
			g.add(c, same(u.Columns, c), false)
		}
	}
}

// settled adds the columns that are understood since the user said what they are:
// they may be thought over.
func (g *gatherer) settled(t *model.Table) {
	for _, c := range t.Columns {
		if _, ok := g.bound[g.file(c)][keyOf(g.r, c.At)]; ok {
			c.Evidence = nil
			g.add(c, same(t.Columns, c), false)
		}
	}
}

// auto is the choice that leaves a column to riskbok again.
const auto = "auto"

type gatherer struct {
	s     *Server
	r     *rules.Report
	seen  map[columnAt]int
	bound bindings
	out   []open
}

// file gives the name of a column's file in the report.
func (g *gatherer) file(c model.Column) string {
	if d := g.r.Document(c.At.Doc); d != nil {
		return d.File
	}
	return ""
}

func (g *gatherer) all(columns []model.Column, unknown bool) {
	for _, c := range columns {
		g.add(c, same(columns, c), unknown)
	}
}

// same reports whether another of the columns has the heading of one.
func same(columns []model.Column, c model.Column) bool {
	for _, o := range columns {
		if o.At != c.At && model.Key(o.Heading) == model.Key(c.Heading) {
			return true
		}
	}
	return false
}

func (g *gatherer) add(c model.Column, shared, unknown bool) {
	key := keyOf(g.r, c.At)
	if key == "" {
		return
	}
	at := columnAt{g.file(c), key}
	i, ok := g.seen[at]
	if !ok {
		i = len(g.out)
		g.seen[at] = i
		g.out = append(g.out, g.first(c, key, shared, unknown))
	}
	for _, e := range c.Evidence {
		if e.Weight > 0 {
			g.out[i].Evidence = append(g.out[i].Evidence, g.s.o.Lang.T("page.columns.evidence",
				"field", g.s.o.Lang.T("field."+string(c.Field)), "why", summary.Evidence(g.s.o.Lang, e)))
		}
	}
}

// first gives a column where it is met first.
func (g *gatherer) first(c model.Column, key string, shared, unknown bool) open {
	p := g.r.Place(c.At)
	place := p.Sheet
	if p.Page > 0 {
		place = g.s.o.Lang.T("text.page", "page", p.Page)
	}
	if summary.Several(g.r) {
		place = g.r.FileOf(c.At) + ", " + place
	}
	one := open{File: g.file(c), Key: key, Name: rules.ColumnName(g.s.o.Lang, g.r, c), Place: place, Guess: c.Field, ID: len(g.out), Unknown: unknown}
	if k, ok := model.ParseColumnKey(c.Heading); ok && k.Heading != "" && k.Cell == "" && !shared {
		one.Lasting = strings.Join(strings.Fields(c.Heading), " ")
	}
	if f, ok := g.bound[one.File][key]; ok {
		one.Guess, one.Chosen = f, true
	}
	return one
}

// keyOf gives the key of a column as --map takes it, "" for one that stands
// nowhere.
func keyOf(r *rules.Report, at model.Source) string {
	p := r.Place(at)
	switch {
	case p.Page > 0 && at.Col > 0:
		return model.ColumnKey{Page: p.Page, Column: int(at.Col)}.String()
	case at.Cell() == "":
		return ""
	}
	return model.ColumnKey{Sheet: p.Sheet, Cell: at.Cell()}.String()
}

// bindColumns binds the columns as the user says and reads all anew. What she wants to
// keep goes into her configuration.
func (s *Server) bindColumns(w http.ResponseWriter, r *http.Request, one *session) {
	done := s.current(w, r, one)
	if done == nil {
		return
	}
	one.mu.Lock()
	columns := s.opened(done, one.bound)
	one.mu.Unlock()
	c := chosen(r, columns)
	keep := r.PostForm.Has("keep") && s.o.Keep != nil && len(c.lasting)+len(c.passing) > 0
	if c.changed == 0 && !keep {
		s.answer(w, r, one, http.StatusUnprocessableEntity, s.o.Lang.T("page.columns.none"))
		return
	}
	one.mu.Lock()
	one.bound = c.bound
	one.mu.Unlock()
	if keep {
		one.say(s.keep(c))
	}
	s.readAndLead(w, r, one)
}

// choices are what the user says of the columns. Lasting are those that can be
// kept, by their headings; passing names those that cannot.
type choices struct {
	bound   bindings
	lasting map[string]model.Field
	passing []string
	changed int
}

// chosen reads what the user says of the columns that were shown.
func chosen(r *http.Request, columns []open) choices {
	out := choices{bound: bindings{}, lasting: map[string]model.Field{}}
	for _, c := range columns {
		name := r.PostForm.Get(c.Form())
		field, ok := config.ParseField(name)
		switch {
		case name == auto && c.Chosen:
			out.changed++
			continue
		case name != "" && ok:
			if !c.Chosen || c.Guess != field {
				out.changed++
			}
		case c.Chosen:
			field = c.Guess
		default:
			continue
		}
		if out.bound[c.File] == nil {
			out.bound[c.File] = map[string]model.Field{}
		}
		out.bound[c.File][c.Key] = field
		if c.Lasting == "" {
			out.passing = append(out.passing, c.Name)
		} else {
			out.lasting[c.Lasting] = field
		}
	}
	return out
}

// keep writes bindings into the user's configuration and says whether that went.
// A column without a heading of its own is not kept: the same cell of next year's
// file may be anything.
func (s *Server) keep(c choices) string {
	passing := ""
	if len(c.passing) > 0 {
		passing = s.o.Lang.T("page.columns.passing", "columns", strings.Join(c.passing, ", "))
	}
	if len(c.lasting) == 0 {
		return passing
	}
	file, err := s.o.Keep(c.lasting)
	if err != nil {
		return s.o.Lang.T("page.columns.not-kept", "text", err.Error())
	}
	s.mu.Lock()
	maps.Copy(s.kept, c.lasting)
	s.mu.Unlock()
	return strings.TrimSpace(s.o.Lang.T("page.columns.kept", "file", file) + " " + passing)
}
