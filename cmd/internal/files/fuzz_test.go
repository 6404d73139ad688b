package files

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// A marker that somebody else wrote leads nowhere outside its folder, and lists again
// what it listed when it is written anew.
func FuzzMarker(f *testing.F) {
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := os.WriteFile(filepath.Join(dir, Marker), data, 0o666); err != nil {
			t.Fatal(err)
		}
		m, err := readMarker(dir)
		if err != nil {
			t.Fatal(err)
		}
		if len(m.keys) != len(m.listed) {
			t.Fatalf("%d keys, %d listed", len(m.keys), len(m.listed))
		}
		for _, l := range m.listed {
			if !filepath.IsLocal(filepath.FromSlash(l.name)) {
				t.Errorf("%q is not in the folder", l.name)
			}
		}
		if err := m.shorten(dir); err != nil {
			t.Fatal(err)
		}
		again, err := readMarker(dir)
		if err != nil || len(again.keys) != len(m.keys) {
			t.Errorf("%d listed, then %d: %v", len(m.keys), len(again.keys), err)
		}
	})
}

// A name that comes from a file or a form is one that every disk takes, leads only
// down, and stays as it is when it is made safe again.
func FuzzSafeName(f *testing.F) {
	f.Fuzz(func(t *testing.T, name string) {
		safe := SafeName(name)
		if safe == "" || safe == "." || safe == ".." || !utf8.ValidString(safe) || strings.ContainsAny(safe, "\x00\n\r/\\:*?\"<>|") || len(safe) > 255 {
			t.Errorf("%q became %q", name, safe)
		}
		if again := SafeName(safe); again != safe {
			t.Errorf("%q became %q, then %q", name, safe, again)
		}
		if path := PartName(name); !filepath.IsLocal(filepath.FromSlash(path)) {
			t.Errorf("%q became %q", name, path)
		}
	})
}
