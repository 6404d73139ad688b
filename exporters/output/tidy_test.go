package output

import (
	"slices"
	"testing"
)

func TestTidy(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "Båten går": true, "a → b – c": true, "a  b": false, " a": false, "a ": false, "a\nb": false, "a\tb": false,
		"a\u00a0b": false, "a\u00adb": false, "a\u200bb": false, "a\xffb": false, "a\x1bb": false,
	} {
		if tidy(text) != want {
			t.Errorf("tidy(%q) = %v", text, !want)
		}
	}
}

// A text that needs no breaking is given as it is.
func TestWrapTidy(t *testing.T) {
	for text, want := range map[string][]string{
		"Båten går": {"Båten går"}, "Båten går i": {"Båten går", "i"}, "": nil, " Båten": {"Båten"}, "kör `--map a`": {"kör", "--map a"},
	} {
		if got := Wrap(text, 9); !slices.Equal(got, want) {
			t.Errorf("Wrap(%q) = %q", text, got)
		}
	}
	if n := testing.AllocsPerRun(100, func() { Wrap("Båten går", 9) }); n > 1 {
		t.Errorf("a line that is short enough takes %v allocations", n)
	}
}
