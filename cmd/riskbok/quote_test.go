package main

import (
	"os"
	"runtime"
	"slices"
	"testing"
)

func TestUnquoted(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, dir := range []string{"planer", `min "egen"`} {
		if runtime.GOOS == "windows" && dir != "planer" {
			continue
		}
		if err := os.Mkdir(dir, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct{ arg, want string }{
		{`planer"`, "planer"}, {"planer", "planer"}, {`"`, `"`}, {`säger "nej"`, `säger "nej"`}, {`min "egen"`, `min "egen"`},
	} {
		args := []string{"check", tt.arg}
		if got := unquoted(args); got[1] != tt.want || !slices.Equal(args, []string{"check", tt.arg}) {
			t.Errorf("%s becomes %s, want %s", tt.arg, got[1], tt.want)
		}
	}
}
