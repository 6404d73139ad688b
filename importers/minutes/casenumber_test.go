package minutes

import (
	"testing"

	"riskbok/config"
)

// TestCaseAtEnd: a title is divided from a case number at its end, and from
// nothing that only looks like one.
func TestCaseAtEnd(t *testing.T) {
	w := newWords(config.MeetingWords())
	for title, want := range map[string][2]string{
		"Taxa för gästplatser (HN 2031/7)":       {"Taxa för gästplatser", "HN 2031/7"},
		"Taxa för gästplatser (dnr HN 2031/7)":   {"Taxa för gästplatser", "HN 2031/7"},
		"Taxa för gästplatser Dnr HN-2031-00007": {"Taxa för gästplatser", "HN-2031-00007"},
		"Taxa för gästplatser, Dnr: 2031-7 HN":   {"Taxa för gästplatser", "2031-7 HN"},
		"Taxa för gästplatser (2031/0007)":       {"Taxa för gästplatser", "2031/0007"},
		"Dnr HN 2031/7":                          {"", "HN 2031/7"},
		"HN 2031/7":                              {"", "HN 2031/7"},
		"Taxa för gästplatser HN 2031/7":         {"Taxa för gästplatser HN 2031/7", ""},
		"Budget 2031-2033":                       {"Budget 2031-2033", ""},
		"Detaljplan 2031-2033":                   {"Detaljplan 2031-2033", ""},
		"Tider för läsåret (2031/32)":            {"Tider för läsåret (2031/32)", ""},
		"Tider för läsåret (2031/2032)":          {"Tider för läsåret (2031/2032)", ""},
		"Taxa (första läsningen)":                {"Taxa (första läsningen)", ""},
		"Taxa (2031-02-17)":                      {"Taxa (2031-02-17)", ""},
		"Regionplan 2031–2033 31RS4410":          {"Regionplan 2031–2033", "31RS4410"},
		"Ändring i taxan 2031-POL000312":         {"Ändring i taxan", "2031-POL000312"},
		"Trygga kajer (SOU 2031:45)":             {"Trygga kajer (SOU 2031:45)", ""},
		"Trygga kajer (DIR 2031/45)":             {"Trygga kajer", "DIR 2031/45"},
		"(HN 2031/7)":                            {"", "HN 2031/7"},
		"HN 31-007":                              {"", "HN 31-007"},
		"Taxa (HN 31/107)":                       {"Taxa", "HN 31/107"},
		"Ärende: HN 2031/7":                      {"", "HN 2031/7"},
		"Taxa, Ärende HN 2031/7":                 {"Taxa", "HN 2031/7"},
		"Taxa Ärende 2031/7":                     {"Taxa Ärende 2031/7", ""},
		"Ärende 2031/2032":                       {"Ärende 2031/2032", ""},
		"Ärende SOU 2031:45":                     {"Ärende SOU 2031:45", ""},
		"Väg E20 delen 31RS":                     {"Väg E20 delen 31RS", ""},
		"":                                       {"", ""},
	} {
		text, number := w.caseAtEnd(title)
		if got := [2]string{text, number}; got != want {
			t.Errorf("%q: %q, expected %q", title, got, want)
		}
	}
}

// TestCaseAtStart: a title is divided from a labelled case number in front of it,
// where what follows can be a title.
func TestCaseAtStart(t *testing.T) {
	w := newWords(config.MeetingWords())
	for title, want := range map[string][2]string{
		"Dnr HN 2031/7 Taxa för gästplatser":          {"Taxa för gästplatser", "HN 2031/7"},
		"Dnr: HN-2031-00007, Taxa":                    {"Taxa", "HN-2031-00007"},
		"Dnr HN 2031/7 Internkontrollplan 2032":       {"Internkontrollplan 2032", "HN 2031/7"},
		"Diarienummer 2031/7 HN Taxa för gästplatser": {"Taxa för gästplatser", "2031/7 HN"},
		"Dnr 2031/7 – VA-taxa":                        {"VA-taxa", "2031/7"},
		"Dnr HN 2031/7":                               {"Dnr HN 2031/7", ""},
		"Dnr HN 2031/7 och HN 2031/8":                 {"Dnr HN 2031/7 och HN 2031/8", ""},
		"Dnr HN 2031/7, HN 2031/8":                    {"Dnr HN 2031/7, HN 2031/8", ""},
		"Ärende HN 2031/7 Taxa för gästplatser":       {"Taxa för gästplatser", "HN 2031/7"},
		"Ärende 7 Taxa för gästplatser":               {"Ärende 7 Taxa för gästplatser", ""},
		"HN 2031/7 Taxa för gästplatser":              {"HN 2031/7 Taxa för gästplatser", ""},
		"Datum 2031-02-17 Taxa":                       {"Datum 2031-02-17 Taxa", ""},
	} {
		text, number := w.caseAtStart(title)
		if got := [2]string{text, number}; got != want {
			t.Errorf("%q: %q, expected %q", title, got, want)
		}
	}
}

// TestProposesAt: what leads on to a proposal may end with the word for a clause.
func TestProposesAt(t *testing.T) {
	w := newWords(config.MeetingWords())
	for text, want := range map[string]bool{"Direktionen indstiller, at": true, "Direktionen indstiller": true, "Direktionen indstiller planen": false} {
		if got := w.proposes(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	if n := caseNumber("12-05-2031"); n != "" {
		t.Errorf("a date is the case number %q", n)
	}
}

func TestBoardNames(t *testing.T) {
	w := newWords(config.MeetingWords())
	for text, want := range map[string]string{
		"Hamnnämnden":                     "Hamnnämnden",
		"Hamnnämnden 2031-02-17":          "Hamnnämnden",
		"Räddningsnämnden i Norrvik":      "Räddningsnämnden i Norrvik",
		"Ordföranden frågar om nämnden":   "",
		"Miljö- och tekniska nämnden":     "Miljö- och tekniska nämnden",
		"Hamnnämnden har fattat beslut":   "",
		"Hamnnämnden i frågan":            "",
		"Hamnnämnden ska i Norrvik bygga": "",
		"Nämnden för kajer och bryggor":   "Nämnden för kajer och bryggor",
	} {
		if got := w.boardName(text); got != want {
			t.Errorf("%q: %q, expected %q", text, got, want)
		}
	}
}
