package minutes

import (
	"fmt"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/rules/model"
)

// TestStackedNumbers: an item that several bodies have numbered is one item, the
// last as much as the others.
func TestStackedNumbers(t *testing.T) {
	for _, tc := range []struct{ name, numbers, want string }{
		{"two bodies", "Hn § 41,HNau § 21/Hn § 42,HNau § 22/Hn § 43,HNau § 23", "§ 41 A 7, § 42 B 8, § 43 C 9"},
		{"three bodies", "Kf § 9,Ks § 41,KSau § 21/Kf § 10,Ks § 42,KSau § 22/Kf § 11,Ks § 43,KSau § 23", "§ 9 A 7, § 10 B 8, § 11 C 9"},
		{"not all of them", "Hn § 41,HNau § 21/Hn § 42/Hn § 43,HNau § 23", "§ 41 A 7, § 42 B 8, § 43 C 9"},
		{"only the last", "Hn § 41/Hn § 42/Hn § 43,HNau § 23", "§ 41 A 7, § 42 B 8, § 43 C 9"},
		{"the preparing body first", "HNau § 21,Hn § 41/Hn § 42/HNau § 23,Hn § 43", "§ 41 A 7, § 42 B 8, § 43 C 9"},
		{"a single item", "Hn § 43,HNau § 23", "§ 43 A 7"},
		{"letters below none", "§ 41,HNau § 21/§ 42,HNau § 22/§ 43,HNau § 23", "§ 41 A 7, § 42 B 8, § 43 C 9"},
	} {
		for _, layout := range []string{"below", "above", "beside"} {
			var page strings.Builder
			page.WriteString("=== 595x842\nHamnnämnden\n\nSammanträdesprotokoll 2031-02-17\n\n")
			for i, n := range strings.Split(tc.numbers, "/") {
				n, number := strings.ReplaceAll(n, ",", "\n"), fmt.Sprintf("Dnr HN 2031/%d", 7+i)
				switch layout {
				case "above":
					n, number = number+"\n"+n, ""
				case "beside":
					first, rest, _ := strings.Cut(n+"\n", "\n")
					n, number = first+"      "+number+"\n"+rest, ""
				}
				fmt.Fprintf(&page, "%s\n%s\n\nTaxa för kaj %c\nHamnnämndens beslut\nTaxan antas.\nBeslutet skickas till\nHamnkontoret\n\n\n", n, number, 'A'+i)
			}
			meetings := Read(&model.Document{}, pagesOf(t, page.String(), false), config.MeetingWords(), nil)
			var got []string
			for _, m := range meetings {
				for _, it := range m.Items {
					got = append(got, it.Number.V+" "+strings.TrimPrefix(it.Title.V, "Taxa för kaj ")+" "+strings.TrimPrefix(it.CaseNumber.V, "HN 2031/"))
					if len(it.Decision.Parts) != 1 || len(it.Recipients) != 1 {
						t.Errorf("%s, %s: %s: decision %v, recipients %v", tc.name, layout, it.Number.V, it.Decision.Parts, it.Recipients)
					}
				}
			}
			if text := strings.Join(got, ", "); text != tc.want {
				t.Errorf("%s, %s: %s, expected %s", tc.name, layout, text, tc.want)
			}
		}
	}
}
