package minutes

import (
	"fmt"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/rules/model"
)

// numbered sets minutes whose items are numbered by these texts.
func numbered(head string, numbers []string) string {
	var b strings.Builder
	b.WriteString("=== 595x842\n" + head + "\nHamnnämnden                      2031-02-17\n\n\n")
	for i, n := range numbers {
		fmt.Fprintf(&b, "%s\nTaxa för kaj %c\nDnr HN 2031/%d\n\nHamnnämndens beslut\nTaxan antas.\n\n\n", n, 'A'+i, 7+i)
	}
	return b.String()
}

// TestNumberForms: the forms of numbers, as printed and as recognized. What is
// read for the sign is settled by the numbers about it.
func TestNumberForms(t *testing.T) {
	for _, tc := range []struct{ numbers, want string }{
		{"§ 12/§ 13/§ 14", "§ 12, § 13, § 14"},
		{"§12/§13/§14", "§ 12, § 13, § 14"},
		{"12 §/13 §/14 §", "12 §, 13 §, 14 §"},
		{"Hn § 12/Hn § 13/Hn § 14", "§ 12, § 13, § 14"},
		{"HNau § 12/HNau § 13/HNau § 14", "§ 12, § 13, § 14"},
		{"HN-AU § 12/HN-AU § 13/HN-AU § 14", "§ 12, § 13, § 14"},
		{"Hamnnämnden § 12/Hamnnämnden § 13/Hamnnämnden § 14", "§ 12, § 13, § 14"},
		{"Paragraf 12/Paragraf 13/Paragraf 14", "Paragraf 12, Paragraf 13, Paragraf 14"},
		{"Ärende 12/Ärende 13/Ärende 14", "Ärende 12, Ärende 13, Ärende 14"},
		{"Punkt 12./Punkt 13./Punkt 14.", "Punkt 12, Punkt 13, Punkt 14"},
		{"12./13./14.", "12, 13, 14"},
		{"8 12/813/$ 14", "§ 12, § 13, § 14"},
		{"& 12/&13/S 14", "§ 12, § 13, § 14"},
		{"HN 812/HN 8 13/HN $ 14", "§ 12, § 13, § 14"},
		{"HN83/HN 84/HN85", "§ 3, § 4, § 5"},
		{"128/13 8/14 $", "12 §, 13 §, 14 §"},
		{"Hamnnämnden 8 12/Hamnnämnden 8 13/Hamnnämnden $ 14", "§ 12, § 13, § 14"},
		{"§ 12/13/§ 14", "§ 12, § 13, § 14"},
		{"§ 3/§ 45/§ 112", "§ 3, § 45, § 112"},
	} {
		meetings := Read(&model.Document{}, pagesOf(t, numbered("SAMMANTRÄDESPROTOKOLL", strings.Split(tc.numbers, "/")), false), config.MeetingWords(), nil)
		var got []string
		for _, m := range meetings {
			for _, it := range m.Items {
				got = append(got, it.Number.V)
				if !strings.HasPrefix(it.Title.V, "Taxa för kaj") || len(it.Decision.Parts) == 0 {
					t.Errorf("%s: title %q, decision %v", tc.numbers, it.Title.V, it.Decision.Parts)
				}
			}
		}
		if text := strings.Join(got, ", "); text != tc.want {
			t.Errorf("%s: %s, expected %s", tc.numbers, text, tc.want)
		}
	}
}

// TestNoSequence: lists, clauses and amounts are no items.
func TestNoSequence(t *testing.T) {
	for name, page := range map[string]string{
		"clauses of a decision": "§ 12\nTaxa\nDnr HN 2031/7\n\nBeslut\n1. Taxan antas.\n2. Taxan gäller från maj.\n3. Beslutet anmäls.\n",
		"amounts":               "§ 12\nTaxa\nDnr HN 2031/7\n\nBeslut\nTaxan antas.\n\nBakgrund\n12 båtar ligger kvar.\n13 Båtar har flyttats.\n14 500 kronor återstår.\n",
		"a list of decisions":   "§ 12\nAnmälan av beslut\nDnr HN 2031/7\n\nBeslut\nAnmälan godkänns.\n\nBakgrund\nHN-AU § 40 Kajer\nHN-AU § 41 Bojar\nHN-AU § 42 Broar\n",
	} {
		meetings := Read(&model.Document{}, pagesOf(t, "=== 595x842\nSAMMANTRÄDESPROTOKOLL\nHamnnämnden                      2031-02-17\n\n\n"+page, false), config.MeetingWords(), nil)
		if len(meetings) != 1 || len(meetings[0].Items) != 1 || meetings[0].Items[0].Number.V != "§ 12" {
			t.Errorf("%s: %s", name, short(meetings))
		}
	}
}

// TestFormalities: titles of formalities, and titles that only begin alike.
func TestFormalities(t *testing.T) {
	w := newWords(config.MeetingWords())
	for title, want := range map[string]bool{
		"Upprop": true, "Upprop och val av justerare": true, "Val av protokolljusterare": true, "Val av justerare och tid för justering": true,
		"Mötets öppnande": true, "Fastställande av dagordning": true, "Godkännande av föredragningslistan": true, "Faststallande av dagordning": true,
		"Justering av taxan för gästplatser": false, "Öppnande av ny hamn": false, "Val av kontaktpolitiker": false, "Fastställande av taxa": false,
		"Dagordning för hamnens dag": false, "Jäv i upphandling av kranar": false,
	} {
		if got := w.formality(title); got != want {
			t.Errorf("%q: %v", title, got)
		}
	}
}

// TestYearOfSentence: a date without a year has that of the list it stands in.
func TestYearOfSentence(t *testing.T) {
	const head = "=== 595x842\nTjänsteskrivelse\n2031-02-04\n\nDnr: HN-2031/00002\n\n# Dagar\n\n## Förslag till beslut\n"
	for text, want := range map[string]string{
		"Nämnden möts tisdagen den 14 januari 2031 och tisdagen den 11 mars 2031.":                         "2031-01-14 2031-03-11",
		"Nämnden möts tisdagen den 14 januari och tisdagen den 11 mars 2031.":                              "2031-01-14 2031-03-11",
		"Nämnden möts tisdagen den 14 januari, onsdagen den 12 februari samt tisdagen\nden 11 mars 2032.":  "2032-01-14 2032-02-12 2032-03-11",
		"Under 2032 möts nämnden tisdagen den 14 januari och tisdagen den 11 mars.":                        "2032-01-14 2032-03-11",
		"Nämnden möts den 16 december 2031 samt tisdagen den 14 januari och måndagen den 3 februari 2032.": "– 2032-02-03",
		"Mötet tisdagen den 14 januari behandlar budgeten för 2033.":                                       "–",
		"Dagar under 2032:\nmåndag 9 februari\nmåndag 11 maj":                                              "2032-02-09 2032-05-11",
	} {
		meetings := Read(&model.Document{}, pagesOf(t, head+text+"\n", false), config.MeetingWords(), nil)
		var got []string
		for _, m := range meetings {
			for _, d := range m.Days {
				got = append(got, day(d.Date))
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %s, expected %s", text, s, want)
		}
	}
}

// TestAgendaColumns: an agenda whose columns hold case numbers and speakers.
func TestAgendaColumns(t *testing.T) {
	for name, rows := range map[string]string{
		"a table":   "| Nr   Ärende   Diarienr   Föredragande\n| 1   Upprop      Ada Holm\n| 2   Taxa för gästplatser   HN 2031/7   Bo Strand\n| 3   Kajer   HN 2031/8   Bo Strand\n",
		"columns":   "1   Upprop   Ada Holm\n2   Taxa för gästplatser   Dnr HN 2031/7   Bo Strand\n3   Kajer   Dnr HN 2031/8   Bo Strand\n",
		"with dots": "Ärende 1 Upprop .......... 2\nÄrende 2 Taxa för gästplatser HN 2031/7 .......... 3\nÄrende 3 Kajer HN 2031/8 .......... 5\n",
	} {
		meetings := Read(&model.Document{}, pagesOf(t, "=== 595x842\nKallelse\n\nTekniska nämnden   2031-02-17\n\nFöredragningslista\n"+rows, false), config.MeetingWords(), nil)
		var got []string
		for _, m := range meetings {
			for _, a := range m.Agenda {
				got = append(got, a.Title.V+" "+a.CaseNumber.V)
			}
		}
		if s := strings.Join(got, ", "); s != "Upprop , Taxa för gästplatser HN 2031/7, Kajer HN 2031/8" {
			t.Errorf("%s: %s", name, s)
		}
	}
}

// TestSummonsLine: board and day of a summons that says them in one long line, and
// a title whose first line ends with a comma beside its case number.
func TestSummonsLine(t *testing.T) {
	const page = "=== 595x842\n# Kallelse\nTekniska nämnden i Norrvik kallas härmed till sammanträde måndagen den 17 februari 2031 kl. 08.30 i Hamnsalen\n\nFöredragningslista\n" +
		"1   Upprop   Ada Holm\n2   Belysning längs kajen, HN 2031-7   Bo Strand\n    svar på motion\n3   Kajer, HN 2031-8   Bo Strand\n"
	meetings := Read(&model.Document{}, pagesOf(t, page, false), config.MeetingWords(), nil)
	if len(meetings) != 1 {
		t.Fatalf("%d meetings", len(meetings))
	}
	m := &meetings[0]
	if got := shown(m.Board) + " " + day(m.Date); got != "Tekniska nämnden i Norrvik 2031-02-17" {
		t.Error(got)
	}
	var got []string
	for _, a := range m.Agenda {
		got = append(got, a.Title.V+" "+a.CaseNumber.V)
	}
	if s := strings.Join(got, "; "); s != "Upprop ; Belysning längs kajen, svar på motion HN 2031-7; Kajer HN 2031-8" {
		t.Error(s)
	}
}
