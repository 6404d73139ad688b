package compare

import (
	"cmp"

	"riskbok/rules/compare"
	"riskbok/rules/model"
)

// column is a field of a follow-up, or one of its periods by its heading.
type column struct {
	field  model.Field
	period string
}

// blanks tells once of each column of a follow-up that one of the sides leaves empty:
// a plan whose year has only begun has no reports, and many follow-ups lack what others
// repeat from the plan. It gives the changes that are left, too.
func (w wording) blanks(items []compare.Item, all []told, matched int) (entries []riskChanges, rest []told) {
	groups := map[column][]told{}
	for _, t := range all {
		c := column{t.Field, t.Period}
		groups[c] = append(groups[c], t)
	}
	for _, t := range all {
		c := column{t.Field, t.Period}
		g := groups[c]
		side := c.empty(items)
		switch {
		case len(g) < together || side == compare.Neither:
			rest = append(rest, t)
		case g[0] == t:
			entries = append(entries, riskChanges{w.together(g, matched), []line{{Label: w.field(t.Change), What: w.cat.T("compare.column." + string(side))}}})
		}
	}
	return entries, rest
}

// empty gives the side on which the rows that both have say nothing in a column.
func (c column) empty(items []compare.Item) compare.Side {
	old, new := true, true
	for i := range items {
		if it := &items[i]; it.Match != nil {
			old, new = old && c.of(it.Old) == "", new && c.of(it.New) == ""
		}
	}
	switch {
	case old && !new:
		return compare.OldSide
	case new && !old:
		return compare.NewSide
	}
	return compare.Neither
}

// of gives what a row says in a column, "" for nothing.
func (c column) of(r *compare.Risk) string {
	m := &r.Measures[0]
	switch c.field {
	case model.FieldDirection:
		return cmp.Or(m.Direction.Raw, m.Direction.V)
	case model.FieldOwner:
		return cmp.Or(m.Owner.Raw, m.Owner.V)
	case model.FieldReporting:
		return m.Reporting.Raw
	case model.FieldPeriod:
		for _, report := range r.Reports {
			if report.Heading == c.period {
				return cmp.Or(report.Text.Raw, report.Text.V)
			}
		}
		return ""
	}
	return "–" // no other column is told of at once
}
