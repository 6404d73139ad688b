package minutes

import (
	"fmt"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/rules/model"
)

// TestParagraphForms: number, title and case number of paragraphs as
// municipalities print them, and what only cites a paragraph.
func TestParagraphForms(t *testing.T) {
	const head = "=== 595x842\nSammanträdesprotokoll\nHamnnämnden   2031-02-17\n\n"
	const text = "\n\n## Beslut\nHamnnämnden godkänner förslaget.\n\n## Beslutsunderlag\n%s\n\n## Beslutet skickas till\nHamnkontoret\n\n"
	first, second := fmt.Sprintf(text, "Tjänsteskrivelse 2031-01-30"), fmt.Sprintf(text, "HNAU § 22/2031\n§ 9")
	for _, tc := range []struct{ name, first, second, want string }{
		{"number alone", "§ 4\nDnr HN 2031/7\n# Taxa", "§ 5\nDnr HN 2031/8\n# Kajer", "§ 4 Taxa HN 2031/7, § 5 Kajer HN 2031/8"},
		{"case number beside it", "§ 4      Dnr HN 2031/7\n# Taxa", "§ 5      Dnr HN 2031/8\n# Kajer", "§ 4 Taxa HN 2031/7, § 5 Kajer HN 2031/8"},
		{"without a label", "§ 4      HN-2031-00007\n# Taxa", "§ 5      HN-2031-00008\n# Kajer", "§ 4 Taxa HN-2031-00007, § 5 Kajer HN-2031-00008"},
		{"in parentheses", "## § 4 Taxa (HN 2031/7)", "## § 5 Kajer (HN 2031/8)", "§ 4 Taxa HN 2031/7, § 5 Kajer HN 2031/8"},
		{"at the end of the title's row", "§ 4 Taxa      Dnr HN 2031/7", "§ 5 Kajer      Dnr HN 2031/8", "§ 4 Taxa HN 2031/7, § 5 Kajer HN 2031/8"},
		{"the board's letters", "HN § 4\nDnr HN 2031/7\n# Taxa", "HN § 5\nDnr HN 2031/8\n# Kajer", "§ 4 Taxa HN 2031/7, § 5 Kajer HN 2031/8"},
		{"with the year", "§ 4/31 Taxa\nDnr HN 2031/7", "§ 5/31 Kajer\nDnr HN 2031/8", "§ 4/31 Taxa HN 2031/7, § 5/31 Kajer HN 2031/8"},
		{"a plan of years", "§ 4 Plan 2031-2033\nDnr HN 2031/7", "§ 5 Budget (2031-2033)\nDnr HN 2031/8", "§ 4 Plan 2031-2033 HN 2031/7, § 5 Budget (2031-2033) HN 2031/8"},
	} {
		doc := &model.Document{}
		meetings := Read(doc, pagesOf(t, head+tc.first+first+tc.second+second, false), config.MeetingWords(), nil)
		var got []string
		for i := range meetings {
			for _, it := range meetings[i].Items {
				got = append(got, it.Number.V+" "+it.Title.V+" "+it.CaseNumber.V)
			}
		}
		if strings.Join(got, ", ") != tc.want {
			t.Errorf("%s: %s, expected %s", tc.name, strings.Join(got, ", "), tc.want)
		}
	}
}

// TestHeadForms: the case number and the board in the head of a memo.
func TestHeadForms(t *testing.T) {
	const tail = "\n\n# Taxa\n\n## Förslag till beslut\nHamnnämnden godkänner taxan.\n\n## Ärendebeskrivning\nTaxan har varit oförändrad sedan 2027 och täcker inte längre vad bryggorna kostar.\n"
	for head, want := range map[string]string{
		"Dnr 2031-7 HN\nTill Hamnnämnden":                 "2031-7 HN Hamnnämnden",
		"HN-2031-00007\n\nHamnnämnden":                    "HN-2031-00007 Hamnnämnden",
		"Diarienr: HN 2031/7\nRäddningsnämnden i Norrvik": "HN 2031/7 Räddningsnämnden i Norrvik",
		"Hamnnämnden": " Hamnnämnden",
	} {
		doc := &model.Document{}
		got := Read(doc, pagesOf(t, "=== 595x842\nTjänsteskrivelse\n2031-02-04\n\n"+head+tail, false), config.MeetingWords(), nil)
		if len(got) != 1 || len(got[0].Items) != 1 {
			t.Errorf("%q: %s", head, printed(got, doc))
			continue
		}
		if it := got[0].Items[0]; it.CaseNumber.V+" "+got[0].Board.V != want || it.Title.V != "Taxa" {
			t.Errorf("%q: %q, %q, title %q, expected %q", head, it.CaseNumber.V, got[0].Board.V, it.Title.V, want)
		}
	}
}

// TestAgendaYears: a year at the end of a matter's name is not its page.
func TestAgendaYears(t *testing.T) {
	for text, want := range map[string]string{
		"1. Upprop\n2. Budget 2031\n3. Taxor 2031":                 "Upprop 0, Budget 2031 0, Taxor 2031 0",
		"1. Upprop      2\n2. Budget 2031      4\n3. Taxor      9": "Upprop 2, Budget 2031 4, Taxor 9",
	} {
		doc := &model.Document{}
		meetings := Read(doc, pagesOf(t, "=== 595x842\n# Kallelse\nHamnnämnden\n2031-02-17\n\n## Ärendelista\n"+text+"\n", false), config.MeetingWords(), nil)
		var got []string
		for i := range meetings {
			for _, a := range meetings[i].Agenda {
				got = append(got, fmt.Sprintf("%s %d", a.Title.V, a.Page.V))
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s, expected %s", strings.Join(got, ", "), want)
		}
	}
}
