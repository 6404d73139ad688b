package regenerate

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"riskbok/cmd/internal/files"
	"riskbok/exporters/overview"
)

func rowOf(t *testing.T, got *Outcome, board string, year int) overview.Row {
	t.Helper()
	for _, r := range got.Overview.Rows {
		if r.Board == board && r.Year == year {
			return r
		}
	}
	t.Fatalf("%s %d has no row among %+v", board, year, got.Overview.Rows)
	return overview.Row{}
}

// TestUnwritten: an output that cannot be written takes nothing from the overview: its
// board's row has the figures of now and says what could not be written, all of it.
func TestUnwritten(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	wrong := usual(1)
	wrong[1].value = 3
	put(t, in, "hamn.xlsx", plan(t, "Hamnnämnden", 2026, wrong...))
	put(t, in, "kultur.xlsx", plan(t, "Kulturnämnden", 2026, usual(1)...))
	const name, list = "hamnnamnden-2026-internkontrollplan.xlsx", "hamnnamnden-2026-fynd.xlsx"
	put(t, out, name, []byte("någon annans"))
	o := options(t, in, out)
	for range 2 {
		got, err := Run(context.Background(), o)
		if err != nil {
			t.Fatal(err)
		}
		r := rowOf(t, got, "Hamnnämnden", 2026)
		if r.Errors != 1 || r.Risks != 4 || !reflect.DeepEqual(r.Outputs.Unwritten, []string{name}) || !reflect.DeepEqual(r.Outputs.Lists, []string{list}) {
			t.Errorf("the row %+v", r)
		}
		if m := got.Made[0]; !errors.Is(m.Err, files.ErrForeign) {
			t.Errorf("made %+v", m)
		}
	}
	if err := os.Remove(filepath.Join(out, name)); err != nil {
		t.Fatal(err)
	}
	got := regenerated(t, o)
	if len(got.Made) != 1 || got.Made[0].Why[0].Code != "unwritten" || rowOf(t, got, "Hamnnämnden", 2026).Outputs.Unwritten != nil {
		t.Errorf("when it can be written: %+v", got.Made)
	}
	// none of several can be written: each is named
	o.Force = true
	o.fail = func(name string) error {
		if strings.HasPrefix(name, "hamn") {
			return &fs.PathError{Op: "write", Path: name, Err: syscall.EBUSY}
		}
		return nil
	}
	got, err := Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	if text := got.Made[0].Err.Error(); !strings.Contains(text, name) || !strings.Contains(text, list) {
		t.Errorf("the error is %v", got.Made[0].Err)
	}
}

// TestAllReasons: a book that is due for several reasons says all of them.
func TestAllReasons(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put(t, in, "hamn.xlsx", plan(t, "Hamnnämnden", 2026, usual(1)...))
	o := options(t, in, out)
	regenerated(t, o)
	put(t, in, "hamn.xlsx", plan(t, "Hamnnämnden", 2026, usual(2)...))
	if err := os.Remove(filepath.Join(out, "hamnnamnden-2026-internkontrollplan.xlsx")); err != nil {
		t.Fatal(err)
	}
	o.Settings, o.Template, o.Program = "andra", "annan", "nyare"
	var codes []string
	for _, w := range regenerated(t, o).Made[0].Why {
		codes = append(codes, w.Code)
	}
	if want := []string{"program", "settings", "template", "inputs", "missing"}; !reflect.DeepEqual(codes, want) {
		t.Errorf("the reasons are %q, want %q", codes, want)
	}
}

// TestOthersName: an output of another board that a person has changed is nobody
// else's: the board that has come between gets a name of its own.
func TestOthersName(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put(t, in, "ö.xlsx", plan(t, "Ö-nämnden", 2026, usual(1)...))
	o := options(t, in, out)
	regenerated(t, o)
	const name = "o-namnden-2026-internkontrollplan.xlsx"
	put(t, out, name, []byte("egen text"))
	put(t, in, "o.xlsx", plan(t, "O-nämnden", 2026, usual(2)...))
	got := regenerated(t, o)
	plans := rowOf(t, got, "O-nämnden", 2026).Outputs.Plans
	if len(plans) != 1 || plans[0] == name {
		t.Errorf("the plan of O-nämnden is %q", plans)
	}
	if _, err := os.Stat(filepath.Join(out, plans[0])); err != nil {
		t.Error(err)
	}
	if data, err := os.ReadFile(filepath.Join(out, name)); err != nil || string(data) != "egen text" {
		t.Errorf("the person's file holds %.20q (%v)", data, err)
	}
	for range 2 {
		if got = regenerated(t, o); len(got.Made) != 0 {
			t.Errorf("the next run made %+v", got.Made)
		}
	}
}

// TestStale: a row that a limited run leaves although something has changed says so.
func TestStale(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put(t, in, "hamn.xlsx", plan(t, "Hamnnämnden", 2026, usual(1)...))
	put(t, in, "kultur.xlsx", plan(t, "Kulturnämnden", 2026, usual(1)...))
	o := options(t, in, out)
	regenerated(t, o)
	put(t, in, "hamn.xlsx", plan(t, "Hamnnämnden", 2026, usual(2)...))
	o.Boards = []string{"Kulturnämnden"}
	if got := regenerated(t, o); !rowOf(t, got, "Hamnnämnden", 2026).Stale || rowOf(t, got, "Kulturnämnden", 2026).Stale {
		t.Errorf("rows %+v", got.Overview.Rows)
	}
	o.Boards = []string{"Hamnämnden"}
	if got := regenerated(t, o); !reflect.DeepEqual(got.Strange, o.Boards) {
		t.Errorf("unknown boards %q", got.Strange)
	}
	o.Boards = nil
	if got := regenerated(t, o); rowOf(t, got, "Hamnnämnden", 2026).Stale {
		t.Error("the row is still of an earlier run")
	}
}

// TestBusy: two runs do not write into one folder at a time.
func TestBusy(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put(t, in, "hamn.xlsx", plan(t, "Hamnnämnden", 2026, usual(1)...))
	o := options(t, in, out)
	var second error
	finished := false
	o.Finish = func(*Outcome) {
		finished = true
		_, second = Run(context.Background(), options(t, in, out))
	}
	regenerated(t, o)
	if !finished || !errors.Is(second, files.ErrBusy) || !strings.Contains(second.Error(), out) {
		t.Errorf("the second run: %v", second)
	}
	if got := regenerated(t, options(t, in, out)); got.Unchanged != 1 {
		t.Errorf("the next run: %+v", got)
	}
	if left := names(t, out); slices.Contains(left, ".riskbok-lock") {
		t.Errorf("left: %q", left)
	}
}

// TestManifestFaults: a manifest of which lines are damaged says so; one that is no
// file is told as that; a run that changes nothing leaves it as it is.
func TestManifestFaults(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put(t, in, "hamn.xlsx", plan(t, "Hamnnämnden", 2026, usual(1)...))
	o := options(t, in, out)
	regenerated(t, o)
	name := filepath.Join(out, Manifest)
	old := time.Now().Add(-time.Hour).Truncate(time.Second)
	if err := os.Chtimes(name, old, old); err != nil {
		t.Fatal(err)
	}
	before := size(t, out)
	regenerated(t, o)
	if info, err := os.Stat(name); err != nil || size(t, out) != before || !info.ModTime().Equal(old) {
		t.Errorf("a run without changes wrote the manifest (%v): %d bytes, before %d", err, size(t, out), before)
	}
	put(t, out, Manifest, []byte("skräp\n{}\n{\"read\":"))
	if got := regenerated(t, o); got.Forgotten != 2 || len(got.Made) != 1 {
		t.Errorf("a damaged manifest: %d lines, %+v", got.Forgotten, got.Made)
	}
	if err := errors.Join(os.Remove(name), os.Mkdir(name, 0o777)); err != nil {
		t.Fatal(err)
	}
	var named *FileError
	if _, err := Run(context.Background(), o); !errors.Is(err, ErrNoFile) || !errors.As(err, &named) || named.Path != name {
		t.Errorf("a folder: %v", err)
	}
	if os.Geteuid() == 0 {
		return // may read all
	}
	if err := errors.Join(os.Remove(name), os.WriteFile(name, nil, 0o400)); err != nil {
		t.Fatal(err)
	}
	if _, err := Run(context.Background(), o); !errors.Is(err, ErrGuarded) {
		t.Errorf("one that may not be written: %v", err)
	}
}

// A manifest that may not be touched is one error, of the file's name: joined ones would
// be told as two.
func TestGuardedOnce(t *testing.T) {
	m := &memory{path: "ut/" + Manifest}
	err := m.fault(&os.PathError{Op: "open", Path: m.path, Err: os.ErrPermission})
	var path *os.PathError
	if !errors.Is(err, ErrGuarded) || !errors.Is(err, os.ErrPermission) || !errors.As(err, &path) {
		t.Errorf("got %v", err)
	}
	for e := err; e != nil; e = errors.Unwrap(e) {
		if _, several := e.(interface{ Unwrap() []error }); several {
			t.Errorf("%T holds several errors", e)
		}
	}
}

// TestProtected: a workbook with a password is told as that, in the closing lines and in
// the overview.
func TestProtected(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put(t, in, "kultur.xlsx", plan(t, "Kulturnämnden", 2026, usual(1)...))
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SaveAs(filepath.Join(in, "hamn.xlsx"), excelize.Options{Password: "hemligt"}); err != nil {
		t.Fatal(err)
	}
	got := regenerated(t, options(t, in, out))
	if len(got.Unreadable) != 1 || got.Unreadable[0].Code != "encrypted" || !got.Failed {
		t.Errorf("unreadable: %+v", got.Unreadable)
	}
	i := slices.IndexFunc(got.Overview.Files, func(f overview.File) bool { return f.Name == "hamn.xlsx" })
	if f := got.Overview.Files[i]; f.State != overview.NotRead || f.Problem == nil || f.Problem.Code != "encrypted" {
		t.Errorf("the file: %+v", f)
	}
}
