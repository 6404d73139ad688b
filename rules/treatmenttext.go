package rules

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"riskbok/rules/model"
	"riskbok/rules/scales"
)

// treatmentText gives a treatment of the scale as the column of a valuation
// writes it: "Reducera" where the label is "Reducera risk". Where the column does
// not write it, or the scale has two that begin alike, it is the label.
func (c *Case) treatmentText(a *assessed, label string) string {
	key := columnKey{a.entry, model.FieldTreatment, a.which}
	texts := c.wordings.of(key, func() map[string]string { return c.wordingsOf(key) })
	if text := texts[model.LeadingWord(label)]; text != "" && scales.SameTreatment(a.entry.Scale, text, label) {
		return text
	}
	return label
}

// wordingsOf gives the text that a column writes oftenest for each leading word.
// A single row may add a remark of its own to the word: what is longer than the
// label tells only if several rows have it.
func (c *Case) wordingsOf(key columnKey) map[string]string {
	counts := map[string]int{}
	for _, r := range c.byEntry[key.entry] {
		for a := range r.assessed() {
			if text := model.Clean(a.Treatment.V); a.which == key.which && a.Treatment.OK && text != "" {
				counts[text]++
			}
		}
	}
	out := map[string]string{}
	for _, text := range slices.Sorted(maps.Keys(counts)) {
		t := scales.Named(key.entry.Scale, text)
		if t == nil || counts[text] < 2 && len(strings.Fields(text)) > len(strings.Fields(t.Label)) {
			continue
		}
		word := model.LeadingWord(text)
		// Of texts that are equally frequent the label comes first.
		isLabel := func(s string) int {
			if s == t.Label {
				return 1
			}
			return 0
		}
		if old := out[word]; old == "" || cmp.Or(cmp.Compare(counts[text], counts[old]), cmp.Compare(isLabel(text), isLabel(old))) > 0 {
			out[word] = text
		}
	}
	return out
}
