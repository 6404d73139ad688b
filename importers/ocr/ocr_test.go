package ocr

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// headings are the kind of phrases that the matcher is for; the IDs are their
// meanings.
var headings = []Phrase{
	{Text: "Förslag till beslut", ID: 1}, {Text: "förslag till beslut", ID: 1, Tail: true},
	{Text: "Beslut", ID: 2}, {Text: "s beslut", ID: 2, Tail: true},
	{Text: "Ärendebeskrivning", ID: 3}, {Text: "Sammanfattning av ärendet", ID: 3}, {Text: "Bakgrund", ID: 3},
	{Text: "Beslutsunderlag", ID: 4}, {Text: "Beredningsansvariga", ID: 5},
	{Text: "Beslutet ska skickas till", ID: 6}, {Text: "Beslutet skickas till", ID: 6},
	{Text: "Sammanträdet", ID: 7}, {Text: "Yrkanden", ID: 8}, {Text: "Ärendenr", ID: 9}, {Text: "Dnr", ID: 9},
	{Text: "Sammanträdesprotokoll", ID: 10}, {Text: "Dagordning", ID: 11}, {Text: "Måluppföljning", ID: 12},
}

func TestLine(t *testing.T) {
	m := New(headings)
	for _, tc := range []struct {
		text string
		id   int
		want Outcome
	}{
		{"Förslag till beslut", 1, Found},
		{"FÖRSLAG TILL BESLUT:", 1, Found},
		{"Förvaltningens förslag till beslut", 1, Found},
		{"Fdrslag till beslut", 1, Found},
		{"frslag till beslut", 1, Found},
		{"E-namndens beslut", 2, Found},
		{"E-niimndens beslut", 2, Found},
		{"Sammanfattning av 4rendet", 3, Found},
		{"Sammanfattning av &rendet", 3, Found},
		{"Sammantradet", 7, Found},
		{"Sammantriidet", 7, Found},
		{"SAMMANTRADESPROTOKOLL", 10, Found},
		{"Arendenr", 9, Found},
		{"Maluppfdljning", 12, Found},
		{"Maluppféljning", 12, Found},
		{"Bes1ut", 2, Found},
		{"Förslag tills beslut", 1, Found},
		{"Förvaltningens förslag tills beslut", 1, Found},
		{"Beslutad", 0, None},
		{"Beslutet", 0, None},
		{"Tidigare beslut", 0, None},
		{"Ordningsregler", 0, None},
		{"Dnx", 0, None},
		{"", 0, None},
		{"Nämnden beslutade om förslag till beslut och ett underlag för beslut", 0, None},
	} {
		got, outcome := m.Line(tc.text)
		if outcome != tc.want || got.ID != tc.id {
			t.Errorf("%q: %+v, %v; expected %d, %v", tc.text, got, outcome, tc.id, tc.want)
		}
	}
}

// TestAmbiguous shows that what lies between two meanings is neither.
func TestAmbiguous(t *testing.T) {
	m := New([]Phrase{{Text: "Beslutsunderlag", ID: 1}, {Text: "Besluts underlaget", ID: 1}, {Text: "Beslutsunderrag", ID: 2}})
	for text, want := range map[string]Outcome{
		"Beslutsunderlag": Found, "Beslutsunderrag": Found, "Beslutsunderkag": Ambiguous, "Beslutsunderlog": Found,
	} {
		if got, outcome := m.Line(text); outcome != want {
			t.Errorf("%q: %+v, %v; expected %v", text, got, outcome, want)
		}
	}
}

func TestPrefix(t *testing.T) {
	m := New([]Phrase{{Text: "Datum", ID: 1}, {Text: "Datum för sammanträdet", ID: 2}, {Text: "Ärendenr", ID: 3}, {Text: "Dnr", ID: 3}, {Text: "Plats", ID: 4}, {Text: "Plats och tid", ID: 4}})
	for _, tc := range []struct {
		text string
		id   int
		rest string
	}{
		{"Datum: 2031-02-17", 1, "2031-02-17"},
		{"Datum for sammantradet 2031-02-17", 2, "2031-02-17"},
		{"Arendenr 2031/1-1.1", 3, "2031/1-1.1"},
		{"Dnr:HN 2031/4", 3, "HN 2031/4"},
		{"Plats och tid: Kajen, kl. 13", 4, "Kajen, kl. 13"},
		{"Plats", 4, ""},
		{"Datumet 2031", 0, ""},
	} {
		got, rest, outcome := m.Prefix(tc.text)
		if got.ID != tc.id || rest != tc.rest || (outcome == Found) != (tc.id != 0) {
			t.Errorf("%q: %+v, %q, %v; expected %d, %q", tc.text, got, rest, outcome, tc.id, tc.rest)
		}
	}
}

// damage recognizes a text badly: every å, ä and ö becomes a letter it is
// confused with, and one other letter in long texts is changed.
func damage(r *rand.Rand, text string, edit bool) string {
	var out []rune
	for _, c := range strings.ToLower(text) {
		like := []rune(Confused(c))
		switch {
		case c == 'ä' && r.IntN(5) == 0:
			out = append(out, 'i', 'i')
		case (c == 'å' || c == 'ä' || c == 'ö') && len(like) > 0:
			out = append(out, like[r.IntN(len(like))])
		case len(like) > 0 && r.IntN(8) == 0:
			out = append(out, like[r.IntN(len(like))])
		default:
			out = append(out, c)
		}
	}
	if edit && len(out) > 0 {
		switch i := r.IntN(len(out)); r.IntN(3) {
		case 0:
			out[i] = 'x'
		case 1:
			out = append(out[:i], out[i+1:]...)
		default:
			out = append(out[:i], append([]rune{'x'}, out[i:]...)...)
		}
	}
	return string(out)
}

// TestDamagedFindsItself: however the letters of a heading are confused, it is
// found, and with an edit besides it is never taken for another.
func TestDamagedFindsItself(t *testing.T) {
	m := New(headings)
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		p := headings[r.IntN(len(headings))]
		text := p.Text
		if p.Tail {
			text = "Hamnnämnden" + strings.Repeat("s", 1-strings.Count(text[:1], "s")) + strings.Repeat(" ", 1-strings.Count(text[:1], "s")) + text
		}
		bad := damage(r, text, false)
		if got, outcome := m.Line(bad); outcome != Found || got.ID != p.ID {
			t.Fatalf("%q as %q: %+v, %v", text, bad, got, outcome)
		}
		if p.Tail {
			continue
		}
		bad = damage(r, text, true)
		got, outcome := m.Line(bad)
		if outcome == Found && got.ID != p.ID {
			t.Fatalf("%q as %q was taken for %d", text, bad, got.ID)
		}
		if outcome != Found && len(p.Text) >= 12 {
			t.Fatalf("%q as %q was not found: %v", text, bad, outcome)
		}
	}
}

var ordinary = strings.Fields(`kajen stängs vid storm och avgiften faktureras fel under året
	förvaltningen informerar om läget i hamnen samt redovisar kostnader för muddring och bojar
	nämnden noterar rapporten ordföranden tackar för mötet sommaren vintern båtplatser taxa kran
	personalen arbetar efter planen som gäller ekonomin visar överskott medel anslag avtal tillsyn`)

// TestUnrelatedFindsNothing: lines of ordinary words are no headings, nor are
// they begun by one.
func TestUnrelatedFindsNothing(t *testing.T) {
	m := New(headings)
	r := rand.New(rand.NewPCG(3, 4))
	for range 20000 {
		var words []string
		for range 1 + r.IntN(6) {
			words = append(words, ordinary[r.IntN(len(ordinary))])
		}
		text := strings.Join(words, " ")
		if got, outcome := m.Line(text); outcome != None {
			t.Fatalf("%q: %+v, %v", text, got, outcome)
		}
		if got, _, outcome := m.Prefix(text); outcome != None {
			t.Fatalf("%q begins: %+v, %v", text, got, outcome)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, tc := range []struct {
		phrase, text string
		most         float64
		least        float64
	}{
		{"nämnden", "nämnden", 0, 0},
		{"nämnden", "namnden", 0.1, 0.1},
		{"nämnden", "niimnden", 0.2, 0.2},
		{"nämnden", "naémnden", 0.2, 0.2},
		{"för", "fr", 0.5, 0.5},
		{"för", "far", 1, 1},
		{"beslut", "besut", 1, 1},
		{"skickas till", "skickastill", 0.5, 0.5},
	} {
		if d := Distance(tc.phrase, tc.text); d > tc.most+1e-9 || d < tc.least-1e-9 {
			t.Errorf("%q as %q: %v, expected %v to %v", tc.phrase, tc.text, d, tc.least, tc.most)
		}
	}
}

func BenchmarkLine(b *testing.B) {
	m := New(headings)
	for b.Loop() {
		m.Line("Ordföranden föreslår att nämnden godkänner rapporten och")
		m.Line("Sammantradet")
	}
}
