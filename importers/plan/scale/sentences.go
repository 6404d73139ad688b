package scale

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// paragraph is running text of one place: lines that go on with each other.
type paragraph struct {
	text  string
	first *grid.Cell
}

// paragraphs puts the lines of a table's running text together: a line that
// begins with a capital begins another, or is a sentence of its own.
func paragraphs(prose []grid.Cell) []paragraph {
	var out []paragraph
	for i := range prose {
		c := &prose[i]
		r, _ := utf8.DecodeRuneInString(c.Text)
		if n := len(out); n > 0 && !unicode.IsUpper(r) && out[n-1].first.At.Place == c.At.Place && len(out[n-1].text) < tolerances.paragraph {
			out[n-1].text += " " + c.Text
			continue
		}
		out = append(out, paragraph{c.Text, c})
	}
	return out
}

// sentences adds what running text says of the scale, where no table says it: the
// levels of the axes, and treatments. What names them and was not understood is
// unclear. Risks says whether the file may cost that.
func (d *Definitions) sentences(risks func(i int) Risks) {
	var axes []AxisTable
	var treatments []TreatmentTable
	var unclear []*grid.Cell
	for i := range d.tables {
		t := &d.tables[i]
		open, of := false, risks(i) // open: the treatments before may go on
		for _, p := range paragraphs(t.Prose) {
			if !strings.ContainsAny(p.text, "0123456789") {
				continue
			}
			if !of.Look(tolerances.rangeLook + len(p.text)/tolerances.lookBytes) {
				break
			}
			for _, s := range d.w.Sentences(p.text) {
				switch {
				case len(s.Levels) > 0:
					for _, f := range s.Axes {
						axes = append(axes, saidAxis(f, s.Levels, p.first))
					}
				case len(s.Bands) > 0 && open && s.Score:
					last := &treatments[len(treatments)-1]
					last.Treatments = append(last.Treatments, saidTreatments(d.w, s.Bands, p.first)...)
					continue
				case len(s.Bands) > 0:
					treatments = append(treatments, TreatmentTable{Treatments: saidTreatments(d.w, s.Bands, p.first),
						first: p.first, bare: !s.Score, legend: true, within: true, said: true})
				case s.Tells:
					unclear = append(unclear, p.first)
				}
				open = len(s.Bands) > 0
			}
		}
	}
	d.addSaid(axes, treatments, unclear)
}

// addSaid takes what was said, where no table says it or another thing.
func (d *Definitions) addSaid(axes []AxisTable, treatments []TreatmentTable, unclear []*grid.Cell) {
	known := len(d.Axes)
	for _, a := range axes {
		same := func(o AxisTable) bool { return o.Consequence == a.Consequence }
		if !slices.ContainsFunc(d.Axes[:known], same) && !slices.ContainsFunc(d.Axes[known:], same) {
			d.Axes = append(d.Axes, a)
		}
	}
	treatments = slices.DeleteFunc(treatments, func(t TreatmentTable) bool {
		return len(t.Treatments) < tolerances.minWritten || overlapping(t.Treatments)
	})
	if !slices.ContainsFunc(d.Treatments, func(t TreatmentTable) bool { return !t.bare }) && len(d.Matrices) == 0 {
		for _, t := range treatments {
			if t.bare {
				d.loose = append(d.loose, t)
			} else {
				d.Treatments = append(d.Treatments, t)
			}
		}
	}
	if len(axes)+len(treatments) == 0 && len(d.Axes)+len(d.Treatments)+len(d.Matrices) == 0 {
		d.Unclear = append(d.Unclear, unclear...)
	}
}

func saidAxis(f model.Field, levels []words.Band, c *grid.Cell) AxisTable {
	a := AxisTable{Consequence: f == model.FieldConsequence, Axis: model.Axis{At: c.At}}
	for _, l := range levels {
		label := []rune(l.Label)
		if len(label) > 0 {
			label[0] = unicode.ToUpper(label[0])
		}
		a.Axis.Levels = append(a.Axis.Levels, model.ScaleLevel{Value: l.Low, Label: string(label), Numbered: true, At: c.At})
	}
	return a
}

func saidTreatments(w *words.Index, bands []words.Band, c *grid.Cell) []model.Treatment {
	var out []model.Treatment
	for _, b := range bands {
		tr := model.Treatment{Min: b.Low, Max: b.High, Label: b.Label, At: c.At}
		w.Place(&tr)
		out = append(out, tr)
	}
	return out
}

// spoken calls treatments of running text as the registers write them, in whatever
// form the sentence has the words. It reports false where it cannot.
func spoken(t *TreatmentTable, written map[string]string) bool {
	labels := make([]string, len(t.Treatments))
	for i, tr := range t.Treatments {
		word := model.LeadingWord(tr.Label)
		for key, text := range written {
			short, long := word, model.LeadingWord(key)
			if len(short) > len(long) {
				short, long = long, short
			}
			if short != "" && strings.HasPrefix(long, short) && len(long)-len(short) <= tolerances.formLetters && (labels[i] == "" || text < labels[i]) {
				labels[i] = text
			}
		}
		if labels[i] == "" {
			return false
		}
	}
	for i, l := range labels {
		t.Treatments[i].Label = l
	}
	return true
}
