package scale

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// settleLabels finds what is label and what is more than that, where all of an
// axis's levels are written alike: "Möjlig 3" has a number at its end, and
// "Möjlig: inträffar varje år" a definition. The whole texts are kept, for a
// table of risks may write these. False: a level has no label and no number.
func (a *AxisTable) settleLabels() bool {
	levels := a.Axis.Levels
	whole := make([]string, len(levels))
	for i, l := range levels {
		whole[i] = l.Label
	}
	if cut, numbers, ok := numbersWithin(whole); ok && !levels[0].Numbered {
		for i := range levels {
			levels[i].Value, levels[i].Numbered, levels[i].Label = numbers[i], true, cut[i]
		}
	} else if cut, numbers, ok := numbersBehind(whole); ok && !levels[0].Numbered {
		for i := range levels {
			levels[i].Value, levels[i].Numbered, levels[i].Label = numbers[i], true, cut[i]
		}
	}
	if cut, rest, ok := clauses(levels); ok {
		for i := range levels {
			levels[i].Label, levels[i].Definition = cut[i], rest[i]
		}
	}
	if slices.ContainsFunc(levels, func(l model.ScaleLevel) bool { return utf8.RuneCountInString(l.Label) > tolerances.maxLabel }) {
		if !a.shorten() {
			return false
		}
	}
	for i, l := range levels {
		if l.Label != "" && l.Label != whole[i] {
			a.whole = whole
		}
	}
	return true
}

// ownNumbers gives levels whose numbers stand in a column of their own the whole
// texts as labels where the numbers in most of these are others: "2 | 1 gång per
// år".
func (a *AxisTable) ownNumbers(t *grid.Table) {
	texts := make([]string, len(a.Axis.Levels))
	others := 0
	for i, l := range a.Axis.Levels {
		texts[i] = strings.ReplaceAll(model.Clean(t.Cell(int(l.At.Row)-1, int(l.At.Col)-1).Text), "\n", " ")
		own := grid.ParseLevel(texts[i])
		if own.HasNumber && own.Label != "" && own.Number != l.Value {
			others++
		}
	}
	for i := range a.Axis.Levels {
		if 2*others > len(texts) {
			a.Axis.Levels[i].Label = texts[i]
		}
	}
}

// shorten divides levels of which some are too long for a label where the
// first clause ends; else they are definitions of numbers.
func (a *AxisTable) shorten() bool {
	levels := a.Axis.Levels
	cut, rest := make([]string, len(levels)), make([]string, len(levels))
	for i, l := range levels {
		cut[i], rest[i] = firstClause(l.Label)
		if l.Definition != "" {
			return false
		}
	}
	if slices.Contains(cut, "") {
		if !levels[0].Numbered {
			return false
		}
		cut = make([]string, len(levels))
		for i, l := range levels {
			rest[i] = l.Label
		}
	}
	for i := range levels {
		levels[i].Label, levels[i].Definition = cut[i], rest[i]
	}
	return true
}

var behind = sync.OnceValue(func() *regexp.Regexp { return grid.Expression(`^(\pL.*?)\s+(\d{1,2})$`) })

// numbersBehind divides texts that all end in a number of their own, the
// numbers following each other: "Möjlig 3". Where the rest does not tell them
// apart ("Nivå 3") the texts stay whole.
func numbersBehind(texts []string) (cut []string, numbers []int, ok bool) {
	seen, names := map[int]bool{}, map[string]bool{}
	for _, text := range texts {
		m := behind().FindStringSubmatch(text)
		if m == nil {
			return nil, nil, false
		}
		n, _ := strconv.Atoi(m[2])
		seen[n], names[model.Key(m[1])] = true, true
		cut, numbers = append(cut, m[1]), append(numbers, n)
	}
	if len(texts) < 2 || len(seen) < len(texts) || slices.Max(numbers)-slices.Min(numbers)+1 != len(texts) {
		return nil, nil, false
	}
	if len(names) < len(texts) {
		cut = texts
	}
	return cut, numbers, true
}

// numbersWithin divides texts that all have the same word, a number of their own
// and a label: "Nivå 3 – Möjlig". The numbers follow each other.
func numbersWithin(texts []string) (cut []string, numbers []int, ok bool) {
	first := ""
	for i, text := range texts {
		word, rest, _ := strings.Cut(text, " ")
		if i == 0 {
			first = word
		}
		digits := strings.IndexFunc(rest, func(r rune) bool { return r < '0' || r > '9' })
		if word == "" || word != first || digits < 1 || digits > 2 {
			return nil, nil, false
		}
		label := strings.TrimLeft(rest[digits:], " .:;,=–—-)")
		if label == "" {
			return nil, nil, false
		}
		n, _ := strconv.Atoi(rest[:digits])
		cut, numbers = append(cut, label), append(numbers, n)
	}
	if len(texts) < 2 || !differNumbers(numbers) || slices.Max(numbers)-slices.Min(numbers)+1 != len(texts) {
		return nil, nil, false
	}
	return cut, numbers, true
}

// clauses divides labels that all go on with a definition after the same mark,
// where no definition stands beside any.
func clauses(levels []model.ScaleLevel) (cut, rest []string, ok bool) {
	for _, mark := range []string{": ", " – ", " - ", " = "} {
		cut, rest = nil, nil
		for _, l := range levels {
			before, after, found := strings.Cut(l.Label, mark)
			if !found || l.Definition != "" || before == "" {
				break
			}
			cut, rest = append(cut, strings.TrimSpace(before)), append(rest, strings.TrimSpace(after))
		}
		if len(cut) == len(levels) {
			return cut, rest, true
		}
	}
	return nil, nil, false
}

// firstClause divides a text that is too long for a label where its first
// clause ends; "" where that is no label either.
func firstClause(text string) (short, rest string) {
	i := strings.IndexAny(text, ":;,(–")
	if j := strings.Index(text, " - "); j > 0 && (i < 0 || j < i) {
		i = j
	}
	if i < 2 || i > tolerances.maxLabel/2 {
		return "", ""
	}
	return strings.TrimSpace(text[:i]), strings.Trim(text[i:], " :;,–-")
}
