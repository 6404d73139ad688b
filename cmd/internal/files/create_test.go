package files

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"syscall"
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

// A folder that takes nothing new is told as such, by whatever way it is written in.
func TestFolderRefuses(t *testing.T) {
	made := func(dir string) *Writer {
		w, err := NewWriter(dir, nil, false)
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	for name, do := range map[string]func(dir string) error{
		"Write":     func(dir string) error { _, err := made(dir).Write("plan.xlsx", nil); return err },
		"Create":    func(dir string) error { _, err := made(dir).Create("plan.xlsx", nil); return err },
		"Replace":   func(dir string) error { return Replace(filepath.Join(dir, "plan.xlsx"), nil) },
		"NewWriter": func(dir string) error { _, err := NewWriter(filepath.Join(dir, "new"), nil, false); return err },
		"folder":    func(dir string) error { _, err := made(dir).Write("new/plan.xlsx", nil); return err },
		"to create": func(dir string) error { _, err := made(dir).Create("new/plan.xlsx", nil); return err },
	} {
		for fault, want := range map[error]string{syscall.EACCES: "readonly", syscall.ENOSPC: "full", syscall.EIO: ""} {
			t.Run(name+" "+fault.Error(), func(t *testing.T) {
				dir := t.TempDir()
				breakDisk(t, "open", dir, fault)
				folders := disk.makeAllFolders
				disk.makeAllFolders = func(name string) error {
					if filepath.Base(name) == "new" {
						return &os.PathError{Op: "mkdir", Path: name, Err: fault}
					}
					return folders(name)
				}
				err := do(dir)
				if !errors.Is(err, fault) || Fault(err) != want {
					t.Errorf("%v is told as %q, want %q", err, Fault(err), want)
				}
			})
		}
	}
}
