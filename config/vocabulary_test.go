package config

import "testing"

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

func TestVocabularyUnknownKey(t *testing.T) {
	if _, err := parseVocabulary([]byte("heading: {}\n")); err == nil {
		t.Error("an unknown key was accepted")
	}
}

func BenchmarkVocabulary(b *testing.B) {
	for b.Loop() {
		if _, err := parseVocabulary(vocabularyData); err != nil {
			b.Fatal(err)
		}
	}
}
