package csv

import (
	"bytes"
	"encoding/csv"
	"reflect"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

func TestInspect(t *testing.T) {
	cell := func(s string, row, col int32) model.Value[string] {
		return model.Text(s, model.Source{Doc: 1, Row: row, Col: col})
	}
	doc := &model.Document{ID: 1, File: "a.xlsx", Places: []model.Place{{File: "a.xlsx", Sheet: "Plan"}}}
	doc.Registers = []model.Register{{
		Table: model.Table{Board: "Hamnnämnden", Year: 2026},
		Risks: []model.Risk{
			{Number: cell("R1", 5, 1), Event: cell("Is på kajen;\nmörker", 5, 2), Measures: []model.Measure{
				{Action: cell("=HYPERLINK(\"x\")", 5, 8), At: model.Source{Doc: 1, Row: 5, Col: 1}},
				{Action: cell("Sanda", 6, 8), Cost: model.Value[decimal.Decimal]{Raw: "-1 200,50"}, At: model.Source{Doc: 1, Row: 6, Col: 1}},
			}},
			{Number: cell("R2", 7, 1), Assessment: model.Assessment{At: model.Source{Doc: 1, Row: 7, Col: 1}}},
		},
	}}
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	files, err := Inspect(&rules.Report{Documents: []*model.Document{doc}}, output.Options{Lang: cat})
	if err != nil {
		t.Fatal(err)
	}
	data, ok := bytes.CutPrefix(files[0].Data, []byte("\ufeff"))
	if !ok || !strings.Contains(string(data), "\r\n") {
		t.Errorf("no byte order mark or CRLF in %q", files[0].Data)
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 4 || len(rows[0]) != len(columns) || rows[0][3] != "Nämnd" {
		t.Fatalf("got %q", rows)
	}
	pick := func(row []string) []string { return []string{row[2], row[3], row[4], row[5], row[7], row[13], row[14]} }
	for i, want := range [][]string{
		{"A5", "Hamnnämnden", "2026", "R1", "Is på kajen;\nmörker", " =HYPERLINK(\"x\")", ""},
		{"A6", "Hamnnämnden", "2026", "R1", "Is på kajen;\nmörker", "Sanda", "-1 200,50"},
		{"A7", "Hamnnämnden", "2026", "R2", "", "", ""},
	} {
		if got := pick(rows[i+1]); !reflect.DeepEqual(got, want) {
			t.Errorf("row %d: got %q, want %q", i+1, got, want)
		}
	}
}

// TestInspectOthers: budgets and minutes have tables of their own below registers, and
// alone no register's headings above them.
func TestInspectOthers(t *testing.T) {
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	at := func(row, col int32) model.Source { return model.Source{Doc: 1, Row: row, Col: col} }
	cell := func(s string) model.Value[string] { return model.Text(s, at(1, 1)) }
	doc := &model.Document{ID: 1, File: "b.xlsx", Places: []model.Place{{File: "b.xlsx", Sheet: "Budget"}}}
	doc.Budgets = []model.Budget{{
		Board: "Hamnnämnden", Year: 2026, Unit: model.UnitTkr, Columns: []model.BudgetColumn{{Heading: "Budget\n2026", Role: model.RoleBudget}, {Heading: "Not"}},
		Lines: []model.BudgetLine{{Name: cell("Muddring"), At: at(4, 1), Amounts: []model.Value[decimal.Decimal]{
			{V: decimal.RequireFromString("-12345.50"), OK: true, Raw: "-12 345,50", At: at(4, 2)}, {Raw: "=A1", At: at(4, 3)},
		}}, {Name: cell("Rubrik"), Amounts: []model.Value[decimal.Decimal]{{}, {}}}},
	}}
	doc.Allocations = []model.Allocation{{At: at(9, 1), Shares: []model.Share{{Party: cell("Skärgården"), Unit: model.UnitKr, Amount: model.Value[decimal.Decimal]{V: decimal.NewFromInt(2100), OK: true, Raw: "2 100"}}}}}
	doc.Meetings = []model.Meeting{{
		Board: cell("Hamnnämnden"), Date: model.Value[model.Date]{V: model.Date{Year: 2026, Month: 3, Day: 4}, OK: true},
		Items: []model.Item{{At: at(2, 1), Number: model.Value[string]{V: "§ 12", OK: true, Raw: "8 12"}, Title: cell("Plan"), CaseNumber: cell("HN 2026/4"),
			Decision: model.Resolution{Lead: cell("Nämnden beslutar"), Parts: []model.Value[string]{cell("att anta planen")}}, Recipients: []model.Value[string]{cell("Revisorerna"), cell("Akten")}}},
	}}
	files, err := Inspect(&rules.Report{Documents: []*model.Document{doc}}, output.Options{Lang: cat})
	if err != nil {
		t.Fatal(err)
	}
	const want = "\ufeffFil;Blad/sida;Cell;Nämnd;År;Enhet;Rad;Kolumn;Slag;Belopp\r\n" +
		"b.xlsx;Budget;B4;Hamnnämnden;2026;tkr;Muddring;Budget 2026;Budget;-12345,50\r\n" +
		"b.xlsx;Budget;C4;Hamnnämnden;2026;tkr;Muddring;Not;Belopp;\" =A1\"\r\n" +
		"b.xlsx;Budget;A9;;;kr;Skärgården;;;2100\r\n" +
		"\r\nFil;Blad/sida;Cell;Nämnd;Sammanträdesdag;Nr;Ärende;Diarienummer;Förslag;Beslut;Skickas till\r\n" +
		"b.xlsx;Budget;A2;Hamnnämnden;2026-03-04;§ 12;Plan;HN 2026/4;;\"Nämnden beslutar\r\natt anta planen\";\"Revisorerna\r\nAkten\"\r\n"
	if got := string(files[0].Data); got != want {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}
