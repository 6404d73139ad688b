package rules

import (
	"riskbok/rules/model"
)

// verdict is what follows from two levels on a scale. Valid is set where both
// are on it; treatment is nil where no range holds the value.
type verdict struct {
	written                 [2]model.Level // likelihood and consequence as they stand
	likelihood, consequence *model.ScaleLevel
	valid                   bool
	score                   int
	treatment               *model.Treatment
}

// judge values a row. Of a level whose number and label contradict each other the
// label decides, unless the written value is what the number gives: then the
// label is the slip, and level-label alone says so.
func judge(s *model.Scale, likelihood, consequence model.Value[model.Level], score model.Value[int]) verdict {
	v := verdict{written: [2]model.Level{likelihood.V, consequence.V}}
	if s == nil {
		return v
	}
	if likelihood.OK {
		v.likelihood = s.Likelihood.Find(likelihood.V)
	}
	if consequence.OK {
		v.consequence = s.Consequence.Find(consequence.V)
	}
	if v.likelihood != nil && v.consequence != nil {
		v.valid = true
		v.score = s.Score(v.likelihood.Value, v.consequence.Value)
		if score.OK && score.V != v.score {
			v.byNumbers(s, score.V)
		}
		v.treatment = s.Treatment(v.score)
	}
	return v
}

// byNumbers takes contradicting numbers for the levels where the written value
// is theirs.
func (v *verdict) byNumbers(s *model.Scale, written int) {
	l, c := numbered(&s.Likelihood, v.written[0], v.likelihood), numbered(&s.Consequence, v.written[1], v.consequence)
	for _, pair := range [][2]*model.ScaleLevel{{l, c}, {l, v.consequence}, {v.likelihood, c}} {
		if s.Score(pair[0].Value, pair[1].Value) == written {
			v.likelihood, v.consequence, v.score = pair[0], pair[1], written
			return
		}
	}
}

// numbered gives the level of the number that is written beside a label, else
// the label's.
func numbered(a *model.Axis, l model.Level, byLabel *model.ScaleLevel) *model.ScaleLevel {
	if contradicts(l, byLabel) {
		if level := a.ByValue(l.Number); level != nil {
			return level
		}
	}
	return byLabel
}

// contradicts reports whether a number is written beside the label of a level
// that has another.
func contradicts(l model.Level, byLabel *model.ScaleLevel) bool {
	return byLabel != nil && byLabel.Label != "" && l.HasNumber && l.Label != "" && l.Number != byLabel.Value &&
		(l.Whole == "" || model.Key(l.Whole) != model.Key(byLabel.Label)) // "1 gång per år" may be a label
}

// governing gives the treatment that governs a risk: that of the recomputed
// value; where a level is not valid, the written one; where the table does not
// value its risks, that of the same risk in a table of the book that does.
// nil: none, and the rules that need it are silent.
func (c *Case) governing(r *riskRef) *model.Treatment {
	if r.valid {
		return r.treatment
	}
	if r.entry.Scale == nil {
		return nil
	}
	if r.Treatment.OK {
		return named(r.entry.Scale, r.Treatment.V)
	}
	if !r.entry.Has(model.FieldLikelihood) && !r.entry.Has(model.FieldTreatment) {
		if twin := c.twin(r.numberKey(), r.Event.V, &r.entry.Table); twin != nil && (twin.valid || twin.Treatment.OK) {
			return c.governing(twin)
		}
	}
	return nil
}

// named gives the treatment of a scale that a text means by its leading word.
func named(s *model.Scale, text string) *model.Treatment {
	for i := range s.Treatments {
		if model.Key(s.Treatments[i].Label) == model.Key(text) {
			return &s.Treatments[i]
		}
	}
	word := model.LeadingWord(text)
	if word == "" {
		return nil
	}
	for i := range s.Treatments {
		if model.LeadingWord(s.Treatments[i].Label) == word {
			return &s.Treatments[i]
		}
	}
	return nil
}

// sameTreatment compares treatments by their leading word, or whole where the
// scale has two that begin alike.
func sameTreatment(s *model.Scale, a, b string) bool {
	if model.LeadingWord(a) != model.LeadingWord(b) {
		return false
	}
	alike := 0
	for i := range s.Treatments {
		if model.LeadingWord(s.Treatments[i].Label) == model.LeadingWord(a) {
			alike++
		}
	}
	return alike < 2 || model.Key(a) == model.Key(b)
}
