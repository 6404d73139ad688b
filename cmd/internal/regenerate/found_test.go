package regenerate

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"riskbok/cmd/internal/files"
)

const harbour = "hamnnamnden-2026-internkontrollplan.xlsx"

// TestUndone: an output that somebody changed and then took back to what riskbok once
// wrote is riskbok's again, and follows its input.
func TestUndone(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put(t, in, "hamn.xlsx", plan(t, "Hamnnämnden", 2026, usual(1)...))
	o := options(t, in, out)
	regenerated(t, o)
	first, err := os.ReadFile(filepath.Join(out, harbour))
	if err != nil {
		t.Fatal(err)
	}
	put(t, out, harbour, []byte("egen text"))
	put(t, in, "hamn.xlsx", plan(t, "Hamnnämnden", 2026, usual(2)...))
	if got := regenerated(t, o); len(got.Made) != 1 || !reflect.DeepEqual(got.Made[0].Kept, []string{harbour}) {
		t.Fatalf("a changed output: %+v", got.Made)
	}
	put(t, out, harbour, first)
	got := regenerated(t, o)
	if len(got.Made) != 1 || !reflect.DeepEqual(got.Made[0].Why, []Why{{"behind", []string{harbour}}}) || len(got.Made[0].Names) == 0 || len(got.Kept) > 0 {
		t.Errorf("when it was taken back: made %+v, kept %q", got.Made, got.Kept)
	}
	if data, err := os.ReadFile(filepath.Join(out, harbour)); err != nil || string(data) == string(first) {
		t.Errorf("the plan is still the first one (%v)", err)
	}
	if got = regenerated(t, o); len(got.Made) > 0 || len(got.Kept) > 0 {
		t.Errorf("the next run: made %+v, kept %q", got.Made, got.Kept)
	}
}

// TestForgotten: where the memory of the last run is gone, its outputs are no new ones.
func TestForgotten(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put(t, in, "hamn.xlsx", plan(t, "Hamnnämnden", 2026, usual(1)...))
	o := options(t, in, out)
	regenerated(t, o)
	put(t, out, Manifest, nil)
	put(t, in, "kultur.xlsx", plan(t, "Kulturnämnden", 2026, usual(2)...))
	for _, o.DryRun = range []bool{true, false} {
		got := regenerated(t, o)
		if len(got.Made) != 2 || got.Made[0].New || got.Made[0].Why[0].Code != "forgotten" || !got.Made[1].New || got.Made[1].Why[0].Code != "new" {
			t.Errorf("dry %v: %+v", o.DryRun, got.Made)
		}
	}
}

// TestForeseen: a dry run says what the run then says of files that stand in its way.
func TestForeseen(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put(t, in, "hamn.xlsx", plan(t, "Hamnnämnden", 2026, usual(1)...))
	put(t, in, "kultur.xlsx", plan(t, "Kulturnämnden", 2026, usual(2)...))
	put(t, out, harbour, []byte("någon annans"))
	o := options(t, in, out)
	for range 2 {
		for _, o.DryRun = range []bool{true, false} {
			got, err := Run(context.Background(), o)
			if err != nil {
				t.Fatal(err)
			}
			var disk *FileError
			if m := got.Made[0]; !errors.As(m.Err, &disk) || !errors.Is(m.Err, files.ErrForeign) || disk.Path != filepath.Join(out, harbour) {
				t.Errorf("dry %v: %+v", o.DryRun, m)
			}
		}
	}
	const culture = "kulturnamnden-2026-internkontrollplan.xlsx"
	put(t, out, culture, []byte("egen text"))
	put(t, in, "kultur.xlsx", plan(t, "Kulturnämnden", 2026, usual(3)...))
	o.DryRun = true
	got, err := Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	if m := got.Made[len(got.Made)-1]; m.Board != "Kulturnämnden" || !reflect.DeepEqual(m.Kept, []string{culture}) {
		t.Errorf("one that somebody has changed: %+v", m)
	}
}
