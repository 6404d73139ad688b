package rules

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"

	"riskbok/rules/compare"
	"riskbok/rules/model"
)

var yearDrift = Rule{Name: "year-drift", Severity: Warning, Fix: Judgement, Check: func(c *Case) []Finding { return c.drift(c.previous) }}

// drift compares the book with that of the year before: values that changed
// though the levels did not, and numbers that moved. It finds nothing without
// an earlier book.
func (c *Case) drift(previous *model.Book) []Finding {
	if previous == nil {
		return nil
	}
	at := make(map[model.Source]*riskRef, len(c.risks))
	for _, r := range c.risks {
		at[r.At] = r
	}
	var out []Finding
	moved := map[*model.Entry][]*compare.Item{}
	for _, p := range compare.Compare([]*model.Book{previous}, []*model.Book{c.Book}, c.Settings.Aliases).Pairs {
		for i := range p.Items {
			it := &p.Items[i]
			if it.Match == nil {
				continue
			}
			for _, change := range it.Changes {
				switch r := at[it.New.At]; {
				case change.Kind == compare.YearDrift:
					out = append(out, c.driftedValue(r, change, previous.Year))
				case change.Kind == compare.Renumbered && !it.Match.Ambiguous():
					moved[r.entry] = append(moved[r.entry], it)
				}
			}
		}
	}
	for i := range c.Registers {
		if items := moved[&c.Registers[i]]; len(items) > 0 {
			out = append(out, c.movedNumbers(&c.Registers[i], items, previous.Year))
		}
	}
	return out
}

// driftedValue is a finding at the value that changed. Which of the two years
// is wrong, if not both, is for another rule; this one says that they differ.
func (c *Case) driftedValue(r *riskRef, change compare.Change, year int) Finding {
	f := c.riskFinding(r, model.FieldScore, change.NewAt, "value")
	f.Found = change.New
	f.Args["year"], f.Args["was"], f.Args["other"], f.Args["levels"] = year, change.Old, change.OldAt, change.LevelsNew
	if change.ValueNew != 0 {
		f.Variant = "value-score"
		f.Args["score"] = change.ValueNew
	}
	f.Related = []model.Source{change.OldAt}
	f.Fix = &Fix{Class: Judgement}
	return f
}

// movedNumbers is one finding for the numbers of a table that moved, at the
// first of them.
func (c *Case) movedNumbers(e *model.Entry, items []*compare.Item, year int) Finding {
	f := c.tableFinding(&e.Table, "number")
	f.Path += "/number"
	f.At = cmp.Or(items[0].New.Number.At, items[0].New.At)
	f.Args["year"], f.Args["moved"] = year, moves(items)
	for _, it := range items {
		f.Related = append(f.Related, it.Old.Number.At)
	}
	f.Fix = &Fix{Class: Judgement}
	return f
}

// moves writes numbers that moved together as one: "R3–R9 → R2–R8".
func moves(items []*compare.Item) string {
	old := func(i int) string { return items[i].Old.Number.V }
	new := func(i int) string { return items[i].New.Number.V }
	var parts []string
	for i := 0; i < len(items); {
		j := i
		for j+1 < len(items) && follows(old(j), old(j+1)) && follows(new(j), new(j+1)) {
			j++
		}
		from, to := old(i), new(i)
		if j > i {
			from, to = from+"–"+old(j), to+"–"+new(j)
		}
		parts = append(parts, from+" → "+to)
		i = j + 1
	}
	return strings.Join(parts, ", ")
}

// follows reports whether a number is the next one: "R4" follows "R3".
func follows(a, b string) bool {
	x := strings.TrimRightFunc(a, unicode.IsDigit)
	i, err := strconv.Atoi(a[len(x):])
	j, err2 := strconv.Atoi(strings.TrimPrefix(b, x))
	return err == nil && err2 == nil && strings.HasPrefix(b, x) && j == i+1
}
