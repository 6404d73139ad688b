package archive

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"riskbok/rules/books"
	"riskbok/rules/model"
)

// Head is what an archive remembers of a document: what it is and whose years it
// tells of.
type Head struct {
	Kind   model.Kind  `json:"kind"`
	Maker  model.Maker `json:"maker,omitempty"`
	Claims []Claim     `json:"claims,omitempty"`
}

// Claim is one board's year as one document has it. Board is as written, "" and
// Year 0 where the document does not say. Risks are keys of the risks' texts,
// sorted, by which two versions of one document are told, Valued those that have levels
// with the levels; Decided and Established
// are the dates that stand above the tables, the latest of each; of minutes that
// adopt a plan, Decided is the day of the meeting. Reported says that a follow-up has
// been filled in. Lines are keys of the names of a
// budget's lines, sorted, of one that follows no year up. Digest is the same where
// a board says the same of its risks and amounts, whatever else a file holds: what
// riskbok works out itself, as risk values, is no part of it. YearOfFile says that no
// table tells the year, but only the file's name.
type Claim struct {
	Board       string     `json:"board,omitempty"`
	Year        int        `json:"year,omitempty"`
	Contents    []Content  `json:"contents"`
	Reported    bool       `json:"reported,omitempty"`
	Risks       []string   `json:"risks,omitempty"`
	Valued      []string   `json:"valued,omitempty"`
	Lines       []string   `json:"lines,omitempty"`
	Digest      string     `json:"digest,omitempty"`
	Decided     model.Date `json:"decided,omitzero"`
	Established model.Date `json:"established,omitzero"`

	YearOfFile bool `json:"yearOfFile,omitempty"`
}

// Content is a sort of table or text.
type Content string

// The sorts of content.
const (
	ContentAnalysis Content = "analysis"
	ContentPlan     Content = "plan"
	ContentFollowUp Content = "follow-up"
	ContentBudget   Content = "budget"
	ContentMinutes  Content = "minutes"
)

// Writes reports whether a workbook is made of a claim: minutes alone give none.
func (c *Claim) Writes() bool {
	return slices.ContainsFunc(c.Contents, func(k Content) bool { return k != ContentMinutes })
}

// Has reports whether a claim holds a sort of content.
func (c *Claim) Has(k Content) bool { return slices.Contains(c.Contents, k) }

// plans reports whether a claim holds something of a plan: a budget is none.
func (c *Claim) plans() bool {
	return slices.ContainsFunc(c.Contents, func(k Content) bool { return k != ContentMinutes && k != ContentBudget })
}

// HeadOf gives what an archive remembers of a document, whose meetings have been
// given to their years, see [Adopt]. Aliases are names that mean one board (a name
// → its other names).
func HeadOf(d *model.Document, aliases map[string][]string) Head {
	h := Head{Kind: d.Kind, Maker: d.Maker}
	for _, b := range books.Group([]*model.Document{d}, aliases) {
		if c := claimOf(b); len(c.Contents) > 0 {
			h.Claims = append(h.Claims, c)
		}
	}
	return h
}

func claimOf(b *model.Book) Claim {
	c := Claim{Board: b.Board, Year: b.Year}
	holds := func(k Content) {
		if !c.Has(k) {
			c.Contents = append(c.Contents, k)
		}
	}
	for i := range b.Registers {
		e := &b.Registers[i]
		if len(e.Risks) == 0 {
			continue
		}
		if e.Analysis || !e.Plan {
			holds(ContentAnalysis)
		}
		if e.Plan {
			holds(ContentPlan)
		}
		c.dates(&e.Table)
		for j := range e.Risks {
			c.Risks = append(c.Risks, riskKey(&e.Risks[j]))
			c.value(&e.Risks[j])
		}
	}
	for _, f := range b.FollowUps {
		if len(f.Rows) > 0 {
			holds(ContentFollowUp)
			c.dates(&f.Table)
			c.Reported = c.Reported || slices.ContainsFunc(f.Rows, func(r model.FollowUpRow) bool {
				return slices.ContainsFunc(r.Reports, func(v model.Value[string]) bool { return v.V != "" })
			})
		}
	}
	if len(b.Budgets)+len(b.Allocations) > 0 {
		holds(ContentBudget)
	}
	for _, m := range b.Budgets {
		c.lines(m)
	}
	if len(b.Meetings) > 0 {
		holds(ContentMinutes)
		for _, m := range b.Meetings {
			if m.PlanYear != 0 {
				c.Decided = later(c.Decided, m.Date)
			}
		}
	}
	slices.Sort(c.Risks)
	c.Risks = slices.Compact(c.Risks)
	slices.Sort(c.Valued)
	c.Valued = slices.Compact(c.Valued)
	slices.Sort(c.Lines)
	c.Lines = slices.Compact(c.Lines)
	if c.Writes() {
		c.Digest, c.YearOfFile = digest(b), yearOfFile(b)
	}
	return c
}

// yearOfFile reports whether all tables of a board's year have the year of the file's
// name.
func yearOfFile(b *model.Book) bool {
	for i := range b.Registers {
		if !b.Registers[i].YearOfFile {
			return false
		}
	}
	for _, f := range b.FollowUps {
		if !f.YearOfFile {
			return false
		}
	}
	return !slices.ContainsFunc(b.Budgets, func(m *model.Budget) bool { return !m.YearOfFile }) && len(b.Allocations) == 0
}

// riskKey tells a risk by its text, else by its first action, else by its number.
func riskKey(r *model.Risk) string {
	text := model.Key(r.Event.V)
	if text == "" && len(r.Measures) > 0 {
		text = model.Key(r.Measures[0].Action.V)
	}
	if text == "" {
		text = model.NumberKey(r.Number.V)
	}
	return hashOf(text)
}

// lines keeps the names of a budget's lines, unless it follows its year up: of such
// there are many in a year, with the same lines.
func (c *Claim) lines(m *model.Budget) {
	if m.FollowsOwnYear() {
		return
	}
	for i := range m.Lines {
		if text := model.Key(m.Lines[i].Name.V); text != "" {
			c.Lines = append(c.Lines, hashOf(text))
		}
	}
}

func hashOf(text string) string {
	h := fnv.New64a()
	h.Write([]byte(text))
	return strconv.FormatUint(h.Sum64(), 36)
}

func levelText(l model.Level) string { return cmp.Or(l.Label, strconv.Itoa(l.Number)) }

// digest hashes what a board says, in whatever order and tables: its risks and their
// levels, what it does about them, what it reports, its amounts.
func digest(b *model.Book) string {
	var s said
	for i := range b.Registers {
		s.risks(&b.Registers[i])
	}
	for _, f := range b.FollowUps {
		for i := range f.Rows {
			for _, report := range f.Rows[i].Reports {
				if report.V != "" {
					s.say("report", f.Rows[i].Event.V, report.V)
				}
			}
		}
	}
	for _, m := range b.Budgets {
		for i := range m.Lines {
			for _, amount := range m.Lines[i].Amounts {
				s.say("amount", m.Lines[i].Name.V, amount.V.String())
			}
		}
	}
	slices.Sort(s)
	return hashOf(strings.Join(slices.Compact(s), "\n"))
}

// said is what a board says, a line each.
type said []string

func (s *said) say(parts ...string) {
	for i, p := range parts {
		parts[i] = model.Key(p)
	}
	*s = append(*s, strings.Join(parts, "\x00"))
}

// risks says the risks of a table and what is done about them.
func (s *said) risks(e *model.Entry) {
	for i := range e.Risks {
		r := &e.Risks[i]
		if r.Likelihood.OK || r.Consequence.OK {
			s.say("risk", r.Event.V, levelText(r.Likelihood.V), levelText(r.Consequence.V))
		}
		for k := range r.Measures {
			if m := &r.Measures[k]; m.Action.V != "" {
				s.say("measure", r.Event.V, m.Action.V, m.Owner.V, strings.Join(m.Reporting.V, " "))
			}
		}
	}
}

func (c *Claim) dates(t *model.Table) {
	for _, h := range t.Heads {
		c.Decided = later(c.Decided, h.Decided)
		c.Established = later(c.Established, h.Established)
	}
}

func later(d model.Date, v model.Value[model.Date]) model.Date {
	if v.OK && d.Before(v.V) {
		return v.V
	}
	return d
}
