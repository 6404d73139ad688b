package grid

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"riskbok/rules/model"
)

// UnitWords is the words for units of amounts, made ready to match.
type UnitWords []UnitWord

// UnitWord is a word for a unit, as [UnitFields] divides it.
type UnitWord struct {
	Words []string
	Unit  model.Unit
}

// NewUnitWords makes words for units ready. Those of the larger unit come first:
// the smaller one's stand inside them ("tusen kronor").
func NewUnitWords(units map[model.Unit][]string) UnitWords {
	var out UnitWords
	for _, u := range []model.Unit{model.NoUnit, model.UnitMnkr, model.UnitTkr, model.UnitKr} {
		for _, word := range units[u] {
			out = append(out, UnitWord{UnitFields(word), u})
		}
	}
	return out
}

// UnitFields gives the words of a text in lower case: runs of letters, and runs of
// digits. ":-" is the word "kronor", and digits and letters are never one word:
// "569tkr" is two.
func UnitFields(s string) []string {
	var b strings.Builder
	last := 'x'
	for _, r := range strings.ReplaceAll(model.Lower(model.Clean(s)), ":-", " kronor ") {
		if unicode.IsDigit(r) != unicode.IsDigit(last) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last = r
	}
	return strings.FieldsFunc(b.String(), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// Amount reads an amount with or without its unit behind it: "569 tkr", "5 269:-",
// "1 250- tkr". ok is false for every other text.
func (u UnitWords) Amount(text string) (d decimal.Decimal, unit model.Unit, ok bool) {
	if !strings.ContainsAny(text, "0123456789") {
		return d, model.NoUnit, false
	}
	text = strings.ReplaceAll(model.Clean(text), "\n", " ")
	if d, ok := ParseAmount(text); ok {
		return d, model.NoUnit, true
	}
	i := strings.LastIndexAny(text, "0123456789)")
	if i < 0 || i+1 == len(text) {
		return d, model.NoUnit, false
	}
	// "1 250- tkr": the minus stands behind the digits, not in front of a unit.
	if r, n := utf8.DecodeRuneInString(text[i+1:]); strings.ContainsRune(Minuses, r) {
		i += n
	}
	after := UnitFields(text[i+1:])
	for _, word := range u {
		if slices.Equal(after, word.Words) {
			d, ok := ParseAmount(text[:i+1])
			return d, word.Unit, ok
		}
	}
	return d, model.NoUnit, false
}

// Names gives the unit that a text names, the first of the list; NoUnit for none.
func (u UnitWords) Names(text string) model.Unit {
	have := UnitFields(text)
	for _, word := range u {
		for i := range have {
			if i+len(word.Words) <= len(have) && slices.Equal(have[i:i+len(word.Words)], word.Words) {
				return word.Unit
			}
		}
	}
	return model.NoUnit
}

// CostValue reads an amount of money: one that names its unit in that of the
// column's heading, or where that names none in kronor.
func CostValue(c *Cell, units UnitWords, heading string) model.Value[decimal.Decimal] {
	v := DecimalValue(c)
	if v.OK || c.Kind != Text {
		return v
	}
	d, unit, ok := units.Amount(c.Text)
	if !ok || unit == model.NoUnit {
		return v
	}
	in := units.Names(heading)
	if in == model.NoUnit {
		in = model.UnitKr
	}
	v.V, v.OK = InUnit(d, unit, in), true
	return v
}

// InUnit gives an amount of one unit in another, without decimals that say
// nothing. Neither may be NoUnit.
func InUnit(d decimal.Decimal, unit, in model.Unit) decimal.Decimal {
	d = d.Mul(unit.Factor()).DivRound(in.Factor(), 8)
	for d.Exponent() < 0 && d.Equal(d.Truncate(-d.Exponent()-1)) {
		d = d.Truncate(-d.Exponent() - 1)
	}
	return d
}
