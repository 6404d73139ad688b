package minutes

import (
	"fmt"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/rules/model"
)

// TestDays: weekdays beside dates, in text and in tables, in either form.
func TestDays(t *testing.T) {
	const head = "=== 595x842\nTjänsteskrivelse\n2030-11-04\n\nDnr: HN-2030/00002\n\n# Sammanträdesdagar 2031\n\n## Förslag till beslut\nHamnnämnden godkänner dagarna.\n\n## Ärendebeskrivning\n"
	for text, want := range map[string]string{
		"Nämnden möts måndag 10 februari.":                                     "1 2031-02-10",
		"Nämnden möts torsdagen den 13 mars.":                                  "4 2031-03-13",
		"| Beredning           Nämnd\n| måndag 13 januari   tisdag 28 januari": "1 2031-01-13, 2 2031-01-28",
		"Nämnden möts i februari.":                                             "",
	} {
		doc := &model.Document{}
		meetings := Read(doc, pagesOf(t, head+text+"\n", false), config.MeetingWords())
		var got []string
		for i := range meetings {
			for _, d := range meetings[i].Days {
				got = append(got, fmt.Sprintf("%d %s", d.Weekday.V, d.Date.V))
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%q: %s, expected %s", text, strings.Join(got, ", "), want)
		}
	}
}
