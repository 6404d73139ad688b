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
		meetings := Read(doc, pagesOf(t, head+text+"\n", false), config.MeetingWords(), nil)
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

// TestHeadDays: the day of the meeting in the head of minutes, with its place; the
// header of the next page says it again.
func TestHeadDays(t *testing.T) {
	const items = "\n\n§ 1 Taxa\nDnr HN 2031/7\nBeslut\nTaxan antas.\n\n§ 2 Kajer\nDnr HN 2031/8\nBeslut\nKajerna godkänns.\n"
	for head, want := range map[string]string{
		"Hamnnämnden\n\nProtokoll\nTid: tisdagen den 17 februari 2031 kl 9":              "2 2031-02-17 row 3",
		"Hamnnämnden\n\nProtokoll\nSammanträdesdatum: tisdagen den 17 februari 2031":     "2 2031-02-17 row 3",
		"Hamnnämnden\n\nProtokoll\nTisdagen den 17 februari 2031":                        "2 2031-02-17 row 3",
		"Hamnnämnden\n\nProtokoll\nHamnnämnden möttes tisdag 17 februari 2031 i Norrvik": "2 2031-02-17 row 3",
		"Hamnnämnden\n\nProtokoll\n2031-02-17":                                           "",
	} {
		for _, further := range []string{"", "=== 595x842\n" + head + "\n\n§ 3 Bojar\nDnr HN 2031/9\nBeslut\nBojarna godkänns.\n"} {
			meetings := Read(&model.Document{}, pagesOf(t, "=== 595x842\n"+head+items+further, false), config.MeetingWords(), nil)
			var got []string
			for i := range meetings {
				for _, d := range meetings[i].Days {
					got = append(got, fmt.Sprintf("%d %s row %d", d.Weekday.V, d.Date.V, d.Date.At.Row))
				}
			}
			if text := strings.Join(got, ", "); text != want || len(meetings) != 1 {
				t.Errorf("%q, further %v: %s, expected %s; %d meetings", head, further != "", text, want, len(meetings))
			}
		}
	}
}

// TestTitleDays: a day in the title of an item, of minutes and of a memo.
func TestTitleDays(t *testing.T) {
	for text, want := range map[string]string{
		"Protokoll\nHamnnämnden   2031-02-17\n\n§ 1 Studiebesök tisdagen den 6 maj 2031\nDnr HN 2031/7\nBeslut\nBesöket godkänns.\n\n§ 2 Kajer\nDnr HN 2031/8\nBeslut\nKajerna godkänns.\n": "2 2031-05-06",
		"Tjänsteskrivelse\n2031-02-04\n\nDnr: HN-2031/00002\n\n# Studiebesök tisdagen den 6 maj 2031\n\n## Förslag till beslut\nHamnnämnden godkänner besöket.\n":                           "2 2031-05-06",
	} {
		meetings := Read(&model.Document{}, pagesOf(t, "=== 595x842\n"+text, false), config.MeetingWords(), nil)
		var got []string
		for i := range meetings {
			for _, d := range meetings[i].Days {
				got = append(got, fmt.Sprintf("%d %s", d.Weekday.V, d.Date.V))
			}
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%q: %s, expected %s", text, s, want)
		}
	}
}
