package fulltest

import (
	"slices"
	"testing"
)

func TestParts(t *testing.T) {
	list := []int{0, 1, 2, 3, 4, 5, 6}
	for _, tt := range []struct {
		set   string
		cases int
		part  []int
	}{{"", 2, []int{0, 3, 6}}, {"1", 9, list}} {
		t.Setenv(Variable, tt.set)
		if got := Cases(2, 9); got != tt.cases {
			t.Errorf("%q: %d cases, want %d", tt.set, got, tt.cases)
		}
		if got := Part(list, 3); !slices.Equal(got, tt.part) {
			t.Errorf("%q: the part %v, want %v", tt.set, got, tt.part)
		}
		ran := false
		t.Run("only", func(t *testing.T) { Only(t); ran = true })
		if ran != (tt.set != "") {
			t.Errorf("%q: ran %v", tt.set, ran)
		}
	}
}
