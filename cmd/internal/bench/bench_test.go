package main

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// What is measured must be what the table says.
func TestInputs(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "r.xlsx")
	if err := register(name, 40, 1); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if rows, err := f.GetRows("Riskanalys"); err != nil || len(rows) != 41 {
		t.Errorf("a register of 40 risks has %d rows with its heading (%v)", len(rows), err)
	}
	if n := pagesOf(book(21)); n < 21 || n > 25 {
		t.Errorf("a book of 21 pages has %d", n)
	}
	source := filepath.Join("..", "..", "..", "samples", "omsorgsnamnden-2026.xlsx")
	if err := archive(filepath.Join(dir, "a"), source, 12); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(dir, "a", "*", "*.xlsx"))
	if err != nil || len(names) != 12 {
		t.Errorf("an archive of 12 workbooks has %d (%v)", len(names), err)
	}
}

func TestReport(t *testing.T) {
	got := report([]figure{
		{row: row{work: "`check`", against: "it", peer: program{args: []string{"x"}}, growth: "risks", size: 1000, limit: limit{1.5, "it judges, too"}}, own: cost{cpu: 20 * time.Millisecond, peak: 3 << 20}, other: cost{cpu: 10 * time.Millisecond}},
		{row: row{work: "`version`", against: "a word", peer: program{args: []string{"x"}}, difference: true, limit: limit{20, "it is long"}}, own: cost{cpu: 12 * time.Millisecond}, other: cost{cpu: 2 * time.Millisecond}},
	})
	for _, want := range []string{"| `check` | it | 20.0 ms | 10.0 ms | 2.00 | 1.5 | 3 MB |", "| `version` | a word | 12.0 ms | 2.0 ms | +10.0 ms | +20 ms | – |", "| µs for each | 20 |", "- `check`: it judges, too.\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	if strings.Contains(got, "it is long") {
		t.Errorf("what is within its limit is told as over it:\n%s", got)
	}
}
