package plan

import (
	"fmt"
	"slices"
	"testing"

	"riskbok/rules/model"
)

const valuedHeading = "Nr | Område | Risk | Sannolikhet | Konsekvens | Riskvärde | Hantering\n"

// TestAside: rows that tell about the table are no risks, and are told.
func TestAside(t *testing.T) {
	const risks = "1 | Drift | a | 3 | 3 | 9 | Reducera\n2 | Drift | b | 2 | 4 | 8 | Reducera"
	want := []string{"1/Drift/a//0", "2/Drift/b//0"}
	for name, tt := range map[string]struct {
		text             string
		formula          string // of the last row's value
		want             []string
		leftover, unread int
	}{
		"ranges of the levels":    {"Löpande | Vilket | Vad | 1-4 | 1-4 | | \n" + risks, "", want, 1, 0},
		"ranges in parentheses":   {" | | | (1–4) | (1–4) | | \n" + risks, "", want, 1, 0},
		"what to write":           {" | Ange område | Beskriv risken | Välj nivå | Välj nivå | Räknas ut | Väljs\n" + risks, "", want, 1, 0},
		"numbers of columns":      {"1 | 2 | 3 | 4 | 5 | 6 | 7\n" + risks, "", want, 1, 0},
		"levels that look odd":    {"1 | Drift | a | Trolig | Svår | 9 | Reducera\n2 | Drift | b | 2 | 4 | 8 | Reducera", "", want, 0, 0},
		"sum by formula":          {risks + "\n | | Summa riskvärde | | | =17 | ", "SUM(F2:F3)", want, 0, 2},
		"sum of a table":          {risks + "\n | | Medel | | | =8.5 | ", "SUBTOTAL(101,Tabell1[Riskvärde])", want, 0, 2},
		"sum as typed":            {risks + "\n | | Summa | | | 17 | ", "", want, 0, 2},
		"value looked up":         {risks + "\n | Drift | c | | | =6 | ", "VLOOKUP(D4,Skala!A2:B5,2,FALSE)", append(want[:2:2], "/Drift/c//0"), 0, 0},
		"product of a row":        {risks + "\n | Drift | c | | | =0 | ", "SUM(D4:E4)", append(want[:2:2], "/Drift/c//0"), 0, 0},
		"risk that has no levels": {risks + "\n3 | Drift | c | | | 17 | ", "", append(want[:2:2], "3/Drift/c//0"), 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			s := sheet("Blad1", valuedHeading+tt.text)
			if tt.formula != "" {
				s.Rows[len(s.Rows)-1][5].Formula = tt.formula
			}
			doc := read("a.xlsx", s)
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

// TestSecondValuation: two valuations side by side are both read, with and
// without headings over them; of two years the later is the first.
func TestSecondValuation(t *testing.T) {
	const rows = "\nNr | Risk | Sannolikhet | Konsekvens | Riskvärde | Sannolikhet | Konsekvens | Riskvärde\n1 | a | 3 | 3 | 9 | 2 | 3 | 6"
	const left, right = "A number, B event, C likelihood, D consequence, E value", "A number, B event, F likelihood, G consequence, H value"
	for name, tt := range map[string]struct{ text, want, further string }{
		"inherent and residual": {" | | Inneboende risk | < | < | Kvarstående risk | < | <" + rows, left, "after Kvarstående risk 2 3 6"},
		"nothing above":         {" | | | | | | |" + rows, left, "valuation-2 Sannolikhet 2 3 6"},
		"both for the value":    {" | | Inneboende risk | < | < | Bruttorisk | < | <" + rows, left, "valuation-2 Bruttorisk 2 3 6"},
		"bands named as values": {"Nr | Risk | Bruttorisk | < | < | Nettorisk | < | <\n | | S | K | RV | S | K | RV\n1 | a | 3 | 3 | 9 | 2 | 3 | 6\n2 | b | 2 | 4 | 8 | 1 | 4 | 4", left, "after Nettorisk 2 3 6"},
		"two years":             {" | | 2025 | < | < | 2026 | < | <" + rows, right, "valuation-2 2025 3 3 9"},
		"after first":           {" | | Efter åtgärd | < | < | Före åtgärd | < | <" + rows, right, "after Efter åtgärd 3 3 9"},
	} {
		t.Run(name, func(t *testing.T) {
			doc := read("a.xlsx", sheet("Blad1", tt.text))
			if len(doc.Registers) != 1 {
				t.Fatalf("read %d registers", len(doc.Registers))
			}
			r := &doc.Registers[0]
			if got := columns(&r.Table); got != tt.want {
				t.Errorf("bound %s\nwant  %s", got, tt.want)
			}
			if len(r.Unclear) != 0 || len(doc.Unread) != 0 || len(r.Valuations) != 1 {
				t.Fatalf("%d unclear, %d unread, %d further valuations", len(r.Unclear), len(doc.Unread), len(r.Valuations))
			}
			v, a := r.Valuations[0], r.Risks[0].Valuations[0]
			if got := fmt.Sprint(v.Key, " ", v.Name, " ", a.Likelihood.V.Number, a.Consequence.V.Number, a.Score.V); got != tt.further {
				t.Errorf("read %s, want %s", got, tt.further)
			}
		})
	}
}

// TestPeriodBands: a period over several columns heads the fullest, and the
// others are told; headings that reach down make the next row headings.
func TestPeriodBands(t *testing.T) {
	doc := read("a.xlsx", sheet("Uppföljning", `
Nr | Risk | Åtgärd | Tertial 1 | < | T2 2025 | <
^ | ^ | ^ | Status | Kommentar | Status | Kommentar
1 | a | x | Pågår | Arbetet är igång | Klar | Allt är gjort
2 | b | y | Pågår | | | Nästan klart
3 | c | z | Klar | | | Börjar i höst`))
	if len(doc.FollowUps) != 1 || len(doc.FollowUps[0].Rows) != 3 {
		t.Fatalf("read %+v", doc.FollowUps)
	}
	f := &doc.FollowUps[0]
	if got := columns(&f.Table); got != "A number, B event, C action, D T1, G T2" {
		t.Error(got)
	}
	if got := f.Rows[1].Reports; got[0].V != "Pågår" || got[1].V != "Nästan klart" {
		t.Errorf("reports %+v", got)
	}
	if len(doc.Unread) != 2 {
		t.Errorf("unread %v", doc.Unread)
	}
}

// TestOwnersOfAnalysis: what an analysis without measures says of an owner is
// told.
func TestOwnersOfAnalysis(t *testing.T) {
	doc := read("a.xlsx", sheet("Blad1", "Nr | Risk | Riskägare | Sannolikhet | Konsekvens | Riskvärde\n1 | a | Hamnchef | 3 | 3 | 9"))
	want := func(v model.Value[string]) bool { return v.V == "Hamnchef" }
	if !slices.ContainsFunc(doc.Unread, want) {
		t.Errorf("unread %v", doc.Unread)
	}
}

// TestParenthesis: where a heading does not fit the cells, the parenthesis
// after it may say what they are.
func TestParenthesis(t *testing.T) {
	doc := read("a.xlsx", sheet("Blad1", `
Nr | Process | Händelse | S | K | Risk (S*K) | Åtgärd | Ansvarig
1 | Drift | Driftstopp | 3 | 3 | 9 | Redundans | Driftchef
2 | Drift | Brand | 2 | 4 | 8 | Larm | Driftchef
3 | Drift | Läcka | 2 | 2 | 4 | Larm | Driftchef`))
	if len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != 3 {
		t.Fatalf("read %+v", doc.Registers)
	}
	const want = "A number, B area, C event, D likelihood, E consequence, F value, G action, H owner"
	if got := columns(&doc.Registers[0].Table); got != want {
		t.Errorf("bound %s\nwant  %s", got, want)
	}
}

// TestFollowUpLeftOut: what a follow-up without known periods says is told.
func TestFollowUpLeftOut(t *testing.T) {
	const text = "Nr | Risk | Åtgärd | Läge | Anteckning\n1 | a | x | Pågår | Arbetet är i gång\n2 | b | y | Klar | Färdigt i maj\n\nUpprättad av controllern"
	doc := read("a.xlsx", sheet("Uppföljning T1", text), sheet("Att göra", text))
	if len(doc.Registers)+len(doc.FollowUps) != 0 || len(doc.Unread) != 10 {
		t.Errorf("%d registers, %d follow-ups, unread %v", len(doc.Registers), len(doc.FollowUps), doc.Unread)
	}
}
