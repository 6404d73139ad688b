package ratio_test

import (
	"testing"

	"riskbok/importers/ratio"
)

func TestReached(t *testing.T) {
	for _, c := range []struct {
		r      ratio.Ratio
		n, all int
		want   bool
	}{
		{ratio.Of(2, 3), 2, 3, true},
		{ratio.Of(2, 3), 1, 2, false},
		{ratio.Of(2, 3), 200_000, 300_000, true},
		{ratio.Of(2, 3), 199_999, 300_000, false},
		{ratio.Of(1, 2), 0, 0, true},
	} {
		if got := c.r.Reached(c.n, c.all); got != c.want {
			t.Errorf("%v reached by %d of %d: %t, want %t", c.r, c.n, c.all, got, c.want)
		}
	}
}

func TestAt(t *testing.T) {
	for _, c := range []struct{ n, want int }{{1, 0}, {4, 1}, {7, 1}, {8, 2}} {
		if got := ratio.Of(1, 4).At(c.n); got != c.want {
			t.Errorf("a quarter of %d: %d, want %d", c.n, got, c.want)
		}
	}
}
