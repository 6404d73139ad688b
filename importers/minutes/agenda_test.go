package minutes

import (
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/rules/model"
)

func readOne(t *testing.T, lines ...string) model.Meeting {
	t.Helper()
	got := Read(&model.Document{}, pagesOf(t, "=== 595x842\n"+strings.Join(lines, "\n")+"\n", false), config.MeetingWords())
	if len(got) != 1 {
		t.Fatalf("%d meetings, not one: %s", len(got), printed(got, &model.Document{}))
	}
	return got[0]
}

// TestAgendaEntries: what stands beside the titles of an agenda is a case number
// only where it looks like one; dots that lead on to a page are no part of a title.
func TestAgendaEntries(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		want  string // number, title, case number
	}{
		{"clock", []string{
			"| Nr   Ärende   Dnr   Föredragande   Tid",
			"| 1   Upprop   Ordföranden   08:30",
			"| 2   Ny taxa för kajplatser   HN 2031-14   Hamnkapten   08.50",
			"| 3   Övriga frågor   Ordföranden   09:10–09:15",
		}, "1|Upprop|;2|Ny taxa för kajplatser|HN 2031-14;3|Övriga frågor|"},
		{"leaders", []string{
			"1 Sammanträdets öppnande ...............   3",
			"2 Ny taxa för kajplatser (HN 2031/14) ...............   4",
			"3 Vinterförvaring, beslut om förslag (HN 2031/9) ...............   9",
		}, "1|Sammanträdets öppnande|;2|Ny taxa för kajplatser|HN 2031/14;3|Vinterförvaring, beslut om förslag|HN 2031/9"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := readOne(t, append([]string{"Kallelse till Hamnnämnden", "Datum: 2031-05-12", "", "## Ärenden"}, c.lines...)...)
			var got []string
			for _, e := range m.Agenda {
				got = append(got, strings.Join([]string{e.Number.V, e.Title.V, e.CaseNumber.V}, "|"))
			}
			if s := strings.Join(got, ";"); s != c.want {
				t.Errorf("read %s, expected %s", s, c.want)
			}
		})
	}
}

// TestFormalSeries: numbers are those of items where formalities stand behind them,
// though hardly anything is decided; a list of contents is no series for them.
func TestFormalSeries(t *testing.T) {
	m := readOne(t,
		"# Protokoll", "fört vid Hamnnämndens möte den 4 mars 2031", "",
		"** § 1. Mötets öppnande", "Ordföranden hälsade välkommen.", "",
		"** § 2. Val av justerare", "Olle Sten valdes att justera protokollet.", "",
		"** § 3. Snöröjning", "Frågan togs upp av Mats Lind och ska tas upp med entreprenören.", "",
		"** § 4. Mötet avslutas", "Ordföranden avslutade mötet.")
	if len(m.Items) != 4 {
		t.Errorf("%d items, not 4", len(m.Items))
	}
	m = readOne(t,
		"# Protokoll", "fört vid Hamnnämndens möte den 4 mars 2031", "",
		"Punkt 1: Öppnande", "Punkt 2: Val av justerare", "Punkt 3: Ny taxa", "",
		"=== 595x842", "## Punkt 1: Öppnande", "Beslut", "Mötet öppnades.", "",
		"## Punkt 2: Val av justerare", "Beslut", "Olle Sten valdes.", "",
		"## Punkt 3: Ny taxa", "Beslut", "Taxan antas.")
	if len(m.Items) != 3 || len(m.Items[2].Decision.Parts) != 1 {
		t.Errorf("%d items, not 3 with their decisions", len(m.Items))
	}
}

// TestHeadOfMinutes: a name printed large is the board's, the number beside a
// paragraph its case number, whatever it looks like.
func TestHeadOfMinutes(t *testing.T) {
	m := readOne(t,
		"# Hamnnämnden", "Protokoll från sammanträde den 12 mars 2031", "",
		"** § 3   2031/98", "## Revidering av reglemente för båtplatser i Vikens", "## kommun",
		"** Beslut", "Reglementet antas.", "",
		"** § 4   2031/412", "## Ny kran", "** Beslut", "Kranen köps in.")
	if m.Board.V != "Hamnnämnden" {
		t.Errorf("board %q", m.Board.V)
	}
	if it := m.Items[0]; it.CaseNumber.V != "2031/98" || it.Title.V != "Revidering av reglemente för båtplatser i Vikens kommun" {
		t.Errorf("read %q %q", it.CaseNumber.V, it.Title.V)
	}
}

// TestFormalTitles: what is told by word of mouth is a formality, what is told of a
// matter is none.
func TestFormalTitles(t *testing.T) {
	w := newWords(config.MeetingWords())
	for title, want := range map[string]bool{
		"Information från hamnkaptenen": true, "Hamnkaptenens information": true, "Ordföranden informerar": true,
		"Information om ny taxa": false, "Upprop och val av justerare": true, "Antagande av taxa": false,
	} {
		if w.formality(title) != want {
			t.Errorf("%q: %v", title, !want)
		}
	}
}
