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

// treatmentRows reads the ranges in a column from row top on. The treatment
// stands in the label column; without one (−1), or where that column says what
// a treatment means, beside the range in its own cell. A table of which a range
// is not understood is none.
func treatmentRows(w *words.Index, t *grid.Table, top, ranges, label, meaning int) (TreatmentTable, bool) {
	tt := TreatmentTable{Region: grid.Region{Top: top, Bottom: top, Left: ranges, Right: ranges}, first: t.Cell(top, ranges)}
	var own []string
	pairs := pairedLimits(w, t, top, ranges)
	spans := false
	for row := top; row < len(t.Rows) && len(tt.Treatments) <= maxLevels; row++ {
		c := t.Cell(row, ranges)
		b, ok := w.Band(c.Text)
		if !ok {
			if strings.ContainsFunc(c.Text, unicode.IsDigit) && label >= 0 && !t.Resolved(row, label).Blank() {
				return TreatmentTable{broken: c}, false
			}
			break
		}
		if pairs {
			b.Low, _ = grid.ParseWhole(t.Cell(row, ranges-1).Text)
		}
		spans = spans || b.Low != b.High
		tr, ok := treatmentRow(t, row, c, b, label, meaning)
		if !ok {
			break
		}
		own = append(own, b.Label)
		tt.Treatments = append(tt.Treatments, tr)
		tt.Bottom = row
	}
	for _, c := range []int{label, meaning} {
		if c >= 0 {
			tt.Left, tt.Right = min(tt.Left, c), max(tt.Right, c)
		}
	}
	if i := oddOne(own); i >= 0 && label >= 0 {
		at := tt.Treatments[i].At
		return TreatmentTable{broken: t.Cell(int(at.Row)-1, int(at.Col)-1)}, false
	}
	if !spans && label >= 0 && tt.stepped() {
		limit := words.NoLimit
		if top > 0 {
			limit = w.LimitOf(t.Resolved(top-1, ranges).Text)
		}
		if !tt.spread(limit) {
			return TreatmentTable{broken: tt.first}, false
		}
		spans = true
	}
	if len(tt.Treatments) < 2 || !spans || !nameTreatments(&tt, own, label >= 0) {
		return tt, false
	}
	for i := range tt.Treatments {
		tt.Treatments[i].InPlan = w.InPlan(tt.Treatments[i])
	}
	return tt, !listsMix(w, t, &tt, ranges)
}

// oddOne gives the first range that has words beside it where others have none:
// words that say how it is meant, and were not understood; or −1.
func oddOne(own []string) int {
	if !slices.Contains(own, "") {
		return -1
	}
	return slices.IndexFunc(own, func(text string) bool { return text != "" })
}

// treatmentRow reads the treatment of one range, c. ok is false where none is
// named.
func treatmentRow(t *grid.Table, row int, c *grid.Cell, b words.Band, label, meaning int) (tr model.Treatment, ok bool) {
	tr = model.Treatment{Min: b.Low, Max: b.High, At: c.At}
	if label >= 0 {
		tr.Label = model.Clean(t.Resolved(row, label).Text)
	}
	if meaning >= 0 {
		tr.Meaning = model.Clean(t.Cell(row, meaning).Text)
	}
	return tr, utf8.RuneCountInString(tr.Label) <= maxTreatment && (tr.Label != "" || b.Label != "")
}

// nameTreatments settles what the treatments are called: the column's texts, or
// those beside the ranges where these tell them apart and the column's do not,
// or where there is no column. What is left over may be the name as well.
func nameTreatments(tt *TreatmentTable, own []string, column bool) bool {
	texts, meanings := make([]string, len(own)), make([]string, len(own))
	for i, tr := range tt.Treatments {
		texts[i], meanings[i] = tr.Label, tr.Meaning
	}
	switch {
	case !column || apart(own) && !differ(texts):
		if !apart(own) {
			return false
		}
		for i := range tt.Treatments {
			tr := &tt.Treatments[i]
			if column && tr.Meaning == "" {
				tr.Meaning = tr.Label
			}
			tr.Label = own[i]
		}
		meanings = texts
	case apart(own):
		meanings = own
	}
	if apart(meanings) {
		tt.others = meanings
	}
	for _, tr := range tt.Treatments {
		if tr.Label == "" {
			return false
		}
	}
	return true
}

// differ reports whether no two texts are the same.
func differ(texts []string) bool {
	seen := map[string]bool{}
	for _, text := range texts {
		if seen[model.Key(text)] {
			return false
		}
		seen[model.Key(text)] = true
	}
	return true
}

// apart reports whether texts are there and tell treatments apart by their
// leading words, as names do.
func apart(texts []string) bool {
	seen := map[string]bool{}
	for _, text := range texts {
		word := model.LeadingWord(text)
		if word == "" || seen[word] || utf8.RuneCountInString(text) > maxTreatment/2 {
			return false
		}
		seen[word] = true
	}
	return len(texts) > 0
}

// listsMix reports whether ranges that are lists of values lie in each other:
// then they are none.
func listsMix(w *words.Index, t *grid.Table, tt *TreatmentTable, ranges int) bool {
	for _, tr := range tt.Treatments {
		if w.List(t.Cell(int(tr.At.Row)-1, ranges).Text) {
			return overlapping(tt.Treatments)
		}
	}
	return false
}
