package permute

import (
	"fmt"
	"slices"
	"testing"
)

func TestEach(t *testing.T) {
	for _, c := range []struct {
		n, top int
		want   string
	}{
		{2, 3, "[[1 2] [1 3] [2 1] [2 3] [3 1] [3 2]]"},
		{1, 2, "[[1] [2]]"},
		{0, 2, "[[]]"},
		{2, 1, "[]"}, // more things than numbers
	} {
		got := [][]int{}
		Each(c.n, c.top, func(numbers []int) { got = append(got, slices.Clone(numbers)) })
		if fmt.Sprint(got) != c.want {
			t.Errorf("%d of %d: %v, want %s", c.n, c.top, got, c.want)
		}
	}
}
