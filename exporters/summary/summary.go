// Package summary counts what a report holds, the same for every format.
package summary

import (
	"riskbok/rules"
	"riskbok/rules/baseline"
	"riskbok/rules/model"
)

// Summary are the counts of a report. Risks are distinct ones: a risk that
// stands in the analysis and again in the plan of one board and year is one.
// Errors, Warnings and Infos count open findings, Accepted those that somebody
// has accepted. Safe is the number of open findings that the program may
// settle itself.
type Summary struct {
	Documents, Risks, Errors, Warnings, Infos, Accepted, Safe int
}

// Of counts a report.
func Of(r *rules.Report) Summary {
	s := Summary{}
	for _, d := range r.Documents {
		if d.Kind != baseline.Kind {
			s.Documents++
		}
	}
	for _, b := range r.Books {
		s.Risks += risks(b)
	}
	for i := range r.Findings {
		if !r.Findings[i].Open() {
			s.Accepted++
			continue
		}
		switch f := &r.Findings[i]; f.Severity {
		case rules.Error:
			s.Errors++
		case rules.Warning:
			s.Warnings++
		case rules.Info:
			s.Infos++
		}
		if r.Fixable(&r.Findings[i]) {
			s.Safe++
		}
	}
	return s
}

// risks counts the distinct risks of a book: by number, else by text, else by
// action, as the old plans have them that name no risks.
func risks(b *model.Book) int {
	seen := map[string]bool{}
	for _, reg := range b.Registers {
		for i := range reg.Risks {
			key := "n:" + model.NumberKey(reg.Risks[i].Number.Raw)
			if key == "n:" {
				key = "t:" + model.Key(reg.Risks[i].Event.Raw)
			}
			if key == "t:" && len(reg.Risks[i].Measures) > 0 {
				key = "a:" + model.Key(reg.Risks[i].Area.Raw) + ":" + model.Key(reg.Risks[i].Measures[0].Action.Raw)
			}
			seen[key] = true
		}
	}
	return len(seen)
}
