package words

import (
	"slices"
	"strings"
	"unicode"

	"riskbok/rules/model"
)

// Calculation reads a printed rule of how a risk value comes about of two levels:
// "Riskvärde = sannolikhet × konsekvens", "S + K", "Riskvärdet är summan av
// sannolikhet och konsekvens", "det högsta av sannolikhet och konsekvens". One
// with a third factor is none.
func (x *Index) Calculation(text string) (rule model.ValueRule, ok bool) {
	if len(text) > MaxHeading {
		return "", false
	}
	tokens := calculationTokens(text)
	first, second := -1, -1
	for i, t := range tokens {
		switch f := x.factor(t); {
		case f == "":
		case first < 0:
			first = i
		case x.factor(tokens[first]) == f:
			first = i // "Sannolikhet: sannolikhet × konsekvens"
		case second < 0:
			second = i
		}
	}
	if second < 0 {
		return "", false
	}
	before, between, after := tokens[:first], strings.Join(tokens[first+1:second], " "), tokens[second+1:]
	is := func(list []string, what string) bool { return slices.Contains(list, what) }
	c := x.calculation()
	operator := func(t string) bool { return is(c.Times, t) || is(c.Plus, t) }
	if len(after) > 0 && operator(after[0]) || len(before) > 0 && operator(before[len(before)-1]) {
		return "", false
	}
	ends := func(list []string) bool {
		return slices.ContainsFunc(list, func(p string) bool { return strings.HasSuffix(" "+strings.Join(before, " "), " "+p) })
	}
	switch and := is(x.ranges().and, between); {
	case is(c.Times, between) || and && ends(c.ProductOf):
		return model.RuleProduct, true
	case is(c.Plus, between) || and && ends(c.SumOf):
		return model.RuleSum, true
	case and && ends(c.GreaterOf):
		return model.RuleMaximum, true
	}
	return "", false
}

// factor gives the level that a word of a printed rule stands for, "" for none.
func (x *Index) factor(token string) model.Field {
	for _, f := range []model.Field{model.FieldLikelihood, model.FieldConsequence} {
		if slices.Contains(x.nouns[token], f) || slices.ContainsFunc(x.headings[token], func(m Meaning) bool { return m.Field == f }) {
			return f
		}
	}
	return ""
}

// calculationTokens gives the words and signs of a printed rule. What only says
// how far a level goes ("S (1–4)") is left out.
func calculationTokens(text string) []string {
	spaced := strings.Map(func(r rune) rune {
		if strings.ContainsRune("()[]:=,.;\n", r) {
			return ' '
		}
		return r
	}, model.Key(text))
	for _, sign := range []string{"×", "*", "·", "+"} {
		spaced = strings.ReplaceAll(spaced, sign, " "+sign+" ")
	}
	return slices.DeleteFunc(strings.Fields(spaced), func(t string) bool {
		return strings.IndexFunc(t, func(r rune) bool { return !unicode.IsDigit(r) && !isDash(r) }) < 0
	})
}
