package exporters_test

import (
	"bytes"
	"testing"

	"riskbok/exporters"
	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// report is an invented board's register with a wrong value, and a finding of
// every class; with it everything else that a report may hold.
func report() *rules.Report {
	at := func(row, col int32) model.Source { return model.Source{Doc: 1, Row: row, Col: col} }
	d := &model.Document{ID: 1, File: "hamn.xlsx", Kind: model.KindWorkbook, Places: []model.Place{{File: "hamn.xlsx", Sheet: "Riskanalys"}}}
	d.Registers = []model.Register{{
		Table: model.Table{Name: "Riskanalys", Board: "Hamnnämnden", Year: 2026, At: at(4, 1), Heads: make([]model.Head, 1)}, Analysis: true, Scale: -1,
		Risks: []model.Risk{{
			Number: model.Text("R1", at(5, 1)), Event: model.Text("Kajen rasar", at(5, 2)), Assessment: model.Assessment{At: at(5, 1), Likelihood: model.Value[model.Level]{V: model.Level{Number: 4, HasNumber: true}, OK: true, Raw: "4", At: at(5, 3)}, Consequence: model.Value[model.Level]{V: model.Level{Number: 4, HasNumber: true}, OK: true, Raw: "4", At: at(5, 4)}, Score: model.Value[int]{V: 12, OK: true, Raw: "12", At: at(5, 5)}},
		}},
	}}
	d.Damage = []model.Damage{{Code: "sheet-damaged", Args: map[string]string{"sheet": "Blad2"}}}
	r := &rules.Report{Documents: []*model.Document{d}, Unreadable: []rules.Unreadable{{File: "a.xls", Code: "xls"}}, PassedOver: []rules.Unreadable{{File: "b.pdf", Code: "no-table"}}, Skipped: []string{"b.pdf"}}
	r.Books, r.Findings = rules.Check(r.Documents, rules.Settings{})
	return r
}

// TestConformance holds every exporter that prints findings to what `check` does
// with it: one file without a name, the same bytes in every run, nothing of the
// report changed, and no fault where there is nothing to tell.
func TestConformance(t *testing.T) {
	for _, e := range exporters.All {
		if !e.Findings {
			continue
		}
		t.Run(e.Name, func(t *testing.T) {
			if exporters.Named(exporters.Formats(), e.Name) == nil {
				t.Error("the format is not known by its name")
			}
			for _, tag := range lang.Tags() {
				cat, err := lang.Get(tag)
				if err != nil {
					t.Fatal(err)
				}
				opts := output.Options{Lang: cat, Version: "1"}
				for name, r := range map[string]*rules.Report{"empty": {}, "some": report()} {
					first, err := e.Render(r, opts)
					if err != nil {
						t.Fatalf("%s: %v", name, err)
					}
					if len(first) != 1 || first[0].Name != "" || len(first[0].Data) == 0 && name == "some" {
						t.Fatalf("%s: want one file without a name, got %d", name, len(first))
					}
					again, err := e.Render(r, opts)
					if err != nil || !bytes.Equal(first[0].Data, again[0].Data) {
						t.Errorf("%s: two runs differ (%v)", name, err)
					}
				}
			}
		})
	}
}
