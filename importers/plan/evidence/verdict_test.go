package evidence

import (
	"strings"
	"testing"

	"riskbok/rules/model"
)

// A document is not taken to speak of risk unless the case says so.
func TestJudge(t *testing.T) {
	for name, tt := range map[string]struct {
		text    string
		context bool
		turned  bool
		want    Verdict
	}{
		"headings and a product": {rowsOf("Risk | Sannolikhet | Konsekvens | Riskvärde", "Bron_brister_i_vinter 3 3 9, Hamnen_fryser_till_is 2 3 6, Taket_läcker_in_vatten 4 2 8, Elen_går_i_hela_huset 1 4 4, Brand_i_köket_på_skolan 2 4 8, Vatten_i_källaren_igen 3 4 12"), false, false, Register},

		// 1: products prove no register.
		"quantity and price":                {rowsOf("Vara | Antal | Pris | Summa", "Pärmar_till_arkivet 3 3 9, Penslar_till_förskolan 2 3 6, Stolar_till_matsalen 4 2 8, Bänkar_till_parken 1 4 4, Mattor_till_entrén 2 4 8, Hyllor_till_förrådet 3 4 12"), false, false, Nothing},
		"the same where risk is spoken of":  {rowsOf("Vad | Ett | Två | Tre", "Pärmar_till_arkivet 3 3 9, Penslar_till_förskolan 2 3 6, Stolar_till_matsalen 4 2 8, Bänkar_till_parken 1 4 4, Mattor_till_entrén 2 4 8, Hyllor_till_förrådet 3 4 12"), true, false, Register},
		"and with too few different rows":   {rowsOf("Vad | Ett | Två | Tre", "Pärmar_till_arkivet 2 3 6, Penslar_till_förskolan 2 3 6, Stolar_till_matsalen 4 2 8, Bänkar_till_parken 1 4 4, Mattor_till_entrén 4 2 8, Hyllor_till_förrådet 1 2 2"), true, false, LooksLike},
		"a sum where risk is spoken of":     {rowsOf("Vad | Ett | Två | Tre", "Pärmar_till_arkivet 3 3 6, Penslar_till_förskolan 2 3 5, Stolar_till_matsalen 4 2 6, Bänkar_till_parken 1 4 5, Mattor_till_entrén 2 4 6, Hyllor_till_förrådet 3 4 7"), true, false, Nothing},
		"a maximum where risk is spoken of": {rowsOf("Vad | Ett | Två | Tre", "Pärmar_till_arkivet 3 2 3, Penslar_till_förskolan 2 3 3, Stolar_till_matsalen 4 2 4, Bänkar_till_parken 1 4 4, Mattor_till_entrén 2 1 2, Hyllor_till_förrådet 3 4 4"), true, false, Nothing},
		"an order where risk is spoken of":  {rowsOf("Vad | Ett | Två | Tre", "Pärmar_till_arkivet 2 2 7, Penslar_till_förskolan 1 1 1, Stolar_till_matsalen 2 1 4, Bänkar_till_parken 1 2 3, Mattor_till_entrén 3 3 20, Hyllor_till_förrådet 3 2 11"), true, false, Nothing},

		// 3 and 4: small tables, and factors of 1.
		"five rows without headings":   {rowsOf("Vad | Ett | Två | Tre", "Pärmar_till_arkivet 3 3 9, Penslar_till_förskolan 2 3 6, Stolar_till_matsalen 4 2 8, Bänkar_till_parken 2 4 8, Mattor_till_entrén 3 4 12"), true, false, LooksLike},
		"three rows with headings":     {rowsOf("Risk | Sannolikhet | Konsekvens | Riskvärde", "Bron_brister_i_vinter 3 3 9, Hamnen_fryser_till_is 2 3 6, Taket_läcker_in_vatten 4 2 8"), false, false, Register},
		"three rows with half of them": {rowsOf("Risk | Sannolikhet | Två | Tre", "Bron_brister_i_vinter 3 3 9, Hamnen_fryser_till_is 2 3 6, Taket_läcker_in_vatten 4 2 8"), false, false, LooksLike},
		"factors of 1 in six rows":     {rowsOf("Vad | Ett | Två | Tre", "Pärmar_till_arkivet 1 3 3, Penslar_till_förskolan 1 2 2, Stolar_till_matsalen 1 4 4, Bänkar_till_parken 2 1 2, Mattor_till_entrén 3 1 3, Hyllor_till_förrådet 1 1 1"), true, false, Nothing},

		// 8: columns that count by one are lists.
		"numbers that fall by one": {rowsOf("Risk | Sannolikhet | Konsekvens", "Bron_brister_i_vinter 6 6, Hamnen_fryser_till_is 5 5, Taket_läcker_in_vatten 4 4, Elen_går_i_hela_huset 3 3, Brand_i_köket_på_skolan 2 2, Vatten_i_källaren_igen 1 1"), true, false, Nothing},

		// What names no risk is none.
		"levels and a product alone": {rowsOf("Sannolikhet | Konsekvens | Riskvärde", "3 3 9, 2 3 6, 4 2 8, 1 4 4, 2 4 8, 3 4 12"), true, false, Nothing},

		// Turned, a product is found in any list.
		"turned, by its product alone": {rowsOf("Vad | Ett | Två | Tre", "Pärmar_till_arkivet 3 3 9, Penslar_till_förskolan 2 3 6, Stolar_till_matsalen 4 2 8, Bänkar_till_parken 1 4 4, Mattor_till_entrén 2 4 8, Hyllor_till_förrådet 3 4 12"), true, true, Nothing},
		"turned, by its headings":      {rowsOf("Risk | Sannolikhet | Konsekvens | Riskvärde", "Bron_brister_i_vinter 3 3 9, Hamnen_fryser_till_is 2 3 6, Taket_läcker_in_vatten 4 2 8, Elen_går_i_hela_huset 1 4 4, Brand_i_köket_på_skolan 2 4 8, Vatten_i_källaren_igen 3 4 12"), false, true, Register},
	} {
		t.Run(name, func(t *testing.T) {
			r := Weigh(bodyOf(lexicon(), 1, strings.ReplaceAll(tt.text, "_", " ")))
			if got := r.Judge(tt.context, tt.turned); got != tt.want {
				for _, v := range r.Valuations {
					t.Logf("%s told %.1f total %.1f: %+v", v.shown(), v.told, v.total, v.Evidence)
				}
				t.Errorf("verdict %d, want %d", got, tt.want)
			}
		})
	}
}

// A definition, turned, looks like a register: what rests on its cells is none.
func TestDefinitionIsNoRegister(t *testing.T) {
	text := strings.ReplaceAll(rowsOf("Risk | Sannolikhet | Konsekvens | Riskvärde", "Bron_brister_i_vinter 3 3 9, Hamnen_fryser_till_is 2 3 6, Taket_läcker_in_vatten 4 2 8, Elen_går_i_hela_huset 1 4 4, Brand_i_köket_på_skolan 2 4 8, Vatten_i_källaren_igen 3 4 12"), "_", " ")
	for share, want := range map[int]Verdict{0: Register, 1: Register, 3: Nothing, 6: Nothing} { // rows of six that define
		lex := lexicon()
		lex.Defining = func(row, _ int) bool { return row <= share }
		if got := Weigh(bodyOf(lex, 1, text)).Judge(false, false); got != want {
			t.Errorf("%d of 6 rows define: verdict %d, want %d", share, got, want)
		}
	}
}

// A heading that reads as a level, and a first row that does not, show that the
// headings end elsewhere.
func TestMisplaced(t *testing.T) {
	degree := lexicon().Degree
	for name, tt := range map[string]struct {
		text string
		want int
	}{
		"in place":            {"Risk | Sannolikhet | Konsekvens | Riskvärde\nBron brister | 3 | 3 | 9\nHamnen fryser | 2 | 3 | 6\nTaket läcker | 4 | 2 | 8\nElen går | 1 | 4 | 4", 0},
		"a row too early":     {"Risk | Sannolikhet | Konsekvens | Riskvärde\n | S | K | SxK\nBron brister | 3 | 3 | 9\nHamnen fryser | 2 | 3 | 6\nTaket läcker | 4 | 2 | 8\nElen går | 1 | 4 | 4", 3},
		"a row too late":      {"Bron brister | 3 | 3 | 9\nHamnen fryser | 2 | 3 | 6\nTaket läcker | 4 | 2 | 8\nElen går | 1 | 4 | 4\nBrand i köket | 2 | 4 | 8", 3},
		"a degree as heading": {"Risk | Hög | Konsekvens | Riskvärde\nBron brister | Låg | 3 | 9\nHamnen fryser | Hög | 3 | 6\nTaket läcker | Låg | 2 | 8\nElen går | Medel | 4 | 4", 1},
	} {
		t.Run(name, func(t *testing.T) {
			b := bodyOf(lexicon(), 1, tt.text)
			v := &Valuation{Likelihood: b.Columns[1], Consequences: b.Columns[2:3], Value: b.Columns[3]}
			if got := v.Misplaced(degree); got != tt.want {
				t.Errorf("%d, want %d", got, tt.want)
			}
		})
	}
}

// Proves asks for two different rows that show the form.
func TestProves(t *testing.T) {
	for _, tt := range []struct {
		r    Relation
		want bool
	}{
		{Relation{Kind: model.EvidenceProduct, Hits: 4, Of: 4, Telling: 2}, true}, {Relation{Kind: model.EvidenceProduct, Hits: 4, Of: 4, Telling: 1}, false},
		{Relation{Kind: model.EvidenceMaximum, Hits: 4, Of: 4, Telling: 4}, true}, {Relation{Kind: model.EvidenceRises, Hits: 9, Of: 9, Telling: 9}, false},
		{Relation{Kind: model.EvidenceFormula, Hits: 9, Of: 9, Telling: 9}, false}, {Relation{}, false},
	} {
		if got := (&Valuation{Relation: tt.r}).Proves(); got != tt.want {
			t.Errorf("%+v proves: %v", tt.r, got)
		}
	}
}

// A rating is shown by cells that step with the value or are printed treatments:
// a heading alone shows none.
func TestRated(t *testing.T) {
	of := func(list ...model.Evidence) *Valuation {
		return &Valuation{Evidence: map[model.Field][]model.Evidence{model.FieldTreatment: list}}
	}
	steps := of()
	steps.Steps = true
	for want, list := range map[bool][]*Valuation{
		true:  {steps, of(model.Evidence{Kind: model.EvidenceLabels, Weight: 3})},
		false: {of(), of(model.Evidence{Kind: model.EvidenceHeading, Weight: 3}), of(model.Evidence{Kind: model.EvidenceLabels, Weight: -1})},
	} {
		for _, v := range list {
			if v.Rated() != want {
				t.Errorf("%+v: %v", v.Evidence, v.Rated())
			}
		}
	}
}

func TestFreeText(t *testing.T) {
	b := bodyOf(lexicon(), 1, "Aa | Bb | Cc\nLarm sätts upp i köket under våren | Hög | 9\nTaket läggs om på hela skolan i höst | Låg | 8")
	for col, want := range []bool{true, false, false, false} {
		if got := b.FreeText(col); got != want {
			t.Errorf("column %d holds free texts: %v", col, got)
		}
	}
}
