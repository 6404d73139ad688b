package planted

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/rules/fulltest"
)

// TestWritten holds what the draft says of its cells against the workbook as
// another program reads it.
func TestWritten(t *testing.T) {
	for _, m := range fulltest.Part(append(Layouts, InferredLayouts...), 6) {
		for seed := range uint64(6) {
			c, err := Make(m, seed, Options{Errors: int(seed), Twin: Twin(seed % 3)})
			if err != nil {
				t.Fatalf("%s: seed %d: %v", m.Name, seed, err)
			}
			c.compareFile(t)
		}
	}
}

// TestVaried does the same with workbooks that look otherwise, and holds that
// the plan is the one without the variation.
func TestVaried(t *testing.T) {
	variations := map[string]Variation{"reordered": Reordered(), "no headings": AllHeadingsReplaced(), "way": Written(Ways[0]), "matrix": Matrix(ShownColours, BelowTable, true),
		"dates": Damaged(BecomeDates), "sums": Summed(Aggregates[0], true), "groups": Interrupted(GroupHeads), "remarks": Interrupted(Remarks)}
	for name, v := range variations {
		for _, m := range fulltest.Part(Layouts, 14) {
			for seed := range uint64(2) {
				c, err := Make(m, seed, Options{Errors: 2, Vary: v})
				if errors.Is(err, ErrNoRoom) {
					continue
				}
				if err != nil {
					t.Fatalf("%s of %s: seed %d: %v", name, m.Name, seed, err)
				}
				c.compareFile(t)
				same, err := Make(m, seed, Options{})
				if err != nil {
					t.Fatal(err)
				}
				if !reflect.DeepEqual(c.Drafts[0].Plan, same.Drafts[0].Plan) {
					t.Errorf("%s of %s: seed %d: another plan", name, m.Name, seed)
				}
			}
		}
	}
}

// compareFile holds the drafts of a case against its first workbook, in which
// no merged cells may overlap.
func (c *Case) compareFile(t *testing.T) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(c.Files[0]))
	if err != nil {
		t.Fatalf("%s: seed %d: %v", c.Layout, c.Seed, err)
	}
	defer f.Close()
	for _, d := range c.Drafts {
		for _, s := range d.Sheets {
			for i, row := range s.Rows {
				d.compareRow(t, f, s, i, row)
			}
			mergedOnce(t, f, s.Name)
		}
	}
}

// mergedOnce holds that no merged cells of a sheet overlap.
func mergedOnce(t *testing.T, f *excelize.File, sheet string) {
	t.Helper()
	merged, err := f.GetMergeCells(sheet)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[spot]bool{}
	for _, m := range merged {
		fromCol, fromRow, _ := excelize.CellNameToCoordinates(m.GetStartAxis())
		toCol, toRow, _ := excelize.CellNameToCoordinates(m.GetEndAxis())
		for n := range (toRow - fromRow + 1) * (toCol - fromCol + 1) {
			at := spot{fromRow + n/(toCol-fromCol+1), fromCol + n%(toCol-fromCol+1)}
			if seen[at] {
				t.Errorf("%s!%s is merged twice", sheet, at.ref())
			}
			seen[at] = true
		}
	}
}

func (d *Draft) compareRow(t *testing.T, f *excelize.File, s *Sheet, i int, row *Row) {
	t.Helper()
	for _, k := range s.Spec.Columns {
		if s.above(i, k.Field, d.Layout.Areas) != nil || row.get(k.Field) != nil && row.get(k.Field).Auto && d.Layout.Values == Uncached {
			continue
		}
		cell := row.Cells[k.Column]
		if cell.Formula != "" && d.Layout.Values == Uncached {
			continue
		}
		got, err := f.GetCellValue(s.Name, row.at[k.Column].ref(), excelize.Options{RawCellValue: true})
		if err != nil || got != cell.Text {
			t.Errorf("%s: %s!%s is %q, want %q (%v)", d.Layout.Sheets[0].Name, s.Name, row.at[k.Column].ref(), got, cell.Text, err)
		}
	}
}

// TestSameSeed makes each workbook twice.
func TestSameSeed(t *testing.T) {
	for _, m := range Layouts {
		a, err := Make(m, 7, Options{Errors: 6})
		if err != nil {
			t.Fatal(err)
		}
		b, err := Make(m, 7, Options{Errors: 6})
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Want) == 0 || len(Compare(a.Want, b.Want).Missed) > 0 || len(a.Want) != len(b.Want) {
			t.Errorf("%s: %v and %v", m.Name, a.Want, b.Want)
		}
	}
}

// TestClean holds plans to what makes them faultless.
func TestClean(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		p := Clean(r, anyScale(r), 3, 0)
		events := map[string]bool{}
		required := 0
		for i := range p.Risks {
			k := &p.Risks[i]
			if p.Scale.Range(k.Value()).Label == "" {
				t.Errorf("seed %d: no range holds %d", seed, k.Value())
			}
			if events[k.Event] {
				t.Errorf("seed %d: %q twice", seed, k.Event)
			}
			events[k.Event] = true
			if p.Required(k) {
				required++
			}
		}
		if required < 4 || len(p.Risks)-required < 2 {
			t.Errorf("seed %d: %d of %d risks need the plan", seed, required, len(p.Risks))
		}
	}
}

func TestCompare(t *testing.T) {
	a := Expected{Rule: "risk-value", Sheet: "Plan", Cell: "F8", Row: 8}
	b := Expected{Rule: "template-rows", Sheet: "Plan", Row: 20}
	tests := []struct {
		name             string
		want, got        []Expected
		missed, invented int
	}{
		{"equal", []Expected{a, b}, []Expected{{"template-rows", "Plan", "A20", 20}, a}, 0, 0},
		{"other cell", []Expected{a}, []Expected{{"risk-value", "Plan", "F9", 9}}, 1, 1},
		{"other row", []Expected{b}, []Expected{{"template-rows", "Plan", "A21", 21}}, 1, 1},
		{"twice wanted", []Expected{a, a}, []Expected{a}, 1, 0},
		{"twice found", []Expected{a}, []Expected{a, a}, 0, 1},
		{"other sheet", []Expected{a}, []Expected{{"risk-value", "Analys", "F8", 8}}, 1, 1},
	}
	for _, test := range tests {
		if o := Compare(test.want, test.got); len(o.Missed) != test.missed || len(o.Invented) != test.invented {
			t.Errorf("%s: missed %v, invented %v", test.name, o.Missed, o.Invented)
		}
	}
}
