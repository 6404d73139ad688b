package json

import (
	"riskbok/exporters/output"
	"riskbok/exporters/summary"
	"riskbok/rules"
	"riskbok/rules/model"
)

type check struct {
	Version    int          `json:"version"`
	Summary    counts       `json:"summary"`
	Findings   []finding    `json:"findings"`
	Unreadable []unreadable `json:"unreadable"`
	Skipped    []string     `json:"skipped"`
}

type counts struct {
	Documents int `json:"documents"`
	Risks     int `json:"risks"`
	Errors    int `json:"errors"`
	Warnings  int `json:"warnings"`
	Infos     int `json:"infos"`
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
		Summary:  counts{s.Documents, s.Risks, s.Errors, s.Warnings, s.Infos},
		Findings: make([]finding, 0, len(r.Findings)), Unreadable: failures(r, opts.Lang), Skipped: list(r.Skipped),
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		related := make([]location, 0, len(f.Related))
		for _, at := range f.Related {
			related = append(related, locate(r, at))
		}
		out.Findings = append(out.Findings, finding{
			Rule: f.Rule, Severity: string(f.Severity), Message: rules.Message(opts.Lang, r, f),
			Board: f.Board, Year: f.Year, Table: f.Table, Risk: f.Risk, Event: f.Event, Found: f.Found, Expected: f.Expected,
			Fix: string(f.FixClass()), Location: locate(r, f.At), Related: related, Path: f.Path,
		})
	}
	return encode(out)
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
