package rewrite_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"riskbok/cmd/internal/rewrite"
	"riskbok/config"
	"riskbok/exporters/correction"
	"riskbok/exporters/output"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// TestFix has invented plans corrected as they were typed: the copy says what
// the plan says after its safe fixes, and nothing in it is left to fix.
func TestFix(t *testing.T) {
	tpl, err := config.Template(config.DefaultTemplate)
	if err != nil {
		t.Fatal(err)
	}
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	for seed := *first; seed < *first+*seeds; seed++ {
		rng := rand.New(rand.NewPCG(uint64(seed), 77))
		want := rewrite.Invent(rng, &tpl.Scale, size(rng, seed))
		h := &want.Books[0].Registers[0].Heads[0]
		h.Established, h.Decided = model.Value[model.Date]{}, model.Value[model.Date]{}
		data, err := rewrite.Typed(want.Books[0], tpl, config.Vocabulary())
		if err != nil {
			t.Fatal(err)
		}
		in := model.File{ID: 1, Name: "plan.xlsx", Data: data}
		read, err := rewrite.Read(in)
		if err != nil {
			t.Fatal(err)
		}
		fixed, err := correction.Correct(read, output.Options{Lang: cat, Version: "1", Input: func(int32) (model.File, error) { return in, nil }})
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		out := in
		for _, c := range fixed {
			if c.Output.Data != nil {
				out.Data = c.Output.Data
			}
			for _, refused := range c.Refused {
				t.Errorf("seed %d: %s %s: not corrected, %s", seed, refused.Sheet, refused.Cell, refused.Reason)
			}
		}
		if len(leftToFix(read)) > 0 && slices.Equal(out.Data, data) {
			t.Errorf("seed %d: nothing was corrected", seed)
		}
		got, err := rewrite.Read(out)
		if err != nil {
			t.Fatal(err)
		}
		tell := newTeller(true)
		tell.typed = true
		for _, d := range append(compareBooks(tell, want, got), leftToFix(got)...) {
			t.Errorf("seed %d: %s", seed, d)
		}
	}
}
