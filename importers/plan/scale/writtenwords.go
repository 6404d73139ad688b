package scale

import (
	"slices"

	"riskbok/rules/model"
)

// Written tells which treatments the document's registers write. Ranges without
// a heading that are called by these words state what the registers go by,
// whether they fit a scale or not.
func (d *Definitions) Written(registers []model.Register) {
	d.spelt = spelling(registers)
	d.homes = map[int32]bool{}
	for i := range registers {
		d.homes[registers[i].At.Place] = true
	}
	written := WrittenWords(registers)
	d.spokenAs(len(written) > 0)
	if len(written) < tolerances.minWritten {
		return
	}
	own := ownRows(registers)
	for i := range d.Treatments {
		t := &d.Treatments[i]
		t.bare = t.bare && (own.hold(t) || !d.calledBy(t, written))
	}
	for _, t := range d.loose {
		if d.calledBy(&t, written) && !own.hold(&t) {
			t.bare = false
			d.Treatments = append(d.Treatments, t)
		}
	}
}

// spokenAs calls the treatments of running text as the registers do; where these
// write others, what was said is unclear. Some: they write any.
func (d *Definitions) spokenAs(some bool) {
	strange := func(t TreatmentTable) bool {
		if !t.said || !some || spoken(&t, d.spelt) {
			return false
		}
		if !t.bare {
			d.Unclear = append(d.Unclear, t.first)
		}
		return true
	}
	d.Treatments = slices.DeleteFunc(d.Treatments, strange)
	d.loose = slices.DeleteFunc(d.loose, strange)
}

// registerRows are the columns that registers take in each row of a place.
type registerRows map[[2]int32][2]int32

// ownRows gives the rows of the registers' risks: what stands in them is text,
// be it a number beside the word of a treatment.
func ownRows(registers []model.Register) registerRows {
	out := registerRows{}
	for i := range registers {
		r := &registers[i]
		first, last := int32(1<<30), int32(0)
		for _, c := range r.Columns {
			first, last = min(first, c.At.Col), max(last, c.At.Col)
		}
		for j := range r.Risks {
			risk := &r.Risks[j]
			out[[2]int32{risk.At.Place, risk.At.Row}] = [2]int32{first, last}
			for _, m := range risk.Measures {
				out[[2]int32{m.At.Place, m.At.Row}] = [2]int32{first, last}
			}
		}
	}
	return out
}

// hold reports whether a range of a table stands in such a row.
func (o registerRows) hold(t *TreatmentTable) bool {
	return slices.ContainsFunc(t.Treatments, func(tr model.Treatment) bool {
		span, ok := o[[2]int32{tr.At.Place, tr.At.Row}]
		return ok && tr.At.Col >= span[0] && tr.At.Col <= span[1]
	})
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
	out, read := map[string]string{}, map[string]bool{}
	for i := range registers {
		for j := range registers[i].Risks {
			for a := range registers[i].Risks[j].Assessments() {
				if !a.Treatment.OK || read[a.Treatment.V] {
					continue
				}
				read[a.Treatment.V] = true
				if key := model.Key(a.Treatment.V); out[key] == "" {
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
		if known >= tolerances.minWritten {
			return true
		}
	}
	return false
}
