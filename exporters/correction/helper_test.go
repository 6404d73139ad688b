package correction

import (
	"bytes"
	"testing"

	"riskbok/exporters/correction/opc"
	"riskbok/exporters/workbook/booktest"

	"github.com/xuri/excelize/v2"

	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

func swedish(t testing.TB) output.Options {
	t.Helper()
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	return output.Options{Lang: cat, Version: "1.0"}
}

// change is one wanted edit as a test states it.
type change struct {
	sheet, cell      string
	kind             rules.EditKind
	old, new, result string
}

// findings makes a safe finding of each change, and the places they stand on.
func findings(t testing.TB, changes ...change) ([]model.Place, []rules.Finding) {
	t.Helper()
	var places []model.Place
	index := map[string]int{}
	var all []rules.Finding
	for _, c := range changes {
		if _, known := index[c.sheet]; !known {
			index[c.sheet] = len(places)
			places = append(places, model.Place{Sheet: c.sheet})
		}
		p, ok := parsePosition(c.cell)
		if !ok {
			t.Fatalf("%s is no cell", c.cell)
		}
		if c.result == "" {
			c.result = c.new
		}
		at := model.Source{Doc: 3, Place: int32(index[c.sheet]), Row: int32(p.row), Col: int32(p.col)}
		all = append(all, rules.Finding{Rule: "risk-value", Severity: rules.Error, Risk: "R" + string(rune('1'+len(all))), At: at, Found: c.old, Expected: c.result, Path: "p/" + c.cell,
			Fix: &rules.Fix{Class: rules.Safe, Edits: []rules.Edit{{At: at, Kind: c.kind, Old: c.old, New: c.new, Result: c.result}}}})
	}
	return places, all
}

// apply corrects a workbook and fails the test on an error.
func apply(t testing.TB, data []byte, changes ...change) *Result {
	t.Helper()
	places, all := findings(t, changes...)
	res, err := correctBook(data, places, all, swedish(t))
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// applied corrects a workbook, fails unless every edit was made, and gives the
// parts of the copy.
func applied(t testing.TB, data []byte, changes ...change) (*Result, map[string]string) {
	t.Helper()
	res := apply(t, data, changes...)
	for _, c := range res.Refused {
		t.Errorf("%s!%s refused: %s %q", c.Sheet, c.Cell, c.Reason, c.Found)
	}
	if res.Data == nil {
		t.Fatal("nothing was written")
	}
	return res, booktest.Parts(t, res.Data)
}

// repack gives a zip file with some parts replaced or added, in order.
func repack(t testing.TB, data []byte, replace ...string) []byte {
	t.Helper()
	a, err := opc.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(replace); i += 2 {
		a.Set(replace[i], []byte(replace[i+1]))
	}
	out, err := a.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// build gives a workbook with one sheet "Plan" and what fill puts there.
func build(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", "Plan"); err != nil {
		t.Fatal(err)
	}
	fill(f)
	var buf bytes.Buffer
	if err := f.Write(&buf); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// must fails a test that cannot build its input.
func must(t testing.TB, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// raw gives what a reader that does not calculate sees in a cell.
func raw(t testing.TB, f *excelize.File, sheet, cell string) string {
	t.Helper()
	v, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// sheetXML gives a workbook whose sheet has exactly these rows and whose texts
// are in the cells.
func sheetXML(t testing.TB, body string) []byte {
	t.Helper()
	data := build(t, func(*excelize.File) {})
	return repack(t, data, "xl/worksheets/sheet1.xml",
		`<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`+body+`</worksheet>`)
}

// correctBook corrects one workbook in memory. Places are those of its document, and
// all findings must be about that document.
func correctBook(data []byte, places []model.Place, findings []rules.Finding, opts output.Options) (*Result, error) {
	d := &model.Document{Kind: model.KindWorkbook, Places: places}
	if len(findings) > 0 {
		d.ID = findings[0].At.Doc
	}
	r := &rules.Report{Documents: []*model.Document{d}, Findings: findings}
	j := job{report: r, doc: d.ID, places: places, findings: findings, lang: opts.Lang, suggested: opts.Suggested, chosen: opts.Chosen}
	return j.apply(data)
}
