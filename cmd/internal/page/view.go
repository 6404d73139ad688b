package page

import (
	"bytes"
	"embed"
	"html/template"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"

	"riskbok/config"
	"riskbok/exporters/causes"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

//go:embed page.html page.css page.js
var sources embed.FS

// views are the page's templates in one language.
type views struct{ t *template.Template }

func newViews(cat *lang.Catalog) (*views, error) {
	t, err := template.New("").Funcs(template.FuncMap{
		"t": func(key string, pairs ...any) string { return cat.T(key, pairs...) },
		"n": cat.N,
		"pair": func(c open, fields []string) any {
			return struct {
				Column open
				Fields []string
			}{c, fields}
		},
		// same reports whether a name is that of a field, "" being that of none
		"same": func(f any, name string) bool {
			field, _ := config.ParseField(name)
			text, ok := f.(string)
			return ok && model.Field(text) == field || !ok && f == field
		},
	}).ParseFS(sources, "page.html")
	return &views{t}, err
}

func (v *views) part(name string, data any) template.HTML {
	var b bytes.Buffer
	if err := v.t.ExecuteTemplate(&b, name, data); err != nil {
		return template.HTML(template.HTMLEscapeString(err.Error()))
	}
	return template.HTML(b.String()) // made by html/template
}

// static sends what the page is made of.
func (s *Server) static(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	var data []byte
	switch name {
	case "report.css":
		data = []byte(reportCSS)
	case "page.css", "page.js":
		data, _ = sources.ReadFile(name) // embedded when the program was built
	default:
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	_, _ = w.Write(data)
}

// homeView is a session's page.
type homeView struct {
	Lang, Base, Version string
	Result              int
	Mended              int // times that corrected copies were asked for
	Notice              string
	Progress            *progressView
	Files               []string
	Can                 can
	Columns             columnsView
	Baseline            string // the file that acceptances go into, "": downloaded
	Accepted            int
	HasBaseline         bool
	Acceptable          bool
	Report              template.HTML
}

// columnsView are the columns to be settled and what they may be.
type columnsView struct {
	Open, Chosen, Unknown []open
	Fields                []string
	Keep                  bool
}

// Any reports whether there is anything to settle.
func (v columnsView) Any() bool { return len(v.Open)+len(v.Chosen)+len(v.Unknown) > 0 }

// home shows a session's page.
func (s *Server) home(w http.ResponseWriter, _ *http.Request, one *session) {
	one.mu.Lock()
	v := homeView{Lang: s.o.Lang.Tag, Base: "/" + s.token, Version: s.o.Version, Notice: one.notice, Mended: one.copies, Progress: s.progress(one)}
	if v.Progress == nil {
		one.notice = ""
	}
	done := one.done
	for _, p := range one.parts {
		v.Files = append(v.Files, p.Name)
	}
	if done != nil && v.Progress == nil {
		v.Result = done.version
		v.Can = s.can(done)
		v.Columns = s.columns(done, one.bound)
		_, v.HasBaseline = s.acceptances(one)
	}
	one.mu.Unlock()
	if v.Result > 0 {
		v.Baseline = s.o.Baseline
		for i := range done.report.Findings {
			if done.report.Findings[i].Open() {
				v.Acceptable = true
			} else {
				v.Accepted++
			}
		}
		report, err := s.fragment(done, &v)
		if err != nil {
			v.Notice = s.inWords(err)
		}
		v.Report = report
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if err := s.views.t.ExecuteTemplate(w, "home", v); err != nil {
		s.o.Log.Error().Err(err).Msg("page")
	}
}

func (s *Server) columns(done *result, bound bindings) columnsView {
	v := columnsView{Fields: config.FieldNames(), Keep: s.o.Keep != nil}
	for _, c := range s.opened(done, bound) {
		switch {
		case c.Chosen:
			v.Chosen = append(v.Chosen, c)
		case c.Unknown:
			v.Unknown = append(v.Unknown, c)
		default:
			v.Open = append(v.Open, c)
		}
	}
	return v
}

// causeView is what the page puts beside a cause: whether its cells are to be
// mended, and whether it is to be accepted.
type causeView struct {
	Safe, Suggested, Accept string // the findings' numbers, "": not possible
	Settle                  bool   // it is about a column that can be settled on the page
	What                    string // for those who hear the page
}

// beside gives the controls of a cause.
func (s *Server) beside(done *result, columns bool) func(*causes.Cause) template.HTML {
	number := map[*rules.Finding]int{}
	for i := range done.report.Findings {
		number[&done.report.Findings[i]] = i + 1
	}
	return func(c *causes.Cause) template.HTML {
		var safe, suggested, accept []string
		for _, f := range c.Findings() {
			n := strconv.Itoa(number[f])
			switch {
			case !mendable(done.report, f):
			case f.FixClass() == rules.Safe:
				safe = append(safe, n)
			default:
				suggested = append(suggested, n)
			}
			if f.Open() {
				accept = append(accept, n)
			}
		}
		head := c.Head()
		what := strings.TrimSpace(rules.Title(s.o.Lang, head.Rule) + " " + head.At.Cell() + " " + head.Risk)
		return s.views.part("cause", causeView{
			Safe: strings.Join(safe, " "), Suggested: strings.Join(suggested, " "), Accept: strings.Join(accept, " "), What: what,
			Settle: columns && head.Open() && aboutColumns(head),
		})
	}
}

// aboutColumns reports whether a finding says of columns that they were not
// understood.
func aboutColumns(f *rules.Finding) bool {
	for _, v := range f.Args {
		if c, ok := v.([]model.Column); ok && len(c) > 0 {
			return true
		}
	}
	return false
}

// report sends the report as a file of its own, to keep and to attach.
func (s *Server) report(w http.ResponseWriter, r *http.Request, one *session) {
	one.mu.Lock()
	done := one.done
	one.mu.Unlock()
	if done == nil {
		s.answer(w, r, one, http.StatusConflict, s.o.Lang.T("page.changed"))
		return
	}
	data, err := s.wholeReport(done)
	if err != nil {
		s.answer(w, r, one, http.StatusInternalServerError, s.inWords(err))
		return
	}
	name := s.o.Lang.T("page.file.report")
	if d := done.report.Documents; len(d) > 0 {
		name = s.o.Lang.T("cmd.dropped.name", "name", strings.TrimSuffix(path.Base(d[0].File), path.Ext(d[0].File)))
	}
	s.send(w, r, one, "", []model.File{{Name: name, Data: data}})
}
