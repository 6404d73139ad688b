package rules

import (
	"strings"
	"unicode/utf8"

	"riskbok/rules/model"
	"riskbok/rules/scales"
)

var treatment = Rule{Name: "treatment", Severity: Error, Fix: Safe, Check: checkTreatment}

func checkTreatment(c *Case) []Finding {
	var out []Finding
	for _, r := range c.risks {
		for a := range r.assessed() {
			v := a.verdict
			if !a.has(model.FieldTreatment) || v.Treatment == nil || a.Treatment.Uncalculated && !lostReference(a.Treatment.Formula) || unknownLetters(a.Treatment.V) {
				continue
			}
			if a.Treatment.OK && scales.SameTreatment(r.entry.Scale, a.Treatment.V, v.Treatment.Label) {
				continue
			}
			if scales.SameTreatment(r.entry.Scale, a.Fresh.Treatment, v.Treatment.Label) {
				continue // a stale result, which is formula-broken's to say
			}
			if unheard(r.entry.Scale, a) {
				continue
			}
			variant := "wrong"
			if !a.Treatment.OK {
				variant = "empty"
			}
			f := c.assessedFinding(r, a, model.FieldTreatment, a.Treatment.At, variant)
			f.Found, f.Expected = a.Treatment.V, c.treatmentText(a, v.Treatment.Label)
			f.explain(r.entry.Scale, v)
			f.rests = a.levelsAt()
			f.counts(a)
			f.led = scales.Named(r.entry.Scale, a.Treatment.V)
			if !v.Treatment.At.IsZero() {
				f.Related = append(f.Related, v.Treatment.At)
			}
			f.Fix = recompute(c.column(a, model.FieldTreatment), a.Treatment.At, a.Treatment.Raw, a.Treatment.Formula, f.Expected, SetText)
			f.assumed(r.entry.Scale, v)
			if v.Treatment.Day && f.Fix.Class == Safe {
				f.Fix.Class = Suggested // the limit rests on what a day must have been
			}
			if origin := r.entry.Scale.TreatmentsOrigin; origin != "" && origin != model.OriginDefinitions {
				f.Args["treatments"] = origin
			}
			out = append(out, f)
		}
	}
	return out
}

// unknownLetters reports whether a text has letters that nothing in its file tells:
// what it says is not known, which its page says.
func unknownLetters(s string) bool { return strings.ContainsRune(s, utf8.RuneError) }

// unheard reports whether a treatment is called as no treatment of the usual scale,
// which governs because nothing else does, beside a value that is wrong: only the
// rows whose value is right told whether the register calls its treatments so.
func unheard(s *model.Scale, a *assessed) bool {
	return s.Origin == model.OriginDefault && a.Score.OK && a.Score.V != a.verdict.Score && a.Treatment.OK && scales.Named(s, a.Treatment.V) == nil
}
