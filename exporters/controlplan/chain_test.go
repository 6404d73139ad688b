package controlplan_test

import (
	"bytes"
	"context"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/config"
	"riskbok/exporters/controlplan"
	"riskbok/exporters/output"
	"riskbok/importers"
	"riskbok/importers/source"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// These tests take the whole way: a workbook as people have it, read, rolled
// over or collected, and read again.

// book writes sheets from text: "### Sheet", then a row a line, its cells
// between bars. A whole number becomes one; ⏎ is a line break.
func book(t testing.TB, name, text string) model.File {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	sheet, row := "", 0
	for line := range strings.Lines(strings.TrimSpace(text)) {
		line = strings.TrimSpace(line)
		if title, ok := strings.CutPrefix(line, "### "); ok {
			sheet, row = title, 0
			if _, err := f.NewSheet(sheet); err != nil {
				t.Fatal(err)
			}
			continue
		}
		row++
		for col, cell := range strings.Split(line, "|") {
			cell = strings.ReplaceAll(strings.TrimSpace(cell), "⏎", "\n")
			if cell == "" {
				continue
			}
			var v any = cell
			if n, err := strconv.Atoi(cell); err == nil {
				v = n
			}
			at, _ := excelize.CoordinatesToCellName(col+1, row)
			if err := f.SetCellValue(sheet, at, v); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return model.File{Name: name, Data: buf.Bytes()}
}

// judged reads and judges files together.
func judged(t testing.TB, files ...model.File) *rules.Report {
	t.Helper()
	r := &rules.Report{}
	for i, f := range files {
		f.ID = int32(i + 1)
		doc, err := importers.Read(context.Background(), f, source.Options{Vocabulary: config.Vocabulary(), Budget: config.BudgetWords(), Meeting: config.MeetingWords()})
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		r.Documents = append(r.Documents, doc)
	}
	r.Books, r.Findings = rules.Check(r.Documents, rules.Settings{Vocabulary: config.Vocabulary()})
	return r
}

func options(t testing.TB, template string) output.Options {
	t.Helper()
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	tpl, err := config.Template(template)
	if err != nil {
		t.Fatal(err)
	}
	return output.Options{Lang: cat, Template: tpl, Version: "1.0"}
}

// rolled rolls files over and gives what was written, by name.
func rolled(t testing.TB, next controlplan.Next, template string, files ...model.File) (map[string]model.File, []rules.Finding, []controlplan.Passed) {
	t.Helper()
	next.Judge = func(f model.File) (*rules.Report, error) { return judged(t, f), nil }
	all, passed, err := controlplan.Rollover(judged(t, files...), options(t, template), next)
	if err != nil {
		t.Fatal(err)
	}
	made, lost, err := output.Finish(all)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]model.File{}
	for _, f := range made {
		out[f.Name] = f
	}
	return out, lost, passed
}

func collected(t testing.TB, c controlplan.Collection, files ...model.File) map[string]model.File {
	t.Helper()
	sheets, err := controlplan.Collect(judged(t, files...), options(t, config.DefaultTemplate), c)
	if err != nil {
		t.Fatal(err)
	}
	made, _, err := output.Finish(sheets)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]model.File{}
	for _, f := range made {
		out[f.Name] = f
	}
	return out
}

func open(t testing.TB, f model.File) *excelize.File {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(f.Data))
	if err != nil {
		t.Fatalf("%q: %v", f.Name, err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// table gives the rows of a sheet from that of a heading on, raw values, by
// heading.
func table(t testing.TB, x *excelize.File, sheet, heading string) []map[string]string {
	t.Helper()
	rows, err := x.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	var heads []string
	var out []map[string]string
	for _, row := range rows {
		if heads == nil {
			if len(row) > 0 && strings.Contains("|"+strings.Join(row, "|")+"|", "|"+heading+"|") {
				heads = row
			}
			continue
		}
		m := map[string]string{}
		for i, head := range heads {
			if i < len(row) && m[head] == "" {
				m[head] = row[i]
			}
		}
		out = append(out, m)
	}
	return out
}

// written types texts into the cells of a file's only sheet.
func filled(t testing.TB, f model.File, cells map[string]string) model.File {
	t.Helper()
	x := open(t, f)
	for at, text := range cells {
		if err := x.SetCellValue(x.GetSheetName(0), at, text); err != nil {
			t.Fatal(err)
		}
	}
	buf, err := x.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return model.File{Name: f.Name, Data: buf.Bytes()}
}

// said lists findings as "severity rule risk".
func said(findings []rules.Finding) []string {
	var out []string
	for _, f := range findings {
		out = append(out, strings.TrimSpace(string(f.Severity)+" "+f.Rule+" "+f.Risk))
	}
	return out
}

// harbour is a plan with its follow-up, some of it wrong.
const harbour = `
### Plan 2026
Riskanalys och internkontrollplan 2026
Nämnd: Hamnnämnden
Upprättad: 2025-10-03
Beslutad: 2025-11-20

Nr|Kontrollområde|Identifierad risk|Sannolikhet|Konsekvens|Riskvärde|Rekommenderad riskhantering|Inriktning|Åtgärd|Kostnad|Ansvarig|Återrapporteras
R1|Kajer|Kajen stängs vid storm|Mindre sannolik|Allvarlig|4|Reducera risk|Reducera risk|Rutin för storm tas fram|12500|Hamnchefen|T1, T2, Årsbokslut
R1|Kajer|Kajen stängs vid storm|Mindre sannolik|Allvarlig|4|Reducera risk|Reducera risk|Larmlistan prövas||Driftchefen|T1, Årsbokslut
R3|Kajer|Is på kajen|Osannolik|Lindrig|2|Acceptera risk|Acceptera risk||||
R4|Ekonomi|Avgifter faktureras fel|Troligen|Kännbar|9|Reducera risk|Reducera risk|Stickprov varje månad||Ekonomen|T2
R5|Ekonomi|Avtal löper ut|Möjlig|Kännbar|9|Reducera risk|Reducera risk|Avtalen gås igenom|||T1, T2, Årsbokslut

### Uppföljning
Uppföljning av internkontrollplan 2026
Nämnd: Hamnnämnden

Nr|Åtgärd|Ansvarig|T1|T2|Årsbokslut
R1|Rutin för storm tas fram|Hamnchefen|Påbörjad|Klar i juni|
R1|Larmlistan prövas|Driftchefen|||
R4|Stickprov varje månad|Ekonomen||N/A|
R5|Avtalen gås igenom||Två avtal sades upp|N/A|

### Definitioner
Sannolikhet

Osannolik|Händer knappast|1
Mindre sannolik|Kan hända något år|2
Möjlig|Händer då och då|3
Sannolik|Händer ofta|4

Konsekvens

Försumbar|Märks knappast|1
Lindrig|Märks av några|2
Kännbar|Märks av många|3
Allvarlig|Svår skada|4

Riskvärde|Riskhantering
12-16|Minimera risk
4-11|Reducera risk
1-3|Acceptera risk
`

func cellName(col, row int) string {
	at, _ := excelize.CoordinatesToCellName(col+1, row+1)
	return at
}
