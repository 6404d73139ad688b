package minutes

import (
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/rules/model"
)

// memo fills a page with a memo whose text reaches its foot.
var memo = `=== 595x842
Tjänsteskrivelse
2031-02-04

Dnr: HN-2031/00002

# Muddring av inloppet

## Förslag till beslut
Hamnnämnden avsätter medel till muddring av inloppet under hösten.

## Ärendebeskrivning
` + strings.Repeat("Inloppet har grundats upp sedan 2027 och större båtar går på vid lågt vatten,\n", 34)

// TestPagesAfter: what comes after a full page of a memo goes on with it,
// unless it begins something else or is an attachment.
func TestPagesAfter(t *testing.T) {
	const own = "och det gäller hela inloppet."
	for _, tc := range []struct {
		name, first, page string
		items             int
		goesOn            bool // the last line of page is text of the memo
	}{
		{"text", memo, "=== 595x842\nden norra delen mest,\n" + own, 1, true},
		{"a heading", memo, "=== 595x842\n## Bakgrund\n" + own, 1, true},
		{"another format", memo, "=== 842x595\nden norra delen mest,\n" + own, 1, false},
		{"a title of its own", memo, "=== 595x842\n# Mätprotokoll\n" + own, 1, false},
		{"an emptier page", strings.Replace(memo, strings.Repeat("Inloppet har grundats upp sedan 2027 och större båtar går på vid lågt vatten,\n", 30), "", 1), "=== 595x842\nden norra delen mest,\n" + own, 1, false},
		{"a form's name alone", memo, "=== 595x842\nTjänsteskrivelse\nProtokoll\n" + own, 1, true},
		{"another memo", memo, "=== 595x842\nTjänsteskrivelse\n2031-02-05\n\nDnr: HN-2031/00003\n\n# Taxa\n\n## Ärendebeskrivning\n" + own, 2, false},
		{"the letterhead again", memo, "=== 595x842\nTjänsteskrivelse\n2031-02-04\n\nDnr: HN-2031/00002\n\n## Bakgrund\n" + own, 1, true},
		{"page 2 of 2", memo, "=== 595x842\nTjänsteskrivelse            Sida 2 av 2\n2031-02-04\n\nDnr: HN-2031/00002\n\n" + own, 1, true},
		{"page 1 of 2", memo, "=== 595x842\nMätprotokoll                Sida 1 av 2\n" + own, 1, false},
	} {
		doc := &model.Document{}
		got := Read(doc, pagesOf(t, tc.first+tc.page+"\n", false), config.MeetingWords(), nil)
		if len(got) != 1 || len(got[0].Items) != tc.items {
			t.Errorf("%s: %s", tc.name, printed(got, doc))
			continue
		}
		first := model.Meeting{Items: got[0].Items[:1]}
		if text := printed([]model.Meeting{first}, doc); strings.Contains(text, own) != tc.goesOn {
			t.Errorf("%s: goes on %v, expected %v\n%s", tc.name, !tc.goesOn, tc.goesOn, text)
		}
	}
}

func TestCaseNumber(t *testing.T) {
	for text, want := range map[string]string{
		"HN-2031/00002":         "HN-2031/00002",
		"HN 2031/118":           "HN 2031/118",
		"2031/1-1.1.2.3":        "2031/1-1.1.2.3",
		"KSF/2031:12":           "KSF/2031:12",
		"KS 2031/4 003":         "KS 2031/4 003",
		"HN 2031/4, se även 5":  "HN 2031/4",
		"HN 2031/4.":            "HN 2031/4",
		"2031-118 HN":           "2031-118 HN",
		"2031-02-04 HN":         "",
		"HN-2031-00118-3":       "HN-2031-00118-3",
		"HN 2031/4 Sida 1":      "HN 2031/4",
		"2031-02-04":            "",
		"12":                    "",
		"Hamnnämnden":           "",
		"se bifogad lista 2031": "",
		"":                      "",
	} {
		if got := caseNumber(text); got != want {
			t.Errorf("%q: %q, expected %q", text, got, want)
		}
	}
}

func TestBoardName(t *testing.T) {
	w := newWords(config.MeetingWords())
	for text, want := range map[string]string{
		"Hamnnämnden":                     "Hamnnämnden",
		"Hamnnaémnden 2031-02-17":         "Hamnnaémnden",
		"E-niimnden":                      "E-niimnden",
		"Nämnden för hamnar och farleder": "Nämnden för hamnar och farleder",
		"Namnden fér hamnar":              "Namnden fér hamnar",
		"Kommunstyrelsen":                 "Kommunstyrelsen",
		"Nämnden":                         "",
		"beslutas av hamnnämnden":         "",
		"Hamnnämnden: beslut":             "",
		"Hamnnämnden sammanträder":        "",
		"Hamnnämnden 12":                  "",
		"Ekköpings kommun":                "",

		"Direktionen för Räddningstjänsten Norra Viken": "Direktionen för Räddningstjänsten Norra Viken",
		"Direktionen för hamnarna":                      "Direktionen för hamnarna",
		"Tekniska nämnden i Norrvik":                    "Tekniska nämnden i Norrvik",
		"Gemensamma hamnnämnden för Ekvik och Norrvik":  "Gemensamma hamnnämnden för Ekvik och Norrvik",
		"Räddningsnämnden i Norrvik beslutar":           "",
		"Hamnnämnden för protokoll":                     "",
	} {
		if got := w.boardName(text); got != want {
			t.Errorf("%q: %q, expected %q", text, got, want)
		}
	}
}

// TestParagraphs: a full line with a gap below it ends a paragraph, a short
// one only after a full stop.
func TestParagraphs(t *testing.T) {
	text := memo[:strings.Index(memo, "Inloppet")] + `Inloppet har grundats upp sedan 2027 och större båtar går på vid lågt vatten
utan att det märks, vilket hamnens personal har påpekat flera gånger för nämnd.

Hamnens personal mäter djupet varje vår och höst och för protokoll över måtten.

Kajen är
inte berörd.
Piren är inte heller berörd.
`
	doc := &model.Document{}
	got := Read(doc, pagesOf(t, text, false), config.MeetingWords(), nil)
	if len(got) != 1 || len(got[0].Items) != 1 || len(got[0].Items[0].Background) != 4 {
		t.Errorf("read: %s", printed(got, doc))
	}
}

func TestAgendaPages(t *testing.T) {
	for _, tc := range []struct {
		rows string
		want string
	}{
		{"1   Val av justerare   3", "1: Val av justerare, 3"},
		{"1   Rapport tertial 2", "1: Rapport tertial 2, 0"},
		{"1. Budget ........ 3\n2. Rapport tertial 2 ..... 5", "1: Budget, 3; 2: Rapport tertial 2, 5"},
		{"1. Budget 2031\n2. Rapport 2\n3. Taxa", "1: Budget 2031, 0; 2: Rapport 2, 0; 3: Taxa, 0"},
		{"1. Val 7\n2. Rapport 2\n3. Taxa 3", "1: Val 7, 0; 2: Rapport 2, 0; 3: Taxa 3, 0"},
	} {
		doc := &model.Document{}
		got := Read(doc, pagesOf(t, "=== 595x842\nKallelse\n\nHamnnämnden\n\nDagordning\n"+tc.rows+"\n", false), config.MeetingWords(), nil)
		var entries []string
		for _, m := range got {
			for _, a := range m.Agenda {
				entries = append(entries, a.Number.V+": "+a.Title.V+", "+decimalOf(a.Page.V))
			}
		}
		if s := strings.Join(entries, "; "); s != tc.want {
			t.Errorf("%q: %q, expected %q", tc.rows, s, tc.want)
		}
	}
}

func decimalOf(n int) string { return string(rune('0' + n)) }

func TestHalves(t *testing.T) {
	for text, want := range map[string]int{
		"Alby Sund": 2, "Alby kommun Sunds kommun": 2, "Alby norra Sund södra": 1, "Alby": 1, "Alby Sund Ek": 1,
	} {
		got := halves(model.Text(text, model.Source{}))
		if len(got) != want || want == 1 && (got[0].OK || got[0].Raw != text) {
			t.Errorf("%q: %+v, expected %d parts", text, got, want)
		}
	}
}

// TestAgendaTables: tables with heads and lists without a heading are agendas,
// with numbers and without.
func TestAgendaTables(t *testing.T) {
	for name, tc := range map[string]struct{ text, want string }{
		"with numbers":    {"Hamnnämnden, tisdag 2031-03-18 kl. 09.00\nNr   Ärende                 Dnr           Föredragande\n1    Val av justerare\n2    Taxa för gästplatser   HN 2031/12    Hamnchef", "1 Val av justerare ; 2 Taxa för gästplatser HN 2031/12"},
		"without numbers": {"Hamnnämnden 2031-03-18\nÄrende                 Dnr\n\nVal av justerare\n\nTaxa för gästplatser   HN 2031/12\n\nTaxa för gästplatser\nHN 2031/12\nNämnden antar taxan.", " Val av justerare ;  Taxa för gästplatser HN 2031/12"},
		"no heading":      {"Hamnnämnden 2031-03-18\n1. Upprop\n2. Val av justerare\n3. Taxa för gästplatser, HN 2031/12", "1 Upprop ; 2 Val av justerare ; 3 Taxa för gästplatser HN 2031/12"},
		"form as heading": {"Hamnnämnden den 18 mars 2031\nÄrende                    Diarienr\n1. Val av justerare\n2. Taxa för gästplatser   HN 2031/12", "1 Val av justerare ; 2 Taxa för gästplatser HN 2031/12"},
	} {
		doc := &model.Document{}
		var got []string
		for _, m := range Read(doc, pagesOf(t, "=== 595x842\n# Föredragningslista\n\n"+tc.text+"\n", false), config.MeetingWords(), nil) {
			if m.Board.V != "Hamnnämnden" || m.Date.V.String() != "2031-03-18" {
				t.Errorf("%s: board %q, date %s", name, m.Board.V, m.Date.V)
			}
			for _, a := range m.Agenda {
				got = append(got, a.Number.V+" "+a.Title.V+" "+a.CaseNumber.V)
			}
		}
		if s := strings.Join(got, "; "); s != tc.want {
			t.Errorf("%s: %q, expected %q", name, s, tc.want)
		}
	}
}
