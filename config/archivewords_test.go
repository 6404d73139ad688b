package config

import (
	"slices"
	"testing"

	"riskbok/rules/model"
)

// TestArchiveWordsDiffer: a word that said two things would decide nothing.
func TestArchiveWordsDiffer(t *testing.T) {
	w := ArchiveWords()
	seen := map[string]string{}
	for name, list := range map[string][]string{"final": w.Final, "draft": w.Draft, "behind": w.Behind, "version": w.Version, "revision": w.Revision} {
		if len(list) == 0 {
			t.Errorf("no words for %s", name)
		}
		for _, word := range list {
			if other := seen[word]; other != "" {
				t.Errorf("%q is both %s and %s", word, other, name)
			}
			if seen[word] = name; model.Key(word) != word {
				t.Errorf("%q is not written as words are compared", word)
			}
		}
	}
	if !slices.Contains(w.Draft, "utkast") {
		t.Error("the Swedish words are missing")
	}
}
