package config

import (
	"cmp"
	"slices"
	"testing"

	"riskbok/rules/model"
)

func TestVocabulary(t *testing.T) {
	v := Vocabulary()
	if len(v.Headings) < 12 || len(v.Periods) < 4 || len(v.Months) != 24 || len(v.Blank) == 0 {
		t.Errorf("vocabulary is incomplete: %d fields, %d periods, %d months, %d blanks",
			len(v.Headings), len(v.Periods), len(v.Months), len(v.Blank))
	}
	for _, p := range v.Periods {
		if p.Key == "" || p.Month < 1 || p.Month > 12 || len(p.Words) == 0 {
			t.Errorf("period %+v: expected a key, a month and words", p)
		}
	}
}

// TestRangeWords: every way to write a range has words.
func TestRangeWords(t *testing.T) {
	r := Vocabulary().Ranges
	for i, list := range [][]string{r.To, r.And, r.AtLeast, r.Over, r.OrMore, r.AtMost, r.Under, r.OrLess, Vocabulary().Definitions.InPlan} {
		if len(list) == 0 || slices.Contains(list, "") {
			t.Errorf("list %d is %q", i, list)
		}
	}
}

func TestVocabularyUnknownKey(t *testing.T) {
	if _, err := parseVocabulary([]byte("heading: {}\n")); err == nil {
		t.Error("an unknown key was accepted")
	}
}

// TestUsualOrder: the labels of every shipped scale stand in one list of the
// vocabulary in their order, and no list has a label twice.
func TestUsualOrder(t *testing.T) {
	v := Vocabulary()
	templates, err := Templates()
	if err != nil {
		t.Fatal(err)
	}
	for _, tmpl := range templates {
		for _, a := range []model.Axis{tmpl.Scale.Likelihood, tmpl.Scale.Consequence} {
			if !slices.ContainsFunc(v.Levels, func(usual []string) bool { return inOrder(usual, a.Levels) }) {
				t.Errorf("%s: no usual order has %+v", tmpl.Name, a.Levels)
			}
		}
		if j := joinVocabulary(v, []*model.Template{&tmpl}); !inOrder(j.Levels[len(j.Levels)-1], tmpl.Scale.Consequence.Levels) {
			t.Errorf("%s: its order is not joined: %v", tmpl.Name, j.Levels)
		}
	}
	for _, usual := range v.Levels {
		if sorted := slices.Sorted(slices.Values(usual)); len(slices.Compact(sorted)) != len(usual) {
			t.Errorf("a label stands twice: %v", usual)
		}
	}
}

// inOrder reports whether the labels of levels stand in a list by rising value.
func inOrder(usual []string, levels []model.ScaleLevel) bool {
	levels = slices.SortedFunc(slices.Values(levels), func(a, b model.ScaleLevel) int { return cmp.Compare(a.Value, b.Value) })
	last := -1
	for _, l := range levels {
		at := slices.Index(usual, l.Label)
		if at <= last {
			return false
		}
		last = at
	}
	return true
}

func BenchmarkVocabulary(b *testing.B) {
	for b.Loop() {
		if _, err := parseVocabulary(vocabularyData); err != nil {
			b.Fatal(err)
		}
	}
}
