package words

import (
	"testing"

	"riskbok/config"
)

func TestApart(t *testing.T) {
	x := Of(config.Vocabulary())
	for heading, want := range map[string]string{
		"S efter": "s", "S efter åtgärd": "s", "Kvarvarande K": "k", "K (efter)": "k", "RV före åtgärder": "rv",
		"S2": "S", "K 2": "K", "R12": "", "S": "", "": "", "Restrisk": "", "Åtgärd": "",
	} {
		if got := x.Apart(heading); got != want {
			t.Errorf("%q: %q, want %q", heading, got, want)
		}
	}
}
