package archive

import (
	"hash/fnv"
	"slices"
	"strconv"

	"riskbok/rules/books"
	"riskbok/rules/model"
)

// Head is what an archive remembers of a document: what it is and whose years it
// tells of.
type Head struct {
	Kind   model.Kind `json:"kind"`
	Claims []Claim    `json:"claims,omitempty"`
}

// Claim is one board's year as one document has it. Board is as written, "" and
// Year 0 where the document does not say. Risks are keys of the risks' texts,
// sorted, by which two versions of one document are told; Decided and Established
// are the dates that stand above the tables, the latest of each.
type Claim struct {
	Board       string     `json:"board,omitempty"`
	Year        int        `json:"year,omitempty"`
	Contents    []Content  `json:"contents"`
	Risks       []string   `json:"risks,omitempty"`
	Decided     model.Date `json:"decided,omitzero"`
	Established model.Date `json:"established,omitzero"`
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

// HeadOf gives what an archive remembers of a document. Aliases are names that
// mean one board (a name → its other names).
func HeadOf(d *model.Document, aliases map[string][]string) Head {
	h := Head{Kind: d.Kind}
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
		}
	}
	for _, f := range b.FollowUps {
		if len(f.Rows) > 0 {
			holds(ContentFollowUp)
			c.dates(&f.Table)
		}
	}
	if len(b.Budgets)+len(b.Allocations) > 0 {
		holds(ContentBudget)
	}
	if len(b.Meetings) > 0 {
		holds(ContentMinutes)
	}
	slices.Sort(c.Risks)
	c.Risks = slices.Compact(c.Risks)
	return c
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
	h := fnv.New64a()
	h.Write([]byte(text))
	return strconv.FormatUint(h.Sum64(), 36)
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
