package plan

import (
	"strings"
	"testing"
)

// TestUnitColumn: a table of several units that number their risks from the
// beginning is a register for each, also where another table of the document shows
// it; one whose numbers run on is one register, and its units are read all the same.
func TestUnitColumn(t *testing.T) {
	const head = "Enhet | Nr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde\n"
	const plan = "Enhet | Nr | Identifierad risk | Åtgärd | Ansvarig\n"
	const two = head + "Norr | 1 | Kajen rasar | 1 | 2 | 2\nNorr | 2 | Farleden grundas upp | 2 | 2 | 4\nSöder | 1 | Lärare saknas | 3 | 3 | 9\nSöder | 2 | Taket läcker | 1 | 3 | 3"
	for name, tt := range map[string]struct {
		texts []string
		want  string
	}{
		"two units":              {[]string{two}, "Norr: 1 Norr, 2 Norr; Söder: 1 Söder, 2 Söder"},
		"blank is the one above": {[]string{strings.Replace(two, "Söder | 2", " | 2", 1)}, "Norr: 1 Norr, 2 Norr; Söder: 1 Söder, 2 Söder"},
		"mixed":                  {[]string{head + "Norr | 1 | Kajen rasar | 1 | 2 | 2\nSöder | 1 | Lärare saknas | 3 | 3 | 9\nNorr | 2 | Farleden grundas upp | 2 | 2 | 4\nSöder | 2 | Taket läcker | 1 | 3 | 3"}, "Norr: 1 Norr, 2 Norr; Söder: 1 Söder, 2 Söder"},
		"and its plan":           {[]string{two, plan + "Norr | 2 | Farleden grundas upp | Mudring | Hamnchef\nSöder | 1 | Lärare saknas | Annons | Rektor"}, "Norr: 1 Norr, 2 Norr; Söder: 1 Söder, 2 Söder; Norr: 2 Norr; Söder: 1 Söder"},
		"numbers run on":         {[]string{strings.NewReplacer("Söder | 1", "Söder | 3", "Söder | 2", "Söder | 4").Replace(two)}, ": 1 Norr, 2 Norr, 3 Söder, 4 Söder"},
		"one slip":               {[]string{strings.NewReplacer("Söder | 1", "Söder | 2", "Söder | 2 | Taket", "Söder | 4 | Taket").Replace(two)}, ": 1 Norr, 2 Norr, 2 Söder, 4 Söder"},
		"one list, other levels": {[]string{head + "Norr | 1 | Kajen rasar | 1 | 2 | 2\nNorr | 2 | Farleden grundas upp | 2 | 2 | 4\nNorr | 3 | Taket läcker | 1 | 1 | 1\nSöder | 1 | Kajen rasar | 3 | 3 | 9\nSöder | 2 | Farleden grundas upp | 1 | 3 | 3\nSöder | 3 | Taket läcker | 2 | 1 | 2"}, "Norr: 1 Norr, 2 Norr, 3 Norr; Söder: 1 Söder, 2 Söder, 3 Söder"},
		"one list, same levels":  {[]string{head + "Norr | 1 | Kajen rasar | 1 | 2 | 2\nNorr | 2 | Farleden grundas upp | 2 | 2 | 4\nNorr | 3 | Taket läcker | 1 | 1 | 1\nSöder | 1 | Kajen rasar | 1 | 2 | 2\nSöder | 2 | Farleden grundas upp | 2 | 2 | 4\nSöder | 3 | Taket läcker | 2 | 1 | 2"}, ": 1 Norr, 2 Norr, 3 Norr, 1 Söder, 2 Söder, 3 Söder"},
		"the same risk of two":   {[]string{head + "Norr | 1 | Kajen rasar | 1 | 2 | 2\nSöder | 1 | Kajen rasar | 2 | 2 | 4\nNorr | 2 | Taket läcker | 1 | 2 | 2"}, ": 1 Norr, 1 Söder, 2 Norr"},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			sheets := sheet("Risker", tt.texts[0])
			doc := read("a.xlsx", sheets)
			if len(tt.texts) > 1 {
				doc = read("a.xlsx", sheets, sheet("Plan", tt.texts[1]))
			}
			for _, r := range doc.Registers {
				var risks []string
				for _, risk := range r.Risks {
					risks = append(risks, risk.Number.V+" "+risk.Unit.V)
				}
				got = append(got, r.Unit+": "+strings.Join(risks, ", "))
			}
			if all := strings.Join(got, "; "); all != tt.want {
				t.Errorf("read %s\nwant %s", all, tt.want)
			}
			if len(doc.Unread) > 0 {
				t.Errorf("unread %v", doc.Unread)
			}
		})
	}
}
