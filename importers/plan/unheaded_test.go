package plan

import (
	"fmt"
	"strings"
	"testing"

	"riskbok/rules/model"
)

const unheadedScale = "Sannolikhet | Nivå\nSällan | 1\nIbland | 2\nOfta | 3\nJämt | 4\n\nKonsekvens | Nivå\nRinga | 1\nKännbar | 2\nSvår | 3\nMycket svår | 4"

// TestUnheadedRegister: under headings that say nothing the cells tell the fields,
// though some of them are wrong or the columns stand in another order.
func TestUnheadedRegister(t *testing.T) {
	const head = "Zorv | Blarn | Klaff 2 | Snurp 3 | Mockl\n"
	rows := func(format string) string {
		out := ""
		for i, r := range eight {
			out += fmt.Sprintf(format, i+1, r[0], r[1], r[2], r[3]) + "\n"
		}
		return strings.TrimSpace(out)
	}
	plain := rows("R%d | %s | %s | %s | %s")
	for name, tt := range map[string]struct {
		text, want string
		risks      int
	}{
		"as usual":              {head + plain, "number A, event B, likelihood C, consequence D, value E", 8},
		"a number twice":        {head + strings.Replace(plain, "R5", "R3", 1), "number A, event B, likelihood C, consequence D, value E", 8},
		"after a blank row":     {head + strings.Replace(plain, "R3", " | |\nR3", 1), "number A, event B, likelihood C, consequence D, value E", 8},
		"value first":           {head + rows("%[5]s | R%[1]d | %[3]s | %[4]s | %[2]s"), "value A, number B, likelihood C, consequence D, event E", 8},
		"a map of figures":      {head + plain + "\n\n\n | Risker | 1 | 2 | 3\n3 | | 0 | 1 | 0\n2 | | 2 | 0 | 1\n1 | | 0 | 0 | 4", "number A, event B, likelihood C, consequence D, value E", 8},
		"bare figures below it": {head + plain + "\n\n\n | | 0 | 1 | 0\n | | 2 | 0 | 1\n | | 0 | 0 | 4", "number A, event B, likelihood C, consequence D, value E", 8},
	} {
		t.Run(name, func(t *testing.T) {
			doc := read("a.xlsx", sheet("Skala", unheadedScale), sheet("Blad1", tt.text))
			if len(doc.Registers) != 1 {
				t.Fatalf("%d registers; %s", len(doc.Registers), told(doc))
			}
			if got := bound(&doc.Registers[0]); got != tt.want || len(doc.Registers[0].Risks) != tt.risks {
				t.Errorf("%d risks, bound %s\nwant %d, %s", len(doc.Registers[0].Risks), got, tt.risks, tt.want)
			}
		})
	}
}

// TestFiguresBelow: a map of the risks below a table, after blank rows, is no row
// of it.
func TestFiguresBelow(t *testing.T) {
	for name, below := range map[string]string{
		"marks under their axes":  " | Sannolikhet / Konsekvens | 1 | 2 | 3\n | 3 | x | | x\n | 2 | | xx |\n | 1 | x | |",
		"counts under their axes": " | Karta | 1 | 2 | 3\n | 3 | 1 | 0 | 2\n | 2 | 0 | 1 | 0\n | 1 | 2 | 1 | 0",
		"counts alone":            " | | 1 | 0 | 2\n | | 0 | 1 | 0\n | | 2 | 1 | 0",
	} {
		t.Run(name, func(t *testing.T) {
			text := "Område | Risk | Sannolikhet | Konsekvens | Riskvärde"
			for _, r := range eight {
				text += "\n" + strings.Join(append([]string{"Hamn"}, r...), " | ")
			}
			doc := read("a.xlsx", sheet("Risker", text+"\n\n\n\n"+below))
			if len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != len(eight) {
				t.Errorf("%+v; %s", doc.Registers, told(doc))
			}
		})
	}
}

// TestNumbersAgain: of two columns with the same numbers the left one is the risks'
// and the right one the plan's, whichever of them has a known heading.
func TestNumbersAgain(t *testing.T) {
	for name, headings := range map[string]string{
		"the first unknown":  "Zorv | Risk | Sannolikhet | Konsekvens | Riskvärde | Nr | Åtgärd",
		"the second unknown": "Nr | Risk | Sannolikhet | Konsekvens | Riskvärde | Zorv | Åtgärd",
	} {
		t.Run(name, func(t *testing.T) {
			text := headings
			for i, r := range eight {
				number := i + 1
				if i == 4 {
					number = 9 // a slip in the plan's
				}
				text += "\n" + strings.Join(append(append([]string{fmt.Sprint(i + 1)}, r...), fmt.Sprint(number), "Provas varje vår"), " | ")
			}
			got := bound(&read("a.xlsx", sheet("Plan", text)).Registers[0])
			if want := "number A, event B, likelihood C, consequence D, value E, planNumber F, action G"; got != want {
				t.Errorf("bound %s\nwant %s", got, want)
			}
		})
	}
}

// TestUnknownPeriod: a column of a follow-up beside its periods is told and taken
// for nothing else; a remark behind all of them is none.
func TestUnknownPeriod(t *testing.T) {
	for name, tt := range map[string]struct {
		headings string
		told     bool
	}{
		"between two":   {"Nr | Åtgärd | T1 | Zorv | T3", true},
		"behind two":    {"Nr | Åtgärd | T1 | T2 | Zorv", true},
		"before two":    {"Nr | Åtgärd | Zorv | T2 | T3", true},
		"all are known": {"Nr | Åtgärd | T1 | T2 | T3", false},
	} {
		t.Run(name, func(t *testing.T) {
			text := "Uppföljning 2031\n\n" + tt.headings
			for i, action := range []string{"Isen mäts varje vecka", "Bromsen provas", "Grunden granskas", "Trummor rensas"} {
				text += fmt.Sprintf("\n%d | %s | Klart utan anmärkning | Bryggan %d är avspärrad | Pågår enligt plan", i+1, action, i)
			}
			doc := read("a.xlsx", sheet("Uppföljning", text))
			if got := strings.Contains(told(doc), "unknown-period"); got != tt.told {
				t.Errorf("told %q", told(doc))
			}
			if len(doc.FollowUps) != 1 {
				t.Fatalf("%d follow-ups", len(doc.FollowUps))
			}
		})
	}
}

// TestValuationUnderCutHeadings: a plan under whose headings two columns hold labels
// of likelihood and of consequence is no plan of which all was judged. Priorities and
// needs that are graded in the same words are none of it.
func TestValuationUnderCutHeadings(t *testing.T) {
	const heads = "Nr | Område | Risk | %s | %s | Åtgärd | Ansvarig\n"
	for name, tc := range map[string]struct {
		first, second string
		rows          []string
		told          bool
	}{
		"cut":     {"Sannolikhe", "KonsekvenRiskvärde", []string{"Möjlig | Kännbar 9", "Sannolik | Lindrig 6", "Sannolik | Allvarlig 16", "Osannolik | Kännbar 3"}, true},
		"nowhere": {"Xq", "Zw", []string{"Möjlig | Kännbar", "Sannolik | Lindrig", "Sannolik | Allvarlig", "Osannolik | Kännbar"}, true},
		"graded":  {"Prioritet", "Resursbehov", []string{"Hög | Låg", "Låg | Medel", "Medel | Hög", "Hög | Hög"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			text := fmt.Sprintf(heads, tc.first, tc.second)
			for i, r := range tc.rows {
				text += fmt.Sprintf("R%d | Lek | %s | %s | Se över %d | Lekledare\n", i+1, []string{"Gungor rostar", "Sand tar slut", "Staket faller", "Lampor slocknar"}[i], r, i)
			}
			doc := read("plan.xlsx", sheet("Internkontrollplan", text))
			told := len(doc.NotChecked) == 1 && doc.NotChecked[0].Why == model.UnusedCells && len(doc.NotChecked[0].Columns) == 2
			if told != tc.told || !told && len(doc.NotChecked) > 0 {
				t.Errorf("not checked: %+v, want told %v", doc.NotChecked, tc.told)
			}
			if len(doc.Registers) != 1 {
				t.Errorf("%d registers", len(doc.Registers))
			}
		})
	}
}
