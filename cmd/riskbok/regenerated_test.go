package main

import (
	"strings"
	"testing"

	"riskbok/cmd/internal/archive"
	"riskbok/cmd/internal/regenerate"
	"riskbok/exporters/overview"
	"riskbok/rules/lang"
)

// A run that is broken off before anything is done does not say that there was nothing
// to do.
func TestBrokenFirst(t *testing.T) {
	for _, tag := range lang.Tags() {
		cat, err := lang.Get(tag)
		if err != nil {
			t.Fatal(err)
		}
		a := &app{cat: cat}
		broken := string(a.regenerated(regenerate.Options{}, &regenerate.Outcome{Plan: &archive.Plan{}}, true))
		if !strings.Contains(broken, cat.T("regenerate.broken-first")) || strings.Contains(broken, cat.T("regenerate.none")) {
			t.Errorf("%s: broken off %q", tag, broken)
		}
	}
}

// A year far ahead is told with its file.
func TestFar(t *testing.T) {
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	out := &regenerate.Outcome{Plan: &archive.Plan{Far: []int{1}}, Inputs: []archive.Input{{Rel: "a.xlsx"}, {Rel: "b.xlsx"}}}
	var b strings.Builder
	(&app{cat: cat}).far(&b, out)
	if want := "b.xlsx: året ligger långt fram. Stämmer det?\n"; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

// Plans of other years that have errors are all counted, also one that names no board;
// boards of this year are counted where they are known.
func TestStandingCounts(t *testing.T) {
	cat, err := lang.Get("en")
	if err != nil {
		t.Fatal(err)
	}
	a := &app{cat: cat}
	rows := []overview.Row{
		{Board: "Hamnnämnden", Year: 2026, Errors: 1},
		{Board: "", Year: 2025, Errors: 1},
		{Board: "Hamnnämnden", Year: 2025, Errors: 2},
		{Board: "Hamnnämnden", Year: 2024},
		{Board: "Valnämnden", Year: 2026, Errors: 2},
		{Board: "", Year: 2026, Errors: 3},
	}
	out := &regenerate.Outcome{Plan: &archive.Plan{}, Overview: &overview.Overview{Year: 2026, Rows: rows}}
	var b strings.Builder
	a.standing(&b, out)
	want := "2 boards have errors in the documents for 2026. All of it is in overview.xlsx.\n1 plan without a board has errors.\n2 plans of other years have errors.\n"
	if b.String() != want {
		t.Errorf("got %q\nwant %q", b.String(), want)
	}
	b.Reset()
	out.Overview = &overview.Overview{Rows: []overview.Row{{Board: "Hamnnämnden", Errors: 1}, {Board: "Hamnnämnden", Errors: 1}}}
	a.standing(&b, out)
	if want := "1 board has errors in the documents. All of it is in overview.xlsx.\n"; b.String() != want {
		t.Errorf("without a year %q, want %q", b.String(), want)
	}
}
