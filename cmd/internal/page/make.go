package page

import (
	"errors"
	"net/http"
	"slices"
	"strings"

	"riskbok/cmd/internal/run"
	"riskbok/exporters/budget"
	"riskbok/exporters/compare"
	"riskbok/exporters/controlplan"
	"riskbok/exporters/correction/opc"
	"riskbok/exporters/output"
	"riskbok/exporters/summary"
	"riskbok/rules"
	years "riskbok/rules/compare"
	"riskbok/rules/model"
)

// plan gives the control plans in the user's template.
func (s *Server) plan(w http.ResponseWriter, r *http.Request, one *session) {
	s.make(w, r, one, "page.file.plan", func(done *result) ([]output.Pending, error) {
		return controlplan.Pending(done.report, done.options(&s.o), s.o.Convert)
	})
}

// budget gives the budget workbooks.
func (s *Server) budget(w http.ResponseWriter, r *http.Request, one *session) {
	s.make(w, r, one, "page.file.budget", func(done *result) ([]output.Pending, error) {
		return budget.Pending(done.report, done.options(&s.o))
	})
}

// next gives the plans of the year after each board's latest.
func (s *Server) next(w http.ResponseWriter, r *http.Request, one *session) {
	s.make(w, r, one, "page.file.next", func(done *result) ([]output.Pending, error) {
		how := s.how(nil) // what is bound in a file says nothing of the plan that is made of it
		books, _, err := controlplan.Rollover(done.report, done.options(&s.o), controlplan.Next{
			Convert: s.o.Convert, Aliases: s.o.Run.Settings.Aliases,
			Judge: func(f model.File) (*rules.Report, error) { return run.Judge(r.Context(), f, how) },
		})
		return books, err
	})
}

// collect gives the sheets by which a period's reports are collected.
func (s *Server) collect(w http.ResponseWriter, r *http.Request, one *session) {
	s.make(w, r, one, "page.file.collect", func(done *result) ([]output.Pending, error) {
		return controlplan.Collect(done.report, done.options(&s.o), controlplan.Collection{
			Period: r.PostForm.Get("period"), Aliases: s.o.Run.Settings.Aliases,
		})
	})
}

// make makes workbooks and sends them; archive names the archive of several.
func (s *Server) make(w http.ResponseWriter, r *http.Request, one *session, archive string, pending func(*result) ([]output.Pending, error)) {
	done := s.current(w, r, one)
	if done == nil {
		return
	}
	all, err := pending(done)
	if err != nil {
		s.answer(w, r, one, http.StatusUnprocessableEntity, s.inWords(err))
		return
	}
	made, _, err := output.Finish(all)
	switch {
	case err != nil:
		s.answer(w, r, one, http.StatusUnprocessableEntity, s.inWords(err))
	case len(made) == 0:
		s.answer(w, r, one, http.StatusUnprocessableEntity, s.o.Lang.T("page.nothing-made"))
	default:
		s.send(w, r, one, s.o.Lang.T(archive), made)
	}
}

// inWords says what went wrong in the user's words.
func (s *Server) inWords(err error) string {
	var part *opc.PartError
	var period *controlplan.PeriodError
	var nameless *controlplan.NamelessError
	var joined interface{ Unwrap() []error }
	switch {
	case errors.As(err, &joined):
		var all []string
		for _, e := range joined.Unwrap() {
			all = append(all, s.inWords(e))
		}
		return strings.Join(all, " ")
	case errors.As(err, &part):
		return part.File + ": " + s.o.Lang.T("correction.fault."+part.Code, "part", part.Part)
	case errors.As(err, &period):
		return s.o.Lang.T("cmd.error.period", "period", period.Period, "board", period.Board, "known", strings.Join(period.Known, ", "))
	case errors.As(err, &nameless):
		return s.o.Lang.T("cmd.error.nameless", "file", nameless.File)
	}
	return s.o.Lang.T("page.failed", "text", err.Error())
}

// compare shows what changed between the two latest years.
func (s *Server) compare(w http.ResponseWriter, r *http.Request, one *session) {
	one.mu.Lock()
	done := one.done
	one.mu.Unlock()
	old, latest := twoYears(done)
	if latest == 0 {
		s.answer(w, r, one, http.StatusConflict, s.o.Lang.T("page.changed"))
		return
	}
	of := func(year int) []*model.Book {
		return slices.DeleteFunc(slices.Clone(done.report.Books), func(b *model.Book) bool { return b.Year != year })
	}
	c := years.Compare(of(old), of(latest), s.o.Run.Settings.Aliases)
	rendered, err := compare.HTML(c, done.report, done.options(&s.o))
	if err != nil {
		s.answer(w, r, one, http.StatusInternalServerError, s.inWords(err))
		return
	}
	s.whole(w, rendered[0].Data)
}

// whole shows a page that has its own style in it and needs nothing else.
func (s *Server) whole(w http.ResponseWriter, data []byte) {
	w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; sandbox")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(data)
}

// twoYears gives the latest two years of which there are plans, 0 where there are
// not as many.
func twoYears(done *result) (old, latest int) {
	if done == nil {
		return 0, 0
	}
	var all []int
	for _, b := range done.report.Books {
		if b.Year > 0 && len(b.Registers) > 0 && !slices.Contains(all, b.Year) {
			all = append(all, b.Year)
		}
	}
	slices.Sort(all)
	n := len(all)
	if n < 2 {
		return 0, 0
	}
	return all[n-2], all[n-1]
}

// can says what there is to be made of a result.
type can struct {
	Mend, Plan, Budget, Collect bool
	Periods                     []string
	Old, Latest                 int // years to compare, 0: none
}

func (s *Server) can(done *result) can {
	var c can
	c.Old, c.Latest = twoYears(done)
	c.Budget = summary.Of(done.report).Checked.Budgets > 0
	for _, b := range done.report.Books {
		c.Plan = c.Plan || slices.ContainsFunc(b.Registers, func(e model.Entry) bool { return len(e.Risks) > 0 })
		for _, f := range b.FollowUps {
			for _, p := range f.Periods {
				if name := strings.Join(strings.Fields(p.Heading), " "); name != "" && !slices.Contains(c.Periods, name) {
					c.Periods = append(c.Periods, name)
				}
			}
		}
	}
	if c.Plan && len(c.Periods) == 0 {
		c.Periods = append(c.Periods, s.o.Template.Layout.FollowUp.Periods...)
	}
	c.Collect = len(c.Periods) > 0
	for i := range done.report.Findings {
		c.Mend = c.Mend || mendable(done.report, &done.report.Findings[i])
	}
	return c
}

// mendable reports whether a corrected copy may hold a finding's fix.
func mendable(r *rules.Report, f *rules.Finding) bool {
	if class := f.FixClass(); !f.Open() || class != rules.Safe && class != rules.Suggested || len(f.Fix.Edits) == 0 {
		return false
	}
	d := r.Document(f.At.Doc)
	return d != nil && d.Kind == model.KindWorkbook
}
