package budgetforms_test

import (
	"fmt"
	"testing"

	"riskbok/cmd/internal/budgetforms"
)

// TestDecoys: nothing is found in tables that are no budgets, or whose amounts add
// up to nothing.
func TestDecoys(t *testing.T) {
	for seed := range *seeds {
		f := budgetforms.Decoy(uint64(seed))
		data := write(t, f)
		_, found := judge(t, "decoy.xlsx", data)
		if got := said(found); len(got) > 0 {
			t.Errorf("seed %d (%s): %v", seed, f.Name, got)
			keep(t, fmt.Sprintf("decoy-%d.xlsx", seed), data)
		}
	}
}
