package rules

import (
	"slices"
	"strconv"
	"time"

	"riskbok/rules/model"
)

var riskValue = Rule{Name: "risk-value", Severity: Error, Fix: Safe, Check: checkRiskValue}

func checkRiskValue(c *Case) []Finding {
	var out []Finding
	for _, r := range c.risks {
		for a := range r.assessed() {
			if variant, found := c.wrongValue(r, a); variant != "" {
				out = append(out, c.valueFinding(r, a, variant, found))
			}
		}
	}
	return out
}

// wrongValue gives how a written value is not the recomputed one, and what is found
// in its place; "" where it is, or nothing tells.
func (c *Case) wrongValue(r *riskRef, a *assessed) (variant, found string) {
	v, found := a.verdict, a.Score.Raw
	switch {
	case !a.has(model.FieldScore) || !v.Valued || a.Score.Uncalculated && !lostReference(a.Score.Formula), unknownLetters(found):
		return "", ""
	case a.Score.OK && a.Score.V == v.Score || a.Fresh.Score == strconv.Itoa(v.Score):
		return "", ""
	case found == "" && lostReference(a.Score.Formula):
		return "not-a-number", refError
	case found == "":
		return "empty", ""
	case a.Score.OK && r.entry.Scale.Possible(a.Score.V):
		return "wrong", found
	case a.Score.OK:
		return "impossible", found
	case !isErrorValue(found) && c.toldAsWhole(r.entry, model.FieldScore):
		return "", ""
	case isDay(found):
		return "date", found
	}
	return "not-a-number", found
}

func (c *Case) valueFinding(r *riskRef, a *assessed, variant, found string) Finding {
	v := a.verdict
	f := c.assessedFinding(r, a, model.FieldScore, a.Score.At, variant)
	f.Found, f.Expected = found, strconv.Itoa(v.Score)
	f.explain(r.entry.Scale, v)
	f.rests = a.levelsAt()
	if a.Score.OK {
		f.led = r.entry.Scale.Treatment(a.Score.V)
	}
	f.counts(a)
	f.Fix = recompute(c.column(a, model.FieldScore), a.Score.At, a.Score.Raw, a.Score.Formula, f.Expected, SetNumber)
	if a.Circle != nil && slices.ContainsFunc(f.Fix.Edits, func(e Edit) bool { return e.Kind == Recalculate }) {
		f.Fix = &Fix{Class: Judgement} // the formula would show another value again
	}
	f.assumed(r.entry.Scale, v)
	return f
}

// isDay reports whether what was read is a day of the calendar, as a cell with
// a date format shows every number.
func isDay(raw string) bool {
	_, err := time.Parse(time.DateOnly, raw[:min(len(raw), len(time.DateOnly))])
	return err == nil
}
