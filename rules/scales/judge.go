package scales

import (
	"strings"

	"riskbok/rules/model"
)

// Verdict is what follows from the levels of a risk on a scale. Written are the
// likelihood and the consequence that counts as they stand; Likelihood and
// Consequence the levels of the scale that they name, nil where it has none.
// Valid is set where both are on it. Valued is set where it is known besides how
// values come about, and only then is there a Score; Treatment is nil where no
// range holds it, or the scale's are not to be judged by. Counts is the place of
// the consequence that counts where several are weighed. Disputed is set where
// a level's label and number say different things and the written value does not
// tell which is meant.
type Verdict struct {
	Written                 [2]model.Level
	Likelihood, Consequence *model.ScaleLevel
	Valid, Valued, Disputed bool
	Score, Counts           int
	Treatment               *model.Treatment
}

// Judge gives what follows from the levels of an assessment; of an unknown scale
// (nil) nothing does. Of a level whose number and label contradict each other the
// label decides, unless the written value is what the number gives: then the
// label is the slip, and level-label alone says so. Of several consequences the
// greatest on the scale counts; one that is not on it leaves open which is, unless
// the greatest level of all stands beside it.
func Judge(s *model.Scale, a *model.Assessment) Verdict {
	v := Verdict{Written: [2]model.Level{a.Likelihood.V, a.Consequence.V}}
	if s == nil {
		return v
	}
	if a.Likelihood.OK {
		v.Likelihood = s.Likelihood.Find(a.Likelihood.V)
	}
	open := false
	if len(a.Consequences) == 0 && a.Consequence.OK {
		v.Consequence = s.Consequence.Find(a.Consequence.V)
	}
	for i := range a.Consequences {
		c := &a.Consequences[i]
		if !c.OK {
			continue
		}
		switch l := s.Consequence.Find(c.V); {
		case l == nil:
			open = true
		case v.Consequence == nil || l.Value > v.Consequence.Value:
			v.Consequence, v.Written[1], v.Counts = l, c.V, i
		}
	}
	if v.Likelihood == nil || v.Consequence == nil || open && v.Consequence.Value < s.Consequence.Top() {
		return v
	}
	v.Valid = true
	if v.Valued = s.Rule != model.RuleOther; v.Valued {
		v.value(s, a)
		if !s.TreatmentsUnsure {
			v.Treatment = treatmentOf(s, v.Score, a.Treatment.V)
		}
	}
	return v
}

// treatmentOf gives the treatment that a value calls for. Where the scale has
// several for it, which is the scale's fault, it is that of them which is
// written, and else none: any of them may be meant.
func treatmentOf(s *model.Scale, score int, written string) *model.Treatment {
	first := s.Treatment(score)
	several := false
	for i := range s.Treatments {
		t := &s.Treatments[i]
		if first == nil || score < t.Min || score > t.Max {
			continue
		}
		if written != "" && SameTreatment(s, written, t.Label) {
			return t
		}
		several = several || t.Label != first.Label
	}
	if several {
		return nil
	}
	return first
}

// value sets the score, and the levels where numbers and labels contradict each
// other: those that give the written value, else the labels'.
func (v *Verdict) value(s *model.Scale, a *model.Assessment) {
	v.Score = s.Score(v.Likelihood.Value, v.Consequence.Value)
	l, c := numbered(&s.Likelihood, v.Written[0], v.Likelihood), numbered(&s.Consequence, v.Written[1], v.Consequence)
	if l == v.Likelihood && c == v.Consequence || a.Score.OK && a.Score.V == v.Score {
		return
	}
	for _, pair := range [][2]*model.ScaleLevel{{l, c}, {l, v.Consequence}, {v.Likelihood, c}} {
		if score := s.Score(pair[0].Value, pair[1].Value); a.Score.OK && score == a.Score.V {
			v.Likelihood, v.Consequence, v.Score = pair[0], pair[1], score
			return
		}
	}
	v.Disputed = true
}

// numbered gives the level of the number that is written beside a label, else
// the label's.
func numbered(a *model.Axis, l model.Level, byLabel *model.ScaleLevel) *model.ScaleLevel {
	if Contradicts(l, byLabel) {
		if level := a.ByValue(l.Number); level != nil {
			return level
		}
	}
	return byLabel
}

// Contradicts reports whether a number is written beside the label of a level
// that has another.
func Contradicts(l model.Level, byLabel *model.ScaleLevel) bool {
	return byLabel != nil && byLabel.Label != "" && l.HasNumber && l.Label != "" && l.Number != byLabel.Value &&
		(l.Whole == "" || model.Key(l.Whole) != model.Key(byLabel.Label)) // "1 gång per år" may be a label
}

// Counting gives the consequence of an assessment that counts on a scale: the
// only one, or of several the greatest.
func Counting(s *model.Scale, a *model.Assessment) model.Value[model.Level] {
	if len(a.Consequences) == 0 {
		return a.Consequence
	}
	if v := Judge(s, a); v.Consequence != nil {
		return a.Consequences[v.Counts]
	}
	return a.Consequence
}

// Named gives the treatment of a scale that a text means: the one that is so
// called, begins with the same word, or has that word bent ("Ska reduceras"). It
// is nil where none is, or where several are.
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
	var found *model.Treatment
	for i := range s.Treatments {
		if bent(text, model.LeadingWord(s.Treatments[i].Label)) {
			if found != nil {
				return nil
			}
			found = &s.Treatments[i]
		}
	}
	return found
}

// bent reports whether a text has a word in another form: one that goes on after
// the same stem.
func bent(text, word string) bool {
	stem := []rune(word)
	if len(stem) < tolerances.stemLetters {
		return false
	}
	stem = stem[:max(tolerances.stemLetters, len(stem)-tolerances.endLetters)]
	for _, w := range strings.Fields(model.Key(text)) {
		if rest, ok := strings.CutPrefix(w, string(stem)); ok && len([]rune(rest)) <= 2*tolerances.endLetters {
			return true
		}
	}
	return false
}

// SameTreatment compares treatments by their leading word, or whole where the
// scale has two that begin alike.
func SameTreatment(s *model.Scale, a, b string) bool {
	if a == b {
		return true
	}
	if model.LeadingWord(a) != model.LeadingWord(b) {
		x, y := Named(s, a), Named(s, b)
		return x != nil && x == y
	}
	alike := 0
	for i := range s.Treatments {
		if model.LeadingWord(s.Treatments[i].Label) == model.LeadingWord(a) {
			alike++
		}
	}
	return alike < 2 || model.Key(a) == model.Key(b)
}
