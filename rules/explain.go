package rules

import (
	"strconv"

	"riskbok/rules/model"
	"riskbok/rules/scales"
)

// Calculation is an argument of a message: how the value of two levels comes
// about. As {calculation} it is a clause with the value, as {pair} only the
// levels. Rule is "rows" where other rows show a value of its own for the pair.
type Calculation struct {
	Rule                    string
	Likelihood, Consequence string
	Score                   int
	Whole                   bool
}

// explain adds what a message needs to show how a value came about: the two
// levels, the value, the treatment and where the scale says so.
func (f *Finding) explain(s *model.Scale, v scales.Verdict) {
	calculation := calculationOf(s, v)
	f.Args["pair"] = calculation
	calculation.Whole = true
	f.Args["calculation"] = calculation
	f.Args["score"] = v.Score
	f.Args["low"], f.Args["high"] = s.Bounds()
	f.scaleOrigin(s)
	if s.RuleOrigin != "" && s.RuleOrigin != model.OriginDefinitions && calculation.Rule == string(s.Rule) {
		f.Args["ruled"] = s.RuleOrigin
	}
	if v.Treatment != nil {
		f.Args["treatment"] = v.Treatment.Label
		f.Args["from"], f.Args["to"] = v.Treatment.Min, v.Treatment.Max
		if !v.Treatment.At.IsZero() {
			f.Args["threshold"] = v.Treatment.At
		}
	}
	if s.Origin == model.OriginDefinitions {
		f.Related = append(f.Related, v.Likelihood.At, v.Consequence.At)
	}
}

// calculationOf tells how a value comes about: levels that are computed with
// have their numbers, those that are looked up in a matrix only their labels.
func calculationOf(s *model.Scale, v scales.Verdict) Calculation {
	c := Calculation{
		Rule: string(s.Rule), Score: v.Score,
		Likelihood: levelAsWritten(&s.Likelihood, v.Likelihood, v.Written[0]), Consequence: levelAsWritten(&s.Consequence, v.Consequence, v.Written[1]),
	}
	if s.RuleOf(v.Likelihood.Value, v.Consequence.Value) != model.RuleMatrix {
		return c
	}
	c.Rule = string(model.RuleMatrix)
	if s.Origin == model.OriginInferred || s.RuleOrigin == model.OriginInferred {
		c.Rule = "rows"
	}
	if v.Likelihood.Label != "" && v.Consequence.Label != "" {
		c.Likelihood, c.Consequence = v.Likelihood.Label, v.Consequence.Label
	}
	return c
}

// scaleOrigin notes where the scale came from, if not from the document, and
// what the order of its levels rests on, if on no statement: such findings say
// so.
func (f *Finding) scaleOrigin(s *model.Scale) {
	if s.Origin != model.OriginDefinitions {
		f.Args["scale"], f.Args["template"] = s.Origin, s.Name
		switch {
		case s.TreatmentsOrigin == model.OriginDefinitions:
			f.Args["half"] = "thresholds"
		case s.RuleOrigin == model.OriginDefinitions:
			f.Args["half"] = "rule"
		}
	}
	for _, o := range []model.Order{model.OrderRows, model.OrderListed, model.OrderChoices, model.OrderUsual} {
		if s.Likelihood.Order == o || s.Consequence.Order == o {
			f.Args["order"] = o
			return
		}
	}
}

// assumed makes a fix one to be looked at where the order of the levels, and so
// every value, rests on nothing but how a list stands, and where a level says
// two things.
func (f *Finding) assumed(s *model.Scale, v scales.Verdict) {
	if v.Disputed && f.Fix.Class == Safe {
		f.Fix.Class = Suggested
	}
	for _, o := range []model.Order{s.Likelihood.Order, s.Consequence.Order} {
		if (o == model.OrderListed || o == model.OrderChoices) && f.Fix.Class == Safe {
			f.Fix.Class = Suggested
		}
	}
}

// levelAsWritten shows a level with its value, or the value alone where the
// document writes no label or that of another level.
func levelAsWritten(a *model.Axis, l *model.ScaleLevel, written model.Level) string {
	if written.Label == "" || a.Find(written) != l {
		return strconv.Itoa(l.Value)
	}
	return levelText(l)
}

// levelText shows a level with its value: "Mindre sannolik (2)", or "2" where
// it has no label.
func levelText(l *model.ScaleLevel) string {
	if l.Label == "" {
		return strconv.Itoa(l.Value)
	}
	return l.Label + " (" + strconv.Itoa(l.Value) + ")"
}
