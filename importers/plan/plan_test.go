package plan

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"riskbok/rules/model"
)

// columns shows how a table's headings were bound: "A number, B event".
func columns(t *model.Table) string {
	var out []string
	for _, c := range t.Columns {
		name := string(c.Field)
		if c.Key != "" {
			name = c.Key
		}
		out = append(out, model.ColumnName(int(c.At.Col))+" "+name)
	}
	return strings.Join(out, ", ")
}

func TestHeadings(t *testing.T) {
	const rows = "\nR1 | Drift | Driftstopp | Möjlig | Kännbar | 9 | Reducera risk"
	for name, tt := range map[string]struct{ text, want string }{
		"usual":          {"Nr | Kontrollområde | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde | Rekommenderad riskhantering" + rows, "A number, B area, C event, D likelihood, E consequence, F value, G treatment"},
		"broken":         {`Nr. | Kontroll-\nområde | Identifierad\nrisk | Sanno-\nlikhet | Konse-\nkvens | Risk-\nvärde | Rekommenderad\nriskhantering` + rows, "A number, B area, C event, D likelihood, E consequence, F value, G treatment"},
		"scale in name":  {"Risk-ID | Process | Risk | Sannolikhet (1-4) | Påverkan (1–4) | Risktal | Risknivå" + rows, "A number, B area, C event, D likelihood, E consequence, F value, G treatment"},
		"two rows":       {"Nr | Område | Risk | Värdering | < | < | Hantering\n^ | ^ | ^ | Sannolikhet | Konsekvens | Riskvärde | ^" + rows, "A number, B area, C event, D likelihood, E consequence, F value, G treatment"},
		"bands":          {"Steg 1 - Inventering | < | < | Steg 2 - Värdering | < | < | <\nNr | Område | Risk | Sannolikhet | Konsekvens | Riskvärde | Hantering" + rows, "A number, B area, C event, D likelihood, E consequence, F value, G treatment"},
		"letters":        {"Nr | Process | Risk | S | K | S*K | Prioritet" + "\n1 | Drift | Driftstopp | 3 | 3 | 9 | Reducera", "A number, B area, C event, D likelihood, E consequence, F value, G treatment"},
		"prose column":   {"Nr | Process | Risk | Konsekvens | Sannolikhet | Påverkan (1-5) | Riskvärde\n1 | Drift | Driftstopp | Verksamheten stannar och invånarna får vänta i flera dagar | 3 | 3 | 9", "A number, B area, C event, E likelihood, F consequence, G value"},
		"typo":           {"Nr | Område | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde | Kommentar" + rows, "A number, B area, C event, D likelihood, E consequence, F value"},
		"english":        {"No. | Area | Risk description | Likelihood | Impact | Risk score | Treatment" + rows, "A number, B area, C event, D likelihood, E consequence, F value, G treatment"},
		"number twice":   {"Nr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde | Nr. | Åtgärd | Ansvarig\nR1 | Driftstopp | Möjlig | Kännbar | 9 | R1 | Redundans | Driftchef", "A number, B event, C likelihood, D consequence, E value, F planNumber, G action, H owner"},
		"later column":   {" | | Nr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde\n | | R1 | Driftstopp | Möjlig | Kännbar | 9", "C number, D event, E likelihood, F consequence, G value"},
		"notes of stars": {"Nr.: | Område: | Risk: | Sannolikhet* | Konsekvens** | Riskvärde (1-16)* | Hantering" + rows, "A number, B area, C event, D likelihood, E consequence, F value, G treatment"},
		"three rows":     {"Vad | < | < | Värdering | < | < | Hur\nNr | Område | Risk | Sannolikhet | Konsekvens | Riskvärde | Hantering\n^ | ^ | ^ | (1–4) | (1–4) | (S×K) | ^" + rows, "A number, B area, C event, D likelihood, E consequence, F value, G treatment"},
		"merged deep":    {"Nr | Område | Risk | Värdering | < | < | Hantering\n^ | ^ | ^ | Sannolikhet | Konsekvens | Riskvärde | ^\n^ | ^ | ^ | (lägst 1) | (lägst 1) | (S×K) | ^" + rows, "A number, B area, C event, D likelihood, E consequence, F value, G treatment"},
		"two years":      {"Nr | Risk | Sannolikhet | Konsekvens | Riskvärde 2025 | Riskvärde 2026\nR1 | Driftstopp | Möjlig | Kännbar | 4 | 9", "A number, B event, C likelihood, D consequence, F value"},
		"several kinds":  {"Nr | Risk | Sannolikhet | Konsekvens ekonomi | Konsekvens miljö | Riskvärde\nR1 | Driftstopp | Möjlig | Lindrig | Kännbar | 9", "A number, B event, C likelihood, F value"},
		"the highest":    {"Nr | Risk | Sannolikhet | Konsekvens ekonomi | Konsekvens miljö | Konsekvens | Riskvärde\nR1 | Driftstopp | Möjlig | Lindrig | Kännbar | Kännbar | 9", "A number, B event, C likelihood, F consequence, G value"},
		"broken formula": {"Nr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde\nR1 | Driftstopp | Möjlig | Kännbar | #REF!", "A number, B event, C likelihood, D consequence, E value"},
		"longer heading": {"Nr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde | Åtgärd för att minska risken | Ansvarig för åtgärden\nR1 | Driftstopp | Möjlig | Kännbar | 9 | Redundans | Driftchef", "A number, B event, C likelihood, D consequence, E value, F action, G owner"},
	} {
		t.Run(name, func(t *testing.T) {
			doc := read("a.xlsx", sheet("Blad1", tt.text))
			if len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != 1 {
				t.Fatalf("read %d registers: %+v", len(doc.Registers), doc.Registers)
			}
			if got := columns(&doc.Registers[0].Table); got != tt.want {
				t.Errorf("bound %s\nwant  %s", got, tt.want)
			}
		})
	}
}

const heading = "Nr | Kontrollområde | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde | Åtgärd | Ansvarig\n"

// summary shows a register's risks: number, area, text, measures.
func summary(r *model.Register) []string {
	var out []string
	for _, risk := range r.Risks {
		var actions []string
		for _, m := range risk.Measures {
			actions = append(actions, m.Action.V)
		}
		out = append(out, fmt.Sprintf("%s/%s/%s/%s/%d", risk.Number.V, risk.Area.V, risk.Event.V, strings.Join(actions, "+"), len(risk.Repeats)))
	}
	return out
}

func TestRows(t *testing.T) {
	for name, tt := range map[string]struct {
		text     string
		want     []string
		leftover int
		unread   int
	}{
		"blank area is the one above": {"R1 | Drift | a | Möjlig | Kännbar | 9 | x | NN\nR2 | | b | Möjlig | Kännbar | 9 | y | NN",
			[]string{"R1/Drift/a/x/0", "R2/Drift/b/y/0"}, 0, 0},
		"merged area": {"R1 | Drift | a | Möjlig | Kännbar | 9 | x | NN\nR2 | ^ | b | Möjlig | Kännbar | 9 | y | NN",
			[]string{"R1/Drift/a/x/0", "R2/Drift/b/y/0"}, 0, 0},
		"second measure on a row of its own": {"R1 | Drift | a | Möjlig | Kännbar | 9 | x | NN\n | | | | | | y | NN",
			[]string{"R1/Drift/a/x+y/0"}, 0, 0},
		"second measure under merged cells": {"R1 | Drift | a | Möjlig | Kännbar | 9 | x | NN\n^ | ^ | ^ | ^ | ^ | ^ | y | NN",
			[]string{"R1/Drift/a/x+y/0"}, 0, 0},
		"risk written twice": {"R1 | Drift | a | Möjlig | Kännbar | 9 | x | NN\nR1 | Drift | a | Möjlig | Kännbar | 8 | y | NN",
			[]string{"R1/Drift/a/x+y/1"}, 0, 0},
		"one number on two risks": {"R1 | Drift | a | Möjlig | Kännbar | 9 | x | NN\nR1 | Drift | b | Möjlig | Kännbar | 9 | y | NN",
			[]string{"R1/Drift/a/x/0", "R1/Drift/b/y/0"}, 0, 0},
		"template rows": {"R1 | Drift | a | Möjlig | Kännbar | 9 | x | NN\nR2 | | | | | =0 | | \n | | | | | 0 | | ",
			[]string{"R1/Drift/a/x/0"}, 2, 0},
		"references to empty cells": {"=R1 | =Drift | =a | =Möjlig | =Kännbar | =9 | x | NN\n=0 | =0 | =0 | =0 | =0 | =0 | | ",
			[]string{"R1/Drift/a/x/0"}, 1, 0},
		"gap and on": {"R1 | Drift | a | Möjlig | Kännbar | 9 | x | NN\n\n\nR2 | Drift | b | Möjlig | Kännbar | 9 | y | NN",
			[]string{"R1/Drift/a/x/0", "R2/Drift/b/y/0"}, 0, 0},
		"remark after a gap": {"R1 | Drift | a | Möjlig | Kännbar | 9 | x | NN\n\nUpprättad av controllern",
			[]string{"R1/Drift/a/x/0"}, 0, 0},
		"cells after a gap": {"R1 | Drift | a | Möjlig | Kännbar | 9 | x | NN\n\nAntal | | 1 | | | | |",
			[]string{"R1/Drift/a/x/0"}, 0, 2},
		"remark in the table": {"R1 | Drift | a | Möjlig | Kännbar | 9 | x | NN\n* Se bilaga",
			[]string{"R1/Drift/a/x/0"}, 0, 1},
		"remark over all columns": {"R1 | Drift | a | Möjlig | Kännbar | 9 | x | NN\nSe även handlingsplanen | < | < | < | < | < | < | <",
			[]string{"R1/Drift/a/x/0"}, 0, 1},
		"risk without levels": {"R1 | Drift | a | Möjlig | Kännbar | 9 | x | NN\nR2 | Drift | b | | | | |",
			[]string{"R1/Drift/a/x/0", "R2/Drift/b//0"}, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			doc := read("a.xlsx", sheet("Blad1", heading+tt.text))
			if len(doc.Registers) != 1 {
				t.Fatalf("read %d registers", len(doc.Registers))
			}
			r := &doc.Registers[0]
			if got := summary(r); !slices.Equal(got, tt.want) {
				t.Errorf("read %q\nwant %q", got, tt.want)
			}
			if len(r.Leftover) != tt.leftover || len(doc.Unread) != tt.unread {
				t.Errorf("%d leftover and %d unread, want %d and %d: %v", len(r.Leftover), len(doc.Unread), tt.leftover, tt.unread, doc.Unread)
			}
		})
	}
}

// TestLineOverAction: a line over all columns is no measure where the column of
// measures stands first.
func TestLineOverAction(t *testing.T) {
	for _, first := range []string{"Åtgärd | Ansvarig", "Ansvarig | Åtgärd"} {
		doc := read("a.xlsx", sheet("Blad1", first+" | Nr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde\n"+
			"x | NN | R1 | Kajen rasar | 3 | 3 | 9\nSe även handlingsplanen | < | < | < | < | < | <\nEkonomi | < | < | < | < | < | <\ny | NN | R2 | Farleden grundas upp | 2 | 3 | 6"))
		if len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != 2 {
			t.Fatalf("%s: read %+v", first, doc.Registers)
		}
		if n := len(doc.Registers[0].Risks[0].Measures); n != 1 {
			t.Errorf("%s: %d measures, want 1", first, n)
		}
	}
}

// TestHeadingBesidePeriods: a row of headings above "Tertial 1 och 2" and two
// levels is none of treatments.
func TestHeadingBesidePeriods(t *testing.T) {
	doc := read("a.xlsx", sheet("Plan", "Risktal | Riskbeskrivning | Nr | Åtgärd | Återrapporteras | Påverkan | Sannolikhet\n"+
		"12 | Kajen rasar | 1 | Kajen besiktas | Tertial 1 och 2 | 4 | 3 - Möjlig\n8 | Farleden grundas upp | 2 | Farleden mäts | Vid behov | 4 - Allvarlig | 2\n"+
		"4 | Kranen stannar | 3 | Kranen byts | Kvartalsvis | 2 - Lindrig | 2"))
	if len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != 3 || !doc.Registers[0].Risks[0].Likelihood.OK {
		t.Fatalf("read %+v", doc.Registers)
	}
	for _, s := range doc.Scales {
		if len(s.Treatments) > 0 {
			t.Errorf("treatments %+v", s.Treatments)
		}
	}
}

func TestHeads(t *testing.T) {
	const table = "\n" + heading + "R1 | Drift | a | Möjlig | Kännbar | 9 | x | NN"
	for name, tt := range map[string]struct{ text, want string }{
		"labels":       {"Riskanalys 2026\nNämnd: Hamnnämnden\nUpprättad: 2025-10-31\nBeslutad: 2025-11-20\n", "Hamnnämnden 2026 2025-10-31 2025-11-20"},
		"label beside": {"Internkontrollplan | | 2026\nNämnd | Hamnnämnden\nUpprättad | 31 oktober 2025\nBeslutad |\n", "Hamnnämnden 2026 2025-10-31 -"},
		"dates beside": {"Riskanalys 2026\nNämnd | Hamnnämnden\nUpprättad | den 12:e mars 2025\nBeslutad | 20 november, 2025\n", "Hamnnämnden 2026 2025-03-12 2025-11-20"},
		"in the title": {"Riskanalys 2026 – Miljö- och hamnnämnden\n", "Miljö- och hamnnämnden 2026 - -"},
		"two words":    {"Internkontrollplan 2026\nTekniska nämnden\n", "Tekniska nämnden 2026 - -"},
		"bare name":    {"Internkontrollplan 2026\nMiljö- och hamnnämnden\n", "Miljö- och hamnnämnden 2026 - -"},
		"year of date": {"Riskanalys\nUpprättad: 2025-10-31\n", " 0 2025-10-31 -"},
		"steps":        {"Riskanalys 2026\nSteg 3 - Nämndsansvarig chef tar fram förslag som beslutas av nämnd\n", " 2026 - -"},
	} {
		t.Run(name, func(t *testing.T) {
			doc := read("a.xlsx", sheet("Blad1", tt.text+table))
			r := doc.Registers[0]
			h := r.Heads[0]
			date := func(v model.Value[model.Date]) string {
				if !v.OK {
					return "-"
				}
				return v.V.String()
			}
			if got := fmt.Sprintf("%s %d %s %s", r.Board, r.Year, date(h.Established), date(h.Decided)); got != tt.want {
				t.Errorf("read %q, want %q", got, tt.want)
			}
		})
	}
}

// TestSideBySideHeads: titles over the two halves of one table are two heads,
// and a bare date is of the kind of the labelled one beside it.
func TestSideBySideHeads(t *testing.T) {
	doc := read("a.xlsx", sheet("IKP", `
Riskanalys | | | | | Internkontrollplan 2026
Nämnd: Hamnnämnden | | | | | Hamnnämnden
Upprättad: 2025-10-31 | | | | | 2025-10-25

Nr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde | Nr. | Åtgärd | Ansvarig
R1 | Driftstopp | Möjlig | Kännbar | 9 | R1 | Redundans | Driftchef`))
	r := doc.Registers[0]
	if len(r.Heads) != 2 || r.Year != 2026 || r.Board != "Hamnnämnden" {
		t.Fatalf("read %+v", r.Heads)
	}
	if a, b := r.Heads[0].Established.V.String(), r.Heads[1].Established.V.String(); a != "2025-10-31" || b != "2025-10-25" {
		t.Errorf("established %s and %s", a, b)
	}
}

// TestYears: a table without a year takes it from its neighbours.
func TestYears(t *testing.T) {
	table := "\n" + heading + "R1 | Drift | a | Möjlig | Kännbar | 9 | x | NN"
	doc := read("plan 2019.xlsx",
		sheet("Riskanalys", "Riskanalys\nUpprättad: 2024-10-31"+table),
		sheet("Plan", "Internkontrollplan 2025\nUpprättad: 2024-10-31"+table),
		sheet("Gammal", "Internkontrollplan 2024\nUpprättad: 2023-10-31"+table))
	for i, want := range []int{2025, 2025, 2024} {
		if got := doc.Registers[i].Year; got != want {
			t.Errorf("register %d: year %d, want %d", i, got, want)
		}
	}
	doc = read("riskanalys 2026.xlsx", sheet("Blad1", "Riskanalys"+table))
	if got := doc.Registers[0].Year; got != 2026 {
		t.Errorf("year of the file's name: %d", got)
	}
}

func TestFollowUp(t *testing.T) {
	doc := read("a.xlsx", sheet("Uppföljning", `
Nr. | Inriktning för riskhantering från nämnd | Åtgärd | Ansvarig | Återrapporteras | T1 | Tertial 2 | Årsbokslut
R1 | Reducera risk | Redundans | Driftchef | T1, T2 och Årsbokslut | Klart | N/A | –`))
	if len(doc.FollowUps) != 1 || len(doc.Registers) != 0 {
		t.Fatalf("read %d follow-ups, %d registers", len(doc.FollowUps), len(doc.Registers))
	}
	f := doc.FollowUps[0]
	if got := columns(&f.Table); got != "A number, B direction, C action, D owner, E reporting, F T1, G T2, H Årsbokslut" {
		t.Error(got)
	}
	row := f.Rows[0]
	if row.Reports[0].V != "Klart" || row.Reports[1].V != "N/A" || row.Reports[2].OK || row.Reports[2].Raw != "–" {
		t.Errorf("reports %+v", row.Reports)
	}
	if !slices.Equal(row.Reporting.V, []string{"T1", "T2", "Årsbokslut"}) {
		t.Errorf("reporting %q", row.Reporting.V)
	}
}

// TestRoutines: a plan of the older form names routines and what is controlled
// in them, and no risks. Without a plan's title such a table is none.
func TestRoutines(t *testing.T) {
	const text = "Rutin/system | Kontrollmoment | Kontrollansvar | Kontrollmetod | Rapportering till\nKajer | Förtöjningen provas | Hamnchef | Stickprov | Nämnd\nKassa | Kassan räknas | Ekonom | Stickprov | Nämnd\n | Växeln räknas | Ekonom | Stickprov | Nämnd"
	doc := read("a.xlsx", sheet("Blad1", "Internkontrollplan 2026\n\n"+text), sheet("Att göra", text), sheet("Uppföljning", "Internkontrollplan 2026\n"+strings.Replace(text, "Kontrollmetod", "T1", 1)))
	if len(doc.Registers) != 1 || len(doc.FollowUps) != 0 {
		t.Fatalf("read %d registers and %d follow-ups", len(doc.Registers), len(doc.FollowUps))
	}
	r := doc.Registers[0]
	if r.Analysis || !r.Plan || r.Year != 2026 || len(r.Risks) != 2 || r.Risks[1].Area.V != "Kassa" || r.Risks[1].Event.OK || len(r.Risks[1].Measures) != 2 {
		t.Errorf("read %+v", r)
	}
}
