package minutes

import (
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/rules/model"
)

// short writes what was read of the items, one on a line: number, title, case
// number, then what is decided or proposed and who is told.
func short(meetings []model.Meeting) string {
	var b strings.Builder
	for i := range meetings {
		for _, it := range meetings[i].Items {
			for _, v := range it.Background {
				if strings.Contains(v.V, "forts") {
					b.WriteString("background: " + v.V + "\n")
				}
			}
			fields := []string{it.Number.V, it.Title.V, it.CaseNumber.V}
			for _, list := range []struct {
				mark   string
				values []model.Value[string]
			}{{"P:", it.Proposal.Parts}, {"D:", it.Decision.Parts}, {"R:", it.Recipients}} {
				for _, v := range list.values {
					fields = append(fields, list.mark+v.V)
				}
			}
			b.WriteString(strings.Join(fields, "|") + "\n")
		}
	}
	return b.String()
}

const minutesHead = "=== 595x842\nSAMMANTRÄDESPROTOKOLL            Sida 2 av 9\nHamnnämnden                      2031-02-17\n\n\n"

// TestItemForms: items as boards print them, and what is none.
func TestItemForms(t *testing.T) {
	const second = "\n\n** § 5\n** Kajer\nDnr HN 2031/8\n\n** Beslut\nKajerna lagas.\n"
	const kajer = "§ 5|Kajer|HN 2031/8|D:Kajerna lagas.\n"
	for name, tc := range map[string]struct{ page, want string }{
		"a title of two lines":                   {"** § 4\n** Taxa för gästplatser vid de kommunala bryggorna i\n** Norrviken\nDnr HN 2031/7\n\n** Beslut\nTaxan antas." + second, "§ 4|Taxa för gästplatser vid de kommunala bryggorna i Norrviken|HN 2031/7|D:Taxan antas.\n" + kajer},
		"a number beside its title":              {"** § 4 Taxa för gästplatser vid de kommunala bryggorna i\n** Norrviken\nDnr HN 2031/7\n\n** Beslut\nTaxan antas." + second, "§ 4|Taxa för gästplatser vid de kommunala bryggorna i Norrviken|HN 2031/7|D:Taxan antas.\n" + kajer},
		"text below the title without a heading": {"** § 4\n** Taxa\nDnr HN 2031/7\nTaxan har varit oförändrad sedan 2027.\n\n** Beslut\nTaxan antas." + second, "§ 4|Taxa|HN 2031/7|D:Taxan antas.\n" + kajer},
		"a case number beside the title":         {"** § 4\n** Taxa                 Dnr HN 2031/7\n\n** Beslut\nTaxan antas." + second, "§ 4|Taxa|HN 2031/7|D:Taxan antas.\n" + kajer},
		"a word for a matter before it":          {"** § 4\n** Taxa\nÄrende: HN 2031/7\n\n** Beslut\nTaxan antas." + second, "§ 4|Taxa|HN 2031/7|D:Taxan antas.\n" + kajer},
		"the same beside the number":             {"** § 4 Taxa         Ärende HN 2031/7\n\n** Beslut\nTaxan antas." + second, "§ 4|Taxa|HN 2031/7|D:Taxan antas.\n" + kajer},
		"the word in a column of its own":        {"** § 4         Ärende:   HN 2031/7\n** Taxa\n\n** Beslut\nTaxan antas." + second, "§ 4|Taxa|HN 2031/7|D:Taxan antas.\n" + kajer},
		"a label before the title":               {"** § 4\n** Ärende: Taxa\nDnr HN 2031/7\n\n** Beslut\nTaxan antas." + second, "§ 4|Taxa|HN 2031/7|D:Taxan antas.\n" + kajer},
		"one who is told like a heading":         {"** § 4\n** Taxa\nDnr HN 2031/7\n\n** Beslut\nTaxan antas.\n\n** Beslutet skickas till\nHamnkontoret\nEkonomi\nHR" + second, "§ 4|Taxa|HN 2031/7|D:Taxan antas.|R:Hamnkontoret|R:Ekonomi|R:HR\n" + kajer},
		"what another body decided before":       {"** § 4\n** Taxa\nDnr HN 2031/7\n\n** Beslut\nTaxan antas.\n\n** Arbetsutskottets beslut\nTaxan bereds." + second, "§ 4|Taxa|HN 2031/7|D:Taxan antas.\n" + kajer},
		"only another body decided":              {"** § 4\n** Taxa\nDnr HN 2031/7\n\n** Arbetsutskottets beslut\nTaxan bereds." + second, "§ 4|Taxa|HN 2031/7|D:Taxan bereds.\n" + kajer},
		"a number that is left open":             {"** Hn § 4         KS § ____\n** Taxa\nDnr HN 2031/7\n\n** Beslut\nTaxan antas.\n\n** Hn § 5         KS § ____\n** Kajer\nDnr HN 2031/8\n\n** Beslut\nKajerna lagas.\n", "§ 4|Taxa|HN 2031/7|D:Taxan antas.\n" + kajer},
		"continued, in parentheses":              {"** § 4\n** Taxa\nDnr HN 2031/7\n\n** Bakgrund\nTaxan är gammal.\n" + minutesHead + "** § 4 (fortsättning)\n\n** Beslut\nTaxan antas." + second, "§ 4|Taxa|HN 2031/7|D:Taxan antas.\n" + kajer},
		"the number of a journal plan":           {"** § 4\n** Taxa\n00.30.14-Ø00-4-31\n\n** Beslut\nTaxan antas." + second, "§ 4|Taxa|00.30.14-Ø00-4-31|D:Taxan antas.\n" + kajer},
		"those who are told in a table":          {"** § 4\n** Taxa\nDnr HN 2031/7\n\n** Beslut\nTaxan antas.\n\n** Beslutet skickas till\n| Hamnkontoret på andra sidan Norra inloppet i Stora Norrviken   för åtgärd\n| Kansliet   för kännedom" + second, "§ 4|Taxa|HN 2031/7|D:Taxan antas.|R:Hamnkontoret på andra sidan Norra inloppet i Stora Norrviken för åtgärd|R:Kansliet för kännedom\n" + kajer},
		"a decision of the board's own":          {"** § 4\n** Taxa\nDnr HN 2031/7\n\n** Hamnnämndens beslut för egen del\nTaxan antas." + second, "§ 4|Taxa|HN 2031/7|D:Taxan antas.\n" + kajer},
		"what the board proposes to another":     {"** § 4\n** Taxa\nDnr HN 2031/7\n\n** Hamnnämndens förslag till kommunfullmäktige\nTaxan antas.\n\n** Arbetsutskottets förslag till beslut\nTaxan höjs." + second, "§ 4|Taxa|HN 2031/7|P:Taxan höjs.|D:Taxan antas.\n" + kajer},
		"a number that another body gave":        {"** § 4         AU § 31\n** Taxa\nDnr HN 2031/7\n\n** Beslut\nTaxan antas." + second, "§ 4|Taxa|HN 2031/7|D:Taxan antas.\n" + kajer},
		"in parentheses":                         {"** § 4\n(AU § 31)\n** Taxa\nDnr HN 2031/7\n\n** Beslut\nTaxan antas." + second, "§ 4|Taxa|HN 2031/7|D:Taxan antas.\n" + kajer},
		"several at once":                        {"** §§ 2–4\n** Formalia\n\n** Beslut\nFormalia godkänns." + second, "§§ 2–4|Formalia||D:Formalia godkänns.\n" + kajer},
		"the number at the right":                {"** Taxa                                § 4\nDnr HN 2031/7\n\n** Beslut\nTaxan antas." + second, "§ 4|Taxa|HN 2031/7|D:Taxan antas.\n" + kajer},
		"cited paragraphs":                       {"** § 4\n** Taxa\nDnr HN 2031/7\n\n** Beslut\nTaxan antas.\n\n** Tidigare beslut\n§ 5 Hamnnämnden 2029-01-03\n§ 6 Hamnnämnden 2029-01-03\nEnligt reglementet,\n§ 5, ska taxan prövas." + second, "§ 4|Taxa|HN 2031/7|D:Taxan antas.\n" + kajer},
		"an unknown heading":                     {"** § 4\n** Taxa\nDnr HN 2031/7\n\n** Beslut\nTaxan antas.\n\n** Kommunens vision\nViken växer.\n\n** Beslutet skickas till\nHamnkontoret" + second, "§ 4|Taxa|HN 2031/7|D:Taxan antas.|R:Hamnkontoret\n" + kajer},
		"votes":                                  {"** § 4\n** Taxa\nDnr HN 2031/7\n\n** Beslut\nTaxan antas.\n\n** Omröstningsresultat\n| Ledamot   Ja   Nej\n| Ada Holm (A)   X\n| Bo Strand (A)      X\n\n** Beslutet skickas till\nHamnkontoret" + second, "§ 4|Taxa|HN 2031/7|D:Taxan antas.|R:Hamnkontoret\n" + kajer},
		"a rule and signatures":                  {"** § 4\n** Taxa\nDnr HN 2031/7\n\n** Beslut\nTaxan antas.\n________\n\n** Beslut till:\nHamnkontoret" + second + "\n\nUnderskrifter\nSekreterare ....................\nAda Holm\n", "§ 4|Taxa|HN 2031/7|D:Taxan antas.|R:Hamnkontoret\n" + kajer},
		"board + decides as a heading":           {"** § 4\n** Taxa\nDnr HN 2031/7\n\n** Arbetsutskottets förslag\nTaxan antas.\n\n** Hamnnämnden beslutar\natt anta taxan." + second, "§ 4|Taxa|HN 2031/7|P:Taxan antas.|D:att anta taxan.\n" + kajer},
		"what is proposed leads on too":          {"** § 4\n** Taxa\nDnr HN 2031/7\n\n** Förslag till beslut\nHamnnämnden beslutar\natt anta taxan.\n\n** Hamnnämndens beslut\nHamnnämnden beslutar\natt avslå förslaget." + second, "§ 4|Taxa|HN 2031/7|P:att anta taxan.|D:att avslå förslaget.\n" + kajer},
		"no heading for the decision":            {"** § 4\n** Taxa\nDnr HN 2031/7\n\nTaxan har varit oförändrad sedan 2027.\n\nHamnnämnden beslutar att anta taxan.\n\n** Delges\nHamnkontoret" + second, "§ 4|Taxa|HN 2031/7|D:Hamnnämnden beslutar att anta taxan.|R:Hamnkontoret\n" + kajer},
		"over a page break":                      {"** § 4\n** Taxa\n" + minutesHead + "Dnr HN 2031/7\n\n** Beslut\nTaxan antas." + second, "§ 4|Taxa|HN 2031/7|D:Taxan antas.\n" + kajer},
		"continued on the next page":             {"** § 4\n** Taxa\nDnr HN 2031/7\n\n** Bakgrund\nTaxan är gammal.\n" + minutesHead + "** § 4 forts.\n\n** Beslut\nTaxan antas." + second, "§ 4|Taxa|HN 2031/7|D:Taxan antas.\n" + kajer},
	} {
		doc := &model.Document{}
		if got := short(Read(doc, pagesOf(t, minutesHead+tc.page, false), config.MeetingWords(), nil)); got != tc.want || len(doc.NotChecked) > 0 {
			t.Errorf("%s: read\n%s\nexpected\n%s", name, got, tc.want)
		}
	}
}

// TestExtract: an extract has one item.
func TestExtract(t *testing.T) {
	got := short(Read(&model.Document{}, pagesOf(t, "=== 595x842\nPROTOKOLLSUTDRAG\nHamnnämnden   2031-02-17\n\n§ 45      Dnr HN 2031/7\nTaxa\n\nHamnnämndens beslut\nTaxan antas.\n\nProtokollsutdrag till\nHamnkontoret\n", false), config.MeetingWords(), nil))
	if want := "§ 45|Taxa|HN 2031/7|D:Taxan antas.|R:Hamnkontoret\n"; got != want {
		t.Errorf("read %s, expected %s", got, want)
	}
}
