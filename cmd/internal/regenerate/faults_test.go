package regenerate

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"riskbok/cmd/internal/files"
)

// some writes an archive of so many boards, and gives what it becomes undisturbed.
func some(t *testing.T, count int) (in string, want map[string]string) {
	t.Helper()
	in, out := t.TempDir(), t.TempDir()
	for n := range count {
		put(t, in, fmt.Sprintf("%s.xlsx", boards[n]), plan(t, boards[n], 2026, usual(n)...))
	}
	regenerated(t, options(t, in, out))
	return in, tree(t, out)
}

// TestLocked: an output that cannot be written is told with its name, the others are
// made, and the next run makes what is lacking and no more.
func TestLocked(t *testing.T) {
	for _, fault := range []error{syscall.EBUSY, syscall.EACCES, syscall.EROFS, syscall.ENAMETOOLONG, syscall.EIO} {
		in, want := some(t, 5)
		out := t.TempDir()
		o := options(t, in, out)
		o.fail = func(name string) error {
			if strings.HasPrefix(name, "kulturnamnden") {
				return &fs.PathError{Op: "write", Path: name, Err: fault}
			}
			return nil
		}
		got, err := Run(context.Background(), o)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range got.Made {
			var named *FileError
			switch bad := m.Board == "Kulturnämnden"; {
			case !bad && m.Err != nil:
				t.Errorf("%v: %s: %v", fault, m.Board, m.Err)
			case bad && (!errors.As(m.Err, &named) || !strings.Contains(named.Path, "kulturnamnden-2026-internkontrollplan.xlsx") || !errors.Is(m.Err, fault)):
				t.Errorf("%v: the error is %v", fault, m.Err)
			}
		}
		o.fail = nil
		if again := regenerated(t, o); len(again.Made) != 1 || again.Unchanged != 4 {
			t.Errorf("%v: the next run made %d and left %d", fault, len(again.Made), again.Unchanged)
		}
		if after := tree(t, out); !reflect.DeepEqual(after, want) {
			t.Errorf("%v: %v is there, want %v", fault, slices.Sorted(maps.Keys(after)), slices.Sorted(maps.Keys(want)))
		}
	}
}

// TestFull: a full disk breaks the run off; what was made is whole and is not made
// again when there is room.
func TestFull(t *testing.T) {
	in, want := some(t, 8)
	out := t.TempDir()
	o := options(t, in, out)
	o.Workers = 1
	var written atomic.Int32
	o.fail = func(name string) error {
		if written.Add(1) > 3 {
			return &fs.PathError{Op: "write", Path: name, Err: syscall.ENOSPC}
		}
		return nil
	}
	got, err := Run(context.Background(), o)
	var named *FileError
	if files.Fault(err) != "full" || !errors.As(err, &named) || !strings.HasSuffix(named.Path, ".xlsx") {
		t.Errorf("the error is %v", err)
	}
	if len(got.Made) != 3 {
		t.Errorf("%d were made", len(got.Made))
	}
	o.fail = nil
	if again := regenerated(t, o); len(again.Made) != 5 || again.Unchanged != 3 {
		t.Errorf("the next run made %d and left %d", len(again.Made), again.Unchanged)
	}
	if after := tree(t, out); !reflect.DeepEqual(after, want) {
		t.Errorf("%v is there, want %v", slices.Sorted(maps.Keys(after)), slices.Sorted(maps.Keys(want)))
	}
}

// TestLongNames: names with å, spaces and two hundred characters become names that
// every disk takes, told apart where they begin alike.
func TestLongNames(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	long := "Nämnden för " + strings.Repeat("åldrade båtar ", 14)
	put(t, in, "Åre & Öd/"+strings.Repeat("å", 110)+" 1.xlsx", plan(t, long+"norr", 2026, usual(1)...))
	put(t, in, "Åre & Öd/"+strings.Repeat("å", 110)+" 2.xlsx", plan(t, long+"söder", 2026, usual(2)...))
	got := regenerated(t, options(t, in, out))
	var made []string
	for _, m := range got.Made {
		made = append(made, m.Names...)
	}
	slices.Sort(made)
	if len(made) != 2 || made[0] == made[1] {
		t.Fatalf("made %q", made)
	}
	for _, name := range made {
		if len(name) > 150 || strings.ContainsFunc(name, func(r rune) bool { return r > '~' || r <= ' ' }) {
			t.Errorf("the name %q", name)
		}
	}
}

// TestNotThere: where the archive is not there, as on a disk that is not connected,
// everything stays as it was.
func TestNotThere(t *testing.T) {
	in, _ := some(t, 3)
	out := t.TempDir()
	o := options(t, in, out)
	regenerated(t, o)
	before, manifest := times(t, out), size(t, out)
	for name, paths := range map[string][]string{"gone": {filepath.Join(in, "borta")}, "empty": {t.TempDir()}, "one of two": {in, filepath.Join(in, "borta")}} {
		o := o
		o.Paths = paths
		got := regenerated(t, o)
		if !got.Untouched || !got.Failed || len(got.Made)+len(got.Gone) > 0 || name != "empty" && len(got.Unreadable) != 1 {
			t.Errorf("%s: %+v", name, got)
		}
		if after := times(t, out); !reflect.DeepEqual(after, before) || size(t, out) != manifest {
			t.Errorf("%s: %v, before %v", name, after, before)
		}
	}
	if got := regenerated(t, o); got.Unchanged != 3 {
		t.Errorf("the next run left %d", got.Unchanged)
	}
}

// size gives the length of the manifest.
func size(t *testing.T, dir string) int64 {
	t.Helper()
	info, err := os.Stat(filepath.Join(dir, Manifest))
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}
