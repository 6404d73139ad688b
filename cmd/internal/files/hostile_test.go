//go:build !windows

package files

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"riskbok/rules/fulltest"
)

// atOnce fails where something waits.
func atOnce(t *testing.T, what string, do func() error) error {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- do() }()
	select {
	case err := <-done:
		return err
	case <-time.After(20 * time.Second):
		t.Fatalf("%s: waits", what)
		return nil
	}
}

// A file that has become a pipe or a device since it was found is not waited for.
func TestBecomesPipe(t *testing.T) {
	name := filepath.Join(t.TempDir(), "plan.xlsx")
	if err := syscall.Mkfifo(name, 0o666); err != nil {
		t.Fatal(err)
	}
	for what, do := range map[string]func() error{
		"read":   func() error { _, err := Read(Input{Name: name}, nil, 1<<20); return err },
		"zeros":  func() error { _, err := Read(Input{Name: "/dev/zero"}, nil, 1<<20); return err },
		"hashed": func() error { _, err := HashOf(Input{Name: name}); return err },
	} {
		if err := atOnce(t, what, do); !errors.Is(err, fs.ErrInvalid) {
			t.Errorf("%s: %v", what, err)
		}
	}
	w, err := NewWriter(filepath.Dir(name), nil, true)
	if err != nil {
		t.Fatal(err)
	}
	_ = atOnce(t, "written", func() error {
		if w.Holds("plan.xlsx", nil) {
			t.Error("a pipe holds what is to be written")
		}
		if _, err := w.Write("plan.xlsx", []byte("x")); !errors.Is(err, ErrForeign) {
			t.Errorf("a pipe is written to: %v", err)
		}
		return nil
	})
}

// A file of 10 GB that holds nothing is refused by its size, and neither read nor
// hashed: it could take the memory, or half a minute.
func TestSparse(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "plan.xlsx")
	if err := os.WriteFile(name, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(name, 10<<30); err != nil {
		t.Skip(err)
	}
	_ = atOnce(t, "sparse file", func() error {
		if _, err := Read(Input{Name: name}, nil, 256<<20); !errors.Is(err, ErrTooLarge) {
			t.Errorf("read: %v", err)
		}
		before, err := HashOf(Input{Name: name})
		if err != nil || before == "" {
			t.Errorf("%q, %v", before, err)
		}
		if err := os.Truncate(name, 10<<30+1); err != nil {
			t.Fatal(err)
		}
		if after, _ := HashOf(Input{Name: name}); after == before {
			t.Error("changed, and not seen")
		}
		path, err := Beside(dir, "plan.xlsx", []byte("x"), func([]byte) bool { t.Error("10 GB were read"); return true })
		if err != nil || filepath.Base(path) != "plan (2).xlsx" {
			t.Errorf("beside it: %q, %v", path, err)
		}
		return nil
	})
}

// What vanishes, shrinks or grows between being found and being read is told, or read
// as it is then, and never more than the limit.
func TestChangesMeanwhile(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "plan.xlsx")
	put := func(n int) {
		t.Helper()
		if err := os.WriteFile(name, make([]byte, n), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	put(100)
	in := Expand([]string{dir}).Inputs[0]
	put(10)
	if data, err := Read(in, nil, 1000); err != nil || len(data) != 10 {
		t.Errorf("shrunk: %d bytes, %v", len(data), err)
	}
	put(1001)
	if _, err := Read(in, nil, 1000); !errors.Is(err, ErrTooLarge) {
		t.Errorf("grown: %v", err)
	}
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(in, nil, 1000); Code(err) != "not-found" {
		t.Errorf("gone: %v", err)
	}
	if err := os.Mkdir(name, 0o777); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(in, nil, 1000); err == nil || Code(err) != "no-access" {
		t.Errorf("a folder by now: %v", err)
	}
	// standard input that never ends
	if _, err := Read(Input{Name: Stdin}, endless{}, 1000); !errors.Is(err, ErrTooLarge) {
		t.Errorf("endless: %v", err)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

// Folders of very many files, very deep, or that lead into each other are gone through
// once.
func TestFolders(t *testing.T) {
	many := fulltest.Cases(1_000, 20_000)
	dir := t.TempDir()
	for i := range many {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.xlsx", i)), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	start := time.Now()
	if set := Expand([]string{dir}); len(set.Inputs) != many {
		t.Errorf("%d of %d files", len(set.Inputs), many)
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("%d files took %v", many, took)
	}

	deep := t.TempDir()
	at := deep
	for range 200 {
		at = filepath.Join(at, "mapp")
	}
	if err := os.MkdirAll(at, 0o777); err != nil {
		t.Fatal(err)
	}
	for _, link := range []string{filepath.Join(at, "upp"), filepath.Join(deep, "mapp", "åter")} {
		if err := os.Symlink(deep, link); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(at, "plan.xlsx"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("själv.xlsx", filepath.Join(deep, "själv.xlsx")); err != nil {
		t.Fatal(err)
	}
	set := Expand([]string{deep})
	if len(set.Inputs) != 1 || len(set.Problems) != 1 {
		t.Errorf("%d inputs, problems %v", len(set.Inputs), set.Problems)
	}
}

// A folder that may not be looked into is told, and the others are gone through. Who
// may look into everything has the same from one that is not there any more.
func TestClosedFolder(t *testing.T) {
	dir := t.TempDir()
	closed := filepath.Join(dir, "stängd")
	if err := os.MkdirAll(filepath.Join(closed, "inre"), 0o777); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{filepath.Join(closed, "a.xlsx"), filepath.Join(dir, "b.xlsx")} {
		if err := os.WriteFile(name, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(closed, 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(closed, 0o777) })
	if os.Geteuid() == 0 {
		t.Skip("who runs this may look into everything")
	}
	set := Expand([]string{dir})
	if len(set.Inputs) != 1 || len(set.Problems) != 1 || set.Problems[0].Code != "folder-no-access" || set.Problems[0].Folder != "stängd" {
		t.Errorf("%+v", set)
	}
}

// Names of files lead nowhere and are all read, whatever they hold.
func TestNames(t *testing.T) {
	dir := t.TempDir()
	names := []string{"plan\x1b[31m.xlsx", "plan\n2.xlsx", "\u202exslx.xlsx", "a\\b.xlsx", "-o.xlsx", "*.xlsx", "[a].xlsx", "plan\xff.xlsx", " .xlsx", strings.Repeat("å", 120) + ".xlsx"}
	for _, name := range names {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(name), 0o666); err != nil {
			t.Skip(err)
		}
	}
	set := Expand([]string{dir})
	if len(set.Inputs) != len(names) || len(set.Problems) != 0 {
		t.Fatalf("%+v", set)
	}
	for _, in := range set.Inputs {
		if data, err := Read(in, nil, 1000); err != nil || string(data) != filepath.Base(in.Name) {
			t.Errorf("%q: %q, %v", in.Name, data, err)
		}
	}
}
