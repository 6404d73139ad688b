package json

import (
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

var update = flag.Bool("update", false, "write the golden files anew")

func src(place, row, col int32) model.Source {
	return model.Source{Doc: 1, Place: place, Row: row, Col: col}
}

func ptr[T any](v T, raw string, at model.Source) model.Value[T] {
	return model.Value[T]{V: v, OK: true, Raw: raw, At: at}
}

// sample uses rule names without a page, so that no message template is tested
// here. It is a workbook and a page of invented content.
func sample() *rules.Report {
	doc := &model.Document{
		ID: 1, File: "hamn.xlsx", Kind: model.KindWorkbook,
		Places: []model.Place{{File: "hamn.xlsx", Sheet: "Analys"}, {File: "hamn.xlsx", Sheet: "Steg 4"}},
		Unread: []model.Value[string]{model.Text("Obs <ej> klar", src(0, 20, 1))},
		Damage: []model.Damage{{Code: "sheet-damaged", Args: map[string]string{"sheet": "Blad9", "part": "sheet9.xml"}, At: src(1, 0, 0)}},
	}
	doc.Registers = []model.Register{{
		Table: model.Table{
			Name: "Analys", Board: "Hamnnämnden", Year: 2026, At: src(0, 5, 1),
			Heads:   []model.Head{{Established: ptr(model.Date{Year: 2025, Month: 10, Day: 3}, "2025-10-03", src(0, 2, 1))}},
			Columns: []model.Column{{Field: model.FieldNumber, Heading: "Nr", At: src(0, 5, 1)}},
		},
		Analysis: true, Scale: -1,
		Risks: []model.Risk{{
			Number: model.Text("R1", src(0, 6, 1)), Area: model.Text("Kajer", src(0, 6, 2)), Event: model.Text("Kajen rasar & stängs", src(0, 6, 3)),
			Assessment: model.Assessment{
				Likelihood:  ptr(model.Level{Number: 2, HasNumber: true}, "2", src(0, 6, 4)),
				Consequence: ptr(model.Level{Label: "Enorm"}, "Enorm", src(0, 6, 5)),
				Score:       ptr(4, "4", src(0, 6, 6)), Treatment: model.Text("Reducera", src(0, 6, 7)), At: src(0, 6, 1),
			},
			Measures: []model.Measure{{
				Number: model.Text("R1", src(0, 6, 8)), Action: model.Text("Dyk", src(0, 6, 9)), At: src(0, 6, 8),
				Cost: ptr(decimal.RequireFromString("125000.50"), "125 000,50", src(0, 6, 10)), Reporting: ptr([]string{"T1", "T2"}, "T1, T2", src(0, 6, 11)),
			}, {At: src(0, 7, 8)}},
		}},
	}}
	doc.FollowUps = []model.FollowUpTable{{
		Table:   model.Table{Name: "Steg 4", Board: "Hamnnämnden", Year: 2026, At: src(1, 3, 1)},
		Periods: []model.Column{{Key: "T2"}, {Key: "T1"}, {Key: "T2"}},
		Rows: []model.FollowUpRow{{Number: model.Text("R1", src(1, 4, 1)), At: src(1, 4, 1),
			Reports: []model.Value[string]{model.Text("Klart", src(1, 4, 2)), {}, model.Text("Helt <klart>", src(1, 4, 4))}}},
	}}
	scale := &model.Scale{
		Name: "usual", Origin: model.OriginDefault,
		Likelihood:  model.Axis{Levels: []model.ScaleLevel{{Value: 1, Label: "Låg"}, {Value: 2, Label: "Hög"}}},
		Consequence: model.Axis{Levels: []model.ScaleLevel{{Value: 1, Label: "Liten"}}},
		Treatments:  []model.Treatment{{Min: 1, Max: 2, Label: "Reducera risk", InPlan: true}},
		Overrides:   map[[2]int]int{{2, 1}: 7, {1, 1}: 3},
	}
	at := func(row, col int32) model.Source { return model.Source{Doc: 2, Row: row, Col: col} }
	page := &model.Document{ID: 2, File: "bok.pdf", Kind: model.KindPDF, Places: []model.Place{{File: "bok.pdf", Page: 7, Title: "Riskanalys"}}}
	page.Meetings = []model.Meeting{{
		Board: model.Text("Hamnnämnden", at(2, 1)), Date: ptr(model.Date{Year: 2026, Month: 3, Day: 4}, "4 mars 2026", at(2, 1)), At: at(1, 1),
		Items: []model.Item{{
			Kind: model.ItemParagraph, Number: model.Text("§ 12", at(4, 1)), Title: model.Text("Internkontrollplan", at(4, 2)), At: at(4, 1),
			Proposal: model.Resolution{Parts: []model.Value[string]{model.Text("Planen antas.", at(5, 1))}},
			Decision: model.Resolution{Lead: model.Text("Nämnden beslutar", at(6, 1)), Parts: []model.Value[string]{model.Text("att anta planen", at(7, 1)), model.Text("att följa upp den", at(8, 1))}},
		}},
	}}
	return &rules.Report{
		Documents: []*model.Document{doc, page},
		Books:     []*model.Book{{Board: "Hamnnämnden", Year: 2026, Registers: []model.Entry{{Register: &doc.Registers[0], Scale: scale}}}},
		Findings: []rules.Finding{{
			Rule: "test-value", Variant: "wrong", Severity: rules.Error, Path: "risk-value/hamn/2026", Cause: "plan-membership/hamn/2026", At: src(0, 6, 6), Board: "Hamnnämnden", Year: 2026,
			Table: "Analys", Risk: "R1", Event: "Kajen rasar & stängs", Found: "4", Expected: "8", Fix: &rules.Fix{Class: rules.Safe},
			Related: []model.Source{{Doc: 2, Row: 3, Col: 4}, src(1, 4, 1)},
		}, {Rule: "test-dates", Variant: "none", Severity: rules.Info, At: src(0, 0, 0)}},
		Unreadable: []rules.Unreadable{{File: "gammal.xls", Code: "xls"}},
	}
}

func options(t *testing.T) output.Options {
	t.Helper()
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	return output.Options{Lang: cat}
}

func TestGolden(t *testing.T) {
	for name, render := range map[string]output.Render{"check": Check, "inspect": Inspect} {
		files, err := render(sample(), options(t))
		if err != nil {
			t.Fatal(err)
		}
		again, _ := render(sample(), options(t))
		if string(files[0].Data) != string(again[0].Data) {
			t.Errorf("%s: two runs differ", name)
		}
		golden := "testdata/" + name + ".json"
		if *update {
			if err := os.WriteFile(golden, files[0].Data, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(files[0].Data); got != string(want) {
			t.Errorf("%s differs from %s:\n%s", name, golden, got)
		}
	}
}

// The contract, word for word: field names that other programs rely on.
func TestContract(t *testing.T) {
	for name, tc := range map[string]struct {
		render output.Render
		paths  string
	}{
		"check": {Check, `version summary.documents summary.risks summary.errors summary.warnings summary.infos
			findings.0.rule findings.0.severity findings.0.message findings.0.board findings.0.year findings.0.risk findings.0.event
			findings.0.found findings.0.expected findings.0.fix findings.0.location.file findings.0.location.sheet findings.0.location.cell
			findings.0.location.page findings.0.related.0.file findings.0.path unreadable.0.file unreadable.0.reason unreadable.0.hint skipped`},
		"inspect": {Inspect, `version documents.0.file documents.0.kind documents.0.scales.0.likelihood.0.value documents.0.scales.0.likelihood.0.label
			documents.0.scales.0.likelihood.0.definition documents.0.scales.0.consequence documents.0.scales.0.treatments.0.min
			documents.0.scales.0.treatments.0.max documents.0.scales.0.treatments.0.label documents.0.scales.0.treatments.0.inPlan
			documents.0.scales.0.origin documents.0.scales.0.source documents.0.registers.0.name documents.0.registers.0.board
			documents.0.registers.0.year documents.0.registers.0.established documents.0.registers.0.decided documents.0.registers.0.scale
			documents.0.registers.0.risks.0.number documents.0.registers.0.risks.0.area documents.0.registers.0.risks.0.event
			documents.0.registers.0.risks.0.likelihood.label documents.0.registers.0.risks.0.likelihood.value
			documents.0.registers.0.risks.0.likelihood.raw documents.0.registers.0.risks.0.score documents.0.registers.0.risks.0.treatment
			documents.0.registers.0.risks.0.measures.0.number documents.0.registers.0.risks.0.measures.0.direction
			documents.0.registers.0.risks.0.measures.0.action documents.0.registers.0.risks.0.measures.0.cost
			documents.0.registers.0.risks.0.measures.0.owner documents.0.registers.0.risks.0.measures.0.reporting
			documents.0.registers.0.risks.0.source.sheet documents.0.registers.0.risks.0.source.cell documents.0.registers.0.risks.0.source.page
			documents.0.followUps.0.name documents.0.followUps.0.board documents.0.followUps.0.year documents.0.followUps.0.rows.0.number
			documents.0.followUps.0.rows.0.action documents.0.followUps.0.rows.0.owner documents.0.followUps.0.rows.0.periods.T1
			documents.0.followUps.0.rows.0.source documents.0.budgets documents.0.meetings documents.0.unread.0.text
			documents.0.unread.0.source unreadable skipped`},
	} {
		files, err := tc.render(sample(), options(t))
		if err != nil {
			t.Fatal(err)
		}
		var all any
		if err := json.Unmarshal(files[0].Data, &all); err != nil {
			t.Fatal(err)
		}
		for _, path := range strings.Fields(tc.paths) {
			if !has(all, strings.Split(path, ".")) {
				t.Errorf("%s: no %s", name, path)
			}
		}
	}
}

func has(v any, path []string) bool {
	if len(path) == 0 {
		return true
	}
	switch v := v.(type) {
	case map[string]any:
		inner, ok := v[path[0]]
		return ok && has(inner, path[1:])
	case []any:
		return path[0] == "0" && len(v) > 0 && has(v[0], path[1:])
	}
	return false
}

// An empty report has empty lists, never null.
func TestEmpty(t *testing.T) {
	for _, render := range []output.Render{Check, Inspect} {
		files, err := render(&rules.Report{Documents: []*model.Document{{ID: 1}}}, options(t))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(files[0].Data), "null") {
			t.Errorf("null in %s", files[0].Data)
		}
	}
}
