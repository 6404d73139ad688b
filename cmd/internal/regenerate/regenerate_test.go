package regenerate

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"riskbok/exporters/overview"
	"riskbok/rules/fulltest"
)

var boards = []string{
	"Hamnnämnden", "Kulturnämnden", "Skolnämnden", "Valnämnden", "Byggnadsnämnden", "Miljönämnden", "Socialnämnden", "Fritidsnämnden", "Trafiknämnden",
	"Omsorgsnämnden", "Kommunstyrelsen", "Räddningsnämnden", "Parknämnden", "Arkivnämnden", "Skärgårdsnämnden",
}

// fifteen writes an archive of fifteen boards and three years. Two have sent
// nothing for the last, one has last year's year in its heading, one is spelt in
// two ways, one has an error, and minutes and other files lie among them.
func fifteen(t *testing.T, dir string) {
	t.Helper()
	for n, board := range boards {
		for year := 2024; year <= 2026; year++ {
			risks, name, heading := usual(n), board, year
			switch {
			case year == 2026 && (n == 3 || n == 7):
				continue
			case year == 2026 && n == 0:
				risks[1].value = 3
			case year == 2026 && n == 1:
				risks = append(risks, risk{event: "Salen är dubbelbokad", likelihood: 4, consequent: 4})
			case year == 2026 && n == 5:
				heading = 2025
			case year == 2026 && n == 13:
				name = "Arkivsnämnden"
			}
			put(t, dir, fmt.Sprintf("%d/%s %d.xlsx", year, board, year), plan(t, name, heading, risks...))
		}
	}
	put(t, dir, "2026/möte.pdf", minutes())
	put(t, dir, "2026/bild.jpg", []byte("\xff\xd8\xff"))
	put(t, dir, "2026/trasig.xlsx", []byte("PK\x03\x04 mer inte"))
}

func TestFifteenBoards(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	fifteen(t, in)
	got := regenerated(t, options(t, in, out))
	if len(got.Made) != 43 || got.Unchanged != 0 || !got.Failed || len(got.Unreadable) != 1 {
		t.Errorf("%d made, %d unchanged, failed %v, unreadable %v", len(got.Made), got.Unchanged, got.Failed, got.Unreadable)
	}
	rows := map[overview.RowKey]overview.Row{}
	missing := []string{}
	for _, r := range got.Overview.Rows {
		rows[overview.RowKey{Board: r.Board, Year: r.Year}] = r
		if r.Missing {
			missing = append(missing, r.Board)
		}
	}
	if want := []string{"Arkivnämnden", "Fritidsnämnden", "Valnämnden"}; !reflect.DeepEqual(missing, want) {
		t.Errorf("missing %v, want %v", missing, want)
	}
	for n, board := range boards {
		for year := 2024; year <= 2026; year++ {
			name := board
			if n == 13 && year == 2026 {
				name = "Arkivsnämnden"
			}
			r, ok := rows[overview.RowKey{Board: name, Year: year}]
			if !ok {
				t.Errorf("%s %d has no row", name, year)
				continue
			}
			if r.Missing {
				continue
			}
			wantErrors, wantRisks, lists := 0, 4, 0
			switch {
			case year == 2026 && n == 0:
				wantErrors, lists = 1, 1
			case year == 2026 && n == 1:
				wantRisks = 5
			}
			if r.Errors != wantErrors || r.Risks != wantRisks || len(r.Outputs.Plans) != 1 || len(r.Outputs.Lists) != lists || r.Decided.Year != year-1 {
				if !(n == 5 && year == 2026) || r.Errors != 0 { // its decision is that of the heading
					t.Errorf("%s %d: %+v", name, year, r)
				}
			}
			if !reflect.DeepEqual(r.Files, []string{fmt.Sprintf("%d/%s %d.xlsx", year, board, year)}) {
				t.Errorf("%s %d is made of %v", name, year, r.Files)
			}
			for _, f := range append(r.Outputs.Plans, r.Outputs.Lists...) {
				if _, err := os.Stat(filepath.Join(out, f)); err != nil {
					t.Error(err)
				}
			}
		}
	}
	if r := rows[overview.RowKey{Board: "Kulturnämnden", Year: 2026}]; r.Change == nil || *r.Change != (overview.Change{Added: 1}) || r.Highest == nil || r.Highest.Value != 16 {
		t.Errorf("the row of a plan with one new risk: %+v", r)
	}
	slips, spellings := got.Plan.Slips, got.Plan.Proposals
	if len(slips) != 1 || got.Inputs[slips[0].Input].Rel != "2026/Miljönämnden 2026.xlsx" || slips[0].Heading != 2025 || slips[0].Counted != 2026 {
		t.Errorf("slips %+v", slips)
	}
	if len(spellings) != 1 || spellings[0].Name != "Arkivnämnden" || spellings[0].Spelling != "Arkivsnämnden" {
		t.Errorf("proposals %+v", spellings)
	}
	states := map[string]overview.State{}
	for _, f := range got.Overview.Files {
		states[f.Name] = f.State
	}
	for name, want := range map[string]overview.State{"2026/möte.pdf": overview.NoWorkbook, "2026/bild.jpg": overview.Passed, "2026/trasig.xlsx": overview.NotRead, "2026/Hamnnämnden 2026.xlsx": overview.Used} {
		if states[name] != want {
			t.Errorf("%s is %q, want %q", name, states[name], want)
		}
	}
}

// TestAgain: a second run makes nothing, a changed input its own year and the one
// judged against it.
func TestAgain(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	for year := 2024; year <= 2026; year++ {
		put(t, in, fmt.Sprintf("hamn-%d.xlsx", year), plan(t, "Hamnnämnden", year, usual(1)...))
		put(t, in, fmt.Sprintf("kultur-%d.xlsx", year), plan(t, "Kulturnämnden", year, usual(2)...))
	}
	o := options(t, in, out)
	regenerated(t, o)
	before := times(t, out)
	if got := regenerated(t, o); len(got.Made) != 0 || got.Unchanged != 6 {
		t.Errorf("a second run made %+v", got.Made)
	}
	if after := times(t, out); !reflect.DeepEqual(before, after) {
		t.Errorf("a second run touched files: %v, before %v", after, before)
	}
	changed := usual(1)
	changed[0].value = 7
	put(t, in, "hamn-2025.xlsx", plan(t, "Hamnnämnden", 2025, changed...))
	dry := o
	dry.DryRun = true
	for _, got := range []*Outcome{regenerated(t, dry), regenerated(t, o)} {
		var why []string
		for _, m := range got.Made {
			why = append(why, fmt.Sprintf("%s %d %s %v %v", m.Board, m.Year, m.Why[0].Code, m.Why[0].Files, m.New))
		}
		if want := []string{"Hamnnämnden 2026 before [hamn-2025.xlsx] false", "Hamnnämnden 2025 inputs [hamn-2025.xlsx] false"}; !reflect.DeepEqual(why, want) {
			t.Errorf("made %q, want %q", why, want)
		}
	}
	if _, err := os.Stat(filepath.Join(out, "hamnnamnden-2025-fynd.xlsx")); err != nil {
		t.Error(err)
	}
	// mended again: the list goes
	put(t, in, "hamn-2025.xlsx", plan(t, "Hamnnämnden", 2025, usual(1)...))
	got := regenerated(t, o)
	if _, err := os.Stat(filepath.Join(out, "hamnnamnden-2025-fynd.xlsx")); !errors.Is(err, os.ErrNotExist) || len(got.Made) != 2 || len(got.Made[1].Removed) != 1 {
		t.Errorf("the list of a mended plan: %v, %+v", err, got.Made)
	}
	// an input that is gone leaves its outputs
	if err := os.Remove(filepath.Join(in, "kultur-2024.xlsx")); err != nil {
		t.Fatal(err)
	}
	got = regenerated(t, o)
	if !reflect.DeepEqual(got.Gone, []string{"kulturnamnden-2024-internkontrollplan.xlsx"}) {
		t.Errorf("gone: %v", got.Gone)
	}
	if _, err := os.Stat(filepath.Join(out, "kulturnamnden-2024-internkontrollplan.xlsx")); err != nil {
		t.Error(err)
	}
}

func times(t *testing.T, dir string) map[string]time.Time {
	t.Helper()
	out := map[string]time.Time{}
	for _, n := range names(t, dir) {
		if n == Manifest {
			continue
		}
		info, err := os.Stat(filepath.Join(dir, n))
		if err != nil {
			t.Fatal(err)
		}
		out[n] = info.ModTime()
	}
	return out
}

// TestKept: what a person has changed stays, and is told each time; force
// replaces it. What somebody has removed is made again.
func TestKept(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put(t, in, "hamn.xlsx", plan(t, "Hamnnämnden", 2026, usual(1)...))
	o := options(t, in, out)
	regenerated(t, o)
	const name = "hamnnamnden-2026-internkontrollplan.xlsx"
	put(t, out, name, []byte("egen text"))
	if got := regenerated(t, o); len(got.Made) != 0 || !reflect.DeepEqual(got.Kept, []string{name}) || got.Failed {
		t.Errorf("a changed output: %+v", got)
	}
	put(t, in, "hamn.xlsx", plan(t, "Hamnnämnden", 2026, usual(2)...))
	got := regenerated(t, o)
	data, err := os.ReadFile(filepath.Join(out, name))
	if err != nil || string(data) != "egen text" || !reflect.DeepEqual(got.Made[0].Kept, []string{name}) || got.Failed {
		t.Errorf("the output holds %.20q (%v); %+v", data, err, got.Made)
	}
	o.Force = true
	regenerated(t, o)
	if data, _ = os.ReadFile(filepath.Join(out, name)); string(data) == "egen text" {
		t.Error("force replaced nothing")
	}
	o.Force = false
	if err := os.Remove(filepath.Join(out, name)); err != nil {
		t.Fatal(err)
	}
	if got := regenerated(t, o); len(got.Made) != 1 || got.Made[0].Why[0].Code != "missing" {
		t.Errorf("a removed output: %+v", got.Made)
	}
}

// TestBroken: a run that is broken off leaves whole files, and the next goes on
// from there and ends where one would that nothing disturbed.
func TestBroken(t *testing.T) {
	fulltest.Only(t)
	in, whole, out := t.TempDir(), t.TempDir(), t.TempDir()
	fifteen(t, in)
	regenerated(t, options(t, in, whole))
	o := options(t, in, out)
	o.Workers = 2
	ctx, cancel := context.WithCancel(context.Background())
	o.Progress = func(p Progress) {
		if p.Stage == Writing && p.Done == p.Total/3 {
			cancel()
		}
	}
	broken, err := Run(ctx, o)
	if !errors.Is(err, context.Canceled) || len(broken.Made) < 43/3 || len(broken.Made) > 30 {
		t.Fatalf("%d made, %v", len(broken.Made), err)
	}
	want := tree(t, whole)
	for name, text := range tree(t, out) {
		if want[name] != text {
			t.Errorf("%s differs after a third", name)
		}
	}
	// a line of the manifest cut short, as by a power cut, and a temporary file of
	// a process that is no more
	f, err := os.OpenFile(filepath.Join(out, Manifest), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString(`{"written":{"board":"hamn`); err != nil {
		t.Fatal(err)
	}
	f.Close()
	o.Progress = func(Progress) {}
	again := regenerated(t, o)
	if len(again.Made) >= 43 || again.Unchanged < len(broken.Made)-2 {
		t.Errorf("the next run made %d and left %d", len(again.Made), again.Unchanged)
	}
	if got := tree(t, out); !reflect.DeepEqual(got, want) {
		t.Error("the outputs differ from those of an undisturbed run")
	}
	for _, n := range names(t, out) {
		if strings.HasSuffix(n, ".tmp") {
			t.Errorf("%s is left", n)
		}
	}
}

// TestLimited: a run may be limited to a year and a board.
func TestLimited(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	fifteen(t, in)
	o := options(t, in, out)
	o.Year, o.Boards = 2025, []string{"hamnnämnden", "Kulturnämnden"}
	o.Archive.Year = 2025
	got := regenerated(t, o)
	if len(got.Made) != 2 {
		t.Errorf("made %+v", got.Made)
	}
	rows := rowsOf(got)
	for _, f := range got.Overview.Files {
		for _, key := range f.Rows {
			if _, ok := rows[key]; !ok {
				t.Errorf("%s is said to be part of %+v, which is no row", f.Name, key)
			}
		}
		if f.State == overview.Used && len(f.Rows) == 0 || f.State == overview.NoWorkbook && strings.HasSuffix(f.Name, ".xlsx") {
			t.Errorf("%s is %s", f.Name, f.State)
		}
	}
}

// TestChangedMeanwhile: an input that is another when it is read for the second
// time is an error that names it, and nothing is remembered of its board's year.
func TestChangedMeanwhile(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put(t, in, "hamn.xlsx", plan(t, "Hamnnämnden", 2026, usual(1)...))
	put(t, in, "kultur.xlsx", plan(t, "Kulturnämnden", 2026, usual(1)...))
	o := options(t, in, out)
	regenerated(t, o)
	o.Force = true
	o.Settings = "andra" // both are read again
	o.Progress = func(p Progress) {
		if p.Stage == Reading && p.Done == p.Total {
			put(t, in, "hamn.xlsx", plan(t, "Hamnnämnden", 2026, usual(5)...))
		}
	}
	o.Hold = -1
	got, err := Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	failed := 0
	for _, m := range got.Made {
		if m.Err != nil {
			failed++
			if !errors.Is(m.Err, ErrChanged) || !strings.Contains(m.Err.Error(), "hamn.xlsx") {
				t.Errorf("%s: %v", m.Board, m.Err)
			}
		}
	}
	if failed != 1 {
		t.Errorf("%d failed: %+v", failed, got.Made)
	}
	o.Progress = func(Progress) {}
	o.Force = false
	if got := regenerated(t, o); len(got.Made) != 1 || got.Made[0].Board != "Hamnnämnden" {
		t.Errorf("the next run made %+v", got.Made)
	}
}
