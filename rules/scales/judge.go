package scales

import "riskbok/rules/model"

// Verdict is what follows from two levels on a scale. Written are likelihood
// and consequence as they stand; Likelihood and Consequence the levels of the
// scale that they name, nil where it has none. Valid is set where both are on
// it, and only then is there a Score; Treatment is nil where no range holds it.
type Verdict struct {
	Written                 [2]model.Level
	Likelihood, Consequence *model.ScaleLevel
	Valid                   bool
	Score                   int
	Treatment               *model.Treatment
}

// Judge gives what follows from two written levels; of an unknown scale (nil)
// nothing does.
func Judge(s *model.Scale, likelihood, consequence model.Value[model.Level]) Verdict {
	v := Verdict{Written: [2]model.Level{likelihood.V, consequence.V}}
	if s == nil {
		return v
	}
	if likelihood.OK {
		v.Likelihood = s.Likelihood.Find(likelihood.V)
	}
	if consequence.OK {
		v.Consequence = s.Consequence.Find(consequence.V)
	}
	if v.Likelihood != nil && v.Consequence != nil {
		v.Valid = true
		v.Score = s.Score(v.Likelihood.Value, v.Consequence.Value)
		v.Treatment = s.Treatment(v.Score)
	}
	return v
}

// Named gives the treatment of a scale that a text means by its leading word.
func Named(s *model.Scale, text string) *model.Treatment {
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

// SameTreatment compares treatments by their leading word, or whole where the
// scale has two that begin alike.
func SameTreatment(s *model.Scale, a, b string) bool {
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
