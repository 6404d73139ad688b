package rules

import (
	"strconv"
	"time"

	"riskbok/rules/model"
)

var riskValue = Rule{Name: "risk-value", Severity: Error, Fix: Safe, Check: checkRiskValue}

func checkRiskValue(c *Case) []Finding {
	var out []Finding
	for _, r := range c.risks {
		for a := range r.assessed() {
			v := a.verdict
			if !a.has(model.FieldScore) || !v.Valued || a.Score.Uncalculated && !lostReference(a.Score.Formula) || a.Score.OK && a.Score.V == v.Score || a.Fresh.Score == strconv.Itoa(v.Score) {
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
				if isDay(found) {
					variant = "date"
				}
			case !r.entry.Scale.Possible(a.Score.V):
				variant = "impossible"
			}
			f := c.assessedFinding(r, a, model.FieldScore, a.Score.At, variant)
			f.Found, f.Expected = found, strconv.Itoa(v.Score)
			f.explain(r.entry.Scale, v)
			f.rests = a.levelsAt()
			if a.Score.OK {
				f.led = r.entry.Scale.Treatment(a.Score.V)
			}
			f.counts(a)
			f.Fix = recompute(c.column(a, model.FieldScore), a.Score.At, a.Score.Raw, a.Score.Formula, f.Expected, SetNumber)
			f.assumed(r.entry.Scale, v)
			out = append(out, f)
		}
	}
	return out
}

// isDay reports whether what was read is a day of the calendar, as a cell with
// a date format shows every number.
func isDay(raw string) bool {
	_, err := time.Parse(time.DateOnly, raw[:min(len(raw), len(time.DateOnly))])
	return err == nil
}
