package minutes

import (
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/rules/model"
)

// TestClauses: what is proposed is divided as a reader divides it, whatever
// marks its clauses.
func TestClauses(t *testing.T) {
	const head = "=== 595x842\nTjänsteskrivelse\n2031-02-04\n\nDnr: HN-2031/00002\n\n# Muddring av inloppet\n\n## Förslag till beslut\n"
	const tail = "\n\n## Ärendebeskrivning\nInloppet har grundats upp sedan 2027 och större båtar går på vid lågt vatten.\n"
	for _, tc := range []struct{ name, text, lead, parts string }{
		{"bullets that are drawn", "Hamnnämnden beslutar att\n   anta planen för muddring,\n   planen ska följas upp efter sommaren, och\n   ge hamnchefen rätt att göra ändringar.", "Hamnnämnden beslutar att", "anta planen för muddring,/planen ska följas upp efter sommaren, och/ge hamnchefen rätt att göra ändringar."},
		{"a colon leads on", "Hamnnämnden beslutar:\n   anta planen för muddring;\n   anslå 300 tkr.", "Hamnnämnden beslutar:", "anta planen för muddring;/anslå 300 tkr."},
		{"a full line that ends with a joint", "Hamnnämnden beslutar att\n1. anta planen för muddring,\n2. ge hamnchefen rätt att göra de ändringar som kan behövas under sommaren och hösten, och\n3. anslå 300 tkr.", "Hamnnämnden beslutar att", "1. anta planen för muddring,/2. ge hamnchefen rätt att göra de ändringar som kan behövas under sommaren och hösten, och/3. anslå 300 tkr."},
		{"one clause over two lines", "Hamnnämnden beslutar att anta planen för muddring av inloppet, den norra delen,\noch att anslå medel.", "", "Hamnnämnden beslutar att anta planen för muddring av inloppet, den norra delen, och att anslå medel."},
		{"a table below the clause", "Hamnnämnden godkänner listan.\n\n| Nr   Ärende         Datum\n| D 1   Bojar         2031-01-04\n| D 2   Kajplats      2031-01-09", "", "Hamnnämnden godkänner listan."},
		{"a table of two columns", "Hamnnämnden godkänner listan.\n\n| D 1 Bojar      2031-01-04\n| D 2 Kajplats   2031-01-09", "", "Hamnnämnden godkänner listan."},
		{"numbers of clauses in a column", "| 1.   Hamnnämnden godkänner listan.\n| 2.   Listan sänds till hamnkontoret.", "", "1. Hamnnämnden godkänner listan./2. Listan sänds till hamnkontoret."},
		{"a clause in a frame", "| 1.   Hamnnämnden godkänner listan.", "", "1. Hamnnämnden godkänner listan."},
	} {
		doc := &model.Document{}
		got := Read(doc, pagesOf(t, head+tc.text+tail, false), config.MeetingWords(), nil)
		if len(got) != 1 || len(got[0].Items) != 1 {
			t.Errorf("%s: %s", tc.name, printed(got, doc))
			continue
		}
		p := got[0].Items[0].Proposal
		var parts []string
		for _, v := range p.Parts {
			parts = append(parts, v.V)
		}
		if text := strings.Join(parts, "/"); p.Lead.V != tc.lead || text != tc.parts {
			t.Errorf("%s: %q, %q, expected %q, %q", tc.name, p.Lead.V, text, tc.lead, tc.parts)
		}
	}
}
