package rules_test

import (
	"strconv"
	"testing"

	"riskbok/rules"
	"riskbok/rules/model"
)

// Of a book with more tables than are held against each other it is said that
// disagreements were not looked for between all of them, once; whoever does not ask
// for them is not told.
func TestManyTables(t *testing.T) {
	for _, tc := range []struct {
		tables int
		off    bool
		said   int
	}{{rules.MostHeld + 1, false, 0}, {rules.MostHeld + 2, false, 1}, {2 * rules.MostHeld, false, 1}, {2 * rules.MostHeld, true, 0}} {
		doc := &model.Document{ID: 1, File: "a.xlsx", Kind: model.KindWorkbook, Places: []model.Place{{File: "a.xlsx", Sheet: "Blad 1"}}}
		for i := range tc.tables {
			at := func(row int) model.Source { return model.Source{Doc: 1, Row: int32(10*i + row), Col: 1} }
			r := model.Register{Table: model.Table{Name: "Enhet " + strconv.Itoa(i), At: at(1)}}
			for k := range 2 {
				event := "Bojen vid brygga " + strconv.Itoa(i) + " driver iväg"
				if k == 1 {
					event = strconv.Itoa(i) + ": lotsen är sjuk"
				}
				r.Risks = append(r.Risks, model.Risk{Number: model.Value[string]{V: strconv.Itoa(k + 1), OK: true, At: at(2 + k)},
					Event: model.Value[string]{V: event, OK: true, At: at(2 + k)}})
			}
			doc.Registers = append(doc.Registers, r)
		}
		s := rules.Settings{}
		if tc.off {
			s.Severities = map[string]rules.Severity{"sheet-disagreement": rules.Off}
		}
		_, findings := rules.Check([]*model.Document{doc}, s)
		said := 0
		for _, f := range findings {
			if f.Variant == "many-tables" {
				said++
				if f.Args["n"] != tc.tables-rules.MostHeld-1 || f.Severity != rules.Warning {
					t.Errorf("%d tables: %v, %s", tc.tables, f.Args, f.Severity)
				}
			}
		}
		if said != tc.said {
			t.Errorf("%d tables, off %v: said %d times", tc.tables, tc.off, said)
		}
	}
}

// TestHeld: of very many tables each is held against fewer, so that all of them together
// are held against each other no more often than 1,500 are.
func TestHeld(t *testing.T) {
	for tables, want := range map[int]int{0: rules.MostHeld, 2: rules.MostHeld, 1500: rules.MostHeld, 3000: rules.MostHeld / 2, 20000: 4, 1 << 20: 0} {
		if got := rules.Held(tables); got != want {
			t.Errorf("%d tables: %d, want %d", tables, got, want)
		}
	}
}
