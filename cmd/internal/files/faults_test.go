package files

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// faulty is a file whose disk fails: at the first write, after half of it, by
// taking less than it was given, at the sync or at the close.
type faulty struct {
	*os.File
	at  string
	err error
}

func (f faulty) Write(p []byte) (int, error) {
	switch f.at {
	case "write":
		return 0, f.err
	case "half":
		n, _ := f.File.Write(p[:len(p)/2])
		return n, f.err
	case "short":
		return f.File.Write(p[:len(p)/2])
	}
	return f.File.Write(p)
}

func (f faulty) Sync() error {
	if f.at == "sync" {
		return f.err
	}
	return f.File.Sync()
}

func (f faulty) Close() error {
	err := f.File.Close()
	if f.at == "close" {
		return f.err
	}
	return err
}

// breakDisk makes the disk fail at a step, for files whose name has a part.
func breakDisk(t *testing.T, at, part string, fault error) {
	t.Helper()
	whole := disk
	t.Cleanup(func() { disk = whole })
	disk.open = func(name string, flag int) (written, error) {
		if !strings.Contains(name, part) {
			return whole.open(name, flag)
		}
		if at == "open" {
			return nil, &os.PathError{Op: "open", Path: name, Err: fault}
		}
		f, err := os.OpenFile(name, flag, 0o666)
		if err != nil {
			return nil, err
		}
		return faulty{f, at, &os.PathError{Op: at, Path: name, Err: fault}}, nil
	}
	disk.rename = func(from, to string) error {
		if at == "rename" && strings.Contains(from, part) {
			return &os.LinkError{Op: "rename", Old: from, New: to, Err: fault}
		}
		return whole.rename(from, to)
	}
}

// Whatever fails while a file is written, what stood there stands unharmed, nothing
// half written is left, and the error names the file that was asked for.
func TestFaults(t *testing.T) {
	type way struct {
		name string
		do   func(dir string, data []byte) error
	}
	ways := []way{
		{"Write", func(dir string, data []byte) error {
			w, err := NewWriter(dir, nil, false)
			if err != nil {
				return err
			}
			_, err = w.Write("under/plan.xlsx", data)
			return err
		}},
		{"Replace", func(dir string, data []byte) error { return Replace(filepath.Join(dir, "under", "plan.xlsx"), data) }},
	}
	for _, w := range ways {
		for _, at := range []string{"open", "write", "half", "short", "sync", "close", "rename"} {
			for _, fault := range []error{syscall.ENOSPC, syscall.EACCES, syscall.EIO} {
				for _, there := range []bool{false, true} {
					dir := t.TempDir()
					target := filepath.Join(dir, "under", "plan.xlsx")
					if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
						t.Fatal(err)
					}
					if there {
						if err := w.do(dir, []byte("förra årets")); err != nil {
							t.Fatal(err)
						}
					}
					t.Run(strings.Join([]string{w.name, at, fault.Error()}, " "), func(t *testing.T) {
						breakDisk(t, at, ".tmp", fault)
						err := w.do(dir, []byte("årets plan, som är längre"))
						if (Fault(err) == "readonly") != (at == "open" && fault == syscall.EACCES) {
							t.Errorf("%v is told as %q", err, Fault(err))
						}
						if at == "short" {
							fault = io.ErrShortWrite
						}
						if !errors.Is(err, fault) || strings.Count(err.Error(), "plan.xlsx") != 1 || strings.Contains(err.Error(), ".tmp") {
							t.Errorf("error %v", err)
						}
						unharmed(t, target, there)
					})
				}
			}
		}
	}
}

// unharmed checks that a file stands as it was and that nothing lies beside it.
func unharmed(t *testing.T, target string, there bool) {
	t.Helper()
	data, err := os.ReadFile(target)
	if there && string(data) != "förra årets" || !there && !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the file holds %q, %v", data, err)
	}
	entries, err := os.ReadDir(filepath.Dir(target))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".tmp") {
			t.Errorf("%s was left", e.Name())
		}
	}
}

// A marker that cannot be written leaves no output: a later run would take it for
// an input.
func TestFaultyMarker(t *testing.T) {
	for _, at := range []string{"open", "write", "half", "short", "close"} {
		t.Run(at, func(t *testing.T) {
			dir := t.TempDir()
			w, err := NewWriter(dir, nil, false)
			if err != nil {
				t.Fatal(err)
			}
			whole := disk
			breakDisk(t, at, Marker, syscall.ENOSPC)
			path, err := w.Write("plan.xlsx", []byte("årets"))
			if err == nil || strings.Contains(err.Error(), Marker) {
				t.Errorf("error %v", err)
			}
			unharmed(t, path, false)
			// nor does half a line swallow the next
			disk = whole
			if _, err := w.Write("plan.xlsx", []byte("årets")); err != nil {
				t.Error(err)
			}
			if again, err := NewWriter(dir, nil, false); err != nil || again.own.of("plan.xlsx") == nil {
				t.Errorf("the file is not listed: %v", err)
			}
		})
	}
}

// What a killed run left is removed by the next also from a folder that none of
// the listed files is in.
func TestSweptBeforeListed(t *testing.T) {
	dir := t.TempDir()
	left := filepath.Join(dir, "ny", ".riskbok-"+machine+"-99999999-0.tmp")
	if err := os.MkdirAll(filepath.Dir(left), 0o777); err != nil {
		t.Fatal(err)
	}
	for name, do := range map[string]func() error{
		"Write": func() error {
			w, err := NewWriter(dir, nil, false)
			if err == nil {
				_, err = w.Write("ny/plan.xlsx", []byte("x"))
			}
			return err
		},
		"Replace": func() error { return Replace(filepath.Join(dir, "ny", "godtagna.yaml"), []byte("x")) },
	} {
		if err := os.WriteFile(left, []byte("halv"), 0o666); err != nil {
			t.Fatal(err)
		}
		if err := do(); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(left); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
