package correction

import (
	"slices"
	"strings"
	"testing"

	"riskbok/exporters/workbook/booktest"

	"github.com/xuri/excelize/v2"

	"riskbok/rules"
)

// plan is a small workbook: typed values, a formula, a merged area, an array.
func plan(t testing.TB) []byte {
	return build(t, func(f *excelize.File) {
		array, ref := excelize.STCellFormulaTypeArray, "E2:E3"
		bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Horizontal: "center"}, NumFmt: 49})
		must(t, err,
			f.SetSheetRow("Plan", "A1", &[]any{"Nr", "Värde", "Hantering", "Dubbelt"}),
			f.SetSheetRow("Plan", "A2", &[]any{"R1", 4, "Acceptera\u00a0 risk"}),
			f.SetSheetRow("Plan", "A3", &[]any{"R2", "4", " acceptera"}),
			f.SetSheetRow("Plan", "A5", &[]any{"R3", 2.5, true}),
			f.SetCellStyle("Plan", "B3", "B3", bold),
			f.SetCellFormula("Plan", "D2", "B2*2"),
			f.MergeCell("Plan", "A5", "A7"),
			f.SetCellFormula("Plan", "E2", "B2:B3*1", excelize.FormulaOpts{Type: &array, Ref: &ref}),
		)
	})
}

func TestEditsThatAreMade(t *testing.T) {
	for _, tt := range []struct {
		name string
		change
		want string
		kind excelize.CellType
	}{
		{"number", change{"Plan", "B2", rules.SetNumber, "4", "8", ""}, "8", excelize.CellTypeUnset},
		{"number written otherwise", change{"Plan", "B2", rules.SetNumber, "4,0", "8,5", ""}, "8.5", excelize.CellTypeUnset},
		{"number typed as text", change{"Plan", "B3", rules.SetNumber, "4", "8", ""}, "8", excelize.CellTypeUnset},
		{"text with odd blanks", change{"Plan", "C2", rules.SetText, "Acceptera risk", "Reducera risk", ""}, "Reducera risk", excelize.CellTypeInlineString},
		{"text that others share", change{"Plan", "C3", rules.SetText, "acceptera", "R1", ""}, "R1", excelize.CellTypeSharedString},
		{"text that looks like a formula", change{"Plan", "C3", rules.SetText, "acceptera", "=1+1", ""}, "=1+1", excelize.CellTypeInlineString},
		{"awkward text", change{"Plan", "C3", rules.SetText, "acceptera", " a<b>&\"c\"\n_x0041_ 🙂 ", ""}, " a<b>&\"c\"\n_x0041_ 🙂 ", excelize.CellTypeInlineString},
		{"empty cell in a row", change{"Plan", "C1", rules.SetText, "Hantering", "Åtgärd", ""}, "Åtgärd", excelize.CellTypeInlineString},
		{"new cell between others", change{"Plan", "D3", rules.SetNumber, "", "8", ""}, "8", excelize.CellTypeUnset},
		{"new cell in a new row", change{"Plan", "B4", rules.SetNumber, "", "8", ""}, "8", excelize.CellTypeUnset},
		{"new cell after all rows", change{"Plan", "C90", rules.SetText, "", "sist", ""}, "sist", excelize.CellTypeInlineString},
		{"logical", change{"Plan", "C5", rules.SetText, "TRUE", "nej", ""}, "nej", excelize.CellTypeInlineString},
		{"new formula", change{"Plan", "B2", rules.SetFormula, "4", "2*B5+3", "8"}, "8", excelize.CellTypeUnset},
		{"new formula, told that none stands there", change{"Plan", "B2", rules.SetFormula, "", `"a"&"b"`, "ab"}, "ab", excelize.CellTypeFormula},
		{"mended formula", change{"Plan", "D2", rules.SetFormula, "b2 * 2", "=B5*2", "5"}, "5", excelize.CellTypeUnset},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := plan(t)
			res, _ := applied(t, data, tt.change)
			f := booktest.Open(t, res.Data)
			if got := raw(t, f, tt.sheet, tt.cell); got != tt.want {
				t.Errorf("shows %q, want %q", got, tt.want)
			}
			if got, _ := f.GetCellType(tt.sheet, tt.cell); got != tt.kind {
				t.Errorf("has type %v, want %v", got, tt.kind)
			}
			formula, _ := f.GetCellFormula(tt.sheet, tt.cell)
			if want := strings.TrimPrefix(tt.new, "="); tt.kind != excelize.CellTypeInlineString && tt.change.kind == rules.SetFormula && formula != want || tt.change.kind != rules.SetFormula && formula != "" {
				t.Errorf("has formula %q", formula)
			}
			// Every other cell is as it was.
			g := booktest.Open(t, data)
			rows, _ := g.GetRows(tt.sheet, excelize.Options{RawCellValue: true})
			for r, row := range rows {
				for c := range row {
					name, _ := excelize.CoordinatesToCellName(c+1, r+1)
					if name != tt.cell && name != "D2" && name[0] != 'E' && raw(t, f, tt.sheet, name) != row[c] {
						t.Errorf("%s shows %q, was %q", name, raw(t, f, tt.sheet, name), row[c])
					}
				}
			}
		})
	}
}

func TestEditsThatAreRefused(t *testing.T) {
	for _, tt := range []struct {
		name, reason, found string
		change
	}{
		{"another value", reasonChanged, "4", change{"Plan", "B2", rules.SetNumber, "3", "8", ""}},
		{"no longer empty", reasonChanged, "4", change{"Plan", "B2", rules.SetNumber, "", "8", ""}},
		{"now empty", reasonChanged, "", change{"Plan", "F2", rules.SetNumber, "3", "8", ""}},
		{"typed value on a formula", reasonFormula, "=B2*2", change{"Plan", "D2", rules.SetNumber, "8", "9", ""}},
		{"another formula", reasonChanged, "=B2*2", change{"Plan", "D2", rules.SetFormula, "B2*3", "B2*4", "16"}},
		{"nothing to recalculate", reasonNoFormula, "4", change{"Plan", "B2", rules.Recalculate, "4", "8", "8"}},
		{"array", reasonArray, "", change{"Plan", "E2", rules.SetNumber, "", "8", ""}},
		{"inside an array", reasonArray, "", change{"Plan", "E3", rules.SetNumber, "", "8", ""}},
		{"merged", reasonMerged, "", change{"Plan", "A6", rules.SetText, "", "R3", ""}},
		{"no such sheet", reasonNoSheet, "", change{"Borta", "B2", rules.SetNumber, "4", "8", ""}},
		{"no number", reasonValue, "åtta", change{"Plan", "B2", rules.SetNumber, "4", "åtta", ""}},
		{"infinite", reasonValue, "Inf", change{"Plan", "B2", rules.SetNumber, "4", "Inf", ""}},
		{"too long", reasonValue, strings.Repeat("x", 32768), change{"Plan", "C3", rules.SetText, "acceptera", strings.Repeat("x", 32768), ""}},
		{"wrong result", reasonOtherResult, "8", change{"Plan", "D2", rules.SetFormula, "B2*2", "B2+4", "9"}},
		{"unknown function", reasonNotCalculated, "", change{"Plan", "D2", rules.SetFormula, "B2*2", "RISKVARDE(B2)", "9"}},
		{"error", reasonNotCalculated, "", change{"Plan", "D2", rules.SetFormula, "B2*2", "1/0", "9"}},
		{"circle", reasonNotCalculated, "", change{"Plan", "D2", rules.SetFormula, "B2*2", "D2+1", "1"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			res := apply(t, plan(t), tt.change)
			if len(res.Applied) > 0 || len(res.Refused) != 1 || res.Data != nil {
				t.Fatalf("made %v, refused %v", res.Applied, res.Refused)
			}
			if got := res.Refused[0]; got.Reason != tt.reason || got.Found != tt.found {
				t.Errorf("refused for %s %q, want %s %q", got.Reason, got.Found, tt.reason, tt.found)
			}
			if text := Reason(swedish(t).Lang, res.Refused[0]); strings.ContainsAny(text, "{}") || !strings.HasPrefix(text, "Inte rättad") {
				t.Errorf("the reason reads %q", text)
			}
		})
	}
}

func TestTwoEditsOfOneCell(t *testing.T) {
	data := plan(t)
	res := apply(t, data, change{"Plan", "B2", rules.SetNumber, "4", "8", ""}, change{"Plan", "B2", rules.SetNumber, "4", "9", ""}, change{"Plan", "B2", rules.SetNumber, "4", "8", ""})
	if len(res.Applied) != 1 || len(res.Refused) != 1 || res.Refused[0].Reason != reasonConflict || res.Refused[0].Found != "8" {
		t.Fatalf("made %v, refused %v", res.Applied, res.Refused)
	}
	f := booktest.Open(t, res.Data)
	rows, _ := f.GetRows(res.Log)
	var remaining []string
	for _, r := range rows {
		if len(r) > 5 && strings.HasSuffix(r[5], "(fel)") {
			remaining = append(remaining, r[2])
		}
	}
	if !slices.Equal(remaining, []string{"R2"}) {
		t.Errorf("remaining are %v, want the refused one alone", remaining)
	}
}

func TestOnlySafeFixesOfTheDocument(t *testing.T) {
	places, all := findings(t, change{"Plan", "B2", rules.SetNumber, "4", "8", ""}, change{"Plan", "B3", rules.SetNumber, "4", "8", ""}, change{"Plan", "B5", rules.SetNumber, "2.5", "8", ""})
	all[1].Fix.Class = rules.Suggested
	all[2].Fix.Edits[0].At.Doc = 9
	res, err := correctBook(plan(t), places, all, swedish(t))
	must(t, err)
	if len(res.Applied) != 1 || res.Applied[0].Cell != "B2" || len(res.Refused) != 0 {
		t.Errorf("made %v, refused %v", res.Applied, res.Refused)
	}
}
