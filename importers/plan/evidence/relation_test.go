package evidence

import (
	"strings"
	"testing"

	"riskbok/rules/model"
)

// rowsOf writes rows of cells that are divided by spaces, under headings.
func rowsOf(headings, rows string) string {
	return headings + "\n" + strings.ReplaceAll(strings.ReplaceAll(strings.TrimSpace(rows), ", ", "\n"), " ", " | ")
}

func TestRelate(t *testing.T) {
	for name, tt := range map[string]struct {
		rows string // likelihood, consequence, value
		want model.EvidenceKind
	}{
		"product":                       {"2 3 6, 4 2 8, 3 3 9, 1 4 4, 2 4 8, 3 4 12", model.EvidenceProduct},
		"product with one error in six": {"2 3 6, 4 2 9, 3 3 9, 1 4 4, 2 4 8, 3 4 12", model.EvidenceProduct},
		"product with two in six":       {"2 3 6, 4 2 9, 3 3 9, 1 4 5, 2 4 8, 3 4 12", ""},
		"sum":                           {"2 3 5, 4 2 6, 3 3 6, 1 4 5, 2 4 6, 3 4 7", model.EvidenceSum},
		"maximum":                       {"2 3 3, 4 2 4, 3 1 3, 1 4 4, 2 4 4, 3 4 4", model.EvidenceMaximum},
		"four rows that all hold":       {"2 3 6, 4 2 8, 3 3 9, 1 4 4", model.EvidenceProduct},
		"four of which one does not":    {"2 3 6, 4 2 8, 3 3 9, 1 4 5", ""},
		"one row":                       {"2 3 6", ""},
		"3+3 and 4+4 in two rows":       {"3 3 6, 4 4 8", model.EvidenceSum},
		"the same row over and over":    {"2 3 6, 2 3 6, 2 3 6, 2 3 6", ""},
		"factors of 1 alone":            {"1 3 3, 1 2 2, 1 4 4, 1 1 1", ""},
		"few rows with a value":         {"2 3 6, 4 2 8, 3 3 –, 1 4 –, 2 4 –, 3 4 –, 2 2 –", model.EvidenceProduct},
		"no relation":                   {"2 3 7, 4 2 3, 3 3 1, 1 4 9, 2 4 2, 3 4 5", ""},
	} {
		t.Run(name, func(t *testing.T) {
			b := bodyOf(lexicon(), 1, rowsOf("A | B | C", tt.rows))
			if len(b.Columns) < 3 {
				t.Fatal("no three columns")
			}
			r, w := relate(b.Columns[0], b.Columns[1:2], b.Columns[2])
			if r.Kind != tt.want || (w > 0) != (tt.want != "") {
				t.Errorf("%q: %q with weight %.1f, want %q", tt.rows, r.Kind, w, tt.want)
			}
		})
	}
}

// Rows with a factor 1, rows that do not hold, an order that the rows gave and a
// level that never changes make a product prove less.
func TestStrengthOfRelation(t *testing.T) {
	weigh := func(rows string) float64 {
		b := bodyOf(lexicon(), 1, rowsOf("A | B | C", rows))
		_, w := relate(b.Columns[0], b.Columns[1:2], b.Columns[2])
		return w
	}
	full := weigh("2 3 6, 4 2 8, 3 3 9, 4 4 16, 2 4 8, 3 4 12")
	if full != weights.product {
		t.Errorf("a product in six different rows weighs %.2f, want %.2f", full, weights.product)
	}
	for name, rows := range map[string]string{
		"two telling rows":     "2 3 6, 4 2 8, 1 3 3, 4 1 4, 1 4 4, 1 1 1",
		"a row that is wrong":  "2 3 6, 4 2 8, 3 3 9, 4 4 16, 2 4 8, 3 4 11",
		"one level throughout": "2 3 6, 2 2 4, 2 4 8, 2 5 10, 2 3 6, 2 4 8",
		"three rows":           "3 3 9, 2 3 6, 4 2 8",
	} {
		if w := weigh(rows); w <= 0 || w >= full {
			t.Errorf("%s: %.2f, want less than %.2f", name, w, full)
		}
	}
}

// Labels without numbers count from either end, words of which nothing tells the
// order as the values do: the relation picks.
func TestReadings(t *testing.T) {
	lex := lexicon()
	lex.Axes = []Axis{NewAxis(levels("Säker", "Trolig", "Otrolig"), model.FieldLikelihood, false, false)}
	b := bodyOf(lex, 1, rowsOf("A | B | C", "Säker 2 6, Trolig 4 8, Otrolig 3 3, Säker 4 12, Trolig 3 6, Otrolig 2 2"))
	if r, _ := relate(b.Columns[0], b.Columns[1:2], b.Columns[2]); r.Kind != model.EvidenceProduct || r.Hits != 6 {
		t.Errorf("a list from the highest: %+v", r)
	}
	lex.Axes[0].Printed = true
	b = bodyOf(lex, 1, rowsOf("A | B | C", "Säker 2 6, Trolig 4 8, Otrolig 3 3, Säker 4 12, Trolig 3 6, Otrolig 2 2"))
	if r, _ := relate(b.Columns[0], b.Columns[1:2], b.Columns[2]); r.Kind != "" {
		t.Errorf("printed numbers are turned: %+v", r)
	}
	b = bodyOf(lexicon(), 1, rowsOf("A | B | C", "Blå 2 4, Grå 2 2, Blå 3 6, Vit 2 6, Grå 3 3, Vit 3 9"))
	r, w := relate(b.Columns[0], b.Columns[1:2], b.Columns[2])
	if r.Kind != model.EvidenceProduct || w >= weights.product*.71 {
		t.Errorf("words in the order of the values: %+v with weight %.2f", r, w)
	}
}

// Of several consequences the greatest counts.
func TestGreatestConsequence(t *testing.T) {
	b := bodyOf(lexicon(), 1, rowsOf("A | B | C | D", "2 1 3 6, 3 4 2 12, 2 2 2 4, 4 1 4 16, 3 3 1 9, 2 4 1 8"))
	if r, w := relate(b.Columns[0], b.Columns[1:3], b.Columns[3]); r.Kind != model.EvidenceProduct || r.Hits != 6 || w != weights.product {
		t.Errorf("%+v with weight %.2f", r, w)
	}
	b = bodyOf(lexicon(), 1, rowsOf("A | B | C | D", "2 1 3 5, 3 4 2 7, 2 2 2 4, 4 1 4 8, 3 3 1 6, 2 4 1 6"))
	if r, _ := relate(b.Columns[0], b.Columns[1:3], b.Columns[3]); r.Kind != "" {
		t.Errorf("a sum with the greatest of several is no form that is known: %+v", r)
	}
}

// A value that never falls where a level rises is one of an unknown matrix; a
// fifth of the rows may contradict.
func TestRises(t *testing.T) {
	for name, tt := range map[string]struct {
		rows string
		hits int // 0: it does not rise
	}{
		"a matrix of its own":           {"1 2 2, 1 1 1, 2 1 3, 2 2 5, 3 3 9, 3 2 8", 6},
		"with one error in six":         {"1 1 1, 1 2 2, 2 1 3, 2 2 5, 3 2 4, 3 3 9", 5},
		"with two errors in six":        {"1 1 9, 1 2 2, 2 1 3, 2 2 5, 3 2 4, 3 3 1", 0},
		"four rows":                     {"1 2 2, 1 1 1, 2 2 5, 2 1 3", 0},
		"two values":                    {"1 1 1, 1 2 1, 2 1 2, 2 2 2, 3 2 2, 3 3 2", 0},
		"three pairs of levels":         {"1 1 1, 1 2 2, 2 2 5, 1 1 1, 1 2 2, 2 2 5", 0},
		"one that falls as they rise":   {"1 1 9, 1 2 7, 2 1 6, 2 2 4, 3 2 2, 3 3 1", 0},
		"one that has nothing to do":    {"1 1 4, 1 2 9, 2 1 2, 2 2 1, 3 2 7, 3 3 3", 0},
		"rows without a level left out": {"1 1 1, – 2 9, 2 1 3, 2 2 5, 3 2 8, 3 3 9, 1 2 2", 6},
	} {
		t.Run(name, func(t *testing.T) {
			b := bodyOf(lexicon(), 1, rowsOf("A | B | C", tt.rows))
			r, ok := rises(b.Columns[0].levels, b.Columns[1].levels, b.Columns[2].values)
			if ok != (tt.hits > 0) || r.Hits != tt.hits {
				t.Errorf("%q: %+v, %v; want %d rows", tt.rows, r, ok, tt.hits)
			}
		})
	}
}

func TestSteps(t *testing.T) {
	for name, tt := range map[string]struct {
		rows string // value, word
		ok   bool
		good bool
	}{
		"words in steps":              {"12 Hög, 3 Låg, 4 Medel, 8 Medel, 9 Hög, 2 Låg", true, true},
		"words of no known order":     {"12 Blå, 3 Vit, 4 Grå, 8 Grå, 9 Blå, 2 Vit", true, true},
		"one row off in six":          {"12 Hög, 3 Låg, 4 Medel, 8 Låg, 9 Hög, 2 Låg", true, true},
		"two words that take turns":   {"12 Grå, 3 Grå, 4 Vit, 8 Grå, 9 Vit, 2 Vit", true, false},
		"nearly one word throughout":  {"12 Vit, 3 Vit, 4 Vit, 8 Grå, 9 Vit, 2 Vit", true, false},
		"one word":                    {"3 Vit, 2 Vit, 4 Vit, 8 Vit", false, false},
		"three rows":                  {"4 Grå, 2 Vit, 8 Blå", false, false},
		"two values":                  {"2 Vit, 2 Vit, 4 Grå, 4 Grå", false, false},
		"as many words as rows allow": {"2 B, 1 A, 3 C, 5 E, 4 D, 6 F, 7 G, 9 I, 8 H", false, false},
	} {
		t.Run(name, func(t *testing.T) {
			b := bodyOf(lexicon(), 1, rowsOf("A | B", tt.rows))
			s, ok := stepsWith(b.Columns[1], b.Columns[0].values)
			if ok != tt.ok || ok && s.good() != tt.good {
				t.Errorf("%q: %+v, %v, good %v; want %v, %v", tt.rows, s, ok, s.good(), tt.ok, tt.good)
			}
		})
	}
}
