package proceedings

import "math/rand/v2"

// Random puts a form together from the ways in which its parts may be printed,
// each independent of the others as far as a reader could follow.
func Random(seed uint64) *Form {
	r := rand.New(rand.NewPCG(seed, 13))
	body := pick(r, bodies)
	f := &Form{Board: body[0], Short: body[1], First: 1 + r.IntN(140), Summons: r.IntN(4) == 0}
	f.Case = pick(r, []string{"{short} 2031/{c}", "{short}-2031/00{c}", "{short}2031/0{c}-1", "2031/0{c}", "2031-{c} {short}", "{short} {c}/31"})
	f.Label = pick(r, []string{"Dnr", "Diarienr:", "Diarienummer", "Ärendenr", "Dnr:"})
	f.Layout = Layout{
		Title: pick(r, []Place{Below, Beside}), Heads: pick(r, []Weight{Bold, Bold, Large, Plain, Capitals}), Titles: pick(r, []Weight{Bold, Large, Bold}),
		OwnPage: r.IntN(3) == 0, Tight: r.IntN(3) == 0, Rule: r.IntN(4) == 0, DecisionFirst: r.IntN(2) == 0,
	}
	f.Layout.Case = pick(r, []Place{Below, Right, Above, Below, Paren})
	if f.Layout.Title == Below {
		f.Layout.Case = pick(r, []Place{Below, Right, Above, AtTitle, Column, Boxed})
	}
	if f.Layout.Heads == Bold && r.IntN(6) == 0 {
		f.Layout.Spread = true
	}
	f.Clauses = pick(r, []Clauses{Sentence, That, Numbers, Bullets, Dashes})
	f.Foot = pick(r, [][]Strip{nil, strips["signing"], strips["footer"], strips["address"]})
	if f.Summons {
		f.summons(r)
		return f
	}
	f.Number = pick(r, []string{"§ {n}", "§ {n}", "{short} § {n}", "§ {n}/2031", "{n} §", "{board} § {n}", "§{n}", "Ärende {n}"})
	f.Head = pick(r, [][]Strip{strips["protocol"], strips["one-line"], strips["bare"], strips["town"], strips["sheets"]})
	f.Front = pick(r, []Front{Roll, Roll, Contents, NoFront})
	f.Words = Words{
		Proposal:   pick(r, []string{"", "Förslag till beslut", "Arbetsutskottets förslag", "Förvaltningens förslag till beslut", "Beslutsförslag"}),
		Decision:   pick(r, []string{"{bo} beslut", "Beslut", "Nämndens beslut", "{board} beslutar"}),
		Background: pick(r, []string{"Sammanfattning av ärendet", "Bakgrund", "Ärendebeskrivning", "Ärendet", "Beskrivning av ärendet"}),
		Documents:  pick(r, []string{"", "Beslutsunderlag", "Underlag för beslut", "Handlingar i ärendet"}),
		Recipients: pick(r, []string{"Beslutet skickas till", "Protokollsutdrag till", "Delges", "Expedieras till", "Beslut till:", "För kännedom", "Kopia till", "Protokollsutdrag:"}),
		Debate:     pick(r, []string{"", "Yrkanden", "Behandling", "Votering", "Reservation"}),
	}
	if h := f.Layout.Heads; (h == Bold || h == Large) && r.IntN(3) == 0 {
		f.Words.Unknown = pick(r, []string{"Barnets bästa", "Kommunens vision", "Klimatpåverkan"})
	}
	if f.Words.Decision == "{board} beslutar" {
		f.Clauses = pick(r, []Clauses{That, Dashes})
		f.Words.Decision = f.Board + " beslutar"
	}
	for _, s := range []string{f.Words.Proposal, f.Words.Decision, f.Words.Background, f.Words.Recipients} {
		if width(f.fills(s), textSize, true) > spreadAt-20 {
			f.Layout.Spread = false
		}
	}
	return f
}

func (f *Form) fills(s string) string { return (&composer{f: f}).fill(s, 0) }

// summons makes the form that of a summons.
func (f *Form) summons(r *rand.Rand) {
	f.First = 1
	f.Number = pick(r, []string{"{n}.", "{n}", "Ärende {n}", "Punkt {n}", "§ {n}"})
	f.Head = pick(r, [][]Strip{strips["summons"], strips["list"]})
	f.Front = pick(r, []Front{Agenda, Contents, Listing})
	f.Layout.Rule = false
	if f.Number == "{n}" || f.Number == "{n}." {
		f.Layout.Title = Beside
		f.Layout.Case = pick(r, []Place{Below, Right, Paren})
		if f.Number == "{n}." {
			f.Clauses = pick(r, []Clauses{Sentence, Bullets, Dashes})
		}
	}
	f.Words = Words{
		Proposal:   pick(r, []string{"Förslag till beslut", "{bo} förslag till beslut", "Förvaltningens förslag till beslut"}),
		Background: pick(r, []string{"Sammanfattning av ärendet", "Bakgrund", "Ärendebeskrivning", "Ärendet"}),
		Documents:  pick(r, []string{"", "Beslutsunderlag", "Bilagor"}),
	}
}

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// bodies are names and letters of boards.
var bodies = [][2]string{
	{"Hamnnämnden", "HN"}, {"Kommunstyrelsen", "KS"}, {"Tekniska nämnden", "TN"}, {"Barn- och utbildningsnämnden", "BUN"},
	{"Kommunfullmäktige", "KF"}, {"Kommunstyrelsens arbetsutskott", "KSAU"}, {"Direktionen", "DIR"}, {"Nämnden för hamnar och farleder", "NHF"},
	{"Regionstyrelsen", "RS"}, {"Socialnämnden", "SN"}, {"Pensionärsrådet", "PR"}, {"Miljö-, bygg- och räddningsnämnden", "MBRN"},
}
