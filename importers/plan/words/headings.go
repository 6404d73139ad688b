package words

import (
	"iter"
	"slices"
	"strings"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// Meaning is what a heading may mean: a field, of periods which one, and the
// word's place in its list of the vocabulary, the usual word first.
type Meaning struct {
	Field model.Field
	Key   string // period
	Rank  int
}

// fieldOrder fixes the order in which fields claim columns.
var fieldOrder = []model.Field{
	model.FieldNumber, model.FieldEvent, model.FieldLikelihood, model.FieldConsequence, model.FieldScore,
	model.FieldTreatment, model.FieldDirection, model.FieldAction, model.FieldOwner, model.FieldReporting,
	model.FieldCost, model.FieldArea, model.FieldPrevious, model.FieldChange, model.FieldEarlier,
}

// meaningsOf gives each heading of a vocabulary with what it means.
func meaningsOf(v *model.Vocabulary) iter.Seq2[string, Meaning] {
	return func(yield func(string, Meaning) bool) {
		for _, field := range fieldOrder {
			for rank, word := range v.Headings[field] {
				if !yield(word, Meaning{Field: field, Rank: rank}) {
					return
				}
			}
		}
		for _, p := range v.Periods {
			for rank, word := range p.Words {
				if !yield(word, Meaning{Field: model.FieldPeriod, Key: p.Key, Rank: rank}) {
					return
				}
			}
		}
	}
}

func (x *Index) add(word string, m Meaning) {
	key := grid.HeadingKey(word)
	if others := x.headings[key]; others != nil {
		x.headings[key] = append(others, m)
	} else { // most headings mean one thing
		x.meanings = append(x.meanings, m)
		n := len(x.meanings)
		x.headings[key] = x.meanings[n-1 : n : n]
	}
}

// Exact gives what a heading means to the letter. A period may be named with
// its year ("T1 2025").
func (x *Index) Exact(text string) []Meaning {
	if len(text) > MaxHeading || text == "" || grid.ErrorText(text) {
		return nil
	}
	return x.heard.exact.Of(text, x.exact)
}

func (x *Index) exact(text string) []Meaning {
	var room [grid.MostKey]byte
	key := grid.AppendHeadingKey(room[:0], text)
	if found := x.headings[string(key)]; found != nil {
		return found
	}
	if found := x.headings[withoutYear(string(key))]; len(found) > 0 && found[0].Field == model.FieldPeriod {
		return found
	}
	return nil
}

// withoutYear cuts a year from 2000 to 2099 off the end of a heading's key.
func withoutYear(key string) string {
	n := len(key) - len("2000")
	if n < 2 || key[n:n+2] != "20" || strings.Trim(key[n+2:], digits) != "" {
		return key
	}
	return key[:n]
}

// Begins gives what a heading means by the words it begins with, the longest
// phrase first.
func (x *Index) Begins(text string) []Meaning {
	if len(text) > MaxHeading {
		return nil
	}
	return x.heard.begins.Of(text, x.begins)
}

func (x *Index) begins(text string) []Meaning {
	have := grid.HeadingWords(text)
	if len(have) < 2 { // it does not go on
		return nil
	}
	var best []Meaning
	length := 0
	for _, p := range x.phrases().from(have[0]) {
		if len(p.words) >= len(have) || len(p.words) < length || !slices.Equal(have[:len(p.words)], p.words) {
			continue
		}
		if len(p.words) > length {
			best, length = nil, len(p.words)
		}
		best = append(best, p.Meaning)
	}
	return best
}

// Means reports whether a text is a heading that is known.
func (x *Index) Means(text string) bool {
	text = model.Clean(text)
	return len(x.Exact(text)) > 0 || len(x.Begins(text)) > 0
}

// Heads reports whether a text is to the letter a heading of one of the fields.
func (x *Index) Heads(text string, fields ...model.Field) bool {
	return slices.ContainsFunc(x.Exact(model.Clean(text)), func(m Meaning) bool { return slices.Contains(fields, m.Field) })
}

// Weak reports whether a heading is one that does not make a table of risks
// alone.
func (x *Index) Weak(heading string) bool { return x.weak[grid.HeadingKey(heading)] }

// Unit reports whether a heading is that of a column which says what unit of a
// board each risk is of.
func (x *Index) Unit(heading string) bool { return x.unitHeadings[grid.HeadingKey(heading)] }
