package html

import (
	"riskbok/exporters/summary"
	"riskbok/rules/model"
)

// valuation is one of the valuations of a register's risks, as before and after
// the measures. Key is "" for the first.
type valuation struct{ key, name string }

// valuations gives the valuations of risks, the first first. It has a name only
// where there are several.
func (w *writer) valuations(all []summary.Standing) []valuation {
	out := []valuation{{}}
	seen := map[string]bool{}
	for _, at := range all {
		for i := range at.Entry.Valuations {
			v := &at.Entry.Valuations[i]
			if assessed(at, v.Key) != nil && !seen[v.Key] {
				seen[v.Key] = true
				out = append(out, valuation{v.Key, shorten(oneLine(v.Name), mostInName)})
			}
		}
	}
	if len(out) > 1 {
		out[0].name = w.cat.T("html.matrix.first")
	}
	return out
}

// assessed gives a valuation of a risk, nil where it has none.
func assessed(at summary.Standing, key string) *model.Assessment {
	if key == "" {
		return &at.Risk.Assessment
	}
	for i := range at.Entry.Valuations {
		if at.Entry.Valuations[i].Key != key || i >= len(at.Risk.Valuations) {
			continue
		}
		if a := &at.Risk.Valuations[i]; a.Likelihood.Raw != "" || a.Consequence.Raw != "" || a.Score.Raw != "" {
			return a
		}
	}
	return nil
}
