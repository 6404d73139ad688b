package planted_test

import (
	"testing"

	"riskbok/cmd/internal/planted"
	"riskbok/rules/fulltest"
)

// TestDecoys holds workbooks without a risk against the program: none may
// be read as a register, a follow-up or a scale.
func TestDecoys(t *testing.T) {
	decoys, err := planted.Decoys(1, fulltest.Cases(40, 200))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range decoys {
		docs, _, err := judge(d.Name, [][]byte{d.Data})
		if err != nil {
			t.Errorf("%s: %v", d.Name, err)
			continue
		}
		doc := docs[0]
		for _, r := range doc.Registers {
			t.Errorf("%s: read as a register: sheet %s", d.Name, r.Name)
		}
		for _, f := range doc.FollowUps {
			t.Errorf("%s: read as a follow-up: sheet %s", d.Name, f.Name)
		}
		for _, s := range doc.Scales {
			t.Errorf("%s: read as a scale at %s", d.Name, s.At.Cell())
		}
	}
}
