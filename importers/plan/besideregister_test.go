package plan

import (
	"strings"
	"testing"
)

// beside puts the lines of definitions to the right of a register, from its
// row of headings on.
func beside(register, definitions string) string {
	left, right := strings.Split(register, "\n"), strings.Split(definitions, "\n")
	for i := range right {
		left[i] += " | " + right[i]
	}
	return strings.Join(left, "\n")
}

// TestThresholdsBesideRegister: a block of thresholds that is headed in the row
// of the register's headings has its own names, and the register keeps its
// column of treatments.
func TestThresholdsBesideRegister(t *testing.T) {
	const register = "Nr | Risk | Sannolikhet | Konsekvens | Riskvärde | Hantering\n" +
		"1 | Färjan ställs in vid isläggning | 2 | 3 | 6 | Bevaka\n" +
		"2 | Växthusets värme faller bort en natt | 4 | 4 | 16 | Avvärj\n" +
		"3 | Bokbussen saknar förare | 1 | 2 | 2 | Godta\n" +
		"4 | Simhallens klor doseras fel | 3 | 3 | 9 | Avvärj\n" +
		"5 | Arrendekontrakt löper ut | 2 | 4 | 8 | Bevaka"
	for name, definitions := range map[string]string{
		"the same headings":       " | | Riskvärde | Hantering\n | | 1-3 | Godta\n | | 4-8 | Bevaka\n | | 9-16 | Avvärj",
		"right beside":            "Riskvärde | Hantering\n1-3 | Godta\n4-8 | Bevaka\n9-16 | Avvärj",
		"right beside, coloured":  "Risktal | Hantering | Färg\n1-3 | Godta | Grön\n4-8 | Bevaka | Gul\n9-16 | Avvärj | Röd",
		"one empty column":        " | Riskvärde | Hantering\n | 1-3 | Godta\n | 4-8 | Bevaka\n | 9-16 | Avvärj",
		"far away":                " | | | | | | Intervall | Riskhantering\n | | | | | | 1-3 | Godta\n | | | | | | 4-8 | Bevaka\n | | | | | | 9-16 | Avvärj",
		"names first":             " | | Hantering | Intervall\n | | Godta | 1-3\n | | Bevaka | 4-8\n | | Avvärj | 9-16",
		"with colours":            " | | Riskvärde | Färg | Hantering\n | | 1-3 | Grön | Godta\n | | 4-8 | Gul | Bevaka\n | | 9-16 | Röd | Avvärj",
		"in words":                " | | Värde | Hantering\n | | högst 3 | Godta\n | | 4 till 8 | Bevaka\n | | minst 9 | Avvärj",
		"values one by one":       " | | Riskvärden | Hantering\n | | 1, 2, 3 | Godta\n | | 4, 6, 8 | Bevaka\n | | 9, 12, 16 | Avvärj",
		"without headings":        " | | |\n | | 1-3 | Godta\n | | 4-8 | Bevaka\n | | 9-16 | Avvärj",
		"as long as the register": " | | Risktal | Hantering\n | | 1-3 | Godta\n | | 4 | Bevaka lätt\n | | 5-8 | Bevaka\n | | 9-12 | Avvärj\n | | 13-16 | Avbryt",
	} {
		t.Run(name, func(t *testing.T) {
			doc := read("a.xlsx", sheet("Blad1", beside(register, definitions)))
			if len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != 5 || len(doc.NotChecked) != 0 {
				t.Fatalf("%d registers, not checked %+v", len(doc.Registers), doc.NotChecked)
			}
			if tr := doc.Registers[0].Risks[1].Treatment; tr.V != "Avvärj" {
				t.Errorf("the second risk has the treatment %q", tr.V)
			}
			if len(doc.Scales) != 1 {
				t.Fatalf("%d scales", len(doc.Scales))
			}
			for value, want := range map[int]string{2: "Godta", 8: "Bevaka", 9: "Avvärj"} {
				if tr := doc.Scales[0].Treatment(value); tr == nil || tr.Label != want {
					t.Errorf("%d calls for %+v, want %s", value, tr, want)
				}
			}
		})
	}
}

// TestNamesApartFromRanges: with no names of their own ranges do not take the
// words of a register that stands apart from them.
func TestNamesApartFromRanges(t *testing.T) {
	const register = "Nr | Risk | Sannolikhet | Konsekvens | Riskvärde | Hantering\n" +
		"1 | Färjan ställs in vid isläggning | 2 | 3 | 6 | Bevaka\n" +
		"2 | Växthusets värme faller bort en natt | 4 | 4 | 16 | Avvärj\n" +
		"3 | Bokbussen saknar förare | 1 | 2 | 2 | Godta"
	doc := read("a.xlsx", sheet("Blad1", beside(register, " | | Riskvärde\n | | 1-3\n | | 4-8\n | | 9-16")))
	if len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != 3 || doc.Registers[0].Risks[0].Treatment.V != "Bevaka" {
		t.Fatalf("%d registers", len(doc.Registers))
	}
	for _, s := range doc.Scales {
		if len(s.Treatments) > 0 {
			t.Errorf("read the treatments %+v", s.Treatments)
		}
	}
}
