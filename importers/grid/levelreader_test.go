package grid

import (
	"testing"

	"riskbok/rules/model"
)

// A reader must say of every cell what LevelValue says, the first time and again.
func TestLevelReader(t *testing.T) {
	blank := func(s string) bool { return s == "–" }
	r := NewLevelReader(blank, nil)
	cells := []Cell{
		{Text: "Möjlig", Kind: Text}, {Text: "3 – Möjlig", Kind: Text, Formula: "A1"}, {Text: "–", Kind: Text},
		{Text: "3", Kind: Number}, {Text: "", Kind: Empty}, {Text: " Möjlig", Kind: Text, Uncalculated: true},
	}
	for round := range 2 {
		for i := range cells {
			c := cells[i]
			c.At = model.Source{Row: int32(round + 1), Col: int32(i + 1)}
			if got, want := r.Value(&c), LevelValue(&c, blank, nil); got != want {
				t.Errorf("%q: %+v, want %+v", c.Text, got, want)
			}
		}
	}
}

// Reading the same label again must not cost what reading it first does.
func TestLevelReaderAllocates(t *testing.T) {
	r := NewLevelReader(func(string) bool { return false }, nil)
	c := Cell{Text: "Mindre sannolik (2)", Kind: Text}
	r.Value(&c)
	if n := testing.AllocsPerRun(100, func() { r.Value(&c) }); n > 0 {
		t.Errorf("a label that is known takes %v allocations", n)
	}
}
