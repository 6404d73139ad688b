package model_test

import (
	"testing"

	"riskbok/rules/model"
)

func TestMarks(t *testing.T) {
	for _, c := range []struct{ text, unmarked, mark string }{
		{"R5¹", "R5", "¹"}, {"12 *", "12", " *"}, {"Möjlig ²⁾", "Möjlig", " ²⁾"}, {"Möjlig†", "Möjlig", "†"},
		{"R5", "R5", ""}, {"*", "*", ""}, {"", "", ""}, {"3)", "3)", ""},
	} {
		if got := model.Unmarked(c.text); got != c.unmarked {
			t.Errorf("Unmarked(%q) = %q", c.text, got)
		}
		if got := model.Mark(c.text); got != c.mark {
			t.Errorf("Mark(%q) = %q", c.text, got)
		}
	}
}

func TestRaised(t *testing.T) {
	for text, want := range map[string]string{"1": "¹", "2)": "²⁾", "1, 2": "¹, ²", "*": "*", "a": "ᵃ", "b)": "ᵇ⁾", "nd": "nd", "TM": "TM", "e": "ᵉ", "se not": "se not"} {
		if got := model.Raised(text); got != want {
			t.Errorf("Raised(%q) = %q, not %q", text, got, want)
		}
	}
}
