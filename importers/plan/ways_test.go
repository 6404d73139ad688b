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

// TestLetterAmongNumbers: one value with a letter among plain numbers is no value;
// in a register on its side the neighbours are those of the turned table.
func TestLetterAmongNumbers(t *testing.T) {
	rows := [][]string{{"Nr"}, {"Risk"}, {"Sannolikhet"}, {"Konsekvens"}, {"Riskvärde"}}
	text := "Nr | Risk | Sannolikhet | Konsekvens | Riskvärde"
	for i, r := range eight {
		value := r[3]
		if i == 4 {
			value = "R" + value
		}
		text += "\n" + strings.Join([]string{fmt.Sprint(i + 1), r[0], r[1], r[2], value}, " | ")
		for j, cell := range []string{fmt.Sprint(i + 1), r[0], "S" + r[1], "K" + r[2], "R" + r[3]} {
			rows[j] = append(rows[j], cell)
		}
	}
	if k := read("a.xlsx", sheet("Risker", text)).Registers[0].Risks[4]; k.Score.OK {
		t.Errorf("one letter among numbers is read as %+v", k.Score)
	}
	lines := make([]string, len(rows))
	for i, r := range rows {
		lines[i] = strings.Join(r, " | ")
	}
	doc := read("a.xlsx", sheet("Risker", strings.Join(lines, "\n")))
	if len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != len(eight) {
		t.Fatalf("%d registers; %s", len(doc.Registers), told(doc))
	}
	for i, k := range doc.Registers[0].Risks {
		if fmt.Sprint(k.Score.V) != eight[i][3] || !k.Score.OK {
			t.Errorf("on its side, risk %d: %+v", i+1, k.Score)
		}
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

// TestPreparedRows: rows below the risks that have a number and the same levels
// throughout were only prepared; where they differ, or are few, they are risks.
func TestPreparedRows(t *testing.T) {
	for name, tt := range map[string]struct {
		rows           []string
		risks, prepare int
	}{
		"placeholders":    {[]string{"9 | | Välj… | Välj… | ", "10 | | Välj… | Välj… | ", "11 | | Välj… | Välj… | "}, 8, 3},
		"ones":            {[]string{"9 | | 1 | 1 | 1", "10 | | 1 | 1 | 1", "11 | | 1 | 1 | 1", "12 | | 1 | 1 | 1"}, 8, 4},
		"without numbers": {[]string{" | | 1 | 1 | 1", " | | 1 | 1 | 1", " | | 1 | 1 | 1"}, 8, 3},
		"two":             {[]string{"9 | | 2 | 1 | 2", "10 | | 2 | 1 | 2"}, 10, 0},
		"of other levels": {[]string{"9 | | 2 | 1 | 2", "10 | | 3 | 1 | 3", "11 | | 1 | 4 | 4"}, 11, 0},
		"a risk below":    {[]string{"9 | | 1 | 1 | 1", "10 | | 1 | 1 | 1", "11 | | 1 | 1 | 1", "12 | Isen brister | 1 | 1 | 1"}, 12, 0},
	} {
		t.Run(name, func(t *testing.T) {
			text := "Nr | Risk | Sannolikhet | Konsekvens | Riskvärde"
			for i, r := range eight {
				text += "\n" + strings.Join(append([]string{fmt.Sprint(i + 1)}, r...), " | ")
			}
			r := read("a.xlsx", sheet("Risker", text+"\n"+strings.Join(tt.rows, "\n"))).Registers[0]
			if len(r.Risks) != tt.risks || len(r.Leftover) != tt.prepare {
				t.Errorf("%d risks and %d rows left over, want %d and %d", len(r.Risks), len(r.Leftover), tt.risks, tt.prepare)
			}
		})
	}
}

// TestRowsOfSums: what stands among rows that add up the risks adds them up too.
func TestRowsOfSums(t *testing.T) {
	text := "Nr | Risk | Sannolikhet | Konsekvens | Riskvärde"
	for i, r := range eight {
		text += "\n" + strings.Join(append([]string{fmt.Sprint(i + 1)}, r...), " | ")
	}
	for name, tt := range map[string]struct {
		rows string
		want int
	}{
		"among":  {"\n | Antal risker | | | 8\n | Därav stora (>9) | | | 3\n | Medelvärde | 2,6 | 3,1 | 8", 8},
		"last":   {"\n | Summa | | | 64\n | Därav stora (>9) | | | 3", 8},
		"a risk": {"\n | Summa | | | 64\n9 | Isen brister | 1 | 1 | 1", 9},
	} {
		if got := len(read("a.xlsx", sheet("Risker", text+tt.rows)).Registers[0].Risks); got != tt.want {
			t.Errorf("%s: %d risks, want %d", name, got, tt.want)
		}
	}
}

// TestLooksLike: what looks like risks and cannot be judged is told, and what
// looks like it from afar is not.
func TestLooksLike(t *testing.T) {
	card := func(n int) string {
		return fmt.Sprintf("Risk nr | %d\nBeskrivning | Isen brister vid brygga %d\nSannolikhet (1-4) | 2\nKonsekvens (1-4) | 3\nRiskvärde | 6\n\n", n, n)
	}
	factors, worded, sizes := "Item | Failure mode | SEV | OCC | DET | RPN", "Vad kan hända | Är det nära? | Blir det dyrt? | Bedömd risk", "Artikel | Vara | Höjd | Bredd | Djup | Volym"
	for i := range 8 {
		a, b, c := i%4+2, i%3+1, i%5+3
		factors += fmt.Sprintf("\n%d | Pump %d läcker olja | %d | %d | %d | %d", i+1, i, a, b, c, a*b*c)
		sizes += fmt.Sprintf("\n%d | Låda nummer %d av furu | %d | %d | %d | %d", i+1, i, a, b, c, a*b*c)
		worded += fmt.Sprintf("\nPump %d läcker olja | %s | %s | %s", i, []string{"Osannolik", "Mindre sannolik", "Möjlig", "Sannolik"}[i%4], []string{"Försumbar", "Lindrig", "Kännbar", "Allvarlig"}[i*3%4], []string{"Låg", "Medel", "Hög"}[i%3])
	}
	for name, tt := range map[string]struct{ sheet, text, want string }{
		"cards that differ":   {"Riskkort", card(1) + strings.Replace(card(2), "Beskrivning", "Händelse", 1) + card(3)[strings.Index(card(3), "Sannolikhet"):], "register not-understood"},
		"a form of one":       {"Riskkort", card(1), ""},
		"three factors":       {"FMEA", factors, "register unknown-form"},
		"sizes of things":     {"Lager", sizes, ""},
		"words beside a word": {"Riskbedömning", worded, "register not-understood"},
	} {
		t.Run(name, func(t *testing.T) {
			doc := read("a.xlsx", sheet(tt.sheet, tt.text))
			if got := told(doc); got != tt.want || len(doc.Registers) > 0 {
				t.Errorf("%d registers, told %q, want %q", len(doc.Registers), got, tt.want)
			}
		})
	}
}

// TestExchangedHeadings: where the headings of the value and of a level are
// exchanged the product tells which is which; without proof the headings stand.
func TestExchangedHeadings(t *testing.T) {
	for name, tt := range map[string]struct {
		headings, want string
		rows           int
	}{
		"value and consequence": {"Nr | Risk | Sannolikhet | Riskvärde | Konsekvens", "number A, event B, likelihood C, consequence D, value E", 8},
		"value and likelihood":  {"Nr | Risk | Riskvärde | Konsekvens | Sannolikhet", "number A, event B, likelihood C, consequence D, value E", 8},
		"in few rows":           {"Nr | Risk | Sannolikhet | Riskvärde | Konsekvens", "number A, event B, likelihood C, value D, consequence E", 4},
	} {
		t.Run(name, func(t *testing.T) {
			text := tt.headings
			for i, r := range eight[:tt.rows] {
				text += "\n" + strings.Join(append([]string{fmt.Sprint(i + 1)}, r...), " | ")
			}
			if got := bound(&read("a.xlsx", sheet("Risker", text)).Registers[0]); got != tt.want {
				t.Errorf("bound %s, want %s", got, tt.want)
			}
		})
	}
}

// TestHeadlessPlan: a row of data is no heading, and what the rows of one number
// share names the risk where no heading is known.
func TestHeadlessPlan(t *testing.T) {
	text := "Internkontrollplan 2031\n\nZorv | Blarn | Klaff | Snurp\nR1 | Isen brister vid bryggan | Isens tjocklek mäts varje vecka | Hamnchef\nR1 | Isen brister vid bryggan | Skyltar sätts upp vid bryggan | Driftchef" +
		"\nR2 | Kranen stannar i storm | Bromsen provas före varje höst | Hamnchef\nR3 | Kajen sjunker vid lågvatten | Dykare granskar grunden | Driftchef\nR3 | Kajen sjunker vid lågvatten | Sprickor fylls med bruk | Hamnchef" +
		"\nR4 | Vägen spolas bort vid skyfall | Trummor rensas varje vår | Driftchef\nR6 | Elen går i hela hamnen | Reservkraften provas | Hamnchef"
	doc := read("a.xlsx", sheet("Plan", text))
	if len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != 5 {
		t.Fatalf("%+v; %s", doc.Registers, told(doc))
	}
	if got := bound(&doc.Registers[0]); !strings.HasPrefix(got, "number A, event B, action C") {
		t.Error(got)
	}
	for _, title := range []string{"Internkontrollplan 2031", "Uppföljning 2031"} {
		text := title + "\n\nZorv | Blarn 2 | Klaff\n1 | Klart | Pågår\n2 | Klart | Inte påbörjat\n4 | Pågår | Klart"
		if doc := read("a.xlsx", sheet("Blad1", text)); !strings.Contains(told(doc), "not-understood") {
			t.Errorf("%s: told %q", title, told(doc))
		}
	}
}
