package evidence

import (
	"slices"
	"strings"
	"testing"

	"riskbok/rules/model"
)

// named gives the fields beside the valuations with their columns.
func named(names map[model.Field]*Named) string {
	var out []string
	for f, n := range names {
		text := string(f) + " " + letters(n.Column)[0]
		if n.Next != nil {
			text += "/" + letters(n.Next)[0]
		}
		out = append(out, text)
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func TestNames(t *testing.T) {
	rows := func(heads string, rows ...string) string { return heads + "\n" + strings.Join(rows, "\n") }
	for name, tt := range map[string]struct{ text, want string }{
		"by headings": {rows("Nr | Område | Risk | Sannolikhet | Konsekvens | Åtgärd | Ansvarig",
			"R1 | Skola | Bron brister | 3 | 3 | Kontroll av bron | Chef", "R2 | Skola | Hamnen fryser | 2 | 3 | Isbrytning varje dag | Chef",
			"R3 | Vård | Taket läcker | 4 | 2 | Nytt tak på huset | Rektor", "R4 | Vård | Elen går | 1 | 4 | Aggregat köps in | Chef"),
			"action F, area B, event C, number A, owner G"},
		"the widest text where no heading tells": {rows("Aa | Bb | Sannolikhet | Konsekvens | Cc",
			"Norr | Bron över ån håller inte för tung trafik | 3 | 3 | Chef", "Söder | Hamnen fryser till när kylan kommer tidigt | 2 | 3 | Chef",
			"Norr | Taket i simhallen läcker in vatten vid regn | 4 | 2 | Rektor", "Norr | Elen går i hela huset när åskan slår ned | 1 | 4 | Chef"),
			"event B"},
		"two texts as wide": {rows("Aa | Bb | Sannolikhet | Konsekvens",
			"Bron över ån håller inte för tung trafik | Det har hänt två gånger under vintern | 3 | 3", "Hamnen fryser till när kylan kommer tidigt | Isen har lagt sig i november ett par år | 2 | 3",
			"Taket i simhallen läcker in vatten vid regn | Skador på golvet har setts flera gånger | 4 | 2", "Elen går i hela huset när åskan slår ned | Ingen reserv finns för köket i huset nu | 1 | 4"),
			"event A/B"},
		"running numbers": {rows("Aa | Risk | Sannolikhet | Konsekvens",
			"K-1 | Bron brister | 3 | 3", "K-2 | Hamnen fryser | 2 | 3", "K-3 | Taket läcker | 4 | 2", "K-4 | Elen går | 1 | 4"),
			"event B, number A"},
		"no owner by its shape": {rows("Nr | Risk | Sannolikhet | Konsekvens | Xx",
			"1 | Bron brister | 3 | 3 | Chef", "2 | Hamnen fryser | 2 | 3 | Chef", "3 | Taket läcker | 4 | 2 | Rektor", "4 | Elen går | 1 | 4 | Chef"),
			"event B, number A"},
		"short words name no risk": {rows("Aa | Sannolikhet | Konsekvens", "Ja | 3 | 3", "Nej | 2 | 3", "Ja | 4 | 2", "Nej | 1 | 4"), ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := named(Weigh(bodyOf(lexicon(), 1, tt.text)).Names); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestLeftover(t *testing.T) {
	text := `Aa | Bb | Sannolikhet | Konsekvens | Hantering | Cc | Dd | Ee | Ff
R1 | Bron brister under vintern | 3 | 3 | Reducera | Reducera | Kontroll av bron | Chef | T1
R2 | Hamnen fryser till helt | 2 | 3 | Reducera | Reducera | Isbrytning varje dag | Chef | T2
R3 | Taket läcker in vatten | 4 | 2 | Reducera | Acceptera | Nytt tak på huset | Rektor | T1
R4 | Elen går i hela huset | 1 | 1 | Acceptera | Acceptera | Aggregat köps in snart | Chef | T3
R5 | Brand i köket på skolan | 2 | 4 | Reducera | Reducera | Larm sätts upp i köket | Rektor | T1`
	known := map[model.Field]int{model.FieldLikelihood: 2, model.FieldConsequence: 3, model.FieldTreatment: 4}
	all := []int{0, 1, 5, 6, 7, 8}
	for name, tt := range map[string]struct {
		loose []int
		known map[model.Field]int
		want  string
	}{
		"all that it lacks":                   {all, known, "action G, direction F, event B, number A, owner H, reporting I"},
		"what it has is not looked for":       {all, with(known, model.FieldOwner, 9), "action G, direction F, event B, number A, reporting I"},
		"without the treatments no direction": {all, without(known, model.FieldTreatment), "action G, event B, number A, reporting I"},
		"only loose columns":                  {[]int{0}, known, "number A"},
		"an action before the risk":           {[]int{1}, with(known, model.FieldEvent, 6), ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := named(bodyOf(lexicon(), 1, text).Leftover(tt.loose, tt.known)); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// Where two columns could be the field none is taken, and a column with a
// heading that is known is none that is left.
func TestLeftoverUnclear(t *testing.T) {
	b := bodyOf(lexicon(), 1, "Risk | Aa | Bb\nBron | Norr | Chef\nHamnen | Söder | Chef\nTaket | Norr | Rektor\nElen | Norr | Chef")
	if got := named(b.Leftover([]int{1, 2}, map[model.Field]int{model.FieldEvent: 0})); got != "" {
		t.Errorf("one of two columns of short words is taken: %q", got)
	}
	b = bodyOf(lexicon(), 1, "Risk | Aa | Område\nBron | Norr | Chef\nHamnen | Söder | Chef\nTaket | Norr | Rektor\nElen | Norr | Chef")
	if got := named(b.Leftover([]int{1, 2}, map[model.Field]int{model.FieldEvent: 0})); got != "owner B" {
		t.Errorf("beside a column with a known heading: %q", got)
	}
}

func with(m map[model.Field]int, f model.Field, col int) map[model.Field]int {
	out := without(m, f)
	out[f] = col
	return out
}

func without(m map[model.Field]int, f model.Field) map[model.Field]int {
	out := map[model.Field]int{}
	for k, v := range m {
		if k != f {
			out[k] = v
		}
	}
	return out
}

// A heading that is surely of another field weighs against this one, but not
// where it is as surely of this.
func TestOtherwise(t *testing.T) {
	strengths := func(list ...Strength) *Column { return &Column{Strengths: list} }
	event, owner := Strength{model.FieldEvent, model.EvidenceHeading, 1}, Strength{model.FieldOwner, model.EvidenceHeading, 1}
	weak := Strength{model.FieldOwner, model.EvidenceNear, .5}
	for name, tt := range map[string]struct {
		c    *Column
		want float64
	}{
		"no heading": {strengths(), 0}, "its own": {strengths(event), 0}, "another": {strengths(owner), -weights.heading}, "both": {strengths(event, owner), 0}, "a word of another": {strengths(weak), 0},
	} {
		if got := sumOfEvidence(tt.c.otherwise(model.FieldEvent)); got != tt.want {
			t.Errorf("%s: %.1f, want %.1f", name, got, tt.want)
		}
	}
}

// The risk, its number and its area stand before the levels, what is done behind
// them; a place alone makes nothing of a column that cannot be the field.
func TestPlaced(t *testing.T) {
	some, against := []model.Evidence{{Kind: model.EvidenceTexts, Weight: 1}}, []model.Evidence{{Kind: model.EvidenceAgainst, Weight: -1}}
	for f, before := range map[model.Field]bool{
		model.FieldEvent: true, model.FieldNumber: true, model.FieldArea: true, model.FieldAction: false, model.FieldOwner: false,
	} {
		for col, first := range map[int]bool{0: true, 5: false} {
			got := len(placed(&Column{Index: col}, f, some, 3)) > 1
			if got != (first == before) {
				t.Errorf("%s in column %d of levels in 3: in its place %v", f, col, got)
			}
			if len(placed(&Column{Index: col}, f, against, 3)) > 1 {
				t.Errorf("%s in column %d: its place outweighs its cells", f, col)
			}
		}
	}
}

// An action is told by its heading, over texts.
func TestAction(t *testing.T) {
	for name, tt := range map[string]struct {
		heading string
		cells   []string
		want    bool
	}{
		"a heading and texts": {"Åtgärd", []string{"Larm sätts upp", "Taket läggs om"}, true},
		"no heading":          {"Rubrik", []string{"Larm sätts upp", "Taket läggs om"}, false},
		"numbers":             {"Åtgärd", []string{"1", "3"}, false},
		"ja and nej":          {"Åtgärd", []string{"Ja", "Nej"}, false},
	} {
		b := bodyOf(lexicon(), 1, tt.heading+"\n"+strings.Join(tt.cells, "\n"))
		if got := sumOfEvidence(action(b.Columns[0])) > 0; got != tt.want {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}
