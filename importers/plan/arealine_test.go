package plan

import (
	"strings"
	"testing"
)

// TestAreaLine: a line above headings that are repeated names the area of the
// rows below.
func TestAreaLine(t *testing.T) {
	const head = "Nr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde\n"
	for name, tt := range map[string]struct{ text, want string }{
		"areas":        {"Riskanalys 2026\n\nEkonomi\n" + head + "1 | a | 1 | 2 | 2\n2 | b | 1 | 2 | 2\n\nPersonal\n" + head + "3 | c | 1 | 2 | 2\n\n" + head + "4 | d | 1 | 1 | 1\n\nIT och drift\n" + head + "5 | e | 2 | 2 | 4", "Ekonomi, Ekonomi, Personal, Personal, IT och drift"},
		"no blank row": {"Ekonomi\n" + head + "1 | a | 1 | 2 | 2\nPersonal\n" + head + "2 | c | 1 | 2 | 2", "Ekonomi, Personal"},
		"pages":        {"Sida 1\n" + head + "1 | a | 1 | 2 | 2\n\nSida 2\n" + head + "2 | c | 1 | 2 | 2", ", "},
		"same line":    {"Vikens kommun\n" + head + "1 | a | 1 | 2 | 2\n\nVikens kommun\n" + head + "2 | c | 1 | 2 | 2", ", "},
		"only later":   {"Riskanalys\n" + head + "1 | a | 1 | 2 | 2\n\nFortsättning\n" + head + "2 | c | 1 | 2 | 2", ", "},
		"area column":  {"Ekonomi\nNr | Område | Risk | Sannolikhet | Konsekvens | Riskvärde\n1 | Lön | a | 1 | 2 | 2\n\nPersonal\nNr | Område | Risk | Sannolikhet | Konsekvens | Riskvärde\n2 | | c | 1 | 2 | 2", "Lön, Lön"},
		"not repeated": {"Ekonomi\n" + head + "1 | a | 1 | 2 | 2", ""},
		"other boards": {"Hamnnämnden\n" + head + "1 | a | 1 | 2 | 2\n\nSkolnämnden\n" + head + "1 | c | 1 | 2 | 2", ", "},
	} {
		t.Run(name, func(t *testing.T) {
			doc := read("a.xlsx", sheet("Blad1", tt.text))
			var got []string
			for _, r := range doc.Registers {
				for _, risk := range r.Risks {
					got = append(got, risk.Area.V)
				}
			}
			if all := strings.Join(got, ", "); all != tt.want {
				t.Errorf("read %q, want %q", all, tt.want)
			}
			for _, u := range doc.Unread {
				t.Errorf("unread %q", u.V)
			}
		})
	}
}
