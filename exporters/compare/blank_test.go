package compare

import (
	"strings"
	"testing"

	"riskbok/rules"
	"riskbok/rules/compare"
	"riskbok/rules/model"
)

// A column of a follow-up that is empty on one side is told of once, and what stands
// in it where a row of the other year says something, too.
func TestBlankColumns(t *testing.T) {
	for _, tt := range []struct {
		name          string
		reports       string // of the third row of the new year
		told, missing string
	}{
		{"nothing is reported yet", "", "R1–R3 (alla 3)\n      T1: ifyllt tidigare, tomt nu\n", "Klart"},
		{"a report stands there", "Pågår", "T1: Klart → (tomt)", "T1: ifyllt"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			risks := []string{"R1|Kajen rasar|Sällan|Stor|2|Reducera|Dyk|Hamnchefen", "R2|Olja läcker ut|Sällan|Stor|2|Reducera|Länsor|Hamnchefen", "R3|Is på kajen|Sällan|Stor|2|Reducera|Sanda|Hamnchefen"}
			oldDoc, old := document(1, "hamn-2025.xlsx", "Hamnnämnden", 2025, 0, risks...)
			newDoc, new := document(2, "hamn-2026.xlsx", "Hamnnämnden", 2026, 0, risks...)
			old.FollowUps = []*model.FollowUpTable{followUp(1, 30, "R1||Klart", "R2||Klar", "R3||Inget gjort")}
			new.FollowUps = []*model.FollowUpTable{followUp(2, 30, "R1|Hamnchefen|", "R2|Vaktchefen|", "R3|Vaktchefen|"+tt.reports)}
			files, err := Text(compare.Compare([]*model.Book{old}, []*model.Book{new}, nil), &rules.Report{Documents: []*model.Document{oldDoc, newDoc}}, options(t, "sv"))
			if err != nil {
				t.Fatal(err)
			}
			got := string(files[0].Data)
			if !strings.Contains(got, "Ansvarig: tomt tidigare, ifyllt nu\n") || strings.Contains(got, "Ansvarig: (tomt)") {
				t.Errorf("the owners:\n%s", got)
			}
			if !strings.Contains(got, tt.told) || strings.Contains(got, tt.missing) {
				t.Errorf("want %q and not %q:\n%s", tt.told, tt.missing, got)
			}
		})
	}
}
