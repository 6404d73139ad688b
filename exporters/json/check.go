package json

import (
	"riskbok/exporters/output"
	"riskbok/exporters/summary"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

type check struct {
	Version    int          `json:"version"`
	Summary    counts       `json:"summary"`
	Findings   []finding    `json:"findings"`
	PassedOver []unreadable `json:"passedOver"`
	Unreadable []unreadable `json:"unreadable"`
	Skipped    []string     `json:"skipped"`
}

type counts struct {
	Documents int `json:"documents"`
	Risks     int `json:"risks"`
	Errors    int `json:"errors"`
	Warnings  int `json:"warnings"`
	Infos     int `json:"infos"`
	Accepted  int `json:"accepted"`

	Checked    checked `json:"checked"`
	NotChecked int     `json:"notChecked"`
}

// checked counts what there was to judge.
type checked struct {
	Tables   int `json:"tables"`
	Risks    int `json:"risks"`
	Budgets  int `json:"budgets"`
	Meetings int `json:"meetings"`
}

type finding struct {
	Rule     string     `json:"rule"`
	Severity string     `json:"severity"`
	Message  string     `json:"message"`
	Board    string     `json:"board"`
	Year     int        `json:"year"`
	Table    string     `json:"table"`
	Risk     string     `json:"risk"`
	Event    string     `json:"event"`
	Found    string     `json:"found"`
	Expected string     `json:"expected"`
	Fix      string     `json:"fix"`
	Location location   `json:"location"`
	Related  []location `json:"related"`
	Path     string     `json:"path"`
	Accepted *accepted  `json:"accepted"`

	Valuation string `json:"valuation,omitempty"`
	Cause     string `json:"cause,omitempty"`
}

// accepted says why a finding was accepted; null for an open one.
type accepted struct {
	Reason   string `json:"reason"`
	By       string `json:"by"`
	Date     string `json:"date"`
	Decision string `json:"decision"`
}

type location struct {
	File  string `json:"file"`
	Sheet string `json:"sheet"`
	Cell  string `json:"cell"`
	Page  int    `json:"page"`
}

// Check writes the findings of a report, as `check --format json` prints them.
func Check(r *rules.Report, opts output.Options) ([]model.File, error) {
	s := summary.Of(r)
	out := check{
		Version:  version,
		Summary:  counts{s.Documents, s.Risks, s.Errors, s.Warnings, s.Infos, s.Accepted, checked(s.Checked), s.NotChecked},
		Findings: []finding{}, PassedOver: failures(r.PassedOver, opts.Lang), Unreadable: failures(r.Unreadable, opts.Lang), Skipped: list(r.Skipped),
	}
	return spliced(out, "findings", len(r.Findings), func(i int) finding { return findingOf(r, &r.Findings[i], opts.Lang) })
}

func findingOf(r *rules.Report, f *rules.Finding, cat *lang.Catalog) finding {
	related := make([]location, 0, len(f.Related))
	for _, at := range f.Related {
		related = append(related, locate(r, at))
	}
	return finding{
		Rule: f.Rule, Severity: string(f.Severity), Message: rules.Message(cat, r, f),
		Board: f.Board, Year: f.Year, Table: f.Table, Risk: f.Risk, Event: f.Event, Found: f.Found, Expected: f.Expected,
		Fix: string(f.FixClass()), Location: locate(r, f.At), Related: related, Path: f.Path, Accepted: acceptance(f.Accepted), Valuation: f.Valuation, Cause: f.Cause,
	}
}

func acceptance(a *rules.Acceptance) *accepted {
	if a == nil {
		return nil
	}
	out := &accepted{Reason: a.Reason, By: a.By, Decision: a.Decision}
	if a.Date.Year != 0 {
		out.Date = a.Date.String()
	}
	return out
}

// locate says where a source is. In documents with pages a cell has no
// reference that a reader could follow.
func locate(r *rules.Report, at model.Source) location {
	p := r.Place(at)
	l := location{File: p.File, Sheet: p.Sheet, Page: p.Page}
	if l.File == "" {
		if d := r.Document(at.Doc); d != nil {
			l.File = d.File
		}
	}
	if p.Page == 0 {
		l.Cell = at.Cell()
	}
	return l
}
