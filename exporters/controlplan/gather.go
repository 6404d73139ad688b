package controlplan

import (
	"slices"

	"riskbok/exporters/causes"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// gathered gives the entries of the change log as it tells them: those that say
// the same of several places are one, at the first of them, and so are the
// findings that remain of one cause.
func (p *plan) gathered(cat *lang.Catalog, entries []entry) []entry {
	teller := causes.New(p.report, cat)
	type key struct {
		kind                             kind
		risk, field, before, after, text string
	}
	index := map[key]int{}
	var out []entry
	var places [][]*rules.Finding
	var left []*rules.Finding
	for _, e := range entries {
		if e.finding != nil {
			left = append(left, e.finding)
			continue
		}
		e.message = cat.T(e.why, e.args...)
		k := key{e.kind, e.risk, string(e.field), e.before, e.after, e.message}
		if e.kind == disagreed {
			k.risk = ""
		}
		i, ok := index[k]
		if !ok || e.at == (model.Source{}) {
			i = len(out)
			out, places = append(out, e), append(places, nil)
			index[k] = i
		}
		places[i] = append(places[i], &rules.Finding{At: e.at, Risk: e.risk, Event: e.event})
	}
	for i := range out {
		if also := teller.AlsoAt(places[i]); also != "" {
			out[i].message += "\n" + also
		}
	}
	return append(out, p.remains(teller, left)...)
}

// remains gives an entry for each cause of the findings that remain, the worst
// first.
func (p *plan) remains(teller *causes.Teller, left []*rules.Finding) []entry {
	var out []entry
	for _, c := range teller.Of(left) {
		f := c.Head()
		out = append(out, entry{
			kind: remaining, severity: c.Severity(), risk: p.numberIn(f), at: f.At,
			before: f.Found, message: teller.Text(&c),
		})
	}
	slices.SortStableFunc(out, func(a, b entry) int { return b.severity.Rank() - a.severity.Rank() })
	return out
}
