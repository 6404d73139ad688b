package archive

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"riskbok/exporters/workbook"
	"riskbok/rules"
	"riskbok/rules/model"
)

// value keeps the levels of a risk, with its text: of each its number and its label.
func (c *Claim) value(r *model.Risk) {
	if text := model.Key(r.Event.V); text != "" && r.Likelihood.OK && r.Consequence.OK {
		c.Valued = append(c.Valued, strings.Join([]string{hashOf(text), levelKey(r.Likelihood.V), levelKey(r.Consequence.V)}, " "))
	}
}

func levelKey(l model.Level) string {
	number, label := "", ""
	if l.HasNumber {
		number = strconv.Itoa(l.Number)
	}
	if l.Label != "" {
		label = hashOf(model.Key(l.Label))
	}
	return number + ":" + label
}

// sameLevel reports whether two levels may be the same: what only one of them says, its
// number or its label, tells nothing.
func sameLevel(a, b string) bool {
	n, label, _ := strings.Cut(a, ":")
	m, other, _ := strings.Cut(b, ":")
	switch {
	case n != "" && m != "":
		return n == m
	case label != "" && other != "":
		return label == other
	}
	return true
}

// units reports whether two documents are of two units of a board, as two schools: each has
// an analysis and the plan that is drawn from it, and values at least half of the risks
// that both have in a way of its own. Where something tells which is the later, their names
// must also tell of two units: a plan may be worked over throughout.
func (p *planner) units(a, b *version, why Why) bool {
	if !a.claim.whole() || !b.claim.whole() {
		return false
	}
	both, otherwise := valuedBoth(a.claim.Valued, b.claim.Valued)
	if both < rules.FewestValued || 2*otherwise < both {
		return false
	}
	if why == WhyUnknown || why == WhySaved {
		return true
	}
	one, other := p.names.own(p.inputs[a.input].Rel), p.names.own(p.inputs[b.input].Rel)
	return hasOther(one, other) && hasOther(other, one)
}

func (c *Claim) whole() bool { return c.Has(ContentAnalysis) && c.Has(ContentPlan) }

// valuedBoth counts the risks that two sorted lists both value, and those that they value
// otherwise.
func valuedBoth(a, b []string) (both, otherwise int) {
	levels := map[string][]string{}
	for _, v := range a {
		said := strings.Fields(v)
		levels[said[0]] = said[1:]
	}
	for _, v := range b {
		said := strings.Fields(v)
		if own, ok := levels[said[0]]; ok {
			both++
			if !sameLevel(own[0], said[1]) || !sameLevel(own[1], said[2]) {
				otherwise++
			}
		}
	}
	return both, otherwise
}

func hasOther(words, others []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(others, w) })
}

// own gives the words of the names of a file and of its folders that tell nothing of its
// version.
func (w *nameWords) own(rel string) []string {
	var out []string
	for _, name := range append([]string{workbook.BaseName(rel)}, folders(rel)...) {
		words := wordsOf(name)
		text := phrase(words)
		for _, list := range [][]string{w.final, w.draft, w.behind} {
			for _, said := range list {
				text = strings.ReplaceAll(text, said, " ")
			}
		}
		for _, word := range strings.Fields(text) {
			if !w.version[word] && !w.revision[word] && strings.IndexFunc(word, unicode.IsDigit) < 0 {
				out = append(out, word)
			}
		}
	}
	return out
}

// mostUnits is how many documents of one board's year are held against each other: there
// are no municipalities with so many units, and of a thousand each against each takes long.
const mostUnits = 100

// ofUnits reports whether two of the documents of a board's year are of units: one that has
// not both an analysis and a plan is of the whole board then, and no version of theirs.
func (p *planner) ofUnits(list []*version) bool {
	for i, a := range list[:min(len(list), mostUnits)] {
		for _, b := range list[:i] {
			if !a.made && !b.made && p.units(b, a, b.over(a)) {
				return true
			}
		}
	}
	return false
}
