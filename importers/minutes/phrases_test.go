package minutes

import (
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/rules/model"
)

// TestBoardWithin: the board of a title that is a phrase.
func TestBoardWithin(t *testing.T) {
	w := newWords(config.MeetingWords())
	for text, want := range map[string]string{
		"från valnämndens möte":                                "Valnämnden",
		"från kajnämndens möte den 5 maj 2031":                 "Kajnämnden",
		"från sammanträde med nämnden för hamnar och farleder": "Nämnden för hamnar och farleder",
		"fört vid möte med kommunstyrelsen":                    "Kommunstyrelsen",
		"från vårens möte":                                     "",
		"från revision av fartyg":                              "",
	} {
		if got := w.boardWithin(text); got != want {
			t.Errorf("%q: %q, expected %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"Hamnnämnden sammanträder tisdagen den 6 maj 2031": "Hamnnämnden",
		"Hamnnämnden kallas till sammanträde":              "Hamnnämnden",
		"Hamnen sammanträder sällan":                       "",

		"Tekniska nämnden i Norrvik kallas till sammanträde tisdagen den 6 maj 2031 kl. 8 i Hamnsalen": "Tekniska nämnden i Norrvik",
		"Räddningsnämnden i Norrvik kallas till möte den 6 maj 2031":                                   "Räddningsnämnden i Norrvik",
	} {
		if got := w.headName(text); got != want {
			t.Errorf("%q: %q, expected %q", text, got, want)
		}
	}
}

// TestSpans: headings of which beginning and end are known.
func TestSpans(t *testing.T) {
	w := newWords(config.MeetingWords())
	for text, want := range map[string]model.SectionRole{
		"Beslutet lämnas för åtgärd till":                     model.SectionRecipients,
		"För kännedom och åtgärd till":                        model.SectionRecipients,
		"F6r kannedom och atgard till":                        model.SectionRecipients,
		"BESLUTET LÄMNAS TILL":                                model.SectionRecipients,
		"För hamnen och bryggorna till":                       "",
		"Beslutet om taxan som togs i maj och som ledde till": "",
		"Till": "",
	} {
		if got := w.spanning(text); got != want {
			t.Errorf("%q: %q, expected %q", text, got, want)
		}
	}
}

// TestRunIn: a heading on the line of its text.
func TestRunIn(t *testing.T) {
	w := newWords(config.MeetingWords())
	for text, want := range map[string]string{
		"Beslut Taxan antas.":                  "Beslut",
		"Beslutet skickas till Hamnkontoret":   "Beslutet skickas till",
		"Hamnnämndens beslut Taxan antas.":     "Hamnnämndens beslut",
		"Beslut om taxan fattas i maj.":        "",
		"Taxan antas. Beslut fattas sedan.":    "",
		"Sammanfattning av ärendet Taxan höjs": "Sammanfattning av ärendet",
	} {
		heading, rest := w.runIn(text)
		if rest == "" {
			heading = ""
		}
		if heading != want {
			t.Errorf("%q: %q, expected %q", text, heading, want)
		}
	}
}

// TestApart: names with commas between them.
func TestApart(t *testing.T) {
	w := newWords(config.MeetingWords())
	for text, want := range map[string]string{
		"Hamnkontoret, Ekonomienheten":              "Hamnkontoret|Ekonomienheten",
		"Hamnkontoret, kansliet och revisorerna":    "Hamnkontoret|kansliet|revisorerna",
		"Hamnkontoret, Kultur och fritid":           "Hamnkontoret|Kultur och fritid",
		"Mark- och hamnenheten, Säljaren":           "Mark- och hamnenheten|Säljaren",
		"Hamnkontoret och kansliet":                 "Hamnkontoret och kansliet",
		"Hamnkontoret (ekonom Bo Strand, kansliet)": "Hamnkontoret (ekonom Bo Strand, kansliet)",
	} {
		if got := strings.Join(w.apart(text), "|"); got != want {
			t.Errorf("%q: %q, expected %q", text, got, want)
		}
	}
}

// readTyped reads a typed paper, one line each item.
func readTyped(t *testing.T, text string) string {
	t.Helper()
	return short(Read(&model.Document{}, pagesOf(t, "=== 595x842\n"+text, false), config.MeetingWords(), nil))
}

// TestWrappedHeading: a heading in a narrow column goes over several lines, and
// the text beside it is that of its part.
func TestWrappedHeading(t *testing.T) {
	text := "# Protokoll\nTekniska nämnden 2031-05-19\n\n"
	for _, n := range []string{"7", "8", "9"} {
		text += "** § " + n + " Taxa för brygga " + n + "\nDnr TN 2031/4" + n + "\n\nÄrendet   Taxan har gällt i sex år.\nTekniska   Taxan för brygga " + n + " antas.\nnämndens\nbeslut\nBeslut till   Hamnkontoret\n\n"
	}
	got := readTyped(t, text)
	for _, want := range []string{"Taxan för brygga 7 antas.", "Taxan för brygga 9 antas."} {
		if !strings.Contains(got, want) || strings.Contains(got, "nämndens beslut Taxan") {
			t.Errorf("expected %q in\n%s", want, got)
		}
	}
}

// TestFoot: what stands well below the text of the last page is no recipient.
func TestFoot(t *testing.T) {
	text := "# Protokoll\nHamnnämnden 2031-05-19\n\n** § 7 Taxa för brygga\nDnr HN 2031/47\n\n** Beslut\nTaxan antas.\n\n** Beslutet skickas till\nHamnkontoret\n>> Vikens kommun\n"
	if got := readTyped(t, text); strings.Contains(got, "Vikens kommun") || !strings.Contains(got, "Taxan antas.") {
		t.Errorf("%s", got)
	}
}
