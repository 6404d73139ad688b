package regenerate

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"riskbok/cmd/internal/archive"
	"riskbok/cmd/internal/files"
	"riskbok/exporters/overview"
)

// rowsOf gives the rows of an overview by board and year.
func rowsOf(out *Outcome) map[overview.RowKey]overview.Row {
	rows := map[overview.RowKey]overview.Row{}
	for _, r := range out.Overview.Rows {
		rows[overview.RowKey{Board: r.Board, Year: r.Year}] = r
	}
	return rows
}

// TestJoined: two names that are joined leave nothing of the other name behind, and
// back again.
func TestJoined(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put(t, in, "2025/a.xlsx", plan(t, "HN", 2025, usual(1)...))
	put(t, in, "2026/a.xlsx", plan(t, "Hamnnämnden", 2026, usual(1)...))
	o := options(t, in, out)
	regenerated(t, o)
	joined := o
	joined.Archive.Boards = map[string][]string{"Hamnnämnden": {"HN"}}
	joined.Run.Settings.Aliases, joined.Settings = joined.Archive.Boards, "joined"
	for i, o := range []Options{joined, joined, o} {
		got := regenerated(t, o)
		if len(got.Gone) != 0 || len(got.Plan.Missing) != map[int]int{2: 1}[i] {
			t.Errorf("run %d: gone %v, missing %v", i, got.Gone, got.Plan.Missing)
		}
		was, is := "hn-2025-internkontrollplan.xlsx", "hamnnamnden-2025-internkontrollplan.xlsx"
		if i == 2 {
			was, is = is, was
		}
		if _, err := os.Stat(filepath.Join(out, was)); err == nil {
			t.Errorf("run %d: %s is still there", i, was)
		}
		if _, err := os.Stat(filepath.Join(out, is)); err != nil {
			t.Errorf("run %d: %v", i, err)
		}
		if i != 1 && !reflect.DeepEqual(got.Removed, []string{was}) {
			t.Errorf("run %d: removed %v", i, got.Removed)
		}
	}
	// a person's own stays
	put(t, out, "hn-2025-internkontrollplan.xlsx", []byte("egen text"))
	if got := regenerated(t, joined); len(got.Removed) != 0 || !reflect.DeepEqual(got.Kept, []string{"hn-2025-internkontrollplan.xlsx"}) {
		t.Errorf("removed %v, kept %v", got.Removed, got.Kept)
	}
}

// TestOneNameOfTwo: of two boards whose outputs had one name, one is gone; its output
// is the other's now, and not told as without a source.
func TestOneNameOfTwo(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put(t, in, "a.xlsx", plan(t, "Ö-nämnden", 2026, usual(1)...))
	put(t, in, "b.xlsx", plan(t, "O-nämnden", 2026, usual(2)...))
	o := options(t, in, out)
	regenerated(t, o)
	if err := os.Remove(filepath.Join(in, "b.xlsx")); err != nil {
		t.Fatal(err)
	}
	if got := regenerated(t, o); len(got.Gone) != 0 {
		t.Errorf("gone %v", got.Gone)
	}
}

// TestCutShort: a file that is being copied has not gone, nor has its board sent
// nothing; one that has gone is told.
func TestCutShort(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put(t, in, "2025/Hamnnämnden.xlsx", plan(t, "Hamnnämnden", 2025, usual(1)...))
	put(t, in, "2026/Hamnnämnden.xlsx", plan(t, "Hamnnämnden", 2026, usual(1)...))
	put(t, in, "2026/Kulturnämnden.docx", []byte("PK\x03\x04"))
	put(t, in, "2025/b.xlsx", plan(t, "Kulturnämnden", 2025, usual(2)...))
	put(t, in, "2026/c.xlsx", plan(t, "Valnämnden", 2026, usual(3)...))
	o := options(t, in, out)
	regenerated(t, o)
	put(t, in, "2026/Hamnnämnden.xlsx", []byte("PK\x03\x04 mer inte"))
	got := regenerated(t, o)
	rows := rowsOf(got)
	for board, file := range map[string]string{"Hamnnämnden": "2026/Hamnnämnden.xlsx", "Kulturnämnden": "2026/Kulturnämnden.docx"} {
		if r := rows[overview.RowKey{Board: board, Year: 2026}]; !r.Unread || r.Missing || !reflect.DeepEqual(r.Files, []string{file}) {
			t.Errorf("the row of %s: %+v", board, r)
		}
	}
	for _, f := range got.Overview.Files {
		if f.Name == "2026/Kulturnämnden.docx" && (f.State != overview.NotRead || !reflect.DeepEqual(f.Rows, []overview.RowKey{{Board: "Kulturnämnden", Year: 2026}})) {
			t.Errorf("%+v", f)
		}
	}
	if len(got.Gone) != 0 || len(got.Plan.Missing) != 0 || len(got.Unreadable) != 2 {
		t.Errorf("gone %v, missing %v, unreadable %v", got.Gone, got.Plan.Missing, got.Unreadable)
	}
	if err := os.Remove(filepath.Join(in, "2026/Hamnnämnden.xlsx")); err != nil {
		t.Fatal(err)
	}
	if got := regenerated(t, o); len(got.Gone) == 0 || len(got.Plan.Missing) != 1 {
		t.Errorf("gone %v, missing %v", got.Gone, got.Plan.Missing)
	}
}

// TestOwnOutputs: outputs that lie among what boards sent in never lead, one that was
// only saved again does not, and one that a board has changed does.
func TestOwnOutputs(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	wrong := usual(1)
	wrong[1].value = 3
	put(t, in, "a.xlsx", plan(t, "Hamnnämnden", 2026, wrong...))
	o := options(t, in, out)
	regenerated(t, o)
	made, err := os.ReadFile(filepath.Join(out, "hamnnamnden-2026-internkontrollplan.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name string
		data []byte
		lead string
		why  archive.Why
	}{
		{"as riskbok wrote it", made, "a.xlsx", archive.WhyMade},
		{"saved again", saved(t, made, nil), "a.xlsx", archive.WhyMade},
		{"answered", saved(t, made, map[string]string{"Enhetschefen": "Hamnchefen"}), "svar/b.xlsx", archive.WhyAnswered},
	} {
		put(t, in, "svar/b.xlsx", tc.data)
		got := regenerated(t, o)
		if len(got.Plan.Older) != 1 {
			t.Errorf("%s: %d are led", tc.name, len(got.Plan.Older))
		}
		for _, led := range got.Plan.Older {
			if lead := got.Inputs[led.Lead].Rel; lead != tc.lead || led.Why != tc.why {
				t.Errorf("%s: %s leads (%s)", tc.name, lead, led.Why)
			}
		}
	}
}

// TestLink: a link to a file that is read has a line of its own.
func TestLink(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put(t, in, "a.xlsx", plan(t, "Hamnnämnden", 2026, usual(1)...))
	if err := os.Symlink("a.xlsx", filepath.Join(in, "länk.xlsx")); err != nil {
		t.Skip(err)
	}
	files := regenerated(t, options(t, in, out)).Overview.Files
	if len(files) != 2 || files[1].Name != "länk.xlsx" || files[1].State != overview.Older || !files[1].Copy || files[1].Lead != "a.xlsx" {
		t.Errorf("%+v", files)
	}
}

// TestYearOfFile: a plan that tells no year has that of its file's name, which is said;
// last year's, given the new year's name alone, counts as the new year's and is told.
func TestYearOfFile(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	data := plan(t, "Hamnnämnden", 0, usual(1)...)
	put(t, in, "IKP 2025.xlsx", data)
	put(t, in, "IKP 2026.xlsx", data)
	put(t, in, "IKP.xlsx", plan(t, "Valnämnden", 2026, usual(2)...))
	got := regenerated(t, options(t, in, out))
	if got, want := names(t, out), []string{"hamnnamnden-2025-internkontrollplan.xlsx", "hamnnamnden-2026-internkontrollplan.xlsx", "valnamnden-2026-internkontrollplan.xlsx"}; !slices.Equal(got[2:], want) {
		t.Errorf("made %q", got)
	}
	if r := got.Plan.Repeats; len(r) != 1 || r[0].Year != 2026 {
		t.Errorf("repeats %+v", r)
	}
	for i, want := range []overview.File{{YearBy: "file"}, {YearBy: "file", Same: "IKP 2025.xlsx"}, {}} {
		if f := got.Overview.Files[i]; f.State != overview.Used || f.YearBy != want.YearBy || f.Same != want.Same {
			t.Errorf("%+v, want %+v", f, want)
		}
	}
}

// TestBrokenLink: a link that leads nowhere has a line, too.
func TestBrokenLink(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put(t, in, "a.xlsx", plan(t, "Hamnnämnden", 2026, usual(1)...))
	if err := os.Symlink("borta.xlsx", filepath.Join(in, "länk.xlsx")); err != nil {
		t.Skip(err)
	}
	files := regenerated(t, options(t, in, out)).Overview.Files
	if len(files) != 2 || files[1].Name != "länk.xlsx" || files[1].State != overview.NotRead || files[1].Problem == nil {
		t.Errorf("%+v", files)
	}
}

// TestShutFolder: of a folder that cannot be opened nothing is gone: its outputs stay and
// are not told to be without input, and what was judged against it is not made anew.
func TestShutFolder(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	for _, year := range []int{2025, 2026} {
		put(t, in, fmt.Sprintf("%d/hamn.xlsx", year), plan(t, "Hamnnämnden", year, usual(year)...))
	}
	o := options(t, in, out)
	regenerated(t, o)
	want := tree(t, out)
	o.expand = func(set *files.Set) {
		set.Inputs = slices.DeleteFunc(set.Inputs, func(in files.Input) bool { return strings.HasPrefix(in.Rel, "2025/") })
		set.Problems = append(set.Problems, files.Problem{Name: filepath.Join(in, "2025"), Code: "folder-no-access", Folder: "2025"})
	}
	got := regenerated(t, o)
	if len(got.Made) > 0 || len(got.Gone) > 0 || len(got.Unreadable) != 1 {
		t.Errorf("made %+v, gone %q, unreadable %+v", got.Made, got.Gone, got.Unreadable)
	}
	if !slices.ContainsFunc(got.Overview.Files, func(f overview.File) bool { return f.Name == "2025/" && f.State == overview.NotRead }) {
		t.Errorf("the folder is in no line of %+v", got.Overview.Files)
	}
	o.expand = nil
	if got = regenerated(t, o); len(got.Made) > 0 || len(got.Gone) > 0 {
		t.Errorf("when it can be opened again: made %+v, gone %q", got.Made, got.Gone)
	}
	if after := tree(t, out); !maps.Equal(after, want) {
		t.Error("the outputs are others")
	}
}
