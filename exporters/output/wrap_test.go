package output

import (
	"slices"
	"testing"
)

func TestWrap(t *testing.T) {
	for _, tc := range []struct {
		in   string
		n    int
		want []string
	}{
		{"a bb ccc", 4, []string{"a bb", "ccc"}},
		{"åäö åäö", 3, []string{"åäö", "åäö"}},
		{"long-word x", 4, []string{"long-word", "x"}},
		{"a\n\n b  c", 9, []string{"a", "b c"}},
		{"", 9, nil},
		{"det står 1\u00a0200.", 10, []string{"det står", "1\u00a0200."}},
		{"so: `--map \"Blad 1!B3=event\" --map \"C3=value\"` or so", 9, []string{"so:", `--map "Blad 1!B3=event" --map "C3=value"`, "or so"}},
		{"a `b c` d`", 19, []string{"a `b c` d`"}},
	} {
		if got := Wrap(tc.in, tc.n); !slices.Equal(got, tc.want) {
			t.Errorf("Wrap(%q, %d) = %q, want %q", tc.in, tc.n, got, tc.want)
		}
	}
}
