package plan

import (
	"fmt"
	"strings"
	"testing"
)

// TestLetteredLevels: levels and values that are written with a letter, in a
// document that states no scale, are bound by what they prove.
func TestLetteredLevels(t *testing.T) {
	for name, tt := range map[string]struct{ headings, likelihood, consequence, value string }{
		"levels":              {"Nr | Risk | Sannolikhet | Konsekvens | Riskvärde", "S%s", "K%s", "%s"},
		"value under risk":    {"Nr | Uønsket hendelse | Sannsynlighet | Konsekvens | Risiko", "S%s", "K%s", "%s"},
		"value under a level": {"Id | Risk | Sannolikhet | Konsekvens | Risknivå", "S%s", "K%s", "R%s"},
		"all English":         {"No | Risk | Likelihood | Impact | Risk score", "L%s", "I%s", "R%s"},
	} {
		t.Run(name, func(t *testing.T) {
			text := tt.headings
			for i, r := range eight {
				text += "\n" + strings.Join([]string{fmt.Sprint(i + 1), r[0], fmt.Sprintf(tt.likelihood, r[1]), fmt.Sprintf(tt.consequence, r[2]), fmt.Sprintf(tt.value, r[3])}, " | ")
			}
			doc := read("a.xlsx", sheet("Blad1", text))
			if len(doc.Registers) != 1 || bound(&doc.Registers[0]) != "number A, event B, likelihood C, consequence D, value E" {
				t.Fatalf("%d registers, %s", len(doc.Registers), bound(&doc.Registers[0]))
			}
			for i, r := range doc.Registers[0].Risks {
				if fmt.Sprint(r.Score.V) != eight[i][3] || !r.Score.OK || fmt.Sprint(r.Likelihood.V.Number) != eight[i][1] {
					t.Errorf("risk %d: value %+v, likelihood %+v", i+1, r.Score, r.Likelihood.V)
				}
			}
		})
	}
	// numbers of risks with a letter are no values, whatever stands beside them
	doc := read("a.xlsx", sheet("Blad1", "Risk | Beskrivning | S | K | Riskvärde\nR1 | Bron brister | 1 | 2 | 2\nR2 | Isen ligger | 2 | 2 | 4\nR3 | Taket läcker | 3 | 2 | 6\nR4 | Elen går | 2 | 4 | 8"))
	if got := bound(&doc.Registers[0]); strings.Contains(got, "value A") {
		t.Error(got)
	}
}

// TestMeansOfGroups: the head of a group that carries means is no risk, and does
// not make decimals of the levels.
func TestMeansOfGroups(t *testing.T) {
	text := "Nr | Risk | Sannolikhet | Konsekvens | Riskvärde"
	for i, r := range eight {
		if i%2 == 0 {
			text += fmt.Sprintf("\n | Grupp %d | 2,5 | 3,3 | 8,%d", i, i+1)
		}
		text += "\n" + strings.Join(append([]string{fmt.Sprint(i + 1)}, r...), " | ")
	}
	doc := read("a.xlsx", sheet("Risker", text))
	if len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != len(eight) || len(doc.NotChecked) > 0 {
		t.Fatalf("%+v; %s", doc.Registers, told(doc))
	}
}

// TestStackedWithoutGap: a title right above the headings of the next table ends
// the one before, and those of another order are read for themselves.
func TestStackedWithoutGap(t *testing.T) {
	const first, second = "Nr | Risk | Sannolikhet | Konsekvens | Riskvärde", "Risk | Konsekvens | Sannolikhet | Riskvärde"
	text := "Hamn\n" + first + "\n1 | Isen ligger kvar | 1 | 2 | 2\n2 | Kajen sjunker | 2 | 2 | 4\nSkog\n" + second + "\nGranbarkborren kommer | 3 | 2 | 6\nVägen spolas bort | 1 | 4 | 4" +
		"\nPark\n" + first + "\n1 | Eken faller | 4 | 2 | 8\n2 | Dammen torkar | 2 | 3 | 6"
	doc := read("a.xlsx", sheet("Alla", text))
	var got []string
	for _, r := range doc.Registers {
		got = append(got, fmt.Sprintf("%d %s", len(r.Risks), bound(&r)))
	}
	want := "2 number A, event B, likelihood C, consequence D, value E; 2 event A, consequence B, likelihood C, value D; 2 number A, event B, likelihood C, consequence D, value E"
	if strings.Join(got, "; ") != want {
		t.Errorf("%s\nwant %s", strings.Join(got, "; "), want)
	}
}

// TestRowsUnderAxisName: numbers that come again and again under the name of an
// axis are the levels of risks, and define nothing.
func TestRowsUnderAxisName(t *testing.T) {
	for name, headings := range map[string]string{
		"consequence alone":  "Nr | Farhåga | Hur lätt det sker | Effekt | Blir",
		"both":               "Nr | Väsentlighet och risk | Sannolikhet för fel | Väsentlighet | Bedömning",
		"likelihood alone":   "Nr | Bekymmer | Sannolikhet | Hur svårt | Blir",
		"with a known event": "Nr | Risk | Sannolikhet | Tyngd | Blir",
	} {
		t.Run(name, func(t *testing.T) {
			text := headings
			for i, r := range eight {
				text += "\n" + strings.Join(append([]string{fmt.Sprint(i + 1)}, r...), " | ")
			}
			doc := read("a.xlsx", sheet("Risker", text))
			if len(doc.Scales) > 0 && doc.Scales[0].Likelihood.Levels != nil {
				t.Errorf("scale %+v", doc.Scales)
			}
			if len(doc.Registers) != 1 || bound(&doc.Registers[0]) != "number A, event B, likelihood C, consequence D, value E" {
				t.Fatalf("%d registers; %s", len(doc.Registers), told(doc))
			}
		})
	}
}
