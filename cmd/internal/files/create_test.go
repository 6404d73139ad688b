package files

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// A created file is people's own from then on: no later run replaces it, and a
// walk reads it.
func TestCreate(t *testing.T) {
	tree(t, "in.xlsx")
	w, err := NewWriter("out", nil, false)
	if err != nil {
		t.Fatal(err)
	}
	path, err := w.Create("a/blad?.xlsx", []byte("ett"))
	if err != nil {
		t.Fatal(err)
	}
	if again, err := w.Create("a/blad?.xlsx", []byte("två")); !errors.Is(err, os.ErrExist) || again != path {
		t.Errorf("created %s a second time (%v)", again, err)
	}
	other, err := NewWriter("out", nil, false)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Create("a/blad?.xlsx", []byte("tre")); !errors.Is(err, os.ErrExist) {
		t.Errorf("a later run: %v", err)
	}
	if _, err := other.Write("a/blad?.xlsx", []byte("fyra")); !errors.Is(err, ErrChanged) {
		t.Errorf("a later run that would replace it: %v", err)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "ett" {
		t.Errorf("the file holds %q (%v)", data, err)
	}
	if want := filepath.Join("out", "a", "blad-.xlsx"); path != want {
		t.Errorf("the file is %s, want %s", path, want)
	}
	if got, want := got(Expand([]string{"out"})), []string{filepath.ToSlash(path) + ">a/blad-.xlsx"}; !reflect.DeepEqual(got, want) {
		t.Errorf("a walk finds %v, want %v", got, want)
	}
}

// Where the file cannot be written nothing is left in its place.
func TestCreateFails(t *testing.T) {
	tree(t, "in.xlsx", "out/a")
	w, err := NewWriter("out", nil, false)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Create("a/blad.xlsx", []byte("ett")); err == nil {
		t.Error("a file was created below a file")
	}
	if entries, _ := os.ReadDir("out"); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}
