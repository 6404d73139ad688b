package controlplan_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/exporters/causes"
	"riskbok/exporters/controlplan"
	"riskbok/rules/model"
)

// shifted gives harbour's plan of another board or year.
func shifted(t *testing.T, name string, pairs ...string) model.File {
	return book(t, name, strings.NewReplacer(pairs...).Replace(harbour))
}

// Each board's latest plan before the year is taken, whatever else there is.
func TestRolloverYears(t *testing.T) {
	files := []model.File{
		book(t, "a.xlsx", harbour),
		shifted(t, "b.xlsx", "2026", "2025", "Is på kajen", "Is i rännan"),
		shifted(t, "c.xlsx", "Hamnnämnden", "Parknämnden", "2026", "2024"),
		shifted(t, "d.xlsx", "Hamnnämnden", "Torgnämnden", " 2026", ""),
		shifted(t, "e.xlsx", "Hamnnämnden", "HKN", "2026", "2024"),
	}
	alias := map[string][]string{"Hamnnämnden": {"HKN"}}
	for _, tt := range []struct {
		name   string
		next   controlplan.Next
		want   []string
		passed []controlplan.Passed
	}{
		{"each its own next", controlplan.Next{Aliases: alias},
			[]string{"hamnnamnden-2027-internkontrollplan.xlsx", "parknamnden-2025-internkontrollplan.xlsx"}, []controlplan.Passed{{Board: "Torgnämnden"}}},
		{"a year", controlplan.Next{Year: 2026, Aliases: alias},
			[]string{"hamnnamnden-2026-internkontrollplan.xlsx", "parknamnden-2026-internkontrollplan.xlsx", "torgnamnden-2026-internkontrollplan.xlsx"}, nil},
		{"a year that is not after", controlplan.Next{Year: 2024, Aliases: alias},
			[]string{"torgnamnden-2024-internkontrollplan.xlsx"}, []controlplan.Passed{{Board: "Hamnnämnden", Year: 2026}, {Board: "Parknämnden", Year: 2024}}},
		{"no alias", controlplan.Next{Year: 2025},
			[]string{"hkn-2025-internkontrollplan.xlsx", "parknamnden-2025-internkontrollplan.xlsx", "torgnamnden-2025-internkontrollplan.xlsx"}, []controlplan.Passed{{Board: "Hamnnämnden", Year: 2026}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			made, _, passed := rolled(t, tt.next, config.DefaultTemplate, files...)
			if got := slices.Sorted(maps.Keys(made)); !slices.Equal(got, tt.want) {
				t.Errorf("wrote %v, want %v", got, tt.want)
			}
			if !slices.Equal(passed, tt.passed) {
				t.Errorf("passed over %v, want %v", passed, tt.passed)
			}
		})
	}
	made, _, _ := rolled(t, controlplan.Next{Year: 2026, Aliases: alias}, config.DefaultTemplate, files...)
	got := riskLines(judged(t, made["hamnnamnden-2026-internkontrollplan.xlsx"]))
	if !strings.Contains(strings.Join(got, "\n"), "Is i rännan") {
		t.Errorf("the plan for 2026 is not made from that of 2025:\n%s", strings.Join(got, "\n"))
	}
}

// lines gives the lines between the title of the list and its headings.
func lines(t *testing.T, f model.File) string {
	rows, err := open(t, f).GetRows("Att göra")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, row := range rows[1:] {
		if len(row) > 1 {
			break
		}
		out = append(out, strings.Join(row, ""))
	}
	return strings.Join(out, "\n")
}

// On another scale both values are of that one; what it lacks is told.
func TestRolloverOntoScale(t *testing.T) {
	made, lost, _ := rolled(t, controlplan.Next{Convert: true}, "process-5x5", book(t, "plan.xlsx", harbour))
	if len(lost) == 0 {
		t.Fatal("no level of the 4 × 4 scale lacks a counterpart on the 5 × 5 one")
	}
	for _, f := range lost {
		if f.Year != 2026 || f.At.Doc != 1 {
			t.Errorf("%s %s is told of %d, document %d: want this year's plan", f.Risk, f.Found, f.Year, f.At.Doc)
		}
	}
	if got := lines(t, made[next]); !strings.Contains(got, "Mallen har en annan skala") {
		t.Errorf("the list does not say that the scale is another:\n%s", got)
	}
	english := strings.NewReplacer("Mindre sannolik", "Unlikely", "Osannolik", "Rare", "Möjlig", "Possible", "Troligen", "Likely",
		"Allvarlig", "Severe", "Lindrig", "Minor", "Kännbar", "Major", "Sannolik|", "Likely|", "Försumbar", "Negligible").Replace(harbour)
	made, _, _ = rolled(t, controlplan.Next{Convert: true}, "english-5x5", book(t, "plan.xlsx", english))
	compared := 0
	for _, e := range judged(t, made[next]).Books[0].Registers {
		for _, r := range e.Risks {
			if r.Score.OK && r.Previous.OK && r.Score.V != r.Previous.V {
				t.Errorf("%s: %d beside %d, though nothing changed", r.Number.V, r.Score.V, r.Previous.V)
			}
			compared++
		}
	}
	if compared == 0 {
		t.Error("no risk was read back")
	}
}

// A workbook with last year's values, converted to another scale, does not
// reckon a change from one scale to the other.
func TestConvertKeepsPrevious(t *testing.T) {
	made, _, _ := rolled(t, controlplan.Next{}, config.DefaultTemplate, book(t, "plan.xlsx", harbour))
	files, _, err := controlplan.Convert(judged(t, made[next]), options(t, "english-5x5"))
	if err != nil {
		t.Fatal(err)
	}
	x := open(t, files[0])
	lay := options(t, "english-5x5").Template.Layout
	found := false
	for _, sheet := range x.GetSheetList() {
		for i, r := range table(t, x, sheet, lay.Previous) {
			found = true
			if r[lay.Previous] == "" || r[lay.Change] != "0" {
				t.Errorf("%s, row %d: last year's value %q, change %q", sheet, i, r[lay.Previous], r[lay.Change])
			}
		}
		rows, _ := x.GetRows(sheet)
		for r := range rows {
			for c := range rows[r] {
				at := cellName(c, r)
				if f, _ := x.GetCellFormula(sheet, at); strings.HasPrefix(f, "IF(AND(ISNUMBER(") {
					t.Errorf("%s %s reckons a change between two sampleScales", sheet, at)
				}
			}
		}
	}
	if !found {
		t.Error("last year's values are lost")
	}
}

// What the follow-up leaves open, in every way it can.
func TestOpenMeasures(t *testing.T) {
	const plan = `
### Plan 2026
Internkontrollplan 2026
Nämnd: Hamnnämnden
Beslutad: 2025-11-20

Nr|Identifierad risk|Sannolikhet|Konsekvens|Riskvärde|Riskhantering|Inriktning|Åtgärd|Ansvarig|Återrapporteras
R1|Storm|Möjlig|Kännbar|9|Reducera risk|Reducera risk|Rutin|Chef|T1, T2, T3
R2|Is|Möjlig|Kännbar|9|Reducera risk|Reducera risk|Sand|Chef|T2
### Uppföljning
Uppföljning av internkontrollplan 2026
Nämnd: Hamnnämnden

Nr|Åtgärd|Ansvarig|T1|T2|T3
`
	for name, tt := range map[string]struct{ rows, want string }{
		"told in every period that is begun": {"R1|Rutin|Chef|Klar|Klar|\nR2|Sand|Chef||Klar|", ""},
		"never told":                         {"R1|Rutin|Chef|||\nR2|Sand|Chef||Klar|", "R1 Ingenting är rapporterat i uppföljningen. Ska åtgärden vara kvar?"},
		"only nothing":                       {"R1|Rutin|Chef|N/A|-|\nR2|Sand|Chef||Klar|", "R1 I uppföljningen står bara ”N/A”. Ska åtgärden vara kvar?"},
		"nothing in one period":              {"R1|Rutin|Chef|Klar|n.a.|\nR2|Sand|Chef||Klar|", "R1 Inget är rapporterat för T2 (där står ”n.a.”). Senast, för T1: ”Klar”"},
		"a period that is not due":           {"R1|Rutin|Chef|Klar|Klar|\nR2|Sand|Chef||Klar|", ""},
		"a due period without a report":      {"R1|Rutin|Chef|Klar||\nR2|Sand|Chef||Klar|", "R1 Inget är rapporterat för T2. Senast, för T1: ”Klar”"},
		"nobody told anything":               {"R1|Rutin|Chef|||\nR2|Sand|Chef|||", " Ingenting är rapporterat i förra årets uppföljning."},
	} {
		t.Run(name, func(t *testing.T) {
			made, _, _ := rolled(t, controlplan.Next{}, config.DefaultTemplate, book(t, "plan.xlsx", plan+tt.rows))
			var got []string
			for _, r := range table(t, open(t, made[next]), "Att göra", "Vad som återstår") {
				if r["Vad"] == "Öppen åtgärd" {
					got = append(got, r["Risk"]+" "+r["Vad som återstår"])
				}
			}
			if strings.Join(got, "\n") != tt.want {
				t.Errorf("open is %q, want %q", got, tt.want)
			}
		})
	}
}

// Measures that stand only in the follow-up, with no plan beside the analysis,
// are carried too, and texts that could not be read are told.
func TestRolloverWithoutPlan(t *testing.T) {
	made, _, _ := rolled(t, controlplan.Next{}, config.DefaultTemplate, book(t, "plan.xlsx", `
### Riskanalys
Riskanalys 2026
Nämnd: Hamnnämnden

Nr|Identifierad risk|Sannolikhet|Konsekvens|Riskvärde|Riskhantering|Väderlek
R1|Storm|Möjlig|Kännbar|9|Reducera risk|Blåsigt
R2|Is|Möjlig|Kännbar|9|Reducera risk|
### Uppföljning
Uppföljning av internkontrollplan 2026
Nämnd: Hamnnämnden

Nr|Åtgärd|Ansvarig|T1
R2|Sand läggs ut|Hamnchef|Klart`))
	got := strings.Join(riskLines(judged(t, made[next])), "\n")
	if !strings.Contains(got, "Is: Sand läggs ut Hamnchef") || !strings.Contains(got, "R1 Storm") {
		t.Errorf("carried is\n%s", got)
	}
	if got := lines(t, made[next]); !strings.Contains(got, "1 text eller sida i den förra planen kunde inte läsas in") {
		t.Errorf("the list does not tell of the text that was not read:\n%s", got)
	}
}

// In every template the list has just what a check of the workbook finds, a row
// for each cause, which names all its places.
func TestRolloverListComplete(t *testing.T) {
	for _, name := range config.TemplateNames() {
		made, _, _ := rolled(t, controlplan.Next{}, name, book(t, "plan.xlsx", harbour))
		var told, heads []string
		texts := ""
		for _, r := range table(t, open(t, made[next]), "Att göra", "Vad som återstår") {
			if r["Cell"] == "" || r["Blad"] == "" {
				t.Errorf("%s: %q leads nowhere", name, r["Vad som återstår"])
			}
			if r["Vad"] != "Öppen åtgärd" {
				told = append(told, r["Blad"]+"!"+r["Cell"])
				texts += r["Blad"] + " " + r["Cell"] + "\n" + r["Vad som återstår"] + "\n"
			}
		}
		report := judged(t, made[next])
		for _, f := range report.Findings {
			if !strings.Contains(texts, f.At.Cell()) {
				t.Errorf("%s: the list does not name %s of %s:\n%s", name, f.At.Cell(), f.Rule, texts)
			}
			if f.Fix != nil && len(f.Fix.Edits) > 0 {
				t.Errorf("%s: %s %s could have been settled", name, f.Rule, f.Risk)
			}
		}
		for _, c := range causes.New(report, options(t, name).Lang).All() {
			heads = append(heads, report.Place(c.Head().At).Sheet+"!"+c.Head().At.Cell())
		}
		slices.Sort(told)
		slices.Sort(heads)
		if !slices.Equal(told, heads) || len(heads) == 0 {
			t.Errorf("%s: a check finds %v, the list has %v", name, heads, told)
		}
	}
}
