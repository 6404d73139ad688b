package lang

import (
	"io/fs"
	"path"
	"strings"
	"testing"
)

// TestKeysOnce: a key that stands twice would be whichever file comes last.
func TestKeysOnce(t *testing.T) {
	names, err := fs.Glob(files, "*/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no catalogues: %v", err)
	}
	seen := map[string]string{}
	for _, name := range names {
		data, err := files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			key, _, ok := strings.Cut(line, " = ")
			if !ok || strings.HasPrefix(line, "#") {
				continue
			}
			key = path.Dir(name) + " " + key
			if other, twice := seen[key]; twice {
				t.Errorf("%s: %s stands in %s too", name, key, other)
			}
			seen[key] = name
		}
	}
}

func TestFill(t *testing.T) {
	for _, tt := range []struct{ template, want string }{
		{"{a} och {b}", "1 och 2"}, {"{c}", "{c}"}, {"{a", "{a"}, {"a}", "a}"}, {"", ""},
	} {
		if got := Fill(tt.template, map[string]string{"a": "1", "b": "2"}); got != tt.want {
			t.Errorf("Fill(%q) = %q, want %q", tt.template, got, tt.want)
		}
	}
}
