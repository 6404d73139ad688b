package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/rules/model"
	"riskbok/rules/scales"
)

var treatment = Rule{Name: "treatment", Severity: Error, Fix: Safe, Check: checkTreatment}

func checkTreatment(c *Case) []Finding {
	var out []Finding
	for _, r := range c.risks {
		for a := range r.assessed() {
			if wrongTreatment(r.entry.Scale, a) {
				out = append(out, c.treatmentFinding(r, a))
			}
		}
	}
	return out
}

// wrongTreatment reports whether a treatment is written, or left out, that is not the
// one of the recomputed value.
func wrongTreatment(s *model.Scale, a *assessed) bool {
	want := a.verdict.Treatment
	switch {
	case !a.has(model.FieldTreatment) || want == nil || a.Treatment.Uncalculated && !lostReference(a.Treatment.Formula) || unknownLetters(a.Treatment.V):
		return false
	case a.Treatment.OK && scales.SameTreatment(s, a.Treatment.V, want.Label):
		return false
	case scales.SameTreatment(s, a.Fresh.Treatment, want.Label):
		return false // a stale result, which is formula-broken's to say
	}
	return !unheard(s, a)
}

func (c *Case) treatmentFinding(r *riskRef, a *assessed) Finding {
	s, v := r.entry.Scale, a.verdict
	variant := "wrong"
	if !a.Treatment.OK {
		variant = "empty"
	}
	f := c.assessedFinding(r, a, model.FieldTreatment, a.Treatment.At, variant)
	f.Found, f.Expected = a.Treatment.V, c.treatmentText(a, v.Treatment.Label)
	f.explain(s, v)
	f.rests = a.levelsAt()
	f.counts(a)
	f.led = scales.Named(s, a.Treatment.V)
	remark := remarkOf(a.Treatment.V)
	if f.led == nil || a.Treatment.Formula != "" {
		remark = ""
	}
	f.Expected += remark
	if !v.Treatment.At.IsZero() {
		f.Related = append(f.Related, v.Treatment.At)
	}
	f.Fix = recompute(c.column(a, model.FieldTreatment), a.Treatment.At, a.Treatment.Raw, a.Treatment.Formula, f.Expected, SetText)
	f.assumed(s, v)
	if remark != "" && f.Fix.Class == Safe {
		f.Fix.Class = Suggested // what somebody has written behind it may be about the wrong treatment
	}
	if v.Treatment.Day && f.Fix.Class == Safe {
		f.Fix.Class = Suggested // the limit rests on what a day must have been
	}
	if f.led == nil && a.Treatment.OK && f.Fix.Class == Safe && !headed(r.entry, a.Treatment.At) {
		f.Fix.Class = Suggested // neither the heading nor the text says that it is a treatment
	}
	if origin := s.TreatmentsOrigin; origin != "" && origin != model.OriginDefinitions {
		f.Args["treatments"] = origin
	}
	return f
}

// remarkOf gives what stands behind the name of a treatment, from the mark on that sets
// it off: ": besiktiga alla kättingar". It is "" where nothing does.
func remarkOf(text string) string {
	at := strings.IndexAny(text, ":;,(–")
	if dash := strings.Index(text, " - "); dash >= 0 && (at < 0 || dash < at) {
		at = dash
	}
	if at <= 0 || !strings.ContainsFunc(text[at:], unicode.IsLetter) {
		return ""
	}
	return text[len(strings.TrimRight(text[:at], " ")):]
}

// headed reports whether the column of a source is known by its heading, or by what
// the user said.
func headed(e *model.Entry, at model.Source) bool {
	unsaid := func(c model.Column) bool {
		return c.At.Place == at.Place && c.At.Col == at.Col && (c.Reason == model.ReasonContent || c.Reason == model.ReasonNear)
	}
	return !slices.ContainsFunc(e.Columns, unsaid) && !slices.ContainsFunc(e.Valuations, func(v model.Valuation) bool { return slices.ContainsFunc(v.Columns, unsaid) })
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
