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

// open is a column that was not understood, with what speaks for reading it as
// what. Key is what it is bound by in these files, Lasting by what it is bound in
// those of next year too: its heading, where no other column of the table has it.
type open struct {
	Key, Lasting    string
	Name, Place     string
	Evidence        []string
	Guess           model.Field // what it was weighed for
	ID              int
	Unknown, Chosen bool // Chosen: bound on this page
}

// opened gathers the columns that no field was found for, or that several fields
// or columns could be: first those by which something was not checked.
func (s *Server) opened(done *result, bound map[string]model.Field) []open {
	g := gatherer{s: s, r: done.report, seen: map[string]int{}, bound: bound}
	for _, d := range done.report.Documents {
		for i := range d.NotChecked {
			g.all(d.NotChecked[i].Columns, false)
		}
		for _, t := range d.Tables() {
			g.unclear(t)
		}
	}
	for _, d := range done.report.Documents {
		for _, t := range d.Tables() {
			g.all(t.Unknown, true)
			g.settled(t)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(bound)) {
		if _, ok := g.seen[key]; !ok { // of a file that is no longer there, or of nothing
			g.out = append(g.out, open{Key: key, Lasting: key, Name: key, ID: len(g.out), Guess: bound[key], Chosen: true})
		}
	}
	return g.out
}

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
		if _, ok := g.bound[keyOf(g.r, c.At)]; ok {
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
	seen  map[string]int
	bound map[string]model.Field
	out   []open
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
	i, ok := g.seen[key]
	if !ok {
		i = len(g.out)
		g.seen[key] = i
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
	if len(g.r.Documents) > 1 {
		place = g.r.FileOf(c.At) + ", " + place
	}
	one := open{Key: key, Lasting: key, Name: rules.ColumnName(g.s.o.Lang, g.r, c), Place: place, Guess: c.Field, ID: len(g.out), Unknown: unknown}
	if k, ok := model.ParseColumnKey(c.Heading); ok && k.Heading != "" && k.Cell == "" && !shared {
		one.Lasting = strings.Join(strings.Fields(c.Heading), " ")
	}
	if f, ok := g.bound[key]; ok {
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

// settle binds the columns as the user says and reads all anew. What she wants to
// keep goes into her configuration.
func (s *Server) settle(w http.ResponseWriter, r *http.Request, one *session) {
	done := s.current(w, r, one)
	if done == nil {
		return
	}
	one.mu.Lock()
	columns := s.opened(done, one.bound)
	one.mu.Unlock()
	bound, lasting := map[string]model.Field{}, map[string]model.Field{}
	var freed []string
	for _, c := range columns {
		name := r.PostForm.Get("column-" + c.Key)
		field, ok := config.ParseField(name)
		switch {
		case name == auto && c.Chosen:
			freed = append(freed, c.Key)
		case name == "" || !ok || c.Chosen && c.Guess == field:
		default:
			bound[c.Key], lasting[c.Lasting] = field, field
		}
	}
	if len(bound)+len(freed) == 0 {
		s.answer(w, r, one, http.StatusUnprocessableEntity, s.o.Lang.T("page.columns.none"))
		return
	}
	one.mu.Lock()
	if one.bound == nil {
		one.bound = map[string]model.Field{}
	}
	maps.Copy(one.bound, bound)
	for _, k := range freed {
		delete(one.bound, k)
	}
	one.mu.Unlock()
	if len(lasting) > 0 && r.PostForm.Has("keep") && s.o.Keep != nil {
		one.say(s.keep(lasting))
	}
	s.readAndLead(w, r, one)
}

// keep writes bindings into the user's configuration and says whether that went.
func (s *Server) keep(lasting map[string]model.Field) string {
	file, err := s.o.Keep(lasting)
	if err != nil {
		return s.o.Lang.T("page.columns.not-kept", "text", err.Error())
	}
	s.mu.Lock()
	for k, f := range lasting {
		s.kept[k] = f
	}
	s.mu.Unlock()
	return s.o.Lang.T("page.columns.kept", "file", file)
}
