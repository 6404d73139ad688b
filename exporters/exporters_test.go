package exporters_test

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"riskbok/config"
	"riskbok/exporters"
	"riskbok/exporters/output"
	"riskbok/exporters/workbook/booktest"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// riskText is the text of the one risk in [report].
const riskText = "Kajen rasar"

// report is an invented board's register with a wrong value, and a finding of
// every class; with it everything else that a report may hold.
func report() *rules.Report {
	at := func(row, col int32) model.Source { return model.Source{Doc: 1, Row: row, Col: col} }
	d := &model.Document{ID: 1, File: "hamn.xlsx", Kind: model.KindWorkbook, Places: []model.Place{{File: "hamn.xlsx", Sheet: "Riskanalys"}}}
	d.Registers = []model.Register{{
		Table: model.Table{Name: "Riskanalys", Board: "Hamnnämnden", Year: 2026, At: at(4, 1), Heads: make([]model.Head, 1)}, Analysis: true,
		Risks: []model.Risk{{
			Number: model.Text("R1", at(5, 1)), Event: model.Text(riskText, at(5, 2)),
			Assessment: model.Assessment{
				Likelihood: level("Svår", at(5, 3)), Consequence: level("Svår", at(5, 4)),
				Score: model.Value[int]{V: 12, OK: true, Raw: "12", At: at(5, 5)}, At: at(5, 1),
			},
		}},
	}}
	for i, f := range []model.Field{model.FieldNumber, model.FieldEvent, model.FieldLikelihood, model.FieldConsequence, model.FieldScore} {
		d.Registers[0].Columns = append(d.Registers[0].Columns, model.Column{Field: f, Heading: string(f), At: at(4, int32(i+1))})
	}
	d.Scales = []model.Scale{scale(at)}
	d.Budgets = []model.Budget{{
		Title: "Budget", Board: "Hamnnämnden", Year: 2026, Unit: model.UnitTkr, At: at(30, 1),
		Columns: []model.BudgetColumn{{Heading: "Budget", Role: model.RoleBudget, At: at(30, 2)}},
		Lines: []model.BudgetLine{{
			Name: model.Text("Hamnavgifter", at(31, 1)), Kind: model.LineIncome, At: at(31, 1),
			Amounts: []model.Value[decimal.Decimal]{{V: decimal.NewFromInt(4000), OK: true, Raw: "4000", At: at(31, 2)}},
		}},
	}}
	d.Damage = []model.Damage{{Code: "sheet-damaged", Args: map[string]string{"sheet": "Blad2"}, At: at(0, 0)}}
	r := &rules.Report{Documents: []*model.Document{d}, Unreadable: []rules.Unreadable{{File: "a.xls", Code: "xls", Args: map[string]string{"format": ".xls"}}}, PassedOver: []rules.Unreadable{{File: "b.pdf", Code: "no-table"}}, Skipped: []string{"b.pdf"}}
	r.Books, r.Findings = rules.Check(r.Documents, rules.Settings{})
	return r
}

func level(label string, at model.Source) model.Value[model.Level] {
	return model.Value[model.Level]{V: model.Level{Label: label}, OK: true, Raw: label, At: at}
}

// scale has four levels and a treatment from 8 on.
func scale(at func(row, col int32) model.Source) model.Scale {
	s := model.Scale{Origin: model.OriginDefinitions, At: at(20, 1), Treatments: []model.Treatment{
		{Min: 1, Max: 6, Label: "Acceptera", At: at(27, 1)}, {Min: 8, Max: 16, Label: "Åtgärda", InPlan: true, At: at(28, 1)},
	}}
	for i, label := range []string{"Liten", "Måttlig", "Kännbar", "Svår"} {
		l := model.ScaleLevel{Value: i + 1, Label: label, Numbered: true, At: at(int32(21+i), 1)}
		s.Likelihood.Levels, s.Consequence.Levels = append(s.Likelihood.Levels, l), append(s.Consequence.Levels, l)
	}
	return s
}

// options are those of a run in a language.
func options(t *testing.T, tag string) output.Options {
	t.Helper()
	cat, err := lang.Get(tag)
	if err != nil {
		t.Fatal(err)
	}
	tpl, err := config.Template(config.DefaultTemplate)
	if err != nil {
		t.Fatal(err)
	}
	data := written(t)
	return output.Options{Lang: cat, Template: tpl, Version: "1", Input: func(int32) (model.File, error) {
		return model.File{ID: 1, Name: "hamn.xlsx", Data: data}, nil
	}}
}

// written is the workbook that the report is of, as far as corrections look at it.
func written(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	for _, err := range []error{
		f.SetSheetName("Sheet1", "Riskanalys"),
		f.SetSheetRow("Riskanalys", "A5", &[]any{"R1", riskText, "Svår", "Svår", 12}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestConformance holds every exporter to its contract: the same in every run, no fault
// where there is nothing to tell, and files without a name where one is printed, each
// with a name of its own where workbooks are written.
func TestConformance(t *testing.T) {
	for list, all := range map[string][]exporters.Exporter{"findings": exporters.Findings, "inspections": exporters.Inspections, "workbooks": exporters.Workbooks} {
		for _, e := range all {
			t.Run(list+"/"+e.Name, func(t *testing.T) {
				for _, tag := range lang.Tags() {
					opts := options(t, tag)
					empty, err := e.Render(&rules.Report{}, opts)
					if err != nil {
						t.Fatalf("nothing to tell: %v", err)
					}
					first, err := e.Render(report(), opts)
					if err != nil {
						t.Fatal(err)
					}
					again, err := e.Render(report(), opts)
					if err != nil || !slices.EqualFunc(first, again, same) {
						t.Errorf("two runs differ (%v)", err)
					}
					if list == "workbooks" {
						named(t, first)
					} else {
						printed(t, e, opts, empty, first)
					}
				}
			})
		}
	}
}

func same(a, b model.File) bool { return a.Name == b.Name && bytes.Equal(a.Data, b.Data) }

// named: workbooks have names of their own and are such as Excel opens.
func named(t *testing.T, list []model.File) {
	t.Helper()
	if len(list) == 0 {
		t.Error("no workbook of a report that has something for each")
	}
	names := map[string]bool{}
	for _, f := range list {
		if f.Name == "" || names[f.Name] {
			t.Errorf("the name %q is none of its own", f.Name)
		}
		names[f.Name] = true
		for _, fault := range booktest.Faults(t, f.Data) {
			t.Errorf("%s: %s", f.Name, fault)
		}
	}
}

// printed: what is printed is one file that names what was read and where, and has its form.
func printed(t *testing.T, e exporters.Exporter, opts output.Options, empty, some []model.File) {
	t.Helper()
	if len(empty) != 1 || len(some) != 1 || empty[0].Name != "" || some[0].Name != "" {
		t.Fatalf("want one file without a name, got %d and %d", len(empty), len(some))
	}
	data := some[0].Data
	if zipped := bytes.HasPrefix(data, []byte("PK")); zipped != (e.Form == output.Binary) {
		t.Fatalf("the Form of %s in exporters.go is not what Render gives: output.Binary is for workbooks alone", e.Name)
	}
	if e.Form == output.Binary {
		var all strings.Builder
		for name, part := range booktest.Parts(t, data) {
			all.WriteString(name + part)
		}
		data = []byte(all.String())
		for _, fault := range booktest.Faults(t, some[0].Data) {
			t.Error(fault)
		}
	}
	if is := json.Valid(data); is != (e.Form == output.JSON) {
		t.Fatalf("the Form of %s in exporters.go is not what Render gives: output.JSON is for JSON alone, and for all of it; text is output.Text", e.Name)
	}
	for _, want := range []struct{ text, what string }{
		{"hamn.xlsx", "the file of the findings (rules.Report.FileOf, findinglist.Line.File)"},
		{riskText, "the text of the risk that is found at fault (rules.Finding.Event, findinglist.Line.Event)"},
	} {
		if !bytes.Contains(data, []byte(want.text)) {
			t.Errorf("does not show %q of the report in this test: %s", want.text, want.what)
		}
	}
	if e.Form == output.Binary {
		return
	}
	opts.Color = true
	painted, err := e.Render(report(), opts)
	if is := err == nil && bytes.Contains(painted[0].Data, []byte("\x1b[")); is != (e.Form == output.Coloured) {
		t.Errorf("the Form of %s in exporters.go is not what Render gives: output.Coloured is for text that has a terminal's colours where Options.Color asks for them, output.Text for what has none", e.Name)
	}
}

// TestGolden: what each exporter writes is held by golden files of its package.
func TestGolden(t *testing.T) {
	for _, e := range slices.Concat(exporters.Findings, exporters.Inspections, exporters.Workbooks) {
		name := runtime.FuncForPC(reflect.ValueOf(e.Render).Pointer()).Name() // riskbok/exporters/csv.Render
		folder, _, _ := strings.Cut(strings.TrimPrefix(name, "riskbok/exporters/"), ".")
		golden, err := filepath.Glob(filepath.Join(folder, "testdata", "*"))
		if err != nil {
			t.Fatal(err)
		}
		if len(golden) == 0 {
			t.Errorf("%s: no golden files in exporters/%s/testdata: let a test of the package write and compare them, as TestRender in exporters/csv does, and run .ci/golden", e.Name, folder)
		}
	}
}
