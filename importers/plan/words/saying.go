package words

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/rules/model"
)

// Saying is what one sentence of running text says of a scale: levels of Axes,
// each a band of one number ("1 = osannolik"; without labels in "Skala 1–3"), or
// ranges of risk values. Score: it calls them so. Tells: it names an axis, the
// risk value or a scale beside several numbers, whether it was understood or not.
type Saying struct {
	Axes          []model.Field
	Levels, Bands []Band
	Score, Tells  bool
}

// sentences are the limits of what is read of running text.
var sentences = struct {
	longest int // bytes of one that is read
	levels  int // of an axis, at least
	most    int // and at most
	label   int // letters of one, at most
	numbers int // in a sentence that tells of a scale, at least
	ending  int // letters of a word's, at most
}{longest: 600, levels: 3, most: 10, label: 40, numbers: 3, ending: 2}

// Sentences reads the sentences of a text that say something of a scale.
func (x *Index) Sentences(text string) []Saying {
	var out []Saying
	for _, s := range x.divided(text) {
		if s = strings.Trim(s, " ."); s == "" || len(s) > sentences.longest || firstDigit(s) < 0 {
			continue
		}
		if said := x.sentence(s); said.Tells || len(said.Levels)+len(said.Bands) > 0 {
			out = append(out, said)
		}
	}
	return out
}

// divided gives the sentences of a text. What is short for a word before a number ends
// none: "fr.o.m. 6".
func (x *Index) divided(text string) []string {
	out := strings.Split(strings.TrimSpace(strings.ReplaceAll(text, "\n", " "))+" ", ". ")
	for i := len(out) - 2; i >= 0; i-- {
		if x.ranges().shortened(out[i] + ".") {
			out[i] += ". " + out[i+1]
			out = slices.Delete(out, i+1, i+2)
		}
	}
	return out
}

// shortened reports whether a text ends with what is short for a word before a number.
func (w *rangeWords) shortened(text string) bool {
	last := model.Lower(text[strings.LastIndexByte(text, ' ')+1:])
	for _, list := range [][]string{w.atLeast, w.atMost, w.to} {
		if slices.Contains(list, last) {
			return true
		}
	}
	return false
}

func (x *Index) sentence(text string) Saying {
	first := firstDigit(text)
	before := text[:first]
	tokens := calculationTokens(before)
	said := Saying{Axes: x.axesAmong(tokens), Score: x.scoreAmong(tokens)}
	numbers := Numbers(text)
	if numbers == 1 && !said.Score {
		return said // levels and ranges without the risk value's name have several
	}
	said.Tells = (said.Score || len(said.Axes) > 0 || x.scaleEnds(tokens)) && numbers >= sentences.numbers && !worked(text)
	if len(said.Axes) > 0 && !said.Score {
		if said.Levels = x.enumeration(text[first:]); said.Levels != nil {
			return said
		}
	}
	if axes, levels := x.reaches(text); levels != nil {
		said.Axes, said.Levels = axes, levels
		return said
	}
	if len(said.Axes) > 0 && !said.Score {
		return said
	}
	rest := text
	if said.Score {
		rest = text[first:]
		if within, _, ok := strings.Cut(rest, ")"); ok && strings.HasSuffix(strings.TrimSpace(before), "(") {
			rest = within
		}
	}
	if Numbers(rest) > 1 { // one for each entry, of which there are two
		said.Bands = x.entries(rest)
	}
	if said.Bands == nil && said.Score {
		if b, ok := x.entry(rest); ok {
			said.Bands = []Band{b}
		}
	}
	return said
}

// worked reports whether the numbers of a text are an example of a risk value: the
// third is the product or the sum of the two before it.
func worked(text string) bool {
	var n []int
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' }) {
		v, err := strconv.Atoi(part)
		if err != nil {
			return false
		}
		n = append(n, v)
	}
	return len(n) == 3 && (n[0]*n[1] == n[2] || n[0]+n[1] == n[2])
}

// enumeration reads levels that are counted from one or down to it, each with its
// label: "1 = osannolik, 2 = möjlig eller 3 = sannolik". nil: it is none.
func (x *Index) enumeration(text string) []Band {
	var out []Band
	for text != "" {
		end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsDigit(r) })
		if end <= 0 || end > 2 {
			return nil
		}
		n := 0
		for _, r := range text[:end] {
			n = 10*n + int(r-'0')
		}
		next := firstDigit(text[end:])
		label := text[end:]
		text = ""
		if next >= 0 {
			label, text = label[:next], label[next:]
		}
		label = strings.Trim(label, " ,;.:=()–—-")
		if cut := strings.LastIndexByte(label, ' '); cut >= 0 && text != "" && slices.Contains(x.ranges().joining, strings.ToLower(label[cut+1:])) {
			label = strings.Trim(label[:cut], " ,;")
		}
		for _, is := range x.ranges().is {
			if rest, ok := strings.CutPrefix(label, is+" "); ok {
				label = rest
			}
		}
		if label == "" || len(label) > sentences.label {
			return nil
		}
		out = append(out, Band{Low: n, High: n, Label: label})
	}
	return counted(out)
}

// counted gives levels from the lowest; nil where they do not run from one by one.
func counted(levels []Band) []Band {
	if len(levels) < sentences.levels || len(levels) > sentences.most {
		return nil
	}
	if levels[0].Low > 1 {
		slices.Reverse(levels)
	}
	for i, l := range levels {
		if l.Low != i+1 {
			return nil
		}
	}
	return levels
}

// reaches reads how far levels go: "sannolikhet 1–5, konsekvens (1–5)", "Skala
// 1–3". nil: it does not say so, or differently for each.
func (x *Index) reaches(text string) (axes []model.Field, levels []Band) {
	for _, and := range x.ranges().and {
		text = strings.ReplaceAll(text, " "+and+" ", ", ")
	}
	clauses := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == '(' || r == ')' })
	before, pending := "", false // pending: it waits for how far it goes
	high := 0
	for _, clause := range clauses {
		at := firstDigit(clause)
		if at < 0 {
			before, pending = before+" "+clause, true
			continue
		}
		switch own := strings.TrimSpace(clause[:at]); {
		case pending:
			before, pending = before+" "+own, false
		case own != "":
			before = own
		}
		said := before
		before = ""
		if !hasOne(clause[at:]) {
			continue // the levels would not begin with it
		}
		b, ok := x.Band(strings.TrimSpace(clause[at:]))
		if !ok || b.Label != "" || b.Low != 1 || b.High < sentences.levels || b.High > sentences.most || x.scoreIn(said) {
			continue
		}
		fields := x.axesIn(said)
		if len(fields) == 0 && x.scaleIn(said) {
			fields = []model.Field{model.FieldLikelihood, model.FieldConsequence}
		}
		if len(fields) == 0 {
			continue
		}
		if high != 0 && high != b.High {
			return nil, nil
		}
		high = b.High
		axes = append(axes, fields...)
	}
	for n := 1; n <= high; n++ {
		levels = append(levels, Band{Low: n, High: n})
	}
	return axes, levels
}

// hasOne reports whether the number 1 stands in a text.
func hasOne(text string) bool {
	for text != "" {
		from := firstDigit(text)
		if from < 0 {
			return false
		}
		number := text[from:]
		to := 0
		for to < len(number) && number[to]-'0' <= 9 {
			to++
		}
		if strings.TrimLeft(number[:to], "0") == "1" {
			return true
		}
		text = number[to:]
	}
	return false
}

// axesIn gives the axes that a text names, each once.
func (x *Index) axesIn(text string) []model.Field { return x.axesAmong(calculationTokens(text)) }

func (x *Index) axesAmong(tokens []string) []model.Field {
	var out []model.Field
	for _, t := range tokens {
		if f := x.factor(t); f != "" && utf8.RuneCountInString(t) > 1 && !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}

// scoreIn reports whether a text names the risk value, in whatever form: "riskvärdet".
func (x *Index) scoreIn(text string) bool { return x.scoreAmong(calculationTokens(text)) }

func (x *Index) scoreAmong(tokens []string) bool {
	return slices.ContainsFunc(tokens, func(t string) bool {
		return slices.ContainsFunc(x.headings[t], func(m Meaning) bool { return m.Field == model.FieldScore }) ||
			slices.ContainsFunc(x.nounsOf(t), func(n Noun) bool { return n.Field == model.FieldScore && n.Last })
	})
}

// scaleIn reports whether a text ends with a word for a scale.
func (x *Index) scaleIn(text string) bool { return x.scaleEnds(calculationTokens(text)) }

func (x *Index) scaleEnds(tokens []string) bool {
	return len(tokens) > 0 && slices.Contains(x.scaleNames, tokens[len(tokens)-1])
}

// PlanLimit gives the value from which a text says that risks are in the plan:
// "Risker med riskvärde 8 eller högre ska ingå i internkontrollplanen". A range
// that ends says nothing of the values above it, and neither does a sentence with
// words that may make it a condition, a wish, a limit of another plan or of what is
// asked of the risks that are in it. The plan may be that of some boards.
func (x *Index) PlanLimit(text string, boards ...string) (int, bool) {
	for _, s := range x.divided(text) {
		first := firstDigit(s)
		if first < 0 || len(s) > sentences.longest {
			continue
		}
		tokens := calculationTokens(s[:first])
		if !x.scoreAmong(tokens) && !slices.ContainsFunc(tokens, x.namesRisk) {
			continue
		}
		rest := strings.Trim(s[first:], " .")
		b, ok := x.Band(rest)
		if !ok || b.High < math.MaxInt {
			tokens, rest = x.withLead(s, first)
		}
		if at := slices.IndexFunc(tokens, x.namesPlan); at >= 0 { // "Planen omfattar risker med riskvärde 8 eller högre"
			heads := !slices.ContainsFunc(x.plan.called, func(title string) bool { return title != tokens[at] && ends(tokens[at], title) }) || slices.ContainsFunc(tokens[:at], x.namesRisk) // a part of the plan
			if b, ok = x.Band(rest); ok && !heads && b.High == math.MaxInt && b.Label == "" && x.limitSaid(slices.Delete(tokens, at, at+1), boards) {
				return b.Low, true
			}
			continue
		}
		if b, ok = x.entry(rest); !ok || b.High < math.MaxInt {
			continue
		}
		meaning := calculationTokens(b.Label)
		plan := slices.IndexFunc(meaning, x.namesPlan)
		if plan < 0 || plan < len(meaning)-1 && !slices.Contains(x.ranges().and, meaning[plan+1]) || !x.limitSaid(tokens, boards) || !x.limitSaid(meaning[:plan], boards) {
			continue
		}
		t := model.Treatment{Meaning: b.Label}
		if x.Place(&t); t.PlanSaid && t.InPlan {
			return b.Low, true
		}
	}
	return 0, false
}

// withLead gives the words before the first number of a sentence and the rest from what
// says how it is meant: "minst 6", "≥ 6", "från och med riskvärde 6".
func (x *Index) withLead(s string, first int) (tokens []string, rest string) {
	before, rest := s[:first], strings.Trim(s[first:], " .")
	tokens = calculationTokens(before)
	if cut, sign := cutSign(before); sign != "" {
		return calculationTokens(cut), sign + " " + rest
	}
	value := ""
	if last := len(tokens) - 1; last >= 0 && x.scoreAmong(tokens[last:]) {
		value = tokens[last]
		before = before[:strings.LastIndex(strings.TrimRight(before, " "), " ")+1]
	}
	if at := x.ranges().leftEnd(before, len(before)); at < len(before) {
		tokens = calculationTokens(before[:at])
		if value != "" {
			tokens = append(tokens, value)
		}
		return tokens, before[at:] + rest
	}
	return tokens, rest
}

// cutSign cuts a sign of comparison off the end of a text.
func cutSign(text string) (before, sign string) {
	text = strings.TrimRight(text, " ")
	before = strings.TrimRight(text, signs+"=")
	if sign = text[len(before):]; !strings.ContainsAny(sign, signs) {
		return text, ""
	}
	return before, sign
}

// limitSaid reports whether some words are all of those in which a limit of the plan
// of some boards is said. One for risks as they are after the measures is not.
func (x *Index) limitSaid(tokens, boards []string) bool {
	for i, t := range tokens {
		known := slices.Contains(x.plan.limit, t) || i > 0 && slices.Contains(x.plan.limit, tokens[i-1]+" "+t) || (x.namesRisk(t) || x.scoreAmong(tokens[i:i+1])) && x.Second(t) == ""
		if !known && !slices.ContainsFunc(boards, func(name string) bool {
			return slices.ContainsFunc(strings.Fields(model.Key(name)), func(word string) bool { return ends(t, word) })
		}) {
			return false
		}
	}
	return true
}

// ends reports whether a word is another or has no more than an ending behind it.
func ends(word, of string) bool {
	return strings.HasPrefix(word, of) && len(word)-len(of) <= sentences.ending
}

// namesRisk reports whether a word is one for a risk.
func (x *Index) namesRisk(word string) bool {
	return slices.ContainsFunc(x.nounsOf(word), func(n Noun) bool { return n.Field == model.FieldEvent })
}

// namesPlan reports whether a word is the control plan, in whatever form, or a plan
// that is known ("planen"), and not a plan of action.
func (x *Index) namesPlan(word string) bool {
	if slices.ContainsFunc(x.plan.called, func(title string) bool { return strings.HasPrefix(word, title) }) {
		return true
	}
	return slices.ContainsFunc(x.plan.in, func(in string) bool {
		ending := len(word) - len(in)
		return strings.HasPrefix(word, in) && ending > 0 && ending <= sentences.ending
	})
}
