package scale

import (
	"cmp"
	"slices"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// Where a definition leaves several ways to call a level or a treatment, the one
// that the tables of risks use is taken.

// called gives an axis with its levels called as the tables of risks do, where
// the definition leaves two ways.
func (d *Definitions) called(a *AxisTable) model.Axis {
	axis := a.Axis
	if a.whole == nil {
		return axis
	}
	short := make([]string, len(axis.Levels))
	for i, l := range axis.Levels {
		short[i] = l.Label
	}
	if d.count(a.whole, 1) <= d.count(short, 0) {
		return axis
	}
	axis.Levels = slices.Clone(axis.Levels)
	for i := range axis.Levels {
		axis.Levels[i].Label = a.whole[i]
	}
	return axis
}

// count tells how often texts stand as levels or treatments in the document's
// tables, each that many times less as its definition has it.
func (d *Definitions) count(texts []string, less int) int {
	if d.counts == nil {
		d.counts = map[string]int{}
		for i := range d.tables {
			countLabels(&d.tables[i], d.counts)
		}
	}
	n := 0
	for _, text := range texts {
		n += max(0, d.counts[model.Key(text)]-less)
	}
	return n
}

// countLabels counts the short texts of a grid by the key of the label in them.
func countLabels(t *grid.Table, counts map[string]int) {
	for r := range t.Rows {
		for i := range t.Rows[r] {
			if c := &t.Rows[r][i]; c.Kind == grid.Text && len(c.Text) <= tolerances.maxClause {
				counts[model.Key(grid.ParseLevel(model.Clean(c.Text)).Label)]++
			}
		}
	}
}

// asRegistersCall gives treatments as the tables of risks call them, where the definition
// has several texts that could be the name, or a colour in another form.
func (d *Definitions) asRegistersCall(t *TreatmentTable) []model.Treatment {
	out := d.chosen(t)
	if !t.legend {
		return out
	}
	out = slices.Clone(out)
	for i := range out {
		if text := d.spelt[model.Key(out[i].Label)]; text != "" {
			out[i].Label = text // a sentence has names in lower case
		}
	}
	return out
}

// chosen gives treatments by those of their names that the tables have most
// often.
func (d *Definitions) chosen(t *TreatmentTable) []model.Treatment {
	names := make([]string, len(t.Treatments))
	for i, tr := range t.Treatments {
		names[i] = tr.Label
	}
	others := append([][]string{t.others, d.hueForms(names)}, t.more...)
	if !slices.ContainsFunc(others, func(texts []string) bool { return texts != nil }) {
		return t.Treatments
	}
	best, most := names, d.count(names, 1)
	for _, texts := range others {
		if n := d.count(texts, 1); texts != nil && n > most {
			best, most = texts, n
		}
	}
	if slices.Equal(best, names) {
		return t.Treatments
	}
	out := slices.Clone(t.Treatments)
	for i := range out {
		out[i].Label, out[i].Meaning = best[i], names[i]
		d.w.Place(&out[i])
	}
	return out
}

// hueForms gives the names of colours in the form that the tables have most
// often: "Grön" for "grönt"; nil where a text is no colour's.
func (d *Definitions) hueForms(names []string) []string {
	if slices.ContainsFunc(names, func(name string) bool { return d.w.Hue(name) == words.NoHue }) {
		return nil
	}
	d.count(nil, 0)
	out := make([]string, len(names))
	for i, name := range names {
		hue := d.w.Hue(name)
		out[i] = name
		var forms []string
		for text := range d.counts {
			if d.w.Hue(text) == hue {
				forms = append(forms, text)
			}
		}
		if len(forms) > 0 {
			out[i] = slices.MaxFunc(forms, func(a, b string) int {
				return cmp.Or(cmp.Compare(d.counts[a], d.counts[b]), cmp.Compare(b, a))
			})
		}
	}
	return out
}
