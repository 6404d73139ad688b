package correction

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"riskbok/exporters/workbook/booktest"

	"github.com/xuri/excelize/v2"

	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares a text with testdata/NAME.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		must(t, os.MkdirAll("testdata", 0o755), os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	must(t, err)
	if got != string(want) {
		t.Errorf("%s differs; got:\n%s", name, got)
	}
}

// logText gives a log's cells, line by line, without the explanations, which
// are the rules' own.
func logText(t *testing.T, f *excelize.File, sheet string) string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	must(t, err)
	var b strings.Builder
	for _, r := range rows {
		if len(r) == logColumns && r[6] != "Varför" && r[6] != "Förklaring" {
			if r[6] == "" {
				t.Errorf("no explanation: %v", r)
			}
			r = r[:6]
		}
		b.WriteString(strings.Join(r, " | ") + "\n")
	}
	return b.String()
}

// example is a report on one workbook with edits that are made, one that is
// refused, and findings that no one but a human can settle.
func example(t *testing.T, data []byte) (*rules.Report, func(*rules.Report) []Corrected) {
	t.Helper()
	places, all := findings(t,
		change{"Plan", "B2", rules.SetNumber, "4", "8", ""},
		change{"Plan", "C2", rules.SetText, "Acceptera risk", "=Reducera", ""},
		change{"Plan", "D2", rules.SetFormula, "B2*2", "B2*3", "24"},
		change{"Plan", "B3", rules.SetNumber, "6", "8", ""})
	all = append(all, rules.Finding{Rule: "direction", Severity: rules.Warning, Risk: "R9", At: model.Source{Doc: 3, Row: 5, Col: 1}, Found: "Acceptera", Expected: "Reducera", Fix: &rules.Fix{Class: rules.Judgement}},
		rules.Finding{Rule: "undecided", Severity: rules.Info, At: model.Source{Doc: 4, Row: 5, Col: 1}})
	r := &rules.Report{Findings: all, Documents: []*model.Document{
		{ID: 3, File: "nämnd/plan.xlsx", Kind: model.KindWorkbook, Places: places},
		{ID: 4, File: "annat.xlsx", Kind: model.KindWorkbook}}}
	return r, func(r *rules.Report) []Corrected {
		opts := swedish(t)
		opts.Input = func(int32) (model.File, error) { return model.File{Name: "nämnd/plan.xlsx", Data: data}, nil }
		got, err := Correct(r, opts)
		must(t, err)
		return got
	}
}

func TestLog(t *testing.T) {
	r, correct := example(t, plan(t))
	all := correct(r)
	if len(all) != 1 {
		t.Fatalf("%d workbooks", len(all))
	}
	f := booktest.Open(t, all[0].Output.Data)
	if list := f.GetSheetList(); len(list) != 2 || list[1] != "Ändringslogg" || all[0].Log != list[1] {
		t.Fatalf("sheets %v", list)
	}
	golden(t, "log.txt", logText(t, f, "Ändringslogg"))
	if formula, _ := f.GetCellFormula("Ändringslogg", "E5"); formula != "" {
		t.Errorf("the log holds the formula %s", formula)
	}
	linked, target, err := f.GetCellHyperLink("Ändringslogg", "B4")
	must(t, err)
	if !linked || target != "'Plan'!B2" {
		t.Errorf("B4 leads to %q", target)
	}
	names := map[string]string{}
	for _, d := range f.GetDefinedName() {
		if d.Scope == "Ändringslogg" {
			names[d.Name] = d.RefersTo
		}
	}
	for name, want := range map[string]string{ownName: "'Ändringslogg'!$A$1", logName: "'Ändringslogg'!$A$4:$G$6", titlesName: "'Ändringslogg'!$3:$3"} {
		if names[name] != want {
			t.Errorf("%s is %q, want %q", name, names[name], want)
		}
	}
	layout, err := f.GetPageLayout("Ändringslogg")
	must(t, err)
	if *layout.Orientation != "landscape" || *layout.Size != 9 || *layout.FitToWidth != 1 {
		t.Error("not A4 landscape, one page wide")
	}
	panes, err := f.GetPanes("Ändringslogg")
	must(t, err)
	if !panes.Freeze || panes.YSplit != headingRow {
		t.Errorf("the heading is not frozen: %+v", panes)
	}
}

// TestLogGathers: the same edit in several cells, of one cause, is one line with
// its places; another is a line of its own. What remains is told likewise.
func TestLogGathers(t *testing.T) {
	places, all := findings(t,
		change{"Plan", "B2", rules.SetNumber, "4", "8", ""},
		change{"Plan", "B3", rules.SetNumber, "6", "8", ""})
	for i := range all {
		all[i].Cause = "c"
	}
	same := all[0]
	same.Fix = &rules.Fix{Class: rules.Safe, Edits: []rules.Edit{{At: model.Source{Doc: 3, Row: 2, Col: 7}, Kind: rules.SetNumber, Old: "4", New: "8", Result: "8"}}}
	same.At = same.Fix.Edits[0].At
	left := func(col int32, cause string) rules.Finding {
		return rules.Finding{Rule: "direction", Severity: rules.Warning, Risk: "R9", At: model.Source{Doc: 3, Row: 9, Col: col}, Found: "Acceptera", Cause: cause}
	}
	all = append(all, same, left(1, "d"), left(2, "d"), left(3, ""))
	r := &rules.Report{Findings: all, Documents: []*model.Document{{ID: 3, File: "plan.xlsx", Kind: model.KindWorkbook, Places: places}}}
	j := &job{lang: swedish(t).Lang, report: r, findings: all, doc: 3, places: places, result: &Result{}}
	for i := range 3 {
		e := all[i].Fix.Edits[0]
		j.edits = append(j.edits, &edit{Edit: e, change: Change{Sheet: "Plan", Cell: e.At.Cell(), Before: e.Old, After: e.New, Rule: all[i].Rule, Finding: i}})
	}
	changes := j.changeLines()
	if len(changes) != 2 || changes[0].cells[1] != "B2" || !strings.Contains(changes[0].cells[6], "Gäller även G2.") || changes[1].cells[1] != "B3" {
		t.Errorf("changes: %v", changes)
	}
	remaining := j.remainingLines()
	if len(remaining) != 2 || !strings.Contains(remaining[0].cells[6], "Gäller även B9.") || remaining[1].cells[1] != "C9" {
		t.Errorf("remaining: %v", remaining)
	}
	if rule := remaining[0].cells[5]; !strings.HasPrefix(rule, "Nämndens inriktning") || !strings.HasSuffix(rule, "(varning)") {
		t.Errorf("rule: %s", rule)
	}
}

func TestDiffAndReceipt(t *testing.T) {
	r, correct := example(t, plan(t))
	opts := swedish(t)
	all := correct(r)
	golden(t, "diff.txt", string(Diff(r, all, opts)))
	opts.Color = true
	if got := string(Diff(r, all, opts)); !strings.Contains(got, green+"  + 8"+uncoloured) {
		t.Errorf("no colour in %q", got)
	}
	for i := range all {
		for j := range all[i].Applied {
			all[i].Applied[j].Why = "…"
		}
		for j := range all[i].Refused {
			all[i].Refused[j].Why = "…"
		}
	}
	opts.Color = false
	// The workbook's own bytes are excelize's, which the receipt's hashes follow.
	receipt, err := Receipt(r, all, opts)
	must(t, err)
	text := string(receipt)
	for _, file := range []model.File{all[0].Input, all[0].Output} {
		f := fileOf(file.Name, file.Data)
		if !strings.Contains(text, f.SHA256) {
			t.Errorf("the receipt lacks %s", f.SHA256)
		}
		text = strings.Replace(text, f.SHA256, "HASH", 1)
	}
	golden(t, "receipt.json", numbers.ReplaceAllString(text, `"bytes": 0`))
}

func TestRenderGivesOnlyWhatWasChanged(t *testing.T) {
	data := plan(t)
	r, _ := example(t, data)
	opts := swedish(t)
	opts.Input = func(int32) (model.File, error) { return model.File{Data: data}, nil }
	files, err := Render(r, opts)
	must(t, err)
	if len(files) != 1 || files[0].Name != "nämnd/plan.xlsx" || files[0].ID != 3 {
		t.Fatalf("got %d files", len(files))
	}
	r.Findings = r.Findings[3:]
	if files, err = Render(r, opts); err != nil || len(files) != 0 {
		t.Errorf("a workbook of which nothing was corrected was written: %v %v", files, err)
	}
	opts.Input = func(int32) (model.File, error) { return model.File{Data: []byte("PK")}, nil }
	if _, err = Render(r, opts); err == nil || !strings.HasPrefix(err.Error(), "nämnd/plan.xlsx: ") {
		t.Errorf("the error is %v", err)
	}
}

func TestSecondRunAddsToTheLog(t *testing.T) {
	data := plan(t)
	first, _ := applied(t, data, change{"Plan", "B2", rules.SetNumber, "4", "8", ""})
	second, after := applied(t, first.Data, change{"Plan", "B3", rules.SetNumber, "4", "9", ""})
	f := booktest.Open(t, second.Data)
	if list := f.GetSheetList(); len(list) != 2 {
		t.Fatalf("sheets %v", list)
	}
	golden(t, "second.txt", logText(t, f, "Ändringslogg"))
	if n := strings.Count(after["xl/workbook.xml"], logName); n != 1 {
		t.Errorf("%d names %s", n, logName)
	}
	rerun, _ := applied(t, second.Data, change{"Plan", "B2", rules.SetNumber, "8", "4", ""})
	if rows, _ := booktest.Open(t, rerun.Data).GetRows("Ändringslogg"); len(rows) < 6 || rows[5][4] != "4" {
		t.Errorf("the third change is not the third line: %v", rows)
	}
}

func TestSheetOfTheUsersOwnIsLeftAlone(t *testing.T) {
	data := build(t, func(f *excelize.File) {
		_, err := f.NewSheet("ändringslogg")
		must(t, err, f.SetCellValue("Plan", "A1", 4), f.SetCellValue("ändringslogg", "A1", "Min egen"))
	})
	res, after := applied(t, data, change{"Plan", "A1", rules.SetNumber, "4", "8", ""})
	if res.Log != "Ändringslogg (2)" || after["xl/worksheets/sheet2.xml"] != booktest.Parts(t, data)["xl/worksheets/sheet2.xml"] {
		t.Errorf("the log is %q", res.Log)
	}
}

func TestLongTextsAreCutInTheLog(t *testing.T) {
	places, all := findings(t, change{"Plan", "B2", rules.SetNumber, "4", "8", ""})
	all = append(all, rules.Finding{Rule: "unread", At: all[0].At, Found: strings.Repeat("å🙂", 20000)})
	res, err := correctBook(plan(t), places, all, swedish(t))
	must(t, err)
	got := raw(t, booktest.Open(t, res.Data), res.Log, "D7")
	if n := len(utf16.Encode([]rune(got))); n > textLimit || n < textLimit-2 || !strings.HasSuffix(got, "…") {
		t.Errorf("%d units, ending in %q", n, got[len(got)-8:])
	}
}

func TestHalfDoneFindingRemains(t *testing.T) {
	places, all := findings(t, change{"Plan", "B2", rules.SetNumber, "4", "8", ""}, change{"Plan", "B3", rules.SetNumber, "9", "8", ""})
	all[0].Fix.Edits = append(all[0].Fix.Edits, all[1].Fix.Edits...)
	res, err := correctBook(plan(t), places, all[:1], swedish(t))
	must(t, err)
	if text := logText(t, booktest.Open(t, res.Data), res.Log); len(res.Applied) != 1 || len(res.Refused) != 1 || !strings.Contains(text, "Plan | B2 | R1 | 4 | 8 | Riskvärdet stämmer inte med nivåerna (fel)") {
		t.Errorf("the finding is not listed as remaining:\n%s", text)
	}
}

func TestLanguagesDiffer(t *testing.T) {
	cat, err := lang.Get("en")
	must(t, err)
	opts := swedish(t)
	opts.Lang = cat
	places, all := findings(t, change{"Plan", "B2", rules.SetNumber, "4", "8", ""})
	res, err := correctBook(plan(t), places, all, opts)
	must(t, err)
	if res.Log != "Change log" {
		t.Errorf("the log is %q", res.Log)
	}
	for _, reason := range []string{reasonNoSheet, reasonChanged, reasonFormula, reasonNoFormula, reasonArray, reasonMerged, reasonConflict, reasonValue, reasonNotCalculated, reasonOtherResult} {
		for _, o := range []*lang.Catalog{cat, swedish(t).Lang} {
			if !o.Has("correction.refused." + reason) {
				t.Errorf("no %s text for %s", o.Tag, reason)
			}
		}
	}
}

var numbers = regexp.MustCompile(`"bytes": \d+`)
