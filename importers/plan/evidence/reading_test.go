package evidence

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"riskbok/rules/model"
)

// events are six texts that name risks.
var events = []string{"Bron brister i vinter", "Hamnen fryser till is", "Taket läcker in vatten", "Elen går i hela huset", "Brand i köket på skolan", "Vatten i källaren igen"}

// withEvents puts a text that names the risk before each row of cells.
func withEvents(headings string, rows string) string {
	var b strings.Builder
	b.WriteString(headings)
	for i, row := range strings.Split(rows, ", ") {
		fmt.Fprintf(&b, "\n%s %d | %s", events[i%len(events)], i, strings.ReplaceAll(row, " ", " | "))
	}
	return b.String()
}

const product6 = "3 3 9, 2 3 6, 4 2 8, 1 4 4, 2 4 8, 3 4 12"

// join writes the cells of two blocks of rows side by side.
func join(a, b string) string {
	x, y := strings.Split(a, ", "), strings.Split(b, ", ")
	for i := range x {
		x[i] += " " + y[i]
	}
	return strings.Join(x, ", ")
}

func TestValuations(t *testing.T) {
	rated := join(product6, "Hög, Medel, Hög, Medel, Hög, Hög")
	for name, tt := range map[string]struct {
		text string
		want string
	}{
		"one with a rating":            {withEvents("Risk | Sannolikhet | Konsekvens | Riskvärde | Hantering", rated), "B C D E product"},
		"without headings":             {withEvents("Risk | Ett | Två | Tre", product6), "B C D - product"},
		"the columns in another order": {withEvents("Risk | Riskvärde | Konsekvens | Sannolikhet", "9 3 3, 6 3 2, 8 2 4, 4 4 1, 8 4 2, 12 4 3"), "D C B - product"},
		"levels without a value":       {withEvents("Risk | Sannolikhet | Konsekvens", "3 3, 2 3, 4 2, 1 4, 2 4, 3 4"), "B C - - "},
		"a value by a formula":         {withEvents("Risk | Sannolikhet | Konsekvens | Riskvärde", "3 3 7:=INDEX($J$2:$M$5,B2,C2), 2 3 1:=INDEX($J$2:$M$5,B3,C3), 4 2 9:=INDEX($J$2:$M$5,B4,C4), 1 4 3:=INDEX($J$2:$M$5,B5,C5)"), "B C D - formula"},
		"a value that rises":           {withEvents("Risk | Sannolikhet | Konsekvens | Riskvärde", "2 2 7, 1 1 1, 2 1 4, 1 2 3, 3 3 20, 3 2 11"), "B C D - rises"},
		"a value of no known form":     {withEvents("Risk | Sannolikhet | Konsekvens | Riskvärde", "2 2 1, 1 1 5, 2 1 2, 1 2 9, 3 3 4, 3 2 8"), "B C D - "},
		"a formula that only refers":   {withEvents("Risk | Sannolikhet | Konsekvens | Riskvärde", "2 2 1:=B2-C2, 1 1 5:=B3-C3, 2 1 2:=B4-C4, 1 2 9:=B5-C5, 3 3 4:=B6-C6, 3 2 8:=B7-C7"), "B C D - "},
		"the greatest of two": {withEvents("Risk | Sannolikhet | Konsekvens ekonomi | Konsekvens hälsa | Riskvärde",
			"2 1 3 6, 3 4 2 12, 2 2 2 4, 4 1 4 16, 3 3 1 9, 2 4 1 8"), "B C+D E - product"},
		"after measures": {withEvents("Risk | Sannolikhet | Konsekvens | Riskvärde | Sannolikhet efter | Konsekvens efter | Riskvärde efter",
			join(product6, "2 2 4, 1 3 3, 2 2 4, 1 2 2, 2 3 6, 3 2 6")), "B C D - product; E F G - product"},
		"that after measures first": {withEvents("Risk | Sannolikhet efter | Konsekvens efter | Riskvärde efter | Sannolikhet | Konsekvens | Riskvärde",
			join("2 2 4, 1 3 3, 2 2 4, 1 2 2, 2 3 6, 3 2 6", product6)), "E F G - product; B C D - product"},
		"one consequence for both": {withEvents("Risk | Konsekvens | Sannolikhet | Riskvärde | Sannolikhet efter | Riskvärde efter",
			"3 3 9 2 6, 3 2 6 1 3, 2 4 8 2 4, 4 1 4 1 4, 4 2 8 1 4, 4 3 12 2 8"), "C B D - product; E B F - product"},
		"three valuations": {withEvents("Risk | Sannolikhet | Konsekvens | Riskvärde | Sannolikhet efter | Konsekvens efter | Riskvärde efter | Sannolikhet efter mål | Konsekvens efter mål | Riskvärde efter mål",
			join(join(product6, "2 2 4, 1 3 3, 2 2 4, 1 2 2, 2 3 6, 3 2 6"), "1 2 2, 3 2 6, 2 2 4, 1 2 2, 2 3 6, 3 1 3")), "B C D - product; E F G - product; H I J - product"},
		"small numbers that rise together": {withEvents("Risk | Efterhand sannolikhet | Efterhand konsekvens | Efterhand riskvärde | Målet efter sannolikhet | Målet efter konsekvens | Målet efter riskvärde",
			"1 4 4 1 3 3, 4 2 8 3 1 3, 1 1 1 1 1 1, 5 3 15 4 2 8, 1 4 4 1 3 3, 1 2 2 1 1 1"), "B C D - product; E F G - product"},
		"words that belong together, values wrong": {withEvents("Risk | Efterhand sannolikhet | Efterhand konsekvens | Efterhand riskvärde | Målet efter sannolikhet | Målet efter konsekvens | Målet efter riskvärde",
			"4 4 16 3 3 9, 1 2 2 1 1 1, 4 1 4 3 1 5, 3 1 3 2 1 2, 1 4 4 1 3 3, 2 3 6 1 2 2"), "B C D - product; E F G - product"},
		"two years, the later one": {withEvents("Risk | Sannolikhet 2023 | Konsekvens 2023 | Riskvärde 2023 | Sannolikhet 2024 | Konsekvens 2024 | Riskvärde 2024",
			join("2 2 4, 1 3 3, 2 2 4, 1 2 2, 2 3 6, 3 2 6", product6)), "E F G - product; B C D - product"},
		"none": {withEvents("Risk | Ort | Datum", "Norrvik måndag, Söderby tisdag, Ekhamn onsdag, Norrvik torsdag"), ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := valued(Weigh(bodyOf(lexicon(), 1, tt.text))); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// An error in a row does not take the value from its column, and one in five
// does not either; where the value is right in every second row the headings
// still tell.
func TestValuationWithErrors(t *testing.T) {
	for name, tt := range map[string]struct{ headings, rows, want string }{
		"one in six, nonsense headings": {"Risk | Ett | Två | Tre", "3 3 9, 2 3 6, 4 2 8, 1 4 5, 2 4 8, 3 4 12", "B C D - product"},
		"three in six, headings":        {"Risk | Sannolikhet | Konsekvens | Riskvärde", "3 3 2, 2 3 6, 4 2 1, 1 4 9, 2 4 8, 3 4 12", "B C D - "},
		"three in six, no headings":     {"Risk | Ett | Två | Tre", "3 3 2, 2 3 6, 4 2 1, 1 4 9, 2 4 8, 3 4 12", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := valued(Weigh(bodyOf(lexicon(), 1, withEvents(tt.headings, tt.rows)))); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// Two columns that could be a field with too little between them are refused,
// the likelier first; what proves more than its like is chosen.
func TestMargins(t *testing.T) {
	for name, tt := range map[string]struct {
		text  string
		field model.Field
		want  string
	}{
		"two likelihoods without a value": {withEvents("Risk | Sannolikhet | Sannolikhet | Konsekvens", "3 1 3, 2 4 3, 4 2 2, 1 3 4, 2 2 4, 3 1 4"), model.FieldLikelihood, "C B"},
		"the value tells which":           {withEvents("Risk | Sannolikhet | Sannolikhet | Konsekvens | Riskvärde", "3 1 3 9, 2 4 3 6, 4 2 2 8, 1 3 4 4, 2 2 4 8, 3 1 4 12"), model.FieldLikelihood, ""},
		"two that are equal":              {withEvents("Risk | Sannolikhet | Sannolikhet | Konsekvens", "3 3 3, 2 2 3, 4 4 2, 1 1 4, 2 2 4, 3 3 4"), model.FieldLikelihood, ""},
		"the levels exchanged":            {withEvents("Risk | Ett | Två | Riskvärde", product6), model.FieldLikelihood, ""},
		"two values that are proved":      {withEvents("Risk | Sannolikhet | Konsekvens | Riskvärde | Riskvärde", "3 3 9 6, 2 3 6 5, 4 2 8 6, 1 4 4 5, 2 4 8 6, 3 4 12 7"), model.FieldScore, "D E"},
		"two values without a form":       {withEvents("Risk | Sannolikhet | Konsekvens | Riskvärde | Riskvärde", "3 3 5 2, 2 3 1 9, 4 2 9 4, 1 4 3 3, 2 4 7 1, 3 4 2 8"), model.FieldScore, "D E"},
		"two ratings":                     {withEvents("Risk | Sannolikhet | Konsekvens | Riskvärde | Hantering | Hantering", "3 3 9 Hög Låg, 2 3 6 Medel Hög, 4 2 8 Hög Medel, 1 4 4 Medel Hög, 2 4 8 Hög Låg, 3 4 12 Hög Medel"), model.FieldTreatment, ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := Weigh(bodyOf(lexicon(), 1, tt.text))
			if got := strings.Join(letters(r.Unclear[tt.field]...), " "); got != tt.want {
				for _, v := range r.Valuations {
					t.Logf("%s %.1f", v.shown(), v.total)
				}
				for _, v := range r.Refused {
					t.Logf("refused %s %.1f", v.shown(), v.total)
				}
				t.Errorf("unclear %q, want %q", got, tt.want)
			}
		})
	}
}

// What came next is told, of other columns than what was chosen, each once.
func TestRefused(t *testing.T) {
	r := Weigh(bodyOf(lexicon(), 1, withEvents("Risk | Sannolikhet | Sannolikhet nu | Konsekvens | Riskvärde", "3 1 3 9, 2 4 3 6, 4 2 2 8, 1 3 4 4, 2 2 4 8, 3 1 4 12")))
	var keys []valuationKey
	for _, v := range append([]*Valuation{r.Valuations[0]}, r.Refused...) {
		if slices.Contains(keys, v.key()) {
			t.Errorf("%s twice", v.shown())
		}
		keys = append(keys, v.key())
	}
	if len(r.Refused) == 0 || len(r.Refused) > 3 {
		t.Errorf("%d refused", len(r.Refused))
	}
}

// Three factors make the value of a failure mode analysis, which no rule
// computes.
func TestFactors(t *testing.T) {
	rows := "3 2 4 24, 2 3 3 18, 4 2 2 16, 5 4 1 20, 2 4 3 24, 3 3 2 18"
	r := Weigh(bodyOf(lexicon(), 1, withEvents("Risk | Sannolikhet | Konsekvens | Upptäckt | Riskvärde", rows)))
	if got := strings.Join(letters(r.Factors...), " "); got != "B C D E" {
		t.Errorf("factors %q", got)
	}
	if r = Weigh(bodyOf(lexicon(), 1, withEvents("Risk | Sannolikhet | Konsekvens | Upptäckt | Riskvärde", "3 3 1 9, 2 3 1 6, 4 2 1 8, 1 4 1 4, 2 4 1 8, 3 4 1 12"))); r.Factors != nil {
		t.Errorf("a third column of ones makes factors: %q", letters(r.Factors...))
	}
}

// A rating steps with the value or holds words that are known: words that only
// step may be a choice.
func TestRating(t *testing.T) {
	spans := map[string]Span{"acceptera": {1, 3}, "reducera": {4, 11}}
	for name, tt := range map[string]struct {
		heading, words string
		thresholds     bool
		want           string
	}{
		"degrees that step":    {"Bedömning", "Hög, Medel, Hög, Medel, Hög, Hög", false, "B C D E product"},
		"its heading":          {"Hantering", "Norr, Söder, Norr, Söder, Norr, Norr", false, "B C D E product"},
		"printed thresholds":   {"Bedömning", "Reducera, Reducera, Reducera, Acceptera, Reducera, Reducera", true, "B C D E product"},
		"words that only step": {"Bedömning", "Norr, Söder, Norr, Söder, Norr, Norr", false, "B C D - product"},
	} {
		t.Run(name, func(t *testing.T) {
			lex := lexicon()
			if tt.thresholds {
				lex.Thresholds = []map[string]Span{spans}
			}
			b := bodyOf(lex, 1, withEvents("Risk | Sannolikhet | Konsekvens | Riskvärde | "+tt.heading, join(product6, tt.words)))
			if got := valued(Weigh(b)); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// Several consequences stand side by side, none of them a likelihood or a value,
// and none is left out that has the heading, or the band, of the others.
func TestConsequenceGroups(t *testing.T) {
	for name, tt := range map[string]struct{ text, want string }{
		"levels and a value":      {rowsOf("Sannolikhet | Konsekvens | Riskvärde", "3 1 3, 2 4 8, 4 2 8, 1 3 3"), "A B C"},
		"two consequences":        {rowsOf("Sannolikhet | Konsekvens liv | Konsekvens miljö", "3 1 3, 2 4 1, 4 2 2, 1 3 3"), "A B C B+C"},
		"three, never only two":   {rowsOf("Konsekvens liv | Konsekvens miljö | Konsekvens pengar", "3 1 3, 2 4 1, 4 2 2, 1 3 3"), "A B C A+B+C"},
		"with another in between": {rowsOf("Konsekvens liv | Ort | Konsekvens miljö", "3 Norr 3, 2 Norr 1, 4 Norr 2, 1 Norr 3"), "A C"},
		"before and after":        {rowsOf("Konsekvens | Konsekvens efter", "3 3, 2 1, 4 2, 1 3"), "A B"},
		"under one band":          {"Konsekvens | < | <\nLiv | Miljö | Pengar\n3 | 1 | 3\n2 | 4 | 1\n4 | 2 | 2\n1 | 3 | 3", "A B C A+B+C"},
	} {
		t.Run(name, func(t *testing.T) {
			heads := 1
			if strings.Contains(tt.text, "<") {
				heads = 2
			}
			b := bodyOf(lexicon(), heads, tt.text)
			var got []string
			for _, g := range b.consequenceGroups(b.levelColumns()) {
				got = append(got, strings.Join(letters(g...), "+"))
			}
			if all := strings.Join(got, " "); all != tt.want {
				t.Errorf("groups %q, want %q", all, tt.want)
			}
		})
	}
}

// Each goes through all columns of a valuation, and no more.
func TestEach(t *testing.T) {
	b := bodyOf(lexicon(), 1, rowsOf("A | B | C | D | E", "3 3 2 9 x, 2 3 1 6 y"))
	c := b.Columns
	for want, v := range map[string]*Valuation{
		"likelihood A consequence B consequence C value D treatment E": {Likelihood: c[0], Consequences: c[1:3], Value: c[3], Rating: c[4]},
		"likelihood A consequence B":                                   {Likelihood: c[0], Consequences: c[1:2]},
	} {
		var got []string
		v.Each(func(f model.Field, c *Column) { got = append(got, string(f), letters(c)[0]) })
		if all := strings.Join(got, " "); all != want {
			t.Errorf("%q, want %q", all, want)
		}
	}
}

// A valuation is one after measures where the heading of its likelihood or that
// of its value says so.
func TestAfter(t *testing.T) {
	plain, after := &Column{}, &Column{After: true}
	for _, tt := range []struct {
		v    Valuation
		want bool
	}{
		{Valuation{Likelihood: plain}, false}, {Valuation{Likelihood: after}, true}, {Valuation{Likelihood: after, Value: plain}, true},
		{Valuation{Likelihood: plain, Value: after}, true}, {Valuation{Likelihood: plain, Value: plain}, false},
	} {
		if got := tt.v.After(); got != tt.want {
			t.Errorf("likelihood %v, value %v: %v", tt.v.Likelihood.After, tt.v.Value, got)
		}
	}
}

// The stronger of several valuations tells what the table is.
func TestBest(t *testing.T) {
	weak, strong := &Valuation{total: 3}, &Valuation{total: 8}
	for _, r := range []*Reading{{Valuations: []*Valuation{weak, strong}}, {Valuations: []*Valuation{strong, weak}}, {Valuations: []*Valuation{strong}}} {
		if r.best() != strong {
			t.Errorf("of %d valuations the weaker", len(r.Valuations))
		}
	}
}
