package importers_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"riskbok/rules/model"
)

// TestPaperRegisters: the same table printed by different programs, encrypted,
// turned and rewritten is the same register: every number, level and value,
// and the words of every text.
func TestPaperRegisters(t *testing.T) {
	want := registerLines(t, "pdf/testdata/libreoffice.pdf")
	if len(want) < 10 {
		t.Fatalf("only %d risks in the yardstick", len(want))
	}
	for _, name := range []string{
		"aes128", "aes256", "chromium-bare", "chromium-borders", "chromium-rule", "chromium-zebra", "ghostscript",
		"linearized", "objstm", "rc4-40", "reportlab-grid", "reportlab-rule", "rotated",
	} {
		t.Run(name, func(t *testing.T) {
			got := registerLines(t, filepath.Join("pdf/testdata", name+".pdf"))
			if !slices.Equal(got, want) {
				t.Errorf("read\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}

// registerLines shows the risks of a file, a line each.
func registerLines(t *testing.T, name string) []string {
	doc, err := read(load(t, name), name)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for i := range doc.Registers {
		for j := range doc.Registers[i].Risks {
			out = append(out, riskLine(&doc.Registers[i].Risks[j]))
		}
	}
	return out
}

func riskLine(r *model.Risk) string {
	line := fmt.Sprintf("%s|%s|%s|%s|%s|%d|%s", r.Number.V, words(r.Area.V), words(r.Event.V), words(r.Likelihood.V.Label), words(r.Consequence.V.Label), r.Score.V, words(r.Treatment.V))
	for i := range r.Measures {
		line += "|" + words(r.Measures[i].Action.V) + "|" + words(r.Measures[i].Owner.V)
	}
	return line
}

// words gives a text without spaces and the hyphens of line ends, which differ
// with the width of a column.
func words(s string) string {
	return strings.NewReplacer("-\n", "", "\n", "", " ", "", "-", "").Replace(s)
}
