package rules

import (
	"strconv"

	"riskbok/rules/model"
)

var riskValue = Rule{Name: "risk-value", Severity: Error, Fix: Safe, Check: checkRiskValue}

func checkRiskValue(c *Case) []Finding {
	var out []Finding
	for _, r := range c.risks {
		if !r.entry.Has(model.FieldScore) {
			continue
		}
		for _, a := range r.Assessments() {
			v := judge(r.entry.Scale, a.Likelihood, a.Consequence, a.Score)
			if !v.valid || a.Score.Uncalculated && !lostReference(a.Score.Formula) || a.Score.OK && a.Score.V == v.score || a.Score.Fresh == strconv.Itoa(v.score) {
				continue
			}
			variant, found := "wrong", a.Score.Raw
			switch {
			case found == "" && lostReference(a.Score.Formula):
				variant, found = "not-a-number", refError
			case a.Score.Raw == "":
				variant = "empty"
			case !a.Score.OK:
				if !isErrorValue(found) && c.toldAsWhole(r.entry, model.FieldScore) {
					continue
				}
				variant = "not-a-number"
			case !r.entry.Scale.Possible(a.Score.V):
				variant = "impossible"
			}
			f := c.riskFinding(r, model.FieldScore, a.Score.At, variant)
			f.Found, f.Expected = found, strconv.Itoa(v.score)
			f.explain(r.entry.Scale, v)
			f.Fix = recompute(c.column(r.entry, model.FieldScore), a.Score.At, a.Score.Raw, a.Score.Formula, f.Expected, SetNumber)
			out = append(out, f)
		}
	}
	return out
}

// explain adds what a message needs to show how a value came about: the two
// levels, the value, the treatment and where the scale says so.
func (f *Finding) explain(s *model.Scale, v verdict) {
	f.Args["likelihood"] = levelAsWritten(v.likelihood, v.written[0])
	f.Args["consequence"] = levelAsWritten(v.consequence, v.written[1])
	f.Args["score"] = v.score
	f.Args["low"], f.Args["high"] = s.Bounds()
	f.scaleOrigin(s)
	if v.treatment != nil {
		f.Args["treatment"] = v.treatment.Label
		f.Args["from"], f.Args["to"] = v.treatment.Min, v.treatment.Max
		if !v.treatment.At.IsZero() {
			f.Args["threshold"] = v.treatment.At
		}
	}
	if s.Origin == model.OriginDefinitions {
		f.Related = append(f.Related, v.likelihood.At, v.consequence.At)
	}
}

// scaleOrigin notes where the scale came from, if not from the document: such
// findings say so.
func (f *Finding) scaleOrigin(s *model.Scale) {
	if s.Origin != model.OriginDefinitions {
		f.Args["scale"], f.Args["template"] = s.Origin, s.Name
	}
}

// levelAsWritten shows a level with its value, or the value alone where the
// document writes no label.
func levelAsWritten(l *model.ScaleLevel, written model.Level) string {
	if written.Label == "" {
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
