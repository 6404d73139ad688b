package words

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/rules/model"
)

// Calculation reads a printed rule of how a risk value comes about of two levels:
// "Riskvärde = sannolikhet × konsekvens", "S + K", "Riskvärdet är summan av
// sannolikhet och konsekvens", "det högsta av sannolikhet och konsekvens". One
// with a third factor is none, and neither is a text that has two rules.
func (x *Index) Calculation(text string) (rule model.ValueRule, ok bool) {
	if len(text) > MaxHeading {
		return "", false
	}
	r := x.heard.calculation.Of(text, func(text string) (r heardRule) {
		r.rule, r.ok = x.calculated(text)
		return r
	})
	return r.rule, r.ok
}

func (x *Index) calculated(text string) (rule model.ValueRule, ok bool) {
	tokens := calculationTokens(text)
	last := -1
	for i, t := range tokens {
		f := x.factor(t)
		if f == "" {
			continue
		}
		if last >= 0 && x.factor(tokens[last]) != f {
			found, is := x.joined(tokens[:last], tokens[last+1:i], tokens[i+1:])
			if is && ok && found != rule {
				return "", false
			}
			if is {
				rule, ok = found, true
			}
		}
		last = i
	}
	return rule, ok
}

// joined gives the rule that joins two levels by what stands before, between and
// after them; in "S = sannolikhet, K = konsekvens" there is none.
func (x *Index) joined(before, between, after []string) (rule model.ValueRule, ok bool) {
	c := x.calculation()
	operator := func(t string) bool { return slices.Contains(c.Times, t) || slices.Contains(c.Plus, t) }
	if len(after) > 0 && operator(after[0]) || len(before) > 0 && operator(before[len(before)-1]) {
		return "", false
	}
	ends := func(list []string) bool {
		return slices.ContainsFunc(list, func(p string) bool { return strings.HasSuffix(" "+strings.Join(before, " "), " "+p) })
	}
	sign := strings.Join(between, " ")
	switch and := slices.Contains(x.ranges().and, sign); {
	case slices.Contains(c.Times, sign) || and && ends(c.ProductOf):
		return model.RuleProduct, true
	case slices.Contains(c.Plus, sign) || and && ends(c.SumOf):
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
	key := model.Key(text)
	for _, sign := range [...]string{"×", "*", "·", "+"} { // tokens of their own wherever they stand
		if strings.Contains(key, sign) {
			key = strings.ReplaceAll(key, sign, " "+sign+" ")
		}
	}
	return slices.DeleteFunc(strings.FieldsFunc(key, dividesTokens), func(t string) bool {
		return strings.IndexFunc(t, func(r rune) bool { return !unicode.IsDigit(r) && !isDash(r) }) < 0
	})
}

func dividesTokens(r rune) bool {
	return unicode.IsSpace(r) || r < utf8.RuneSelf && strings.IndexByte("()[]:=,.;", byte(r)) >= 0
}

// Factors gives the words by which a printed rule names its two levels, as they
// stand: "Värdering (S × K)" has S and K. Where it names none they are "".
func (x *Index) Factors(text string) []string {
	out := []string{"", ""}
	seen := map[model.Field]bool{}
	for _, t := range calculationTokens(text) {
		if f := x.factor(t); f != "" && !seen[f] && len(seen) < len(out) {
			out[len(seen)] = strings.ToUpper(t[:1]) + t[1:]
			seen[f] = true
		}
	}
	if len(seen) < len(out) {
		return []string{"", ""}
	}
	return out
}
