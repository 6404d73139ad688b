package minutes

import (
	"fmt"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/rules/model"
)

func readOne(t *testing.T, lines ...string) model.Meeting {
	t.Helper()
	got := Read(&model.Document{}, pagesOf(t, "=== 595x842\n"+strings.Join(lines, "\n")+"\n", false), config.MeetingWords(), nil)
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
		{"heads-over-two-rows", []string{
			"| Ärende   Rubrik   Diarienr", "| nr", "| 1   Upprop", "| 2   Ny taxa för kajplatser   HN 2031/14", "| 3   Rapporter",
		}, "1|Upprop|;2|Ny taxa för kajplatser|HN 2031/14;3|Rapporter|"},
		{"leaders", []string{
			"1 Sammanträdets öppnande ...............   3",
			"2 Ny taxa för kajplatser (HN 2031/14) ...............   4",
			"3 Vinterförvaring, beslut om förslag (HN 2031/9) ...............   9",
		}, "1|Sammanträdets öppnande|;2|Ny taxa för kajplatser|HN 2031/14;3|Vinterförvaring, beslut om förslag|HN 2031/9"},
		{"clock-first", []string{
			"09.00   1   Upprop",
			"2   Ny taxa för kajplatser   HN",
			"                             2031/14",
			"## Beslutsärenden",
			"10.15–10.30   3   Vinterförvaring   HN 2031/9",
		}, "1|Upprop|;2|Ny taxa för kajplatser|HN 2031/14;3|Vinterförvaring|HN 2031/9"},
		{"figure-goes-on", []string{
			"1.   Svar på fråga om kaj för äldre över   HN 2031/14", "     75 år", "2.   Vinterförvaring   HN 2031/9", "3.   Rapporter",
		}, "1|Svar på fråga om kaj för äldre över 75 år|HN 2031/14;2|Vinterförvaring|HN 2031/9;3|Rapporter|"},
		{"label-before", []string{
			"1. Upprop", "2. Dnr HN 2031/14 Ny taxa", "3. Dnr HN 2031/9 Vinterförvaring 2031",
		}, "1|Upprop|;2|Ny taxa|HN 2031/14;3|Vinterförvaring 2031|HN 2031/9"},
		{"laws", []string{
			"1. Remiss av SOU 2031:45", "2. Anpassning till SFS 2031:77", "3. Tider för läsåret 2031/32", "4. Ny taxa HN 2031:14",
		}, "1|Remiss av SOU 2031:45|;2|Anpassning till SFS 2031:77|;3|Tider för läsåret 2031/32|;4|Ny taxa|HN 2031:14"},
		{"label-behind", []string{
			"1. Ny taxa, dnr HN 2031/14", "2. Vinterförvaring, dnr HN 2031/9", "3. Övriga frågor", "", "", "Berit Åhl", "Ordförande",
		}, "1|Ny taxa|HN 2031/14;2|Vinterförvaring|HN 2031/9;3|Övriga frågor|"},
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

// TestRulesBehindMinutes: the rules of a board that is decided on are no items, though
// they tell how its meetings are opened.
func TestRulesBehindMinutes(t *testing.T) {
	m := readOne(t,
		"# Protokoll", "Hamnnämnden 2031-03-04", "",
		"## § 8 Dagordning", "** Beslut", "Dagordningen fastställs.", "",
		"## § 9 Reglemente för hamnrådet", "** Beslut", "Reglementet antas.",
		"=== 595x842", "# Reglemente för hamnrådet", "",
		"## § 1 Uppgift", "Rådet är rådgivande.", "", "## § 2 Mötets öppnande", "Ordföranden öppnar mötet.", "",
		"## § 3 Val av justerare", "En justerare väljs.", "", "## § 4 Övriga frågor", "Frågor anmäls.")
	if len(m.Items) != 2 {
		t.Errorf("read %s", printed([]model.Meeting{m}, &model.Document{}))
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

// TestBareFormalities: bare numbers are those of items where a meeting is opened and
// gone through; the clauses of a text are not.
func TestBareFormalities(t *testing.T) {
	m := readOne(t,
		"# Protokoll Hamnrådet", "Datum: 2031-05-13", "",
		"** 1. Mötet öppnas", "Ordföranden hälsar alla välkomna.", "",
		"** 2. Val av justerare", "Birgit Sand väljs att justera protokollet.", "",
		"** 3. Kajen", "Rådet önskar att bryggan lagas.", "",
		"** 4. Nästa möte", "Nästa möte är i september.")
	if len(m.Items) != 4 || m.Items[2].Title.V != "Kajen" {
		t.Errorf("%d items", len(m.Items))
	}
}

// TestNumberBeforeCase: the case number stands behind that of the paragraph, on its
// line; a light line below the heading of a decision is its lead.
func TestNumberBeforeCase(t *testing.T) {
	m := readOne(t,
		"** Hamnnämnden Protokoll 2031-06-17", "",
		"** § 88, 0007/31", "", "** Delårsrapport mars", "", "** Beslut", "Enligt hamnkontorets förslag:", "1. Delårsrapporten godkänns.", "",
		"** § 89, 0412/30", "", "** Ny kran", "", "** Beslut", "Enligt hamnkontorets förslag:", "1. Kranen köps in.", "", "Exp: Hamnkontoret, Kansliet")
	if m.Board.V != "Hamnnämnden" || m.Date.V != (model.Date{Year: 2031, Month: 6, Day: 17}) {
		t.Errorf("%q %v", m.Board.V, m.Date.V)
	}
	for i, want := range []string{"0007/31 Delårsrapport mars Delårsrapporten godkänns. 0", "0412/30 Ny kran Kranen köps in. 2"} {
		it := m.Items[i]
		if got := fmt.Sprint(it.CaseNumber.V, " ", it.Title.V, " ", strings.TrimPrefix(it.Decision.Parts[0].V, "1. "), " ", len(it.Recipients)); got != want || len(it.Proposal.Parts) > 0 {
			t.Errorf("read %s, expected %s", got, want)
		}
	}
}

// TestSerialMinutes: minutes that are numbered over the year say so in their title.
func TestSerialMinutes(t *testing.T) {
	w := newWords(config.MeetingWords())
	for text, want := range map[string]model.ItemForm{
		"Protokoll 9/2031": model.FormMinutes, "Protokoll (nr 6)": model.FormMinutes, "Styrelseprotokoll nr 4/2031": model.FormMinutes,
		"Hamnnämnden Protokoll 2031-06-16": model.FormMinutes, "Hamnnämndens protokoll 2031-06-16 § 14": "",
	} {
		if form, _, _ := w.formOf(text, true); form != want {
			t.Errorf("%q: %q, expected %q", text, form, want)
		}
	}
}

// TestContentsOfScan: a list of contents whose leaders and pages were lost is no
// series of items beside that of the items themselves.
func TestContentsOfScan(t *testing.T) {
	m := readOne(t,
		"Hamnnämnden", "Protokoll 2031-04-29", "Innehåll",
		"§ 31 Månadsuppföljning   HN 2031/41", "§ 32 Parboende   HN 2031/52", "§ 33 Val   HN 2031/9",
		"=== 595x842", "§ 31", "## Månadsuppföljning", "HN 2031/41", "** Hamnnämndens beslut", "Uppföljningen godkänns.",
		"=== 595x842", "§ 32", "## Parboende", "HN 2031/52", "** Hamnnämndens beslut", "Riktlinjen antas.",
		"=== 595x842", "§ 33", "## Val", "HN 2031/9", "** Hamnnämndens beslut", "Olle Sten väljs.")
	if len(m.Items) != 3 || len(m.Items[0].Decision.Parts) != 1 {
		t.Errorf("read %s", printed([]model.Meeting{m}, &model.Document{}))
	}
}

// TestTitleOnNextPage: the number stands at the foot of a page, its title printed
// large on the next.
func TestTitleOnNextPage(t *testing.T) {
	m := readOne(t,
		"Hamnnämnden", "Protokoll 2031-10-22",
		"** § 42   HN 2031/98", "** Byte av kran", "** Beslut", "Begäran avslås.",
		"** § 43   HN 2031/2", "=== 595x842", "## Anmälan av delegationsbeslut", "** Beslut", "Anmälan läggs till handlingarna.",
		"", "", "Ove Kant, ordförande", "Lis Berg, justerare")
	if len(m.Items) != 2 || m.Items[1].Title.V != "Anmälan av delegationsbeslut" || len(m.Items[1].Decision.Parts) != 1 || m.Items[1].Decision.Parts[0].V != "Anmälan läggs till handlingarna." {
		t.Errorf("read %s", printed([]model.Meeting{m}, &model.Document{}))
	}
}

// TestOwnProposal: what the board of the meeting proposes to another is its decision
// where it takes no other.
func TestOwnProposal(t *testing.T) {
	m := readOne(t,
		"Förbundsstyrelsen", "Protokoll 2031-12-05",
		"** Fs § 61   VA-taxa   Dnr 2031/88", "Taxan har inte höjts på tre år, och höjningen behövs för nya ledningar.", "",
		"** Förbundsstyrelsen föreslår fullmäktige besluta", "att anta taxan.", "",
		"** Fs § 62   Verksamhetsplan   Dnr 2031/91", "Planen bygger på ägardirektivet, och den har setts över av alla.", "",
		"** Förbundsstyrelsen beslutar", "att anta planen.")
	for i := range m.Items {
		if it := &m.Items[i]; len(it.Decision.Parts) != 1 || len(it.Proposal.Parts) != 0 {
			t.Errorf("read %s", printed([]model.Meeting{m}, &model.Document{}))
		}
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
