package budget

import "testing"

func TestWithoutUnit(t *testing.T) {
	for text, want := range map[string]string{
		"7,616 tkr": "7,616", "7,616": "7,616", "– 12": "– 12", "(767) kr": "(767)", "12 enheter": "12 enheter",
		"12 åäöüé": "12", "12 m2": "12 m2", "": "", "kr": "kr", "12\nkr": "12", "12 ": "12 ",
	} {
		if got := withoutUnit(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
