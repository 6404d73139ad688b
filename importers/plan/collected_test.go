package plan

import "testing"

// A sheet that riskbok gave an owner is a follow-up and nothing else, though it
// has the columns of a plan; without its mark it is what it looks like.
func TestCollected(t *testing.T) {
	s := sheet("Insamling T1", `
Uppföljning av internkontrollplan 2026
Nämnd: Hamnnämnden

Nr. | Identifierad risk | Åtgärd | Ansvarig | Senast rapporterat | T1
R1 | Kajen stängs vid storm | Förtöjningen ses över | Hamnchef | T3 2025: Klart | Två ringar är bytta
R1 | Kajen stängs vid storm | Larmlistan prövas | Hamnchef | |
| Is på kajen | Sand läggs ut | Hamnchef | | Lagt`)
	if doc := read("a.xlsx", s); len(doc.FollowUps) != 1 || doc.FollowUps[0].Collected {
		t.Errorf("without the mark: %+v", doc.FollowUps)
	}
	s.Collected = true
	doc := read("a.xlsx", s)
	if len(doc.Registers) != 0 || len(doc.FollowUps) != 1 || len(doc.Unread) != 0 {
		t.Fatalf("read %d registers, %d follow-ups, unread %v", len(doc.Registers), len(doc.FollowUps), doc.Unread)
	}
	f := doc.FollowUps[0]
	if !f.Collected || f.Board != "Hamnnämnden" || f.Year != 2026 || len(f.Periods) != 1 || f.Periods[0].Key != "T1" {
		t.Errorf("collected %v of %q %d, periods %v", f.Collected, f.Board, f.Year, f.Periods)
	}
	var got []string
	for _, r := range f.Rows {
		got = append(got, r.Number.V+"|"+r.Event.V+"|"+r.Action.V+"|"+r.Owner.V+"|"+r.Earlier.V+"|"+r.Reports[0].V)
	}
	want := []string{
		"R1|Kajen stängs vid storm|Förtöjningen ses över|Hamnchef|T3 2025: Klart|Två ringar är bytta",
		"R1|Kajen stängs vid storm|Larmlistan prövas|Hamnchef||",
		"|Is på kajen|Sand läggs ut|Hamnchef||Lagt",
	}
	for i := range want {
		if i >= len(got) || got[i] != want[i] {
			t.Fatalf("rows are %q, want %q", got, want)
		}
	}
}

// Last year's value and the change since stand beside this year's value, which
// they must not be taken for.
func TestPrevious(t *testing.T) {
	doc := read("a.xlsx", sheet("Plan", `
Riskanalys 2027
Nr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde | Föregående års värde | Förändring | Riskhantering
R1 | Storm | Möjlig | Kännbar | =9 | 12 | =-3 | Reducera risk
R2 | Is | Möjlig | Kännbar | =9 | | ny | Reducera risk`))
	if len(doc.Registers) != 1 || len(doc.Unread) != 0 {
		t.Fatalf("read %d registers, unread %v", len(doc.Registers), doc.Unread)
	}
	a, b := doc.Registers[0].Risks[0], doc.Registers[0].Risks[1]
	if a.Score.V != 9 || a.Previous.V != 12 || !a.Previous.OK || a.Change.V != "-3" || a.Previous.At.Cell() != "F3" {
		t.Errorf("value %+v, previous %+v, change %+v", a.Score, a.Previous, a.Change)
	}
	if b.Score.V != 9 || b.Previous.OK || b.Change.V != "ny" {
		t.Errorf("value %+v, previous %+v, change %+v", b.Score, b.Previous, b.Change)
	}
}
