package words

import (
	"testing"

	"riskbok/config"
	"riskbok/rules/model"
)

// Degrees of all languages lie in one order, stronger words outside the plain
// ones, weaker inside, and "mindre" on the other side of the middle.
func TestDegree(t *testing.T) {
	x := Of(config.Vocabulary())
	for text, want := range map[string]float64{
		"Låg": 2, "låg risk": 2, "Mycket låg": 1.5, "ganska låg": 2.5, "Medel": 3, "Mycket medel": 3, "HÖG": 4, "Mycket hög": 4.5, "ganska hög": 3.5, "Kritisk": 5,
		"Mindre sannolik": 2, "föga sannolik": 2.25, "Very likely": 4.5, "Almost certain": 5, "Svært lav": 1.5, "Meget høj": 4.5, "Nästan säker": 5, "Röd": 5, "låg sannolikhet": 2,
	} {
		if got, ok := x.Degree(text); !ok || got != want {
			t.Errorf("%q is of degree %v, %v; want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "Chef", "3", "Hamnen fryser till is varje år", "lågt hängande frukt som ingen plockar"} {
		if got, ok := x.Degree(text); ok {
			t.Errorf("%q is of degree %v", text, got)
		}
	}
}

func TestNouns(t *testing.T) {
	v := small()
	v.HeadNouns = map[model.Field][]string{model.FieldEvent: {"risk"}, model.FieldScore: {"värde", "riskvärde"}, model.FieldNumber: {"nr"}}
	v.Second = []string{"återstående"}
	x := Of(v)
	for text, want := range map[string]string{
		"Risk":                "event whole last", // nothing but the noun
		"Vår största risk":    "event last",       // the last word
		"Riskens värde i år":  "value",            // among others
		"Samlat riskvärde":    "value last",
		"Totalvärde":          "value last", // ends a compound
		"Bransch":             "",           // a short noun ends no compound
		"Nr":                  "number whole last",
		"Summa (risk)":        "",                 // a parenthesis counts for nothing
		"Återstående värde":   "value whole last", // words of a valuation neither,
		"Budget för nästa år": "",
	} {
		got := ""
		for _, n := range x.Nouns(text) {
			got = string(n.Field)
			if n.Whole {
				got += " whole"
			}
			if n.Last {
				got += " last"
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Words of a valuation before or after measures count where they stand whole,
// the longest of them.
func TestFirstAndSecond(t *testing.T) {
	x := Of(config.Vocabulary())
	for text, want := range map[string][2]string{
		"Riskvärde efter åtgärd": {"", "efter åtgärd"}, "Sannolikhet före åtgärder": {"före åtgärder", ""}, "Residual risk": {"", "residual"},
		"Inneboende risk": {"inneboende", ""}, "Nettorisk": {"", "nettorisk"}, "Eftertanke": {"", ""}, "Riskvärde": {"", ""}, "": {"", ""},
	} {
		if got := [2]string{x.First(text), x.Second(text)}; got != want {
			t.Errorf("%q tells %q, want %q", text, got, want)
		}
	}
}

// Words of sums begin a text; "Medel" alone is one, and a level elsewhere.
func TestSums(t *testing.T) {
	x := Of(config.Vocabulary())
	for text, want := range map[string][2]bool{ // sums, alone
		"Summa": {true, true}, "Medelvärde:": {true, true}, "Antal risker 12": {true, false}, "Medel": {true, true}, "Medelhög": {false, false},
		"Totalt haveri i värmeverket när kylan kommer": {false, false}, "Delsumma (alla)": {true, false}, "I alt": {true, true}, "Average": {true, true}, "": {false, false}, "Hög summa": {false, false},
	} {
		if got := [2]bool{x.Sums(text), x.SumsAlone(text)}; got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestContext(t *testing.T) {
	x := Of(config.Vocabulary())
	for text, want := range map[string]bool{"Risker 2026": true, "Vår risk": true, "ROS-analyse": true, "Prislista": false, "": false, "Asterisken": false} {
		if got := x.Context(text); got != want {
			t.Errorf("%q speaks of risk: %v, want %v", text, got, want)
		}
	}
}
