// Package summary counts what a report holds, the same for every format: [Of] gives the
// counts, [AccountOf] what was checked and what was not, in words.
package summary

import (
	"slices"

	"riskbok/rules"
	"riskbok/rules/baseline"
	"riskbok/rules/model"
)

// Summary are the counts of a report. Risks are distinct ones: a risk that
// stands in the analysis and again in the plan of one board and year is one.
// Errors, Warnings and Infos count open findings, Accepted those that somebody
// has accepted. Safe is the number of open findings that the program may
// settle itself, NotChecked that of open findings which say that something was
// not checked.
type Summary struct {
	Documents, Risks, Errors, Warnings, Infos, Accepted, Safe int

	Checked    Checked
	NotChecked int
}

// Checked counts what there was to judge: registers and follow-ups with rows,
// their distinct risks, budgets and shares of budgets, meetings.
type Checked struct {
	Tables, Risks, Budgets, Meetings int
}

// Anything reports whether there was anything to judge.
func (c Checked) Anything() bool { return c.Tables+c.Budgets+c.Meetings > 0 }

// Judged reports whether a report had anything to judge: [Checked.Anything],
// without counting it.
func Judged(r *rules.Report) bool {
	return slices.ContainsFunc(r.Books, func(b *model.Book) bool {
		return tables(b)+len(b.Budgets)+len(b.Allocations)+len(b.Meetings) > 0
	})
}

// Several reports whether what is told of a report needs the names of its files: a
// list of what somebody has accepted is none of them.
func Several(r *rules.Report) bool {
	n := 0
	for _, d := range r.Documents {
		if d.Kind != baseline.Kind {
			n++
		}
	}
	return n > 1
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
		n := len(Distinct(b))
		s.Risks += n
		s.Checked.Risks += n
		s.Checked.Tables += tables(b)
		s.Checked.Budgets += len(b.Budgets) + len(b.Allocations)
		s.Checked.Meetings += len(b.Meetings)
	}
	for i := range r.Findings {
		if !r.Findings[i].Open() {
			s.Accepted++
			continue
		}
		if f := &r.Findings[i]; f.Rule == rules.NotChecked || departs(f) {
			s.NotChecked++
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

// tables counts the tables of a book that have rows; one that is a register and
// a follow-up is one.
func tables(b *model.Book) int {
	seen := map[model.Source]bool{}
	for _, e := range b.Registers {
		if len(e.Risks) > 0 {
			seen[e.At] = true
		}
	}
	for _, fu := range b.FollowUps {
		if len(fu.Rows) > 0 {
			seen[fu.At] = true
		}
	}
	return len(seen)
}

// Standing is a risk and the register that it stands in.
type Standing struct {
	Entry *model.Entry
	Risk  *model.Risk
}

// Distinct gives the distinct risks of a book, each where it stands first: they are
// told by number, else by text, else by action, as the old plans have them that
// name no risks.
func Distinct(b *model.Book) []Standing {
	risks := 0
	for i := range b.Registers {
		risks += len(b.Registers[i].Risks)
	}
	out, seen := make([]Standing, 0, risks), make(map[identity]bool, risks)
	for i, unit := range units(b) {
		e := &b.Registers[i]
		for k := range e.Risks {
			key := identityOf(unit, &e.Risks[k])
			if !seen[key] {
				seen[key] = true
				out = append(out, Standing{e, &e.Risks[k]})
			}
		}
	}
	return out
}

// units numbers the registers of a book by unit: those that number their risks
// each for themselves count apart. One without numbers, which is apart from
// none, joins no two that are.
func units(b *model.Book) []int {
	out := make([]int, len(b.Registers))
	most := rules.Held(len(b.Registers))
	var members [][]int // of each unit
	for i := range b.Registers {
		looks := 0
		at := slices.IndexFunc(members, func(unit []int) bool {
			return looks > most || !slices.ContainsFunc(unit, func(j int) bool {
				looks++
				return looks > most || rules.Apart(&b.Registers[j], &b.Registers[i])
			})
		})
		if at < 0 || looks > most {
			at, members = len(members), append(members, nil)
		}
		members[at] = append(members[at], i)
		out[i] = members[at][0]
	}
	return out
}

// identity is what tells a risk from others: by is what it is told by.
type identity struct {
	unit int
	by   knownBy
	key  string
}

type knownBy uint8

const (
	byNumber knownBy = iota
	byText
	byAction
)

func identityOf(unit int, r *model.Risk) identity {
	if number := model.NumberKey(r.Number.Raw); number != "" {
		return identity{unit, byNumber, number}
	}
	if event := model.Key(r.Event.Raw); event != "" || len(r.Measures) == 0 {
		return identity{unit, byText, event}
	}
	return identity{unit, byAction, model.Key(r.Area.Raw) + ":" + model.Key(r.Measures[0].Action.Raw)}
}
