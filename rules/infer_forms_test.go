package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/rules"
	"riskbok/rules/model"
)

// rowsOf writes a register: a line for each risk with likelihood, consequence,
// value and treatment between slashes. Heads are the headings of these.
func rowsOf(heads, rows string) string {
	var b strings.Builder
	line := func(cells ...string) { fmt.Fprintf(&b, "| %s |\n", strings.Join(cells, " | ")) }
	b.WriteString("### Plan\n\n")
	columns := strings.Split(heads, "/")
	line(append([]string{"Nr", "Identifierad risk"}, columns...)...)
	b.WriteString("|---|\n")
	for i, row := range strings.Split(strings.TrimSpace(rows), "\n") {
		cells := strings.Split(strings.TrimSpace(row), "/")
		line(append([]string{fmt.Sprintf("R%d", i+1), fmt.Sprintf("Händelse nummer %d", i+1)}, cells...)...)
	}
	return b.String()
}

// judged gives the errors and warnings of a register without definitions, as
// "rule cell", and its scale.
func judged(t *testing.T, heads, rows string) ([]string, *model.Scale) {
	t.Helper()
	doc, _ := exampleDocument(rowsOf(heads, rows))
	books, findings := rules.Check([]*model.Document{doc}, rules.Settings{Vocabulary: config.Vocabulary()})
	if len(books) != 1 || len(books[0].Registers) != 1 {
		t.Fatalf("not read as one register:\n%s", rowsOf(heads, rows))
	}
	var got []string
	for _, f := range findings {
		if f.Severity == rules.Error || f.Severity == rules.Warning {
			got = append(got, f.Rule+" "+f.At.Cell())
		}
	}
	slices.Sort(got)
	return got, books[0].Registers[0].Scale
}

// unknown is what is said where no scale can be told.
var unknown = []string{"not-checked A1"}

// unvalued is what is said where there is no consequence.
var unvalued = []string{"not-checked A1"}

// unjudged is what is said where the treatments cannot be judged.
var unjudged = []string{"not-checked A1"}

// adds is what is said where values come about otherwise than as a product.
var adds = []string{"scale-definition E1"}

const usualHeads = "Sannolikhet/Konsekvens/Riskvärde/Riskhantering"

// TestForms: what a reader would take from the rows of a register that states
// no scale, and no more than that.
func TestForms(t *testing.T) {
	for _, tt := range []struct {
		name, heads, rows string
		want              []string
	}{
		{"one axis in own words, the other in numbers", usualHeads, `
			Låg/1/1/Godta
			Hög/4/12/Åtgärda
			Medel/2/4/Godta`, unknown},
		{"one axis in own words, the other in usual ones", "Sannolikhet/Konsekvens/Riskvärde", `
			Möjlig/Liten/3
			Sannolik/Mycket stor/16
			Osannolik/Måttlig/2`, unknown},
		{"one axis in usual words, the other in numbers, one wrong", "Sannolikhet/Konsekvens/Riskvärde", `
			Möjlig/1/3
			Sannolik/4/15
			Osannolik/2/2`, []string{"risk-value E3"}},
		{"own words beside numbers, one wrong", "Sannolikhet/Konsekvens/Riskvärde", `
			Låg/1/1
			Hög/4/12
			Medel/2/4
			Hög/2/6
			Låg/4/4
			Medel/3/6
			Medel/4/9
			Hög/3/9
			Låg/2/2
			Hög/1/3`, []string{"risk-value E8"}},
		{"the highest treatment in its own word, once", usualHeads, `
			1/2/2/Acceptera
			2/2/4/Reducera
			4/4/16/Åtgärda
			2/3/6/Reducera
			1/1/1/Acceptera
			4/1/4/Reducera`, nil},
		{"an own word among others", usualHeads, `
			1/2/2/Acceptera
			2/2/4/Reducera
			4/4/16/Minimera
			2/3/6/Åtgärda
			1/1/1/Acceptera
			4/1/4/Reducera`, []string{"treatment F5"}},
		{"letters that nobody knows", usualHeads, `
			1/2/2/Acceptera
			2/2/4/Reducera
			4/4/16/Minimera
			2/3/6/R�ducera
			1/1/1/Acceptera
			4/1/4/Reducera`, nil},
		{"levels from nought", "Sannolikhet/Konsekvens/Riskvärde", `
			0/2/0
			1/3/3
			2/0/0
			3/3/9
			0/1/0
			2/2/4`, nil},
		{"levels from nought as the heading says", "Sannolikhet (0-3)/Konsekvens (0-3)/Riskvärde", `
			0/2/0
			1/3/3
			2/2/4`, nil},
		{"a nought among levels from one", "Sannolikhet/Konsekvens/Riskvärde", `
			1/2/2
			1/3/3
			0/2/2
			3/3/9
			2/2/4`, []string{"unknown-level C4"}},
		{"usual words with other numbers", "Sannolikhet/Konsekvens/Riskvärde", `
			1 - Osannolik/1 - Lindrig/1
			2 - Möjlig/3 - Allvarlig/6
			3 - Sannolik/2 - Kännbar/6
			2 - Möjlig/2 - Kännbar/4`, nil},
		{"usual words with other numbers, no values", "Sannolikhet/Konsekvens/Riskhantering", `
			1 - Osannolik/1 - Lindrig/Acceptera
			2 - Möjlig/3 - Allvarlig/Reducera
			3 - Sannolik/2 - Kännbar/Reducera
			2 - Möjlig/2 - Kännbar/Acceptera`, unjudged},
		{"remarks after the numbers", "Sannolikhet/Konsekvens/Riskvärde", `
			2/3 - kajen stängs/6
			1/4 - någon skadas/4
			3/2 - kö vid kranen/6
			2/2 - taxan blir fel/4
			4/1 - papper saknas/4
			3/3 - båtar krockar/9
			1/1 - fel i diariet/1`, nil},
		{"remarks after the numbers, one value wrong", "Sannolikhet/Konsekvens/Riskvärde", `
			2/3 - kajen stängs/6
			1/4 - någon skadas/4
			3/2 - kö vid kranen/6
			2/2 - taxan blir fel/4
			4/1 - papper saknas/4
			3/3 - båtar krockar/6
			1/1 - fel i diariet/1`, []string{"risk-value E7"}},
		{"usual words, sums", "Sannolikhet/Konsekvens/Riskvärde", `
			Osannolik/Försumbar/2
			Osannolik/Allvarlig/5
			Möjlig/Kännbar/6
			Sannolik/Lindrig/6
			Mindre sannolik/Kännbar/5
			Sannolik/Allvarlig/8
			Möjlig/Lindrig/5`, adds},
		{"usual words, the greater of the two, one wrong", "Sannolikhet/Konsekvens/Riskvärde", `
			Möjlig/Kännbar/3
			Osannolik/Allvarlig/4
			Mindre sannolik/Kännbar/3
			Sannolik/Lindrig/4
			Mindre sannolik/Lindrig/2
			Sannolik/Allvarlig/4
			Möjlig/Lindrig/3
			Sannolik/Kännbar/3
			Osannolik/Lindrig/2`, []string{"risk-value E9", "scale-definition E1"}},
		{"usual words, values of a matrix that no rule gives", "Sannolikhet/Konsekvens/Riskvärde", `
			Osannolik/Försumbar/1
			Osannolik/Allvarlig/5
			Möjlig/Kännbar/14
			Sannolik/Lindrig/11
			Mindre sannolik/Kännbar/7
			Sannolik/Allvarlig/25
			Möjlig/Lindrig/9`, unknown},
		{"usual words, values out of step", "Sannolikhet/Konsekvens/Riskvärde", `
			Osannolik/Försumbar/16
			Osannolik/Allvarlig/1
			Möjlig/Kännbar/4
			Sannolik/Lindrig/9
			Mindre sannolik/Kännbar/8
			Sannolik/Allvarlig/6
			Möjlig/Lindrig/16`, []string{"risk-value E2", "risk-value E3", "risk-value E4", "risk-value E5", "risk-value E6", "risk-value E7", "risk-value E8"}},
		{"usual words, other limits", usualHeads, `
			Osannolik/Allvarlig/4/Acceptera
			Mindre sannolik/Lindrig/4/Acceptera
			Möjlig/Kännbar/9/Reducera
			Sannolik/Lindrig/8/Reducera
			Möjlig/Allvarlig/12/Minimera
			Sannolik/Allvarlig/16/Minimera
			Osannolik/Kännbar/3/Acceptera`, nil},
		{"usual words, one treatment wrong", usualHeads, `
			Osannolik/Allvarlig/4/Acceptera
			Mindre sannolik/Kännbar/6/Reducera
			Möjlig/Kännbar/9/Reducera
			Sannolik/Lindrig/8/Reducera
			Möjlig/Allvarlig/12/Minimera
			Sannolik/Allvarlig/16/Minimera
			Osannolik/Kännbar/3/Acceptera`, []string{"treatment F2"}},
		{"usual words, the same treatment out of step twice", usualHeads, `
			Möjlig/Allvarlig/12/Acceptera
			Sannolik/Kännbar/12/Acceptera
			Möjlig/Kännbar/9/Reducera
			Sannolik/Lindrig/8/Reducera
			Mindre sannolik/Kännbar/6/Reducera
			Sannolik/Allvarlig/16/Minimera
			Osannolik/Kännbar/3/Acceptera
			Osannolik/Lindrig/2/Acceptera`, []string{"treatment F2", "treatment F3"}},
		{"a treatment for each cell of the matrix", usualHeads, `
			1/4/4/Åtgärda
			4/1/4/Godta
			2/2/4/Godta
			1/4/4/Åtgärda
			4/1/4/Godta
			2/2/4/Godta
			1/2/2/Godta
			3/3/9/Åtgärda
			4/4/16/Åtgärda
			2/4/8/Åtgärda`, unjudged},
		{"a single row in own words", "Sannolikhet/Konsekvens/Riskvärde", `
			Ofta/Allvarlig/12`, unknown},
		{"a ten-step scale", "Sannolikhet (1-10)/Konsekvens (1-10)/Riskvärde", `
			7/8/56
			10/3/30
			2/9/18`, nil},
		{"a pair with a value of its own, another wrong", "Sannolikhet/Konsekvens/Riskvärde", `
			Osannolik/Allvarlig/6
			Osannolik/Allvarlig/6
			Möjlig/Kännbar/9
			Osannolik/Allvarlig/6
			Sannolik/Lindrig/6
			Mindre sannolik/Kännbar/6
			Möjlig/Allvarlig/12
			Sannolik/Allvarlig/16
			Osannolik/Lindrig/2
			Möjlig/Lindrig/6`, []string{"risk-value E6"}},
		{"the same value wrong in two rows", "Sannolikhet/Konsekvens/Riskvärde", `
			Osannolik/Allvarlig/6
			Osannolik/Allvarlig/6
			Möjlig/Kännbar/9
			Sannolik/Lindrig/8
			Mindre sannolik/Kännbar/6
			Möjlig/Allvarlig/12
			Sannolik/Allvarlig/16`, []string{"risk-value E2", "risk-value E3"}},
		{"the same value wrong in three rows, out of step", "Sannolikhet/Konsekvens/Riskvärde", `
			Sannolik/Allvarlig/4
			Sannolik/Allvarlig/4
			Sannolik/Allvarlig/4
			Möjlig/Kännbar/9
			Sannolik/Lindrig/8
			Mindre sannolik/Kännbar/6
			Möjlig/Allvarlig/12
			Osannolik/Allvarlig/4`, []string{"risk-value E2", "risk-value E3", "risk-value E4"}},
		{"the higher of two levels", "Sannolikhet/Konsekvens/Riskvärde", `
			1/4/4
			2/3/3
			3/3/3
			1/2/2
			4/2/4
			2/2/2
			1/1/1`, unknown},
		{"words that are solved one after the other", "Sannolikhet/Konsekvens/Riskvärde", `
			Sällan/Svår/4
			Ibland/Liten/6
			Jämt/Liten/8
			Sällan/Ingen/1
			Sällan/Märkbar/3
			Sällan/Ingen/1
			Sällan/Svår/4
			Nu och då/Förödande/10
			Nu och då/Svår/8
			Sällan/Märkbar/3
			Nu och då/Märkbar/6`, nil},
		{"own words, values that are no products", "Sannolikhet/Konsekvens/Riskvärde", `
			Sällan/Ingen/2
			Sällan/Liten/4
			Ibland/Ingen/4
			Ibland/Liten/8
			Ofta/Ingen/6
			Ofta/Liten/12
			Ofta/Svår/24
			Ibland/Svår/16
			Sällan/Svår/8
			Ofta/Svår/24`, unknown},
		{"a word whose number is beyond the others", "Sannolikhet/Konsekvens/Riskvärde", `
			Sällan/Ingen/1
			Sällan/Liten/2
			Sällan/Svår/3
			Ibland/Ingen/2
			Ibland/Liten/4
			Ibland/Svår/6
			Ofta/Ingen/3
			Ofta/Liten/6
			Ofta/Svår/9
			Sällan/Ingen/1
			Sällan/Liten/2
			Sällan/Svår/3
			Ibland/Ingen/2
			Ibland/Liten/4
			Ibland/Svår/6
			Ofta/Ingen/3
			Ofta/Liten/6
			Ofta/Svår/9
			Sällan/Förödande/10
			Ibland/Förödande/20
			Ofta/Förödande/30`, unknown},
		{"few rows, one treatment in own words", usualHeads, `
			3/1/3/Acceptera
			2/3/6/Bevaka
			1/2/2/Acceptera`, unjudged},
		{"a treatment in own words in several rows", usualHeads, `
			3/1/3/Acceptera
			2/3/6/Bevaka
			1/2/2/Acceptera
			4/2/8/Bevaka
			3/4/12/Reducera
			1/1/1/Acceptera
			4/4/16/Minimera
			1/3/3/Acceptera
			2/1/2/Acceptera
			1/1/1/Acceptera`, nil},
		{"sums", "Sannolikhet/Konsekvens/Riskvärde", `
			1/4/5
			2/3/5
			3/3/6
			4/4/8
			1/2/3
			4/2/6`, adds},
		{"sums, one wrong", "Sannolikhet/Konsekvens/Riskvärde", `
			1/4/5
			2/3/5
			3/3/6
			4/4/8
			1/2/3
			4/2/8
			3/4/7
			1/3/4
			5/3/8`, []string{"risk-value E7", "scale-definition E1"}},
		{"a greater number than the usual ones, and no consequence", "Sannolikhet/Riskvärde", `
			2/22
			2/6
			1/8
			5/20
			3/36`, unvalued},
		{"words of a usual list, one in two rows of which one is wrong", "Sannolikhet/Konsekvens/Riskvärde", `
			Hög/Mycket låg/4
			Mycket låg/Låg/2
			Medel/Låg/6
			Låg/Låg/4
			Mycket låg/Medel/3
			Hög/Mycket låg/4
			Låg/Medel/7
			Hög/Hög/16
			Mycket hög/Mycket hög/25
			Låg/Mycket hög/10`, []string{"risk-value E8"}},
		{"words of two usual lists, one misspelt", "Sannolikhet/Konsekvens/Riskvärde", `
			Osannolik/Mycket liten/1
			Mycket sannolik/Liten/10
			Möjlig/Mätlig/9
			Sannolik/Stor/16
			Möjlig/Stor/12
			Mindre sannolik/Måttlig/6
			Mycket sannolik/Mycket stor/25
			Sannolik/Mycket liten/4
			Möjlig/Liten/6`, []string{"unknown-level D4"}},
		{"words of a usual list from its second on", "Sannolikhet/Konsekvens/Riskvärde", `
			Låg/Låg/1
			Medel/Hög/6
			Hög/Hög/9
			Mycket hög/Låg/4
			Medel/Medel/4
			Hög/Medel/5`, []string{"risk-value E7"}},
		{"words of a usual list with other numbers", "Sannolikhet/Konsekvens/Riskvärde", `
			Mycket låg/Låg/2
			Låg/Låg/4
			Medel/Hög/20
			Hög/Hög/25
			Mycket hög/Låg/16
			Medel/Medel/16
			Hög/Medel/20
			Mycket hög/Medel/32
			Mycket hög/Hög/40
			Låg/Hög/10`, unknown},
		{"few sums", "Sannolikhet/Konsekvens/Riskvärde", `
			2/3/5
			3/4/7
			4/2/6`, unknown},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, scale := judged(t, tt.heads, tt.rows)
			got = slices.DeleteFunc(got, func(s string) bool { return strings.HasPrefix(s, "plan-membership") })
			if !slices.Equal(got, tt.want) {
				t.Errorf("found %v, want %v; scale %+v", got, tt.want, scale)
			}
		})
	}
}
