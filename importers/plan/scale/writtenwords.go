package scale

import (
	"slices"

	"riskbok/rules/model"
)

// minWritten is how many treatments of a legend a register must write for it to
// be that of the register.
const minWritten = 2

// Written tells which treatments the document's registers write. Ranges without
// a heading that are called by these words state what the registers go by,
// whether they fit a scale or not.
func (d *Definitions) Written(registers []model.Register) {
	d.spelt = spelling(registers)
	written := WrittenWords(registers)
	if len(written) < minWritten {
		return
	}
	for i := range d.Treatments {
		t := &d.Treatments[i]
		t.bare = t.bare && !d.calledBy(t, written)
	}
	for _, t := range d.loose {
		if d.calledBy(&t, written) {
			t.bare = false
			d.Treatments = append(d.Treatments, t)
		}
	}
}

// WrittenWords counts the leading words of the treatments in registers.
func WrittenWords(registers []model.Register) map[string]int {
	words := map[string]int{}
	for i := range registers {
		for j := range registers[i].Risks {
			for a := range registers[i].Risks[j].Assessments() {
				if word := model.LeadingWord(a.Treatment.V); a.Treatment.OK && word != "" {
					words[word]++
				}
			}
		}
	}
	return words
}

// spelling gives the treatments in registers as they are spelt first, by key.
func spelling(registers []model.Register) map[string]string {
	out := map[string]string{}
	for i := range registers {
		for j := range registers[i].Risks {
			for a := range registers[i].Risks[j].Assessments() {
				if key := model.Key(a.Treatment.V); a.Treatment.OK && out[key] == "" {
					out[key] = model.Clean(a.Treatment.V)
				}
			}
		}
	}
	return out
}

// calledBy reports whether the treatments have names among words: enough of
// them, by one of the texts that could be the names.
func (d *Definitions) calledBy(t *TreatmentTable, words map[string]int) bool {
	names := make([]string, len(t.Treatments))
	for i, tr := range t.Treatments {
		names[i] = tr.Label
	}
	for _, texts := range append([][]string{names, t.others, d.hueForms(names)}, t.more...) {
		known := 0
		for _, text := range slices.Compact(slices.Sorted(slices.Values(texts))) {
			if words[model.LeadingWord(text)] > 0 {
				known++
			}
		}
		if known >= minWritten {
			return true
		}
	}
	return false
}
