package importers_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/config"
	"riskbok/importers"
	"riskbok/importers/source"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// plan is a register of six risks with one wrong value, 7 in F5.
var plan = [][]any{
	{"Riskanalys 2026"}, {},
	{"Nr", "Identifierad risk", "Sannolikhet", "Konsekvens", "Rekommenderad riskhantering", "Riskvärde"},
	{"R1", "Bryggan lossnar i storm", 3, 4, "Minimera risk", 12},
	{"R2", "Lånade verktyg saknas", 2, 3, "Reducera risk", 7},
	{"R3", "Arvoden betalas ut dubbelt", 1, 2, "Acceptera risk", 2},
	{"R4", "Ritningar arkiveras inte", 4, 4, "Minimera risk", 16},
	{"R5", "Larmet provas för sällan", 3, 3, "Reducera risk", 9},
	{"R6", "Hyresavtal löper ut", 2, 1, "Acceptera risk", 2},
}

// tell reads a workbook and gives what is said, by rule, cell and message.
func tell(t *testing.T, rows [][]any, change func(f *excelize.File)) []string {
	t.Helper()
	f := excelize.NewFile()
	for i := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &rows[i]); err != nil {
			t.Fatal(err)
		}
	}
	change(f)
	var data bytes.Buffer
	if err := f.Write(&data); err != nil {
		t.Fatal(err)
	}
	doc, err := importers.Read(context.Background(), model.File{ID: 1, Name: "plan.xlsx", Data: data.Bytes()},
		source.Options{Vocabulary: config.Vocabulary(), Budget: config.BudgetWords()})
	if err != nil {
		t.Fatal(err)
	}
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	report := &rules.Report{Documents: []*model.Document{doc}}
	report.Books, report.Findings = rules.Check(report.Documents, rules.Settings{Vocabulary: config.Vocabulary()})
	var out []string
	for i := range report.Findings {
		f := &report.Findings[i]
		if f.Severity != rules.Info {
			out = append(out, fmt.Sprintf("%s %s: %s", f.Rule, f.At.Cell(), rules.Message(cat, report, f)))
		}
	}
	return out
}

// What is told of a workbook is what a reader sees, and says what he does not.
func TestShown(t *testing.T) {
	format := func(from, to, code string) func(f *excelize.File) {
		return func(f *excelize.File) {
			style, _ := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
			_ = f.SetCellStyle("Sheet1", from, to, style)
		}
	}
	struck := []excelize.RichTextRun{{Text: "3 ", Font: &excelize.Font{Strike: true}}, {Text: "12"}}
	budget := func(cell any) [][]any {
		return [][]any{{"Budget 2026"}, {"Belopp i tkr"}, {}, {"Verksamhet", "Budget 2026", "Utfall 2026", "Avvikelse"},
			{"Bryggor", -4200, -4350, -150}, {"Lån", cell, -1910, -60}, {"Arvoden", -500, -450, 50}, {"Summa kostnader", -6550, -6710, -160}}
	}
	for _, c := range []struct {
		name   string
		rows   [][]any
		change func(f *excelize.File)
		want   []string // of each finding, what it begins with and what it says
	}{
		{"as it is", plan, func(*excelize.File) {}, []string{"risk-value F5: |det står 7"}},
		{"struck beside new", plan, func(f *excelize.File) { _ = f.SetCellRichText("Sheet1", "F4", struck) }, []string{"risk-value F5: |det står 7"}},
		{"struck beside wrong", plan, func(f *excelize.File) { _ = f.SetCellRichText("Sheet1", "F6", struck) }, []string{"risk-value F5: |det står 7", "risk-value F6: |det står 12|En del av texten i cellen är genomstruken"}},
		{"hidden levels", plan, func(f *excelize.File) { _ = f.SetColVisible("Sheet1", "C", false) }, []string{"risk-value F5: |det står 7|i C5 är dolt i Excel"}},
		{"hidden by grouping", plan, func(f *excelize.File) {
			_ = f.SetColOutlineLevel("Sheet1", "D", 1)
			_ = f.SetColVisible("Sheet1", "D", false)
		}, []string{"risk-value F5: |det står 7|i D5 är dolt i Excel"}},
		{"values as dates", plan, format("F4", "F9", "d mmm"), []string{"unread F3: |visas som datum", "risk-value F5: |det står 7|visar datum"}},
		{"one value as a date", plan, format("F9", "F9", "d mmm"), []string{"risk-value F5: |det står 7", "risk-value F9: |datumet"}},
		{"rounded levels", plan, func(f *excelize.File) {
			format("C4", "D9", "0")(f)
			_ = f.SetCellValue("Sheet1", "C4", 2.67)
			_ = f.SetCellValue("Sheet1", "C6", 1.25)
		}, []string{"level-label C4: |visar 3 men innehåller 2,67|Antal avrundade celler i kolumnen: 2.", "risk-value F5: |det står 7"}},
		{"another unit", budget("-1,85 mkr"), func(*excelize.File) {}, nil},
		{"another unit, wrong", budget("-1,95 mkr"), func(*excelize.File) {}, []string{"budget-deviation D6: |−1\u00a0950", "budget-total B8: |"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := tell(t, c.rows, c.change)
			ok := len(got) == len(c.want)
			for i := 0; ok && i < len(got); i++ {
				parts := strings.Split(c.want[i], "|")
				ok = strings.HasPrefix(got[i], parts[0]) && !slices.ContainsFunc(parts[1:], func(p string) bool { return !strings.Contains(got[i], p) })
			}
			if !ok {
				t.Errorf("told\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}
