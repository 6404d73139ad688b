package planted

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"riskbok/rules/model"
)

// TestJudge holds the verdict on one planted wrong value against what the
// program may say of it.
func TestJudge(t *testing.T) {
	c, err := Make(Maker{"skala-intill", besideScale}, 1, Options{Errors: 1, Only: []string{"wrong-value"}})
	if err != nil || len(c.errors) != 1 {
		t.Fatalf("%v, %v", c.Want, err)
	}
	s := c.errors[0].Sheet
	column := func(f model.Field) int { return s.Spec.Col + s.Spec.index(Column{Field: f}) }
	finding := func(rule string, rank, row, col int) Found {
		return Found{Expected{Rule: rule, Sheet: s.Name, Row: row, Cell: spot{row, col}.ref()}, []int{col}, rank, false}
	}
	hit := Found{c.errors[0].Resolve(), []int{column(model.FieldScore)}, 3, false}
	heading := s.heading.row
	elsewhere := finding(notChecked, 3, heading, 1)
	elsewhere.Sheet = "Uppföljning"
	tests := []struct {
		name                           string
		got                            []Found
		unread                         bool
		found, excused, lost, invented int
		silent                         bool
	}{
		{"found", []Found{hit}, false, 1, 0, 0, 0, false},
		{"nothing", nil, false, 0, 0, 1, 0, true},
		{"only informed", []Found{finding("unread", 1, heading, 1)}, false, 0, 0, 1, 0, true},
		{"another error", []Found{hit, finding("treatment", 3, heading+1, 2)}, false, 1, 0, 0, 1, false},
		{"twice", []Found{hit, hit}, false, 1, 0, 0, 1, false},
		{"another warning", []Found{hit, finding("direction", 2, heading+1, 2)}, false, 1, 0, 0, 0, false},
		{"table not read", []Found{finding(notChecked, 3, heading, 3)}, true, 0, 1, 0, 0, false},
		{"values not judged", []Found{finding(notChecked, 2, heading, column(model.FieldScore))}, false, 0, 1, 0, 0, false},
		{"valuation not judged", []Found{finding(notChecked, 2, heading, s.Spec.Col)}, false, 0, 1, 0, 0, false},
		{"owners not understood", []Found{finding(notChecked, 2, heading, column(model.FieldOwner))}, false, 0, 0, 1, 0, false},
		{"treatments not judged", []Found{finding(notChecked, 2, heading, column(model.FieldTreatment))}, false, 0, 0, 1, 0, false},
		{"ranges not understood", []Found{finding(notChecked, 2, c.Drafts[0].ranges[0].row, c.Drafts[0].ranges[0].col)}, false, 0, 0, 1, 0, false},
		{"below the table", []Found{finding(notChecked, 3, c.Drafts[0].stated.until+4, s.Spec.Col)}, true, 0, 0, 1, 0, false},
		{"another table", []Found{elsewhere}, false, 0, 0, 1, 0, false},
	}
	for _, test := range tests {
		v := c.Judge(test.got, map[string]bool{s.Name: !test.unread, "Uppföljning": true})
		if v.Found != test.found || len(v.Excused) != test.excused || len(v.Lost) != test.lost || len(v.Invented) != test.invented || v.Silent != test.silent {
			t.Errorf("%s: %+v", test.name, v)
		}
	}
}

// TestJudgeUnreadScale: that a part of the scale was not understood excuses a
// treatment where the definitions or the table stand, not on any other sheet.
func TestJudgeUnreadScale(t *testing.T) {
	c, err := Make(Maker{"egna-blad", ownSheets}, 1, Options{Errors: 1, Only: []string{"wrong-treatment"}})
	if err != nil || len(c.errors) != 1 {
		t.Fatalf("%v, %v", c.Want, err)
	}
	d := c.Drafts[0]
	for sheet, excused := range map[string]int{d.stated.sheet: 1, c.errors[0].Sheet.Name: 1, "Riskkarta": 0} {
		said := Found{Expected{Rule: notChecked, Sheet: sheet, Row: d.ranges[0].row}, []int{d.ranges[0].col}, 2, true}
		if v := c.Judge([]Found{said}, map[string]bool{c.errors[0].Sheet.Name: true}); len(v.Excused) != excused || len(v.Lost) != 1-excused {
			t.Errorf("%s: %+v", sheet, v)
		}
	}
}

// TestJudgeDisputed has two ranges hold one value: the definitions are at
// fault, and of risks with that value nothing is known.
func TestJudgeDisputed(t *testing.T) {
	for seed := range uint64(60) {
		c, err := Make(Maker{"egna-blad", ownSheets}, seed, Options{Errors: 1, Only: []string{"wrong-treatment"}, Vary: Damaged(Overlapping)})
		if err != nil || len(c.errors) != 2 || !c.errors[0].disputed() {
			continue
		}
		d := c.Drafts[0]
		said := Found{Expected{Rule: "scale-definition", Sheet: d.stated.sheet, Row: d.ranges[1].row}, []int{1}, 3, false}
		if v := c.Judge([]Found{said}, map[string]bool{c.errors[0].Sheet.Name: true}); v.Found != 1 || len(v.Excused) != 1 || len(v.Lost)+len(v.Invented) > 0 {
			t.Errorf("seed %d: %+v", seed, v)
		}
		if v := c.Judge(nil, nil); len(v.Lost) != 2 || !v.Silent {
			t.Errorf("seed %d: %+v", seed, v)
		}
		return
	}
	t.Error("no seed plants an error at a disputed value")
}

func TestWays(t *testing.T) {
	seen := map[string]bool{}
	for _, w := range Ways {
		name := w.Name()
		if seen[name] || strings.ContainsAny(name, "{}") || !w.labelled() && !w.numbered() {
			t.Errorf("%q: %s", w, name)
		}
		seen[name] = true
	}
	if len(Ways) != 40 {
		t.Errorf("%d ways", len(Ways))
	}
}

// TestReordered holds that every column of a table stays, and that some order
// differs.
func TestReordered(t *testing.T) {
	for _, m := range Layouts {
		changed := false
		for seed := range uint64(5) {
			r := rand.New(rand.NewPCG(seed, 1))
			l := m.Make(r)
			before := slices.Clone(l.Sheets[0].Columns)
			Reordered().Layout(r, &l)
			after := l.Sheets[0].Columns
			changed = changed || !slices.Equal(before, after)
			for _, k := range before {
				if !slices.Contains(after, k) {
					t.Errorf("%s: %q is gone", m.Name, k.Heading)
				}
			}
			if len(before) != len(after) {
				t.Errorf("%s: %d columns, were %d", m.Name, len(after), len(before))
			}
		}
		if !changed {
			t.Errorf("%s: never another order", m.Name)
		}
	}
}
