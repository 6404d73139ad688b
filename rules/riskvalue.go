package rules

import (
	"strconv"

	"riskbok/rules/model"
	"riskbok/rules/scales"
)

var riskValue = Rule{Name: "risk-value", Severity: Error, Fix: Safe, Check: checkRiskValue}

func checkRiskValue(c *Case) []Finding {
	var out []Finding
	for _, r := range c.risks {
		if !r.entry.Has(model.FieldScore) {
			continue
		}
		for _, a := range r.Assessments() {
			v := scales.Judge(r.entry.Scale, a.Likelihood, a.Consequence)
			if !v.Valid || a.Score.Uncalculated && !lostReference(a.Score.Formula) || a.Score.OK && a.Score.V == v.Score || a.Score.Fresh == strconv.Itoa(v.Score) {
				continue
			}
			variant, found := "wrong", a.Score.Raw
			switch {
			case found == "" && lostReference(a.Score.Formula):
				variant, found = "not-a-number", refError
			case a.Score.Raw == "":
				variant = "empty"
			case !a.Score.OK:
				variant = "not-a-number"
			case !r.entry.Scale.Possible(a.Score.V):
				variant = "impossible"
			}
			f := c.riskFinding(r, model.FieldScore, a.Score.At, variant)
			f.Found, f.Expected = found, strconv.Itoa(v.Score)
			f.explain(r.entry.Scale, v)
			f.Fix = recompute(c.column(r.entry, model.FieldScore), a.Score.At, a.Score.Raw, a.Score.Formula, f.Expected, SetNumber)
			out = append(out, f)
		}
	}
	return out
}

// explain adds what a message needs to show how a value came about: the two
// levels, the value, the treatment and where the scale says so.
func (f *Finding) explain(s *model.Scale, v scales.Verdict) {
	f.Args["likelihood"] = levelAsWritten(v.Likelihood, v.Written[0])
	f.Args["consequence"] = levelAsWritten(v.Consequence, v.Written[1])
	f.Args["score"] = v.Score
	f.Args["low"], f.Args["high"] = s.Bounds()
	f.scaleOrigin(s)
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
