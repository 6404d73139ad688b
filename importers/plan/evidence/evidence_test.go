package evidence

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"riskbok/importers/grid"
	"riskbok/importers/grid/gridtest"
	"riskbok/rules/model"
)

// fieldWords are the headings of the tests.
var fieldWords = map[string]model.Field{
	"nr": model.FieldNumber, "område": model.FieldArea, "risk": model.FieldEvent, "sannolikhet": model.FieldLikelihood,
	"konsekvens": model.FieldConsequence, "riskvärde": model.FieldScore, "hantering": model.FieldTreatment,
	"åtgärd": model.FieldAction, "ansvarig": model.FieldOwner,
}

var degreesOfTests = map[string]float64{"obetydlig": 1, "mycket låg": 1.5, "låg": 2, "medel": 3, "hög": 4, "mycket hög": 4.5, "kritisk": 5}

// lexicon is one of a few words: a heading is known to the letter, by how it
// begins and by a word in it.
func lexicon() *Lexicon {
	return &Lexicon{
		Heading: func(h Heading) []Strength {
			key := model.Key(h.Text)
			if f, ok := fieldWords[key]; ok {
				return []Strength{{Field: f, Kind: model.EvidenceHeading, Share: 1}}
			}
			var out []Strength
			for word, f := range fieldWords {
				switch {
				case strings.HasPrefix(key, word+" "):
					out = append(out, Strength{Field: f, Kind: model.EvidenceBegins, Share: 1})
				case strings.Contains(key, " "+word):
					out = append(out, Strength{Field: f, Kind: model.EvidenceNear, Share: 1})
				}
			}
			return out
		},
		Degree:   func(text string) (float64, bool) { d, ok := degreesOfTests[model.Key(text)]; return d, ok },
		After:    func(text string) bool { return strings.Contains(model.Key(text), "efter") },
		Before:   func(text string) bool { return strings.Contains(model.Key(text), "före") },
		Unnamed:  func(text string) bool { return text == "" || strings.HasPrefix(text, "Kolumn") },
		Quantity: func(text string) bool { return strings.HasPrefix(text, "Antal") },

		Role: func(text string) bool { return strings.HasSuffix(text, "chef") },
		Period: func(text string) bool {
			return slices.Contains([]string{"t1", "t2", "t3"}, model.Key(text))
		},
		Blank:   func(text string) bool { return strings.TrimSpace(text) == "–" },
		Written: NewWritten(&grid.LevelWords{}),
	}
}

func levels(labels ...string) []model.ScaleLevel {
	var out []model.ScaleLevel
	for i, l := range labels {
		out = append(out, model.ScaleLevel{Value: i + 1, Label: l})
	}
	return out
}

// bodyOf makes a body of a sheet whose headings are its first rows.
func bodyOf(lex *Lexicon, heads int, text string) *Body {
	t := gridtest.Sheet("Blad", text)
	width := 0
	for _, row := range t.Rows {
		width = max(width, len(row))
	}
	var headings []Heading
	for col := range width {
		h := Heading{At: t.Cell(max(heads-1, 0), col).At}
		if heads > 0 {
			h.Text = t.Cell(heads-1, col).Text
		}
		if heads > 1 {
			h.Band = t.Resolved(0, col).Text
		}
		headings = append(headings, h)
	}
	var rows []int
	for r := heads; r < len(t.Rows); r++ {
		if t.Filled(r) > 0 {
			rows = append(rows, r)
		}
	}
	return NewBody(&t, lex, heads, rows, 0, headings)
}

// column makes a body of one column without a heading and gives it.
func column(t *testing.T, lex *Lexicon, cells ...string) *Column {
	t.Helper()
	b := bodyOf(lex, 1, "x | Rubrik\n– | "+strings.Join(cells, "\n– | "))
	for _, c := range b.Columns {
		if c.Index == 1 {
			return c
		}
	}
	t.Fatalf("no column of %q", cells)
	return nil
}

// shown gives a valuation's columns in letters: likelihood, consequences, value
// and rating, and what the value is of the levels.
func (v *Valuation) shown() string {
	letter := func(c *Column) string {
		if c == nil {
			return "-"
		}
		return letters(c)[0]
	}
	return fmt.Sprintf("%s %s %s %s %s", letter(v.Likelihood), strings.Join(letters(v.Consequences...), "+"), letter(v.Value), letter(v.Rating), v.Relation.Kind)
}

// valued gives the columns of all valuations of a reading.
func valued(r *Reading) string {
	var out []string
	for _, v := range r.Valuations {
		out = append(out, v.shown())
	}
	return strings.Join(out, "; ")
}
