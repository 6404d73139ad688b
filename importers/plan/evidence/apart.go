package evidence

import (
	"slices"
	"strings"
	"unicode"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// marks gives the words of a column's heading and of the band above it, letters
// and digits apart: what the columns of one valuation have in common.
func (c *Column) marks() []string {
	if c.words == nil {
		c.words = []string{}
		for _, text := range []string{c.Heading.Band, c.Heading.Text} {
			c.words = append(c.words, wordsOf(grid.HeadingKey(text))...)
		}
	}
	return c.words
}

func wordsOf(key string) []string {
	var out []string
	for _, word := range strings.FieldsFunc(key, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if i := strings.IndexFunc(word, unicode.IsDigit); i > 0 {
			out = append(out, word[:i], word[i:])
			continue
		}
		out = append(out, word)
	}
	return out
}

// common gives the words that the headings of two columns share.
func common(a, b *Column) []string {
	var out []string
	for _, word := range a.marks() {
		if slices.Contains(b.marks(), word) {
			out = append(out, word)
		}
	}
	return out
}

// marked reports whether a column's heading has all of some words.
func (c *Column) marked(words []string) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return !slices.Contains(c.marks(), word) })
}

// apart reports whether the headings tell that a valuation is put together out of
// two: two of its columns share words that the third lacks, and another column
// that is headed as the third has them.
func (b *Body) apart(v *Valuation) bool {
	if len(v.Consequences) > 1 {
		return false
	}
	c := v.Consequences[0]
	if v.Value == nil {
		return false
	}
	return b.lacks(v.Value, model.FieldScore, v.Likelihood, c) ||
		b.lacks(v.Likelihood, model.FieldLikelihood, c, v.Value) ||
		b.lacks(c, model.FieldConsequence, v.Likelihood, v.Value)
}

// lacks reports whether a column of a field lacks the words that two others
// share, while another one that is headed as the field has them.
func (b *Body) lacks(third *Column, f model.Field, one, two *Column) bool {
	words := common(one, two)
	if len(words) == 0 || third.marked(words) {
		return false
	}
	return slices.ContainsFunc(b.Columns, func(o *Column) bool {
		_, headed := o.strength(f)
		return headed && o != third && o != one && o != two && o.marked(words)
	})
}
