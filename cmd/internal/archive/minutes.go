package archive

import (
	"slices"
	"strings"

	"riskbok/exporters/workbook"
	"riskbok/rules/model"
)

// Adopt gives the meetings of a document to the years of the plans that they adopt,
// where the title of a matter says it ("Internkontrollplan 2026"): of several the
// last. Plans in autumn are those of the year to come. Titles head plans and
// follow-ups; a follow-up of last year's plan adopts none.
func Adopt(d *model.Document, titles model.Titles) {
	for i := range d.Meetings {
		m := &d.Meetings[i]
		m.PlanYear = 0
		for j := range m.Items {
			it := &m.Items[j]
			if it.Formal || len(it.Decision.Parts) == 0 {
				continue
			}
			title := it.Title.V
			if hasPhrase(title, titles.Plan) && !hasPhrase(title, titles.FollowUp) {
				m.PlanYear = max(m.PlanYear, yearIn(title))
			}
		}
	}
}

// hasPhrase reports whether one of some phrases stands in a text, as whole words.
func hasPhrase(text string, phrases []string) bool {
	text = "-" + workbook.Slug(text) + "-"
	return slices.ContainsFunc(phrases, func(p string) bool { return strings.Contains(text, "-"+workbook.Slug(p)+"-") })
}
