package rules

import (
	"slices"
	"strconv"
	"strings"

	"riskbok/rules/model"
)

// Acceptance says that somebody has accepted a finding as it is: why, who and
// when, and by which decision (its § or case number). Path, Event, Found and
// Expected are the finding's; an acceptance without Event holds whatever the
// risk's text is. At stands in the baseline file: its line is the row.
type Acceptance struct {
	Path            string
	Event           string
	Found, Expected string
	Reason, By      string
	Date            model.Date
	Decision        string
	At              model.Source
}

// staleAcceptance has no check of its own: [Accept] gives its findings.
var staleAcceptance = Rule{Name: "stale-acceptance", Severity: Warning, Fix: Judgement, Check: func(*Case) []Finding { return nil }}

// Accept marks the findings that are accepted, and adds a finding for each
// acceptance that no finding of the books matches any more. A finding is
// accepted by its path and by what it says: neither its row nor its message
// matters, but a cell that has another value by now is not accepted.
// Acceptances of boards and years that are not among the books, and of rules
// that are off, are left alone. The findings given are not changed.
func Accept(books []*model.Book, findings []Finding, acceptances []Acceptance, s Settings) []Finding {
	out := slices.Clone(findings)
	byPath := map[string]int{}
	for i := range out {
		byPath[out[i].Path] = i
	}
	severity := staleAcceptance.Severity
	if set, ok := s.Severities[staleAcceptance.Name]; ok {
		severity = set
	}
	stale := map[string]bool{}
	for i := range acceptances {
		a := &acceptances[i]
		at, found := byPath[a.Path]
		if found && a.covers(&out[at]) {
			out[at].Accepted = a
			continue
		}
		book := bookOf(books, a)
		if book == nil || severity == Off || s.Severities[a.rule()] == Off {
			continue
		}
		f := Finding{
			Rule: staleAcceptance.Name, Severity: severity, Variant: "gone", At: a.At, Board: book.Board, Year: book.Year,
			Path: staleAcceptance.Name + "/" + a.Path, Event: a.Event, Found: a.Found, Fix: &Fix{Class: Judgement},
			Args: map[string]any{"rule": ruleName(a.rule()), "line": int(a.At.Row), "was": a.Found},
		}
		if found {
			f.Variant, f.Found, f.Expected, f.Risk = "changed", a.says(), out[at].says(), out[at].Risk
			f.Args["was"], f.Args["now"] = a.says(), out[at].says()
			f.Related = []model.Source{out[at].At}
		}
		if stale[f.Path] {
			f.Path += "~" + strconv.Itoa(int(a.At.Row))
		}
		stale[f.Path] = true
		out = append(out, f)
	}
	if len(stale) > 0 {
		slices.SortStableFunc(out, compareFindings)
	}
	return out
}

// covers reports whether an acceptance of this path holds for what the finding
// says now.
func (a *Acceptance) covers(f *Finding) bool {
	same := func(x, y string) bool { return model.Key(x) == model.Key(y) }
	return same(a.Found, f.Found) && same(a.Expected, f.Expected) && (a.Event == "" || same(a.Event, f.Event))
}

// says gives what was accepted in one text: what stood there, what it should
// have been, and of which risk.
func (a *Acceptance) says() string { return says(a.Found, a.Expected, a.Event) }

func (f *Finding) says() string { return says(f.Found, f.Expected, f.Event) }

func says(found, expected, event string) string {
	if expected != "" {
		found += " → " + expected
	}
	return strings.TrimSpace(found + " " + event)
}

// rule gives the name of the rule whose finding was accepted, the first part
// of its path.
func (a *Acceptance) rule() string {
	name, _, _ := strings.Cut(a.Path, "/")
	return name
}

// ruleName is a rule as an argument of a message, which says its title.
type ruleName string

// bookOf gives the book that an acceptance is about, nil where it was not
// read.
func bookOf(books []*model.Book, a *Acceptance) *model.Book {
	_, rest, _ := strings.Cut(a.Path, "/")
	for _, b := range books {
		if strings.HasPrefix(rest, model.Key(b.Board)+"/"+strconv.Itoa(b.Year)+"/") {
			return b
		}
	}
	return nil
}

// Open reports whether the finding still stands: nobody has accepted it.
func (f *Finding) Open() bool { return f.Accepted == nil }
