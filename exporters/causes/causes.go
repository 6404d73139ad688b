// Package causes tells findings to people: what one thing made wrong once, with
// all its places. [Teller.All] gives what there is to tell, the other methods
// the words for it, the same in every format.
package causes

import (
	"cmp"
	"slices"
	"strings"

	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// Cause is what is told at once. Each statement is made of one or more findings;
// the first is what the others follow from.
type Cause struct{ Statements []Statement }

// Statement are findings whose messages are alike but for places and risks.
// There is at least one, and the first is the one to show.
type Statement []*rules.Finding

// Head gives the finding at whose place the cause is told.
func (c *Cause) Head() *rules.Finding { return c.Statements[0][0] }

// Findings gives all findings of the cause.
func (c *Cause) Findings() []*rules.Finding {
	var out []*rules.Finding
	for _, s := range c.Statements {
		out = append(out, s...)
	}
	return out
}

// Severity gives that of its gravest finding, which its head is.
func (c *Cause) Severity() rules.Severity { return c.Head().Severity }

// Teller has the words of one report in one language.
type Teller struct {
	r   *rules.Report
	cat *lang.Catalog
}

// New gives the teller of a report.
func New(r *rules.Report, cat *lang.Catalog) *Teller {
	return &Teller{r, cat}
}

// All groups the findings of the report, in the order of their heads. What
// somebody has accepted is told apart from what is open.
func (t *Teller) All() []Cause {
	found := make([]*rules.Finding, len(t.r.Findings))
	for i := range t.r.Findings {
		found[i] = &t.r.Findings[i]
	}
	return t.Of(found)
}

// Group puts together what is told at once: what has one key, in the order in which
// keys come first. What has none (false) stands alone.
func Group[T any, K comparable](list []T, keyOf func(T) (K, bool)) [][]T {
	index := map[K]int{}
	var groups [][]T
	for _, x := range list {
		k, some := keyOf(x)
		i, ok := index[k]
		if !ok || !some {
			i = len(groups)
			groups = append(groups, nil)
			if some {
				index[k] = i
			}
		}
		groups[i] = append(groups[i], x)
	}
	return groups
}

// Of groups some findings of the report.
func (t *Teller) Of(found []*rules.Finding) []Cause {
	type key struct {
		cause    string
		accepted rules.Acceptance
	}
	groups := Group(found, func(f *rules.Finding) (key, bool) {
		k := key{cause: f.Cause}
		if a := f.Accepted; a != nil {
			k.accepted = rules.Acceptance{Reason: a.Reason, By: a.By, Date: a.Date, Decision: a.Decision}
		}
		return k, f.Cause != ""
	})
	out := make([]Cause, len(groups))
	for i, g := range groups {
		out[i] = t.cause(g)
	}
	slices.SortStableFunc(out, func(a, b Cause) int {
		switch x, y := a.Head().At, b.Head().At; {
		case x.Less(y):
			return -1
		case y.Less(x):
			return 1
		}
		return 0
	})
	return out
}

// cause orders the findings of a group into statements: the gravest first, then
// by rule, for the rules are listed so that what follows stands after what it
// follows from. A statement begins where something can be done about it, in a workbook.
func (t *Teller) cause(group []*rules.Finding) Cause {
	if len(group) == 1 {
		return Cause{[]Statement{group}}
	}
	var c Cause
	for _, same := range Group(group, func(f *rules.Finding) (string, bool) {
		return f.Rule + " " + string(f.Severity) + " " + rules.Statement(t.cat, t.r, f), true
	}) {
		c.Statements = append(c.Statements, same)
	}
	for _, s := range c.Statements {
		slices.SortStableFunc(s, func(a, b *rules.Finding) int { return t.paper(a) - t.paper(b) })
	}
	slices.SortStableFunc(c.Statements, func(a, b Statement) int {
		return cmp.Or(b[0].Severity.Rank()-a[0].Severity.Rank(), rules.Rank(a[0].Rule)-rules.Rank(b[0].Rule))
	})
	return c
}

// paper is 0 for what stands in a workbook, 1 for what does not.
func (t *Teller) paper(f *rules.Finding) int {
	if d := t.r.Document(f.At.Doc); d != nil && d.Kind == model.KindWorkbook {
		return 0
	}
	return 1
}

// Message says what is wrong at the head, as a message that stands beside its
// place.
func (t *Teller) Message(c *Cause) string {
	return rules.MessageBeside(t.cat, t.r, c.Head(), c.Head().At)
}

// Rule names the rule of a finding, with the name that commands know it by.
func (t *Teller) Rule(f *rules.Finding) string {
	return t.cat.T("cause.rule", "title", rules.Title(t.cat, f.Rule), "rule", f.Rule)
}

// Also says where else the head's statement holds, "" where it does nowhere.
func (t *Teller) Also(c *Cause) string {
	return t.AlsoAt(c.Statements[0])
}

// AlsoAt says of findings that state the same where the others than the first
// stand, "" where there are none.
func (t *Teller) AlsoAt(same []*rules.Finding) string {
	if len(same) < 2 {
		return ""
	}
	return t.cat.T("cause.also", "places", t.places(same[1:], same[0]))
}

// Follows says what follows from the head's statement, a line for each further
// one: its places, its severity where that is not the cause's, and its message.
func (t *Teller) Follows(c *Cause) []string {
	var out []string
	head := c.Head()
	for _, s := range c.Statements[1:] {
		place := t.places(s, head)
		if s[0].Severity != c.Severity() {
			place = t.cat.T("cause.severity", "places", place, "severity", t.cat.T("severity."+string(s[0].Severity)))
		}
		out = append(out, t.cat.T("cause.follows", "places", place, "message", rules.MessageBeside(t.cat, t.r, s[0], head.At)))
	}
	return out
}

// Fixable says whether the program can settle the cause: all of it, so many of
// its findings, or "" none.
func (t *Teller) Fixable(c *Cause) string {
	can, all := 0, 0
	for _, f := range c.Findings() {
		if !f.Open() {
			continue
		}
		all++
		if t.r.Fixable(f) {
			can++
		}
	}
	switch {
	case can == 0:
		return ""
	case can == all:
		return t.cat.T("cause.fixable")
	}
	return t.cat.T("cause.fixable.some", "n", can, "of", all)
}

// Text is all that is told of a cause, in lines.
func (t *Teller) Text(c *Cause) string { return t.TextWith(c, t.Message(c)) }

// TextWith is [Teller.Text] with a message of the caller's at the head.
func (t *Teller) TextWith(c *Cause, message string) string {
	lines := []string{message}
	if also := t.Also(c); also != "" {
		lines = append(lines, also)
	}
	if follows := t.Follows(c); len(follows) > 0 {
		lines = append(lines, t.cat.T("cause.therefore"))
		for _, f := range follows {
			lines = append(lines, "– "+f)
		}
	}
	return strings.Join(lines, "\n")
}
