package page

import (
	"errors"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"

	"riskbok/cmd/internal/files"
	"riskbok/config"
	"riskbok/exporters/workbook"
	"riskbok/rules"
	"riskbok/rules/baseline"
	"riskbok/rules/model"
)

// isBaseline reports whether a file that was dropped is one of acceptances.
func isBaseline(p files.Part) bool {
	switch strings.ToLower(path.Ext(p.Name)) {
	case ".yaml", ".yml":
		_, err := baseline.Parse(p.Data, 1)
		var fault *baseline.Error
		return err == nil || errors.As(err, &fault) && strings.Contains(string(p.Data), "accepted:")
	}
	return false
}

// acceptances gives what is accepted: the user's file, else what was dropped or
// accepted on the page. The session is locked.
func (s *Server) acceptances(one *session) (files.Part, bool) {
	if s.o.Baseline == "" {
		return one.baseline, one.baseline.Data != nil
	}
	data, err := config.ReadList(s.o.Baseline)
	if err != nil {
		return files.Part{}, false
	}
	return files.Part{Name: workbook.FileName(s.o.Baseline), Data: data}, true
}

// accept adds the findings that were ticked to those that are accepted, with why,
// who and when.
func (s *Server) accept(w http.ResponseWriter, r *http.Request, one *session) {
	done := s.current(w, r, one)
	if done == nil {
		return
	}
	chosen := ticked(r.PostForm["accept"], done.report)
	reason, who := strings.TrimSpace(r.PostForm.Get("reason")), strings.TrimSpace(r.PostForm.Get("by"))
	switch {
	case len(chosen) == 0:
		s.answer(w, r, one, http.StatusUnprocessableEntity, s.o.Lang.T("page.accept.none"))
		return
	case reason == "" || who == "":
		s.answer(w, r, one, http.StatusUnprocessableEntity, s.o.Lang.T("page.accept.why"))
		return
	}
	var found []rules.Finding
	for i := range done.report.Findings {
		if chosen[&done.report.Findings[i]] {
			found = append(found, done.report.Findings[i])
		}
	}
	now := time.Now()
	by := baseline.By{
		Reason: reason, Name: who, Decision: strings.TrimSpace(r.PostForm.Get("decision")),
		Date: model.Date{Year: now.Year(), Month: int(now.Month()), Day: now.Day()},
	}
	n, err := s.addAccepted(one, done, found, by)
	if err != nil {
		s.answer(w, r, one, http.StatusUnprocessableEntity, s.fault(s.baselineName(one), err, s.o.Lang))
		return
	}
	one.say(s.o.Lang.N("page.accepted", n))
	s.answer(w, r, one, http.StatusOK, "")
}

// addAccepted writes acceptances to where they are and shows the report anew.
func (s *Server) addAccepted(one *session, done *result, found []rules.Finding, by baseline.By) (int, error) {
	s.baseline.Lock()
	defer s.baseline.Unlock()
	one.mu.Lock()
	defer one.mu.Unlock()
	existing := one.baseline.Data
	if s.o.Baseline != "" {
		var err error
		if existing, err = config.ReadList(s.o.Baseline); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return 0, err
		}
	}
	grown, n, err := baseline.Append(existing, found, by, s.o.Lang)
	if err != nil {
		return 0, err
	}
	if s.o.Baseline != "" {
		if err := files.Replace(s.o.Baseline, grown); err != nil {
			return 0, err
		}
	} else {
		if one.baseline.Name == "" {
			one.baseline.Name = s.o.Lang.T("page.file.baseline")
		}
		one.baseline.Data = grown
		one.unsaved += n
	}
	s.show(one, done.out)
	return n, nil
}

func (s *Server) baselineName(one *session) string {
	if s.o.Baseline != "" {
		return workbook.FileName(s.o.Baseline)
	}
	one.mu.Lock()
	defer one.mu.Unlock()
	return one.baseline.Name
}

// sendBaseline gives the file of what is accepted, for next time.
func (s *Server) sendBaseline(w http.ResponseWriter, r *http.Request, one *session) {
	one.mu.Lock()
	b, ok := s.acceptances(one)
	one.unsaved = 0
	one.mu.Unlock()
	if !ok {
		s.answer(w, r, one, http.StatusNotFound, s.o.Lang.T("page.accept.none"))
		return
	}
	s.send(w, r, one, "", []model.File{{Name: b.Name, Data: b.Data}})
}
