package largepages

import (
	"os"
	"path/filepath"
	"testing"
)

func TestNamed(t *testing.T) {
	dir := t.TempDir()
	small := filepath.Join(dir, "small.xlsx")
	if err := os.WriteFile(small, make([]byte, 1000), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		words []string
		want  int64
	}{
		{nil, 0},
		{[]string{"version"}, 0},
		{[]string{"check", small, "--format", "json"}, 1000},
		{[]string{"check", small, small}, 2000},
		{[]string{"regenerate", dir}, smallFiles},
	} {
		if got := named(tc.words); got != tc.want {
			t.Errorf("%q: %d bytes, want %d", tc.words, got, tc.want)
		}
	}
}
