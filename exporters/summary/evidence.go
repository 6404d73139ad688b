package summary

import (
	"slices"
	"strings"

	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// Evidence says in words what speaks for reading a column as a field:
// "8 av 10 celler är produkten av S och K".
func Evidence(cat *lang.Catalog, e model.Evidence) string {
	count := cat.T("evidence.cells")
	if e.Of > 0 {
		count = cat.T("evidence.count", "hits", e.Hits, "of", e.Of)
	}
	return cat.T("evidence."+string(e.Kind), "count", count, "with", join(cat, e.With))
}

// Strongest gives the evidence that weighs most for a column, nil where none
// speaks for it.
func Strongest(c *model.Column) *model.Evidence {
	var best *model.Evidence
	for i := range c.Evidence {
		if e := &c.Evidence[i]; e.Weight > 0 && (best == nil || e.Weight > best.Weight) {
			best = e
		}
	}
	return best
}

// join lists names as a sentence does.
func join(cat *lang.Catalog, names []string) string {
	n := len(names) - 1
	if n <= 0 {
		return strings.Join(names, "")
	}
	return cat.T("message.and", "list", strings.Join(names[:n], ", "), "last", names[n])
}

// Refused gives the columns of a table that were weighed for a field and not
// bound to it, those that several could be among them.
func Refused(t *model.Table) []model.Column {
	out := slices.Clone(t.Refused)
	for _, u := range t.Unclear {
		for _, c := range u.Columns {
			if !slices.ContainsFunc(out, func(o model.Column) bool { return o.At == c.At && o.Field == c.Field }) {
				out = append(out, c)
			}
		}
	}
	return out
}
