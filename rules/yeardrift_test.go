package rules_test

import (
	"slices"
	"strings"
	"testing"
)

// yearOf is one year's document of an invented board, as the cases write it.
func yearOf(board, year string, rows ...string) string {
	text := "\n## " + board + "-" + year + ".xlsx\n\n### Riskanalys\n\nNämnd: " + board + "\n\nRiskanalys " + year + "\n\n" +
		"| Nr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde |\n|---|---|---|---|---|\n"
	for _, r := range rows {
		text += "| " + strings.ReplaceAll(r, "|", " | ") + " |\n"
	}
	return text
}

func TestYearDrift(t *testing.T) {
	const storm, oil = "R1|Kajen stängs vid storm|Mindre sannolik|Allvarlig|8", "R2|Olja läcker ut|Möjlig|Kännbar|9"
	wrong := strings.Replace(storm, "|8", "|6", 1)
	for name, tc := range map[string]struct {
		docs []string
		want []string
	}{
		"nothing changed": {[]string{yearOf("Hamnen", "2025", storm, oil), yearOf("Hamnen", "2026", storm, oil)}, nil},
		"the value": {[]string{yearOf("Hamnen", "2025", wrong, oil), yearOf("Hamnen", "2026", storm, oil)},
			[]string{"E4 R1: Riskvärdet är 8 men var 6 år 2025, i Riskanalys E4 i Hamnen-2025.xlsx, fast nivåerna är desamma: Mindre sannolik × Allvarlig ger 8."}},
		"newest first": {[]string{yearOf("Hamnen", "2026", storm, oil), yearOf("Hamnen", "2025", wrong, oil)},
			[]string{"E4 R1: Riskvärdet är 8 men var 6 år 2025, i Riskanalys E4 i Hamnen-2025.xlsx, fast nivåerna är desamma: Mindre sannolik × Allvarlig ger 8."}},
		"the levels too": {[]string{yearOf("Hamnen", "2025", wrong, oil), yearOf("Hamnen", "2026", strings.Replace(storm, "Mindre sannolik|Allvarlig|8", "Möjlig|Allvarlig|12", 1), oil)}, nil},
		"a level that is not on the scale": {[]string{yearOf("Hamnen", "2025", "R1|Storm|Trolig|Allvarlig|6", oil), yearOf("Hamnen", "2026", "R1|Storm|Trolig|Allvarlig|8", oil)},
			[]string{"E4 R1: Riskvärdet är 8 men var 6 år 2025, i Riskanalys E4 i Hamnen-2025.xlsx, fast nivåerna är desamma: Trolig × Allvarlig."}},
		"a year between":   {[]string{yearOf("Hamnen", "2024", wrong, oil), yearOf("Hamnen", "2026", storm, oil)}, nil},
		"another board":    {[]string{yearOf("Skolan", "2025", wrong, oil), yearOf("Hamnen", "2026", storm, oil)}, nil},
		"an alias":         {[]string{yearOf("HKN", "2025", wrong, oil), yearOf("Hamnen", "2026", storm, oil), "\n## Settings\n\nalias: Hamnen = HKN\n"}, []string{"E4 R1: Riskvärdet är 8 men var 6 år 2025, i Riskanalys E4 i HKN-2025.xlsx, fast nivåerna är desamma: Mindre sannolik × Allvarlig ger 8."}},
		"a match in doubt": {[]string{yearOf("Hamnen", "2025", "R1|Elavbrott|Möjlig|Kännbar|9", "R2|Elavbrott|Möjlig|Kännbar|9"), yearOf("Hamnen", "2026", "R7|Elavbrott|Möjlig|Kännbar|9")}, nil},
		"numbers that moved": {[]string{yearOf("Hamnen", "2025", "R1|Helt annan risk|Möjlig|Kännbar|9", strings.Replace(storm, "R1", "R2", 1), strings.Replace(oil, "R2", "R3", 1)), yearOf("Hamnen", "2026", storm, oil)},
			[]string{"A4 : Risker har fått nya nummer sedan 2025: R2–R3 → R1–R2."}},
	} {
		var got []string
		for l := range strings.Lines(judgeCase(t, strings.Join(tc.docs, ""))) {
			if _, text, ok := strings.Cut(l, "year-drift Riskanalys!"); ok {
				got = append(got, strings.TrimSpace(text))
			}
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%s:\n got  %q\n want %q", name, got, tc.want)
		}
	}
}
