package rules

import (
	"strings"
	"testing"

	"riskbok/rules/model"
)

// TestNumberedApart: which registers are those of different units.
func TestNumberedApart(t *testing.T) {
	texts := map[string]string{
		"a": "Elavbrott i reningsverket", "b": "Personal slutar samtidigt", "c": "Felaktig utbetalning av bidrag", "d": "Brand på skolan",
		"e": "Hackare låser journalerna", "f": "Vinterns snö spränger taken", "g": "Ogiltigt avtal löper vidare", "h": "Jäv i upphandlingen",
		"a'": "Elavbrott i reningsverken", "a2": "Elavbrott i reningsverket på natten", "b2": "All personal slutar samtidigt i höst",
	}
	// A risk is its number and the key of its text.
	register := func(valued bool, risks string) *model.Register {
		r := &model.Register{}
		if valued {
			r.Columns = []model.Column{{Field: model.FieldLikelihood}}
		}
		for _, risk := range strings.Fields(risks) {
			number, key, _ := strings.Cut(risk, ":")
			r.Risks = append(r.Risks, model.Risk{Number: model.Text(number, model.Source{}), Event: model.Text(texts[key], model.Source{})})
		}
		return r
	}
	for name, tt := range map[string]struct {
		valued [2]bool
		a, b   string
		want   bool
	}{
		"units":                              {[2]bool{true, true}, "1:a 2:b 3:c", "1:d 2:e 3:f", true},
		"units that share risks":             {[2]bool{true, true}, "1:a 2:b 3:c 4:d 5:e 6:f", "1:d 2:e 3:f 4:g 5:h", true},
		"units that share a risk and number": {[2]bool{true, true}, "1:a 2:b 3:c 4:d", "1:a 2:e 3:f 4:g", true},
		"most numbers mean the same":         {[2]bool{true, true}, "1:a 2:b 3:c 4:d 5:e", "1:a 2:b 3:c 4:f 5:g", false},
		"a copy with two rows swapped":       {[2]bool{true, true}, "1:a 2:b 3:c", "1:b 2:a 3:c", false},
		"the greatest numbered anew":         {[2]bool{true, true}, "1:a 2:b 3:c 4:d 5:e 6:f", "1:d 2:f 3:b", false},
		"a slip and other words":             {[2]bool{true, true}, "1:a 2:b 3:c", "1:a' 2:b2 3:d", false},
		"one number in common":               {[2]bool{true, true}, "1:a 2:b", "1:c 3:d", false},
		"no numbers":                         {[2]bool{true, true}, ":a :b", ":c :d", false},
		"an analysis and a plan":             {[2]bool{true, false}, "1:a 2:b 3:c", "1:d 2:e 3:f", true},
		"a plan that shares a risk":          {[2]bool{true, false}, "1:a 2:b 3:c 4:d", "1:d 2:e 3:f 4:g", false},
		"a plan in other words":              {[2]bool{true, false}, "1:a 2:b 3:c", "1:a2 2:b2 3:d", false},
	} {
		a, b := register(tt.valued[0], tt.a), register(tt.valued[1], tt.b)
		if NumberedApart(a, b) != tt.want || NumberedApart(b, a) != tt.want {
			t.Errorf("%s: numbered apart %v and %v, want %v", name, NumberedApart(a, b), NumberedApart(b, a), tt.want)
		}
	}
}
