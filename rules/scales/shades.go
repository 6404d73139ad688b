package scales

import "riskbok/rules/model"

// shaded reports whether treatments go with the colours of a matrix that says
// nowhere what these stand for: values of one colour have one treatment, and
// those of two have two. Values without a treatment say nothing. Without such a
// matrix all do.
func shaded(s *model.Scale, treatments []model.Treatment) bool {
	whole := model.Scale{Treatments: treatments}
	labels, shades := map[int]string{}, map[string]int{}
	for pair, shade := range s.Shades {
		t := whole.Treatment(s.Score(pair[0], pair[1]))
		if t == nil {
			continue
		}
		word := model.Key(t.Label)
		if other, ok := labels[shade]; ok && other != word {
			return false
		}
		if other, ok := shades[word]; ok && other != shade {
			return false
		}
		labels[shade], shades[word] = word, shade
	}
	return true
}
