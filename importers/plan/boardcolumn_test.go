package plan

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestBoardColumn: one table of several boards is a register and a follow-up
// for each.
func TestBoardColumn(t *testing.T) {
	const head = "Nämnd | Nr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde\n"
	for name, tt := range map[string]struct {
		text, want string
		unread     int
	}{
		"two boards": {head + "Hamnnämnden | 1 | Kajen rasar | 1 | 2 | 2\nHamnnämnden | 2 | Farleden grundas upp | 2 | 2 | 4\nSkolstyrelsen | 1 | Lärare saknas | 3 | 3 | 9",
			"Hamnnämnden: Kajen rasar, Farleden grundas upp; Skolstyrelsen: Lärare saknas", 0},
		"mixed": {head + "Hamnnämnden | 1 | Lön betalas fel | 1 | 2 | 2\nSkolstyrelsen | 1 | Lön betalas fel | 3 | 2 | 6\nhamnnämnden | 2 | Kajen rasar | 2 | 2 | 4",
			"Hamnnämnden: Lön betalas fel, Kajen rasar; Skolstyrelsen: Lön betalas fel", 0},
		"merged": {head + "Hamnnämnden | 1 | Kajen rasar | 1 | 2 | 2\n^ | 2 | Farleden grundas upp | 2 | 2 | 4\nSkolstyrelsen | 1 | Lärare saknas | 3 | 3 | 9",
			"Hamnnämnden: Kajen rasar, Farleden grundas upp; Skolstyrelsen: Lärare saknas", 0},
		"follow-up": {"Nämnd | Nr | Risk | Åtgärd | T1\nHamnnämnden | 1 | Kajen rasar | Pålar | Klart\nSkolstyrelsen | 1 | Lärare saknas | Annons | Pågår",
			"Hamnnämnden: Kajen rasar; Skolstyrelsen: Lärare saknas", 0},
		"one board":      {head + "Hamnnämnden | 1 | Kajen rasar | 1 | 2 | 2\nHamnnämnden | 2 | Farleden grundas upp | 2 | 2 | 4", ": Kajen rasar, Farleden grundas upp", 2},
		"no boards":      {head + "Ja | 1 | Kajen rasar | 1 | 2 | 2\nNej | 2 | Farleden grundas upp | 2 | 2 | 4", ": Kajen rasar, Farleden grundas upp", 2},
		"only some rows": {head + "Hamnnämnden | 1 | Kajen rasar | 1 | 2 | 2\nSkolstyrelsen | 2 | Lärare saknas | 2 | 2 | 4\n | 3 | Farleden grundas upp | 2 | 2 | 4", ": Kajen rasar, Lärare saknas, Farleden grundas upp", 2},
	} {
		t.Run(name, func(t *testing.T) {
			doc := read("a.xlsx", sheet("Alla nämnder", tt.text))
			var got []string
			for _, r := range doc.Registers {
				var events []string
				for _, risk := range r.Risks {
					events = append(events, risk.Event.V)
				}
				got = append(got, r.Board+": "+strings.Join(events, ", "))
				if r.Heads[0].Board.V != r.Board {
					t.Errorf("the head names %q", r.Heads[0].Board.V)
				}
			}
			for _, fu := range doc.FollowUps {
				var events []string
				for _, row := range fu.Rows {
					events = append(events, row.Event.V)
				}
				if line := fmt.Sprintf("%s: %s", fu.Board, strings.Join(events, ", ")); !slices.Contains(got, line) {
					got = append(got, line)
				}
			}
			if all := strings.Join(got, "; "); all != tt.want {
				t.Errorf("read %s\nwant %s", all, tt.want)
			}
			if len(doc.Unread) != tt.unread {
				t.Errorf("unread %v, want %d texts", doc.Unread, tt.unread)
			}
		})
	}
}
