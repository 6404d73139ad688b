package scales

import (
	"testing"

	"riskbok/rules/model"
)

// TestJudgeContradicting: of a level whose number and label say different
// things the written value tells which is meant, else the label counts and the
// verdict is disputed.
func TestJudgeContradicting(t *testing.T) {
	axis := func() model.Axis {
		return model.Axis{Levels: []model.ScaleLevel{{Value: 1, Label: "Låg"}, {Value: 2, Label: "Medel"}, {Value: 3, Label: "Hög"}}}
	}
	s := &model.Scale{Likelihood: axis(), Consequence: axis(), Rule: model.RuleProduct}
	written := func(label string, number int) model.Value[model.Level] {
		return model.Value[model.Level]{OK: true, V: model.Level{Label: label, Number: number, HasNumber: number > 0}}
	}
	for name, tc := range map[string]struct {
		likelihood, consequence model.Value[model.Level]
		value                   int // 0 for none
		score                   int
		disputed                bool
	}{
		"agreeing":                {written("Hög", 3), written("Medel", 2), 5, 6, false},
		"value of the number":     {written("Låg", 3), written("Medel", 2), 6, 6, false},
		"value of the label":      {written("Låg", 3), written("Medel", 2), 2, 2, false},
		"value of neither":        {written("Låg", 3), written("Medel", 2), 4, 2, true},
		"no value":                {written("Låg", 3), written("Medel", 2), 0, 2, true},
		"both, value of one each": {written("Låg", 3), written("Hög", 2), 9, 9, false},
		"both, value of neither":  {written("Låg", 3), written("Hög", 2), 5, 3, true},
		"a number off the scale":  {written("Låg", 7), written("Medel", 2), 5, 2, false},
	} {
		t.Run(name, func(t *testing.T) {
			a := model.Assessment{Likelihood: tc.likelihood, Consequence: tc.consequence, Score: model.Value[int]{OK: tc.value > 0, V: tc.value}}
			v := Judge(s, &a)
			if !v.Valued || v.Score != tc.score || v.Disputed != tc.disputed {
				t.Errorf("%d, disputed %v, want %d, %v", v.Score, v.Disputed, tc.score, tc.disputed)
			}
		})
	}
}
