package minutes

import (
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// TestFound: the decision of an item without a heading for it is what the chair found
// last; a vote takes back what was found before it, and what is only asked decides
// nothing. Of what has a proposal or a course and no decision it is told.
func TestFound(t *testing.T) {
	const other = "\n\n** § 5\n** Kajer\nDnr HN 2031/8\n\n** Beslut\nKajerna lagas.\n"
	const proposed = "** Förslag till beslut\nTaxan antas.\n\n"
	for name, tc := range map[string]struct {
		text, want string
		told       int
	}{
		"found":                 {proposed + "** Beslutsgång\nOrdföranden finner att nämnden beslutar enligt förslaget.", "P:Taxan antas.|D:Ordföranden finner att nämnden beslutar enligt förslaget.", 0},
		"rejected":              {proposed + "** Beslutsgång\nOrdföranden ställer proposition och finner att nämnden avslår förslaget.", "P:Taxan antas.|D:Ordföranden ställer proposition och finner att nämnden avslår förslaget.", 0},
		"without a proposal":    {"** Propositionsordning\nOrdföranden finner att nämnden antar taxan.", "D:Ordföranden finner att nämnden antar taxan.", 0},
		"the last counts":       {proposed + "** Beslutsgång\nOrdföranden finner att ärendet ska avgöras i dag. Ordföranden finner att nämnden antar taxan.", "P:Taxan antas.|D:Ordföranden finner att nämnden antar taxan.", 0},
		"a vote":                {proposed + "** Beslutsgång\nOrdföranden finner bifall. Omröstning begärs. Med 5 ja-röster mot 4 nej-röster beslutar nämnden enligt förslaget.", "P:Taxan antas.|D:Med 5 ja-röster mot 4 nej-röster beslutar nämnden enligt förslaget.", 0},
		"after a vote":          {proposed + "** Beslutsgång\nOrdföranden finner bifall. Omröstning begärs. Nämnden har därmed beslutat enligt förslaget.", "P:Taxan antas.|D:Nämnden har därmed beslutat enligt förslaget.", 0},
		"a vote without an end": {proposed + "** Beslutsgång\nOrdföranden finner bifall. Omröstning begärs.", "P:Taxan antas.", 1},
		"with what was moved":   {proposed + "** Yrkanden och beslutsgång\nBo Strand yrkar att nämnden beslutar avslå taxan.\n\nOrdföranden finner att nämnden antar taxan.", "P:Taxan antas.|D:Ordföranden finner att nämnden antar taxan.", 0},
		"only asked":            {proposed + "** Beslutsgång\nOrdföranden frågar om nämnden beslutar enligt förslaget.", "P:Taxan antas.", 1},
		"only proposed":         {strings.TrimSpace(proposed), "P:Taxan antas.", 1},
		"decided too":           {proposed + "** Beslutsgång\nOrdföranden finner att nämnden beslutar\nenligt förslaget.\n\n** Beslut\nTaxan antas från maj.", "P:Taxan antas.|D:Taxan antas från maj.", 0},
		"information":           {"** Sammanfattning\nHamnchefen berättar om taxan.", "", 0},
	} {
		doc := &model.Document{}
		meetings := Read(doc, pagesOf(t, minutesHead+"** § 4\n** Taxa\nDnr HN 2031/7\n\n"+tc.text+other, false), config.MeetingWords(), nil)
		want := strings.TrimSuffix("§ 4|Taxa|HN 2031/7|"+tc.want, "|") + "\n§ 5|Kajer|HN 2031/8|D:Kajerna lagas.\n"
		if got := short(meetings); got != want {
			t.Errorf("%s: read\n%s\nexpected\n%s", name, got, want)
		}
		if n := len(doc.NotChecked); n != tc.told || n > 0 && (doc.NotChecked[0].Why != model.NoDecision || doc.NotChecked[0].Table != "§ 4 Taxa") {
			t.Errorf("%s: told %v, expected %d", name, doc.NotChecked, tc.told)
		}
	}
}

// TestUndecidedSummons: a summons only proposes, and nothing is told of it.
func TestUndecidedSummons(t *testing.T) {
	doc := &model.Document{}
	got := short(Read(doc, pagesOf(t, "=== 595x842\nKALLELSE            Sida 1 av 1\nHamnnämnden         2031-02-17\n\n\n** § 4\n** Taxa\nDnr HN 2031/7\n\n** Förslag till beslut\nTaxan antas.\n\n** § 5\n** Kajer\nDnr HN 2031/8\n\n** Förslag till beslut\nKajerna lagas.\n", false), config.MeetingWords(), nil))
	if want := "§ 4|Taxa|HN 2031/7|P:Taxan antas.\n§ 5|Kajer|HN 2031/8|P:Kajerna lagas.\n"; got != want || len(doc.NotChecked) > 0 {
		t.Errorf("read\n%stold %v", got, doc.NotChecked)
	}
}

// TestDecidedByOthers: that a summons tells of what another body decided makes it no
// minutes.
func TestDecidedByOthers(t *testing.T) {
	doc := &model.Document{}
	text := "=== 595x842\nKALLELSE            Sida 1 av 1\nHamnnämnden         2031-02-17\n\n"
	for _, it := range []string{"4. Taxa", "5. Kajer", "6. Bojar"} {
		text += "\n** " + it + "\nDnr HN 2031/7" + it[:1] + "\n\n** Förslag till beslut\nFörslaget antas.\n"
		if it == "5. Kajer" {
			text += "\n** Arbetsutskottets beslut\nÄrendet bereds.\n"
		}
	}
	if got := short(Read(doc, pagesOf(t, text, false), config.MeetingWords(), nil)); strings.Count(got, "P:") != 3 || len(doc.NotChecked) > 0 {
		t.Errorf("read\n%stold %v", got, doc.NotChecked)
	}
}

// TestSameBody: the body of a heading is the board by its whole name or by the sort of
// it that the name ends with.
func TestSameBody(t *testing.T) {
	w := newWords(config.MeetingWords())
	for _, tc := range []struct {
		board, heading string
		want           bool
	}{
		{"Kommunstyrelsen", "Kommunstyrelsens förslag till kommunfullmäktige", true},
		{"Kommunstyrelsens arbetsutskott", "Arbetsutskottets förslag till kommunstyrelsen", true},
		{"Miljö- och hamnnämnden", "Hamnnämndens beslut", true},
		{"Hamnnämnden", "Kommunstyrelsens beslut", false},
		{"Hamnnämnden", "Arbetsutskottets beslut", false},
		{"Hamnnämnden", "Beslut", false},
	} {
		whose := w.whose(tc.heading)
		if got := whose != "" && sameBody(tc.board, whose); got != tc.want {
			t.Errorf("%s, %s: %q, %v", tc.board, tc.heading, whose, got)
		}
	}
}

// TestHeadingOfDay: headings that say which board, and of what day.
func TestHeadingOfDay(t *testing.T) {
	w := newWords(config.MeetingWords())
	for text, want := range map[string]model.SectionRole{
		"Vedtak i Formannskapet - 13.04.2032":       model.SectionDecision,
		"Behandling i Formannskapet - 13.04.2032":   model.SectionOther,
		"Beslutning Økonomiudvalget den 13-04-2032": model.SectionDecision,
		"Beslutning Teknik- og Miljøudvalget":       model.SectionDecision,
		"Protokollsutdrag 2032-04-13":               "",
		"Beslut om taxan 2032-04-13":                "",
		"Vedtak":                                    "",
	} {
		if got := w.sectionOfBoard(text); got != want {
			t.Errorf("%q: %q, expected %q", text, got, want)
		}
	}
	if _, outcome := w.section("Vedtak i Formannskapet"); outcome != ocr.Found {
		t.Error("no heading without a day")
	}
}

// TestNordicMinutes: minutes as Danes write them, whose numbers have a point: "55." is
// no misread "§ 5".
func TestNordicMinutes(t *testing.T) {
	var b strings.Builder
	b.WriteString("=== 595x842\n# Referat fra møde i Havneudvalget\nDato: 12-05-2031\n")
	want := ""
	for _, it := range []struct{ number, title string }{{"55", "Takst for gæstepladser"}, {"56", "Budget for havnen"}, {"57", "Nye bøjer"}} {
		b.WriteString("\n\n** " + it.number + ". " + it.title + "\nSagsnr.: 31/" + it.number + "7\n\n** Forvaltningen indstiller, at\n1. forslaget godkendes.\n\n** Beslutning Havneudvalget den 12-05-2031\nGodkendt.\n")
		want += it.number + "|" + it.title + "|31/" + it.number + "7|P:1. forslaget godkendes.|D:Godkendt.\n"
	}
	meetings := Read(&model.Document{}, pagesOf(t, b.String(), false), config.MeetingWords(), nil)
	if got := short(meetings); got != want {
		t.Errorf("read\n%s\nexpected\n%s", got, want)
	}
	if len(meetings) != 1 || meetings[0].Date.V != (model.Date{Year: 2031, Month: 5, Day: 12}) {
		t.Errorf("read %s", printed(meetings, &model.Document{}))
	}
}

// TestGroupHeading: the heading of the matters that follow is not of the one above it.
func TestGroupHeading(t *testing.T) {
	got := short(Read(&model.Document{}, pagesOf(t, "=== 595x842\nKALLELSE            Sida 1 av 1\nHamnnämnden         2031-02-17\n\n\n** 1. Taxa\nDnr HN 2031/7\n\n** Förslag till beslut\nTaxan antas.\n\n** Tillkommande ärenden\n\n** 2. Kajer\nDnr HN 2031/8\n\n** Förslag till beslut\nKajerna lagas.\n", false), config.MeetingWords(), nil))
	if want := "1|Taxa|HN 2031/7|P:Taxan antas.\n2|Kajer|HN 2031/8|P:Kajerna lagas.\n"; got != want {
		t.Errorf("read\n%s\nexpected\n%s", got, want)
	}
}

// TestNumberWithYear: numbers with their year are no misread signs, and the name of a
// Norwegian committee may say what it is for.
func TestNumberWithYear(t *testing.T) {
	var b strings.Builder
	b.WriteString("=== 595x842\n# Møteprotokoll for Hovedutvalg for havn\nMøtedato: 14.09.2031\n")
	want := ""
	for _, it := range []struct{ number, title string }{{"30", "Takster"}, {"31", "Tertialrapport"}, {"32", "Bøyer"}} {
		b.WriteString("\n\n** " + it.number + "/31 " + it.title + "\nArkivsak-dok. 2031/1" + it.number + "-3\n\n** Forslag til vedtak\nSaken tas til orientering.\n\n** Vedtak\nTatt til orientering.\n")
		want += it.number + "/31|" + it.title + "|2031/1" + it.number + "-3|P:Saken tas til orientering.|D:Tatt til orientering.\n"
	}
	meetings := Read(&model.Document{}, pagesOf(t, b.String(), false), config.MeetingWords(), nil)
	if got := short(meetings); got != want || meetings[0].Board.V != "Hovedutvalg for havn" {
		t.Errorf("read\n%s\nexpected\n%s", printed(meetings, &model.Document{}), want)
	}
}

// TestBareNumbers: where sizes say that a document is no scan, bare numbers above fifty
// are what was printed.
func TestBareNumbers(t *testing.T) {
	var b strings.Builder
	b.WriteString("=== 595x842\n# Protokoll\nHamnnämnden 2031-05-12\n")
	want := ""
	for _, it := range []struct{ number, title string }{{"51", "Taxa"}, {"52", "Kajer"}, {"53", "Bojar"}} {
		b.WriteString("\n\n** " + it.number + " " + it.title + "\nDnr HN 2031/" + it.number + "\n\n** Bakgrund\nInloppet har grundats upp sedan 2027 och större båtar går på vid lågt vatten\nutan att det märks, vilket hamnens personal har påpekat flera gånger för nämnd\nutan att det märks, vilket hamnens personal har påpekat flera gånger för nämnd\n\n** Beslut\nFörslaget antas.\n")
		want += it.number + "|" + it.title + "|HN 2031/" + it.number + "|D:Förslaget antas.\n"
	}
	if got := short(Read(&model.Document{}, pagesOf(t, b.String(), false), config.MeetingWords(), nil)); got != want {
		t.Errorf("read\n%s\nexpected\n%s", got, want)
	}
}
