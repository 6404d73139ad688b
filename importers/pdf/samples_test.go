package pdf

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"riskbok/importers/grid"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// samples is testdata/expected.json: which tables each sample must give.
type samples struct {
	Tables map[string][][][]string `json:"tables"`
	Files  map[string]string       `json:"files"`
}

func loadSamples(t testing.TB) samples {
	t.Helper()
	var s samples
	if err := json.Unmarshal(readSample(t, "expected.json"), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

func readSample(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func scanSample(t testing.TB, name string) *Pages {
	t.Helper()
	p, err := Scan(context.Background(), model.File{ID: 7, Name: name, Data: readSample(t, name)}, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// squeeze takes out white space: where a printed line breaks is the
// program's affair.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// exact counts the cells of a table that are as expected, row by row: but for
// white space, and with their words divided as they should be.
func exact(t *testing.T, want [][]string, got *grid.Table) (same, spaced, all, badNumbers int) {
	for r, row := range want {
		for c, w := range row {
			all++
			g := ""
			if r < len(got.Rows) {
				g = got.Cell(r, c).Text
			}
			if strings.Join(strings.Fields(g), " ") == w {
				spaced++
			}
			if squeeze(g) == squeeze(w) {
				same++
				continue
			}
			if len(w) < 16 {
				badNumbers++
			}
			t.Logf("row %d column %d: got %q, want %q", r+1, c+1, g, w)
		}
	}
	if len(got.Rows) != len(want) {
		t.Errorf("got %d rows, want %d", len(got.Rows), len(want))
	}
	return same, spaced, all, badNumbers
}

func TestSamples(t *testing.T) {
	s := loadSamples(t)
	if len(s.Files) < 15 {
		t.Fatalf("only %d samples", len(s.Files))
	}
	for name, key := range s.Files {
		t.Run(name, func(t *testing.T) {
			p := scanSample(t, name)
			want := s.Tables[key]
			if len(p.Tables) != len(want) {
				for _, tb := range p.Tables {
					t.Logf("%q: %d rows on page %d", tb.Name, len(tb.Rows), p.Places[tb.Place].Page)
				}
				t.Fatalf("got %d tables, want %d", len(p.Tables), len(want))
			}
			if len(p.Damage) > 0 {
				t.Errorf("damage: %v", p.Damage)
			}
			need := 0.99
			if strings.Contains(name, "bare") || strings.Contains(name, "middle") {
				need = 0.98
			}
			for i := range want {
				same, spaced, all, bad := exact(t, want[i], &p.Tables[i])
				if float64(same) < need*float64(all) || bad > 0 {
					t.Errorf("table %d: %d of %d cells are exact, %d short ones wrong", i+1, same, all, bad)
				}
				if 100*spaced < 97*all {
					t.Errorf("table %d: in %d of %d cells the words are divided as they should be", i+1, spaced, all)
				}
			}
		})
	}
}
