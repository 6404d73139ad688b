package config

import (
	"cmp"
	"maps"
	"slices"
	"strings"
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
	for i, list := range [][]string{r.To, r.And, r.Or, r.AtLeast, r.Over, r.OrMore, r.AtMost, r.Under, r.OrLess, r.Between, r.Unit, r.Is,
		Vocabulary().Calculation.Times, Vocabulary().Calculation.Plus, Vocabulary().Calculation.ProductOf, Vocabulary().Calculation.SumOf, Vocabulary().Calculation.GreaterOf, Vocabulary().Definitions.InPlan} {
		if len(list) == 0 || slices.Contains(list, "") {
			t.Errorf("list %d is %q", i, list)
		}
	}
}

// TestWordLists: the lists of words have what reading by evidence needs, and no
// word twice, which would hide that two lists mean different things by it.
func TestWordLists(t *testing.T) {
	v := Vocabulary()
	if len(v.Degrees) != 5 {
		t.Fatalf("%d degrees, want 5", len(v.Degrees))
	}
	degree := map[string]int{}
	for i, words := range v.Degrees {
		for _, w := range words {
			key := model.Key(w)
			if before, ok := degree[key]; ok {
				t.Errorf("%q has the degrees %d and %d", w, before, i)
			}
			degree[key] = i
		}
	}
	for _, pair := range [][2]string{
		{"osannolik", "möjlig"}, {"låg", "hög"}, {"lindrig", "allvarlig"}, {"rare", "likely"}, {"green", "red"},
		{"ubetydelig", "alvorlig"}, {"lav", "høy"}, {"lav", "høj"}, {"minor", "critical"}, {"mulig", "sandsynlig"},
	} {
		low, ok := degree[pair[0]]
		high, found := degree[pair[1]]
		if !ok || !found || low >= high {
			t.Errorf("%q (%d) is not below %q (%d)", pair[0], low, pair[1], high)
		}
	}
	m := v.DegreeModifiers
	for name, list := range map[string][]string{
		"sums": v.Sums, "examples": v.Examples, "second": v.Second, "first": v.First, "context": v.Context, "weak": v.Weak,
		"roles": v.Roles, "occasions": v.Occasions, "unnamed": v.Unnamed, "quantities": v.Quantities, "units": v.Units,
		"stronger": m.Stronger, "weaker": m.Weaker, "less": m.Less,
	} {
		wordsOnce(t, name, list)
	}
	for _, w := range v.Second {
		if known(v.First, w) {
			t.Errorf("%q tells of the first and of the second valuation", w)
		}
	}
}

// TestHeadNouns: every field that a table of risks needs is known by nouns, each list
// of headings and nouns has a word once. That a heading means one field is held by
// [TestCompiledWords], before anything is generated.
func TestHeadNouns(t *testing.T) {
	v := Vocabulary()
	fields := model.Bindable()
	for _, f := range []model.Field{
		model.FieldNumber, model.FieldArea, model.FieldEvent, model.FieldLikelihood, model.FieldConsequence, model.FieldScore,
		model.FieldTreatment, model.FieldDirection, model.FieldAction, model.FieldCost, model.FieldOwner, model.FieldReporting,
	} {
		if len(v.HeadNouns[f]) == 0 {
			t.Errorf("no nouns for %s", f)
		}
	}
	for f, list := range v.HeadNouns {
		if !slices.Contains(fields, f) {
			t.Errorf("nouns for %q, which is no field", f)
		}
		wordsOnce(t, "headNouns."+string(f), list)
	}
	for _, f := range slices.Sorted(maps.Keys(v.Headings)) {
		if !slices.Contains(fields, f) {
			t.Errorf("headings for %q, which is no field", f)
		}
		wordsOnce(t, "headings."+string(f), v.Headings[f])
	}
	for _, w := range v.Weak {
		if !known(v.Headings[model.FieldEvent], w) {
			t.Errorf("weak: %q heads no risk", w)
		}
	}
}

// wordsOnce fails where a list is empty or has a word twice.
func wordsOnce(t *testing.T, name string, list []string) {
	t.Helper()
	if len(list) == 0 {
		t.Errorf("%s is empty", name)
	}
	for i, w := range list {
		if bareKey(w) == "" || known(list[:i], w) {
			t.Errorf("%s: %q is empty or stands twice", name, w)
		}
	}
}

func TestVocabularyUnknownKey(t *testing.T) {
	if _, err := parseVocabulary([]byte("heading: {}\n")); err == nil {
		t.Error("an unknown key was accepted")
	}
}

func labels(levels []model.ScaleLevel) []string {
	out := make([]string, len(levels))
	for i := range levels {
		out[i] = levels[i].Label
	}
	return out
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
				t.Errorf("%s: no list under levels in vocabulary.yaml has its labels in their order: add [%s] there", tmpl.Name, strings.Join(labels(a.Levels), ", "))
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

// TestDegreesOrderLevels: read by degrees, no list of levels in their usual
// order falls, so that the two kinds of data never say different things.
func TestDegreesOrderLevels(t *testing.T) {
	v := Vocabulary()
	for _, levels := range v.Levels {
		last, before := -1.0, ""
		for _, l := range levels {
			d, ok := degreeOf(v, l)
			if !ok {
				t.Errorf("%q of %v has no degree: add it to one of the lists under degrees in vocabulary.yaml, of which the first is the lowest", l, levels)
				continue
			}
			if d < last {
				t.Errorf("%q (%.1f) stands above %q (%.1f) in %v", l, d, before, last, levels)
			}
			last, before = d, l
		}
	}
}

// degreeOf reads a label as [model.Vocabulary] says of Degrees and their
// modifiers: the longest entry that ends the label, and the modifiers in front
// of it from the inside out, half a degree for one that is stronger or weaker.
func degreeOf(v *model.Vocabulary, label string) (float64, bool) {
	words := strings.Fields(model.Key(label))
	m, middle := v.DegreeModifiers, float64(len(v.Degrees)-1)/2
	for from := range words {
		entry := strings.Join(words[from:], " ")
		i := slices.IndexFunc(v.Degrees, func(list []string) bool { return slices.Contains(list, entry) })
		if i < 0 {
			continue
		}
		degree := float64(i)
		for _, w := range slices.Backward(words[:from]) {
			switch {
			case slices.Contains(m.Stronger, w) && degree < middle, slices.Contains(m.Weaker, w) && degree > middle:
				degree -= 0.5
			case slices.Contains(m.Stronger, w), slices.Contains(m.Weaker, w):
				degree += 0.5
			case slices.Contains(m.Less, w):
				degree = 2*middle - degree
			}
		}
		return degree, true
	}
	return 0, false
}
