package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/regenerate"
	"riskbok/exporters/workbook/booktest"
	"riskbok/rules/fulltest"
)

// smallPlan writes a plan of a few risks, one of them with a wrong value.
func smallPlan(t *testing.T, path, board string, year int) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	rows := [][]any{
		{fmt.Sprintf("Riskanalys och internkontrollplan %d", year)}, {"Nämnd:", board}, {"Beslutad:", fmt.Sprintf("%d-11-20", year-1)}, {""},
		{"Nr", "Identifierad risk", "Sannolikhet", "Konsekvens", "Riskvärde", "Riskhantering", "Inriktning", "Åtgärd", "Ansvarig", "Återrapporteras"},
		{"R1", "Kajen rasar", "Möjlig", "Allvarlig", 12, "Minimera risk", "Minimera risk", "Kajen ses över", "Hamnchef", "T1, T2"},
		{"R2", "Båtplatser hyrs ut två gånger", "Möjlig", "Lindrig", 5, "Reducera risk", "Reducera risk", "Listan ses över", "Hamnchef", "T1, T2"},
		{"R3", "Nycklar kommer bort", "Osannolik", "Lindrig", 2, "Acceptera risk", "", "", "", ""},
	}
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
}

// smallArchive writes plans of so many boards and two years, and gives how many.
func smallArchive(t *testing.T, boards int) (dir string, books int) {
	dir = t.TempDir()
	for i := range boards {
		for year := 2025; year <= 2026; year++ {
			board := "Hamn" + string(rune('a'+i/26)) + string(rune('a'+i%26)) + "nämnden"
			smallPlan(t, filepath.Join(dir, fmt.Sprint(year), board+".xlsx"), board, year)
			books++
		}
	}
	return dir, books
}

// outputs gives what a run has written: of workbooks their parts. What is there of a
// run's own notes, which tell of the runs before, is left out; a temporary file is
// told.
func outputs(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		switch {
		case e.Name() == files.Marker || e.Name() == regenerate.Manifest:
			continue
		case strings.HasPrefix(e.Name(), "."):
			t.Errorf("%s is left", e.Name())
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(e.Name()) != ".xlsx" {
			out[e.Name()] = string(data)
			continue
		}
		for part, text := range booktest.Parts(t, data) {
			out[e.Name()+" "+part] = text
		}
	}
	return out
}

func sameOutputs(t *testing.T, when string, got, want map[string]string) {
	t.Helper()
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s: %s differs", when, name)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s: %s should not be there", when, name)
		}
	}
}

// finish runs a regeneration to its end.
func finish(t *testing.T, in, out string) {
	t.Helper()
	if text, err := exec.Command("riskbok", "regenerate", in, "-o", out).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
}

// TestKilled: a run that is killed at any moment and begun anew leaves what one that
// was not disturbed leaves, and no temporary file.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the program twenty times")
	}
	in, _ := smallArchive(t, fulltest.Cases(6, 12))
	whole := t.TempDir()
	begun := time.Now()
	finish(t, in, whole)
	took := time.Since(begun)
	want := outputs(t, whole)
	for n := range fulltest.Cases(2, 10) { // of the first two one is killed again and again
		out := t.TempDir()
		after := time.Duration(rand.Int64N(int64(took)))
		for range 3 { // a run that goes on may be killed too
			run := exec.Command("riskbok", "regenerate", in, "-o", out)
			if err := run.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(after)
			_ = run.Process.Kill() // it may have ended
			_ = run.Wait()
			if n%3 > 0 {
				break
			}
		}
		finish(t, in, out)
		sameOutputs(t, "killed after "+after.String(), outputs(t, out), want)
	}
}

// TestInterrupted: what was made before Ctrl-C is whole and stays, and the next run
// goes on from there.
func TestInterrupted(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no program can send Ctrl-C to another there")
	}
	if testing.Short() {
		t.Skip("runs the program for seconds")
	}
	in, books := smallArchive(t, fulltest.Cases(15, 30))
	whole, out := t.TempDir(), t.TempDir()
	finish(t, in, whole)
	plans := func() []string {
		names, _ := filepath.Glob(filepath.Join(out, "*-internkontrollplan.xlsx")) // the pattern is right
		return names
	}
	var text bytes.Buffer
	run := exec.Command("riskbok", "regenerate", in, "-o", out, "--workers", "1")
	run.Stdout, run.Stderr = &text, &text
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(time.Minute); len(plans()) < books/3 && time.Now().Before(end); {
		time.Sleep(time.Millisecond)
	}
	if err := run.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := run.Wait(); err == nil {
		t.Error("a run that was broken off ended as if all were well")
	}
	made := plans()
	if len(made) < books/3 || len(made) == books {
		t.Errorf("%d of %d plans are there", len(made), books)
	}
	for _, name := range made {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range booktest.Faults(t, data) {
			t.Errorf("%s: %s", name, fault)
		}
	}
	outputs(t, out) // no temporary file
	if want := fmt.Sprintf("Avbrutet när %d var klara", len(made)); !strings.Contains(text.String(), want) {
		t.Errorf("the end does not say %q:\n%s", want, &text)
	}
	again, err := exec.Command("riskbok", "regenerate", in, "-o", out).CombinedOutput()
	if want := fmt.Sprintf("%d nya, 0 ändrade, %d oförändrade", books-len(made), len(made)); err != nil || !strings.Contains(string(again), want) {
		t.Errorf("the next run does not say %q (%v):\n%s", want, err, again)
	}
	sameOutputs(t, "broken off", outputs(t, out), outputs(t, whole))
}
