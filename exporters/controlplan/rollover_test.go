package controlplan_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/exporters/controlplan"
	"riskbok/rules"
	"riskbok/rules/model"
)

// firstTask is the first row of the list in what harbour becomes.
const firstTask = 9

const next = "hamnnamnden-2027-internkontrollplan.xlsx"

// What a plan says is carried with its numbers, the value of the year before
// beside it; follow-up and dates are empty.
func TestRollover(t *testing.T) {
	made, _, _ := rolled(t, controlplan.Next{}, config.DefaultTemplate, book(t, "plan.xlsx", harbour))
	x := open(t, made[next])
	want := []string{"Att göra", "Riskanalys IKP 2027", "Uppföljning", "Riskmatris", "Definitioner", "Ändringslogg"}
	if got := x.GetSheetList(); !slices.Equal(got, want) {
		t.Fatalf("sheets are %q, want %q", got, want)
	}
	var got []string
	for _, r := range table(t, x, want[1], "Identifierad risk") {
		got = append(got, strings.Join([]string{
			r["Nr"], r["Kontrollområde"], r["Identifierad risk"], r["Sannolikhet"], r["Konsekvens"], r["Risk-värde"], r["Föregående års värde"],
			r["Förändring"], r["Rekommenderad riskhantering"], r["Inriktning för riskhantering från nämnd"], r["Åtgärd"], r["Kostnad"], r["Ansvarig"], r["Återrapporteras"],
		}, "|"))
	}
	rows := []string{
		"R1|Kajer|Kajen stängs vid storm|Mindre sannolik|Allvarlig|8|8|0|Reducera risk|Reducera risk|Rutin för storm tas fram|12500|Hamnchefen|T1, T2, Årsbokslut",
		"R1|Kajer|Kajen stängs vid storm|Mindre sannolik|Allvarlig|8|8|0|Reducera risk|Reducera risk|Larmlistan prövas||Driftchefen|T1, Årsbokslut",
		"R3|Kajer|Is på kajen|Osannolik|Lindrig|2|2|0|Acceptera risk|Acceptera risk||||",
		"R4|Ekonomi|Avgifter faktureras fel|Troligen|Kännbar|9|9|0|Reducera risk|Reducera risk|Stickprov varje månad||Ekonomen|T2",
		"R5|Ekonomi|Avtal löper ut|Möjlig|Kännbar|9|9|0|Reducera risk|Reducera risk|Avtalen gås igenom|||T1, T2, Årsbokslut",
	}
	if !slices.Equal(got, rows) {
		t.Errorf("rows are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(rows, "\n"))
	}
	for cell, want := range map[string]string{"A2": "Nämnd: Hamnnämnden", "A3": "Upprättad:", "A4": "Beslutad:", "J1": "Internkontrollplan 2027", "J3": "Upprättad:", "J4": "Beslutad:"} {
		if got, _ := x.GetCellValue("Riskanalys IKP 2027", cell); got != want {
			t.Errorf("%s is %q, want %q", cell, got, want)
		}
	}
	for i, r := range table(t, x, "Uppföljning", "Åtgärd") {
		if r["T1"]+r["T2"]+r["Årsbokslut"] != "" || r["Åtgärd"] == "" {
			t.Errorf("row %d of the follow-up is %v, want an empty one of a measure", i, r)
		}
		if _, ok := r["Årsbokslut"]; i == 0 && !ok && !slices.Contains(headsOf(t, made[next], "Uppföljning"), "Årsbokslut") {
			t.Error("the follow-up lost a period")
		}
	}
}

// The follow-up keeps the periods that the board has, not the template's.
func TestRolloverPeriods(t *testing.T) {
	made, _, _ := rolled(t, controlplan.Next{}, config.DefaultTemplate, shifted(t, "plan.xlsx", "|T1|T2|Årsbokslut", "|T1|T2|T3"))
	if got := headsOf(t, made[next], "Uppföljning"); !slices.Equal(got[len(got)-3:], []string{"T1", "T2", "T3"}) {
		t.Errorf("the follow-up's headings are %q", got)
	}
}

func headsOf(t *testing.T, f model.File, sheet string) []string {
	rows, err := open(t, f).GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if slices.Contains(row, "Åtgärd") {
			return row
		}
	}
	return nil
}

// The change is a formula that goes with the levels, its stored result right.
func TestRolloverChange(t *testing.T) {
	made, _, _ := rolled(t, controlplan.Next{}, config.DefaultTemplate, book(t, "plan.xlsx", harbour))
	x := open(t, made[next])
	const sheet = "Riskanalys IKP 2027"
	if f, _ := x.GetCellFormula(sheet, "H7"); f != `IF(AND(ISNUMBER(F7),ISNUMBER(G7)),F7-G7,"")` {
		t.Errorf("the change is %q", f)
	}
	if f, _ := x.GetCellFormula(sheet, "G7"); f != "" {
		t.Errorf("last year's value is a formula, %q", f)
	}
	for row := 7; row <= 11; row++ {
		for _, col := range "FHI" {
			cell := fmt.Sprintf("%c%d", col, row)
			stored, _ := x.GetCellValue(sheet, cell)
			if got, err := x.CalcCellValue(sheet, cell); err != nil || got != stored {
				t.Errorf("%s calculates to %q, stored is %q (%v)", cell, got, stored, err)
			}
		}
	}
	if err := x.SetCellValue(sheet, "D7", "Sannolik"); err != nil {
		t.Fatal(err)
	}
	if got, err := x.CalcCellValue(sheet, "H7"); err != nil || got != "+8" {
		t.Errorf("raised from 8 to 16 the change shows %q (%v), want +8", got, err)
	}
}

// The list of what remains has every finding of the workbook itself and every
// open measure, errors first, each with a link to its cell.
func TestRolloverTodo(t *testing.T) {
	made, _, _ := rolled(t, controlplan.Next{}, config.DefaultTemplate, shifted(t, "plan.xlsx", "Acceptera risk|Acceptera risk|", "Acceptera risk|Minimera risk|"))
	x := open(t, made[next])
	var got []string
	rows := table(t, x, "Att göra", "Vad som återstår")
	for i, r := range rows {
		got = append(got, strings.Join([]string{r["Vad"], r["Risk"], r["Vad som återstår"], r["Blad"], r["Cell"]}, "|"))
		cell := fmt.Sprintf("F%d", i+firstTask)
		linked, target, err := x.GetCellHyperLink("Att göra", cell)
		if want := "'" + r["Blad"] + "'!" + r["Cell"]; err != nil || !linked || strings.ReplaceAll(target, "'", "") != strings.ReplaceAll(want, "'", "") {
			t.Errorf("%s leads to %q (%v), want %s", cell, target, err, want)
		}
	}
	want := []string{
		"Iakttagelse: fel|R4|”Troligen” finns inte på skalan för sannolikheten. Skalan har Osannolik (1), Mindre sannolik (2), Möjlig (3), Sannolik (4).|Riskanalys IKP 2027|D10",
		"Iakttagelse: fel|R5|Riskhanteringen är ”Reducera risk”, och då ska risken finnas i planen med en ansvarig. Ansvarig saknas.|Riskanalys IKP 2027|N11",
		"Öppen åtgärd|R1|Ingenting är rapporterat i uppföljningen. Ska åtgärden vara kvar?|Riskanalys IKP 2027|L8",
		"Öppen åtgärd|R4|I uppföljningen står bara ”N/A”. Ska åtgärden vara kvar?|Riskanalys IKP 2027|L10",
		"Öppen åtgärd|R5|Inget är rapporterat för T2 (där står ”N/A”). Senast, för T1: ”Två avtal sades upp”|Riskanalys IKP 2027|L11",
		"Iakttagelse: varning|R3|Inriktningen är ”Minimera risk”, men riskvärdet ger ”Acceptera risk”.|Riskanalys IKP 2027|K9",
		"Iakttagelse: upplysning||Det framgår inte vilken dag nämnden fattade beslut.|Riskanalys IKP 2027|A4",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the list is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	var own []string
	for _, n := range x.GetDefinedName() {
		if n.Name == "_riskbok_own" {
			own = append(own, n.Scope)
		}
	}
	if !slices.Contains(own, "Att göra") {
		t.Errorf("riskbok's own sheets are %q, without the list", own)
	}
	var told []string
	for _, r := range rows {
		if r["Vad"] != "Öppen åtgärd" {
			told = append(told, r["Blad"]+"!"+r["Cell"])
		}
	}
	report := judged(t, made[next])
	var found []string
	for _, f := range report.Findings {
		found = append(found, report.Place(f.At).Sheet+"!"+f.At.Cell())
	}
	slices.Sort(told)
	slices.Sort(found)
	if !slices.Equal(told, found) {
		t.Errorf("a check of the workbook finds %v, the list has %v", found, told)
	}
}

// What is read back is the model, with last year's values, and can be rolled
// over in its turn.
func TestRolloverReadBack(t *testing.T) {
	for _, name := range config.TemplateNames() {
		t.Run(name, func(t *testing.T) {
			from := book(t, "plan.xlsx", harbour)
			made, _, _ := rolled(t, controlplan.Next{}, name, from)
			if len(made) != 1 || made[next].Data == nil {
				t.Fatalf("made %d workbooks", len(made))
			}
			before, after := riskLines(judged(t, from)), riskLines(judged(t, made[next]))
			before[0] = strings.Replace(before[0], "=4", "=8", 1) // the safe fix
			if !slices.Equal(before, after) {
				t.Errorf("read back\n%s\nwant\n%s", strings.Join(after, "\n"), strings.Join(before, "\n"))
			}
			for _, r := range judged(t, made[next]).Books[0].Registers {
				for _, risk := range r.Risks {
					if r.Has(model.FieldScore) && (!risk.Previous.OK || risk.Previous.V != risk.Score.V) {
						t.Errorf("%s %s: last year's value is %+v, want %d", r.Name, risk.Number.V, risk.Previous, risk.Score.V)
					}
				}
			}
			again, _, _ := rolled(t, controlplan.Next{}, name, made[next])
			third := again["hamnnamnden-2028-internkontrollplan.xlsx"]
			if got := riskLines(judged(t, third)); !slices.Equal(got, before) {
				t.Errorf("a year later\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(before, "\n"))
			}
		})
	}
}

// riskLines gives the risks of the first book and their measures, whatever
// tables they stand in.
func riskLines(r *rules.Report) []string {
	var out []string
	seen := map[string]bool{}
	actions := map[string][]string{}
	add := func(line string) {
		if !seen[line] {
			seen[line] = true
			out = append(out, line)
		}
	}
	for _, e := range r.Books[0].Registers {
		for i := range e.Risks {
			k := &e.Risks[i]
			if e.Has(model.FieldScore) {
				add(fmt.Sprintf("%s %s: %s × %s=%d %s", k.Number.V, k.Event.V, k.Likelihood.Raw, k.Consequence.Raw, k.Score.V, k.Treatment.V))
			}
			for _, m := range k.Measures {
				line := fmt.Sprintf("%s %s %s %v", m.Action.V, m.Owner.V, m.Direction.V, m.Reporting.V)
				if m.Action.OK && !slices.Contains(actions[k.Event.V], line) {
					actions[k.Event.V] = append(actions[k.Event.V], line)
				}
			}
		}
	}
	for _, e := range r.Books[0].Registers {
		for _, k := range e.Risks {
			for _, line := range actions[k.Event.V] {
				add(k.Event.V + ": " + line)
			}
		}
	}
	return out
}

// Two runs give the same bytes.
func TestRolloverSame(t *testing.T) {
	a, _, _ := rolled(t, controlplan.Next{}, config.DefaultTemplate, book(t, "plan.xlsx", harbour))
	b, _, _ := rolled(t, controlplan.Next{}, config.DefaultTemplate, book(t, "plan.xlsx", harbour))
	if !bytes.Equal(a[next].Data, b[next].Data) {
		t.Error("two runs gave different workbooks")
	}
}
