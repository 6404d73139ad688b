package compare

import (
	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// together is how many risks must have changed alike to be told of at once.
const together = 3

// alike is what changes must have in common to be told of at once.
type alike struct {
	field                model.Field
	period, measure      string
	valuation            string
	levelsOld, levelsNew string
	old, new             string
}

func (t told) alike() alike {
	return alike{t.Field, t.Period, t.Measure, t.Valuation, t.LevelsOld, t.LevelsNew, t.Old, t.New}
}

// changed lists changed fields, those that several risks share first and once.
func (w wording) changed(all []told, matched int) []riskChanges {
	groups := map[alike][]told{}
	for _, t := range all {
		groups[t.alike()] = append(groups[t.alike()], t)
	}
	var common []riskChanges
	var single []told
	for _, t := range all {
		switch g := groups[t.alike()]; {
		case len(g) < together:
			single = append(single, t)
		case g[0] == t:
			common = append(common, riskChanges{w.together(g, matched), []line{w.named(t)}})
		}
	}
	return append(common, w.each(single, w.risk, w.named)...)
}

// together names the risks that changed alike by their numbers.
func (w wording) together(g []told, matched int) string {
	var numbers []string
	for _, t := range g {
		if n := output.OneLine(t.item.New.Number.V); n != "" {
			numbers = append(numbers, n)
		}
	}
	who := ranges(numbers)
	if len(numbers) < len(g) {
		return w.cat.N("compare.risks", len(g))
	}
	if len(g) == matched {
		return lang.Fill(w.cat.N("compare.all", matched), map[string]string{"numbers": who})
	}
	return who
}

// named tells of one changed field.
func (w wording) named(t told) line {
	label := w.field(t.Change)
	if t.Measure != "" {
		label += " (" + rules.Shorten(output.OneLine(t.Measure), 60) + ")"
	}
	if t.Valuation != "" {
		label += " (" + output.OneLine(t.Valuation) + ")"
	}
	if t.Field == model.FieldScore {
		return line{Label: label, What: w.valuation(t.Change)}
	}
	return line{Label: label, Old: t.Old, New: t.New, Texts: true}
}
