package csv

import (
	"bytes"
	"encoding/csv"
	"flag"
	"os"
	"strings"
	"testing"

	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

var update = flag.Bool("update", false, "write the golden files anew")

// sample uses rule names without a page, so that no message template is tested
// here.
func sample() *rules.Report {
	doc := &model.Document{ID: 1, File: "=möte.xlsx", Places: []model.Place{{File: "=möte.xlsx", Sheet: "Analys; 2"}}}
	at := func(row, col int32) model.Source { return model.Source{Doc: 1, Row: row, Col: col} }
	return &rules.Report{
		Documents: []*model.Document{doc},
		Findings: []rules.Finding{
			{Rule: "test-value", Severity: rules.Error, Path: "test-value/hamn/2026/r1", Cause: "test-value/hamn/2026/r1", At: at(6, 6), Board: "Hamnnämnden", Year: 2026, Risk: "R1",
				Event: "Kajen rasar;\nälven stiger", Found: "-4", Expected: "8", Fix: &rules.Fix{Class: rules.Safe}},
			{Rule: "test-level", Severity: rules.Warning, At: at(7, 4), Risk: "+1", Event: "=cmd|' /C calc'!A0", Found: "@SUM(A1)", Expected: "-1+2",
				Accepted: &rules.Acceptance{Reason: "-", By: "Anna"}},
			{Rule: "test-tab", Severity: rules.Info, Event: "\t=1", Found: "\r=1", Expected: "- 3 000,50"},
		},
		Unreadable: []rules.Unreadable{{File: "gammal.xls", Code: "xls", Args: map[string]string{"format": ".xls"}}},
	}
}

func TestRender(t *testing.T) {
	for _, tag := range lang.Tags() {
		cat, err := lang.Get(tag)
		if err != nil {
			t.Fatal(err)
		}
		files, err := Render(sample(), output.Options{Lang: cat})
		if err != nil {
			t.Fatal(err)
		}
		again, _ := Render(sample(), output.Options{Lang: cat})
		if !bytes.Equal(files[0].Data, again[0].Data) {
			t.Error("two runs differ")
		}
		golden := "testdata/check." + tag + ".csv"
		if *update {
			if err := os.WriteFile(golden, files[0].Data, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(files[0].Data, want) {
			t.Errorf("%s differs:\n%s", golden, files[0].Data)
		}
		safe(t, files[0].Data)
	}
}

// safe reads the file as a spreadsheet does and looks for cells that it would
// calculate.
func safe(t *testing.T, data []byte) {
	t.Helper()
	text, ok := bytes.CutPrefix(data, []byte("\ufeff"))
	if !ok {
		t.Error("no byte order mark, without which Excel takes å for Ã¥")
	}
	if n, crlf := bytes.Count(text, []byte("\n")), bytes.Count(text, []byte("\r\n")); n != crlf {
		t.Errorf("%d of %d lines end without CR", n-crlf, n)
	}
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if len(row) != len(rows[0]) {
			t.Errorf("row %d has %d cells, want %d", i, len(row), len(rows[0]))
		}
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) && strings.Trim(cell[1:], "0123456789 .,") != "" {
				t.Errorf("a spreadsheet would calculate %q", cell)
			}
		}
	}
}
