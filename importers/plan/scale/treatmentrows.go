package scale

import (
	"slices"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// treatmentRows reads the ranges in a column from row top on. The treatment
// stands in the label column; without one (−1), or where that column says what
// a treatment means, beside the range in its own cell. A table of which a range
// is not understood is none, unless all are ranges that a spreadsheet has made
// days or fractions.
func treatmentRows(w *words.Index, t *grid.Table, top, ranges, label, meaning int, own bool) (TreatmentTable, bool) {
	c := rangeColumn{w: w, t: t, top: top, ranges: ranges, label: label, meaning: meaning, own: own}
	tt, ok := c.read(w.Band)
	if ok || tt.broken == nil {
		return tt, ok
	}
	m := meant{w: w}
	if restored, ok := c.read(m.band); ok && m.fits(&restored) {
		m.note(t, &restored)
		return restored, true
	}
	return tt, false
}

// rangeColumn is a column that may hold ranges, and those of what they call for.
type rangeColumn struct {
	w                           *words.Index
	t                           *grid.Table
	top, ranges, label, meaning int
	own                         bool // they stand under a heading of their own, and no table of risks has it
}

// read reads the treatments, each range as band reads it.
func (k *rangeColumn) read(band func(text string) (words.Band, bool)) (TreatmentTable, bool) {
	tt := TreatmentTable{Region: grid.Region{Top: k.top, Bottom: k.top, Left: k.ranges, Right: k.ranges}, first: k.t.Cell(k.top, k.ranges), worded: -1}
	own := k.rows(&tt, band)
	k.columns(&tt)
	if tt.broken != nil {
		return tt, false
	}
	if !tt.exclude() {
		return TreatmentTable{broken: k.t.Cell(tt.Top+tt.worded, k.ranges)}, false
	}
	if i := oddOne(own); i >= 0 && k.label >= 0 {
		at := tt.Treatments[i].At
		return TreatmentTable{broken: k.t.Cell(int(at.Row)-1, int(at.Col)-1)}, false
	}
	if !tt.wide() && k.label >= 0 && tt.stepped() && !tt.spread(k.limit()) {
		return TreatmentTable{broken: tt.first}, false
	}
	if len(tt.Treatments) < 2 || !tt.wide() || tt.repeats() || !nameTreatments(&tt, own, k.label >= 0) {
		return tt, false
	}
	tt.closeEnds()
	for i := range tt.Treatments {
		k.w.Place(&tt.Treatments[i])
	}
	return tt, !listsMix(k.w, k.t, &tt, k.ranges)
}

// repeats reports whether ranges stand there again and again, as the values of
// risks do under a range that says how far they go.
func (t *TreatmentTable) repeats() bool {
	again := 0
	for i, tr := range t.Treatments {
		for _, o := range t.Treatments[:i] {
			if tr.Min == o.Min && tr.Max == o.Max {
				again++
				break
			}
		}
	}
	return again > 1
}

// rows reads the ranges row by row as far as they go and gives the words beside
// each in its own cell; the table is broken where one was not understood.
func (k *rangeColumn) rows(tt *TreatmentTable, band func(text string) (words.Band, bool)) (own []string) {
	pairs := pairedLimits(k.w, k.t, k.top, k.ranges)
	for row := k.top; row < len(k.t.Rows) && len(tt.Treatments) <= tolerances.maxLevels; row++ {
		c := k.t.Cell(row, k.ranges)
		b, ok := band(c.Text)
		switch {
		case ok:
		case k.own && (k.inWords(row) || k.missing(row, band)) && tt.worded < 0 && !pairs && (row > k.top || k.bandAt(row+1, band)):
			tt.worded = len(tt.Treatments)
		case k.fails(row, band):
			*tt = TreatmentTable{broken: c}
			return own
		default:
			return own
		}
		if pairs {
			b.Low, _ = grid.ParseWhole(k.t.Cell(row, k.ranges-1).Text)
		}
		tr, ok := treatmentRow(k.t, row, c, b, k.label, k.meaning)
		if !ok {
			break
		}
		own = append(own, b.Label)
		tt.Treatments = append(tt.Treatments, tr)
		tt.Bottom = row
	}
	return own
}

// columns takes the columns of the names and their meaning into the table.
func (k *rangeColumn) columns(tt *TreatmentTable) {
	for _, c := range []int{k.label, k.meaning} {
		if c >= 0 {
			tt.Left, tt.Right = min(tt.Left, c), max(tt.Right, c)
		}
	}
}

// limit gives which end of a range the heading says that the numbers are.
func (k *rangeColumn) limit() words.Limit {
	if k.top == 0 {
		return words.NoLimit
	}
	return k.w.LimitOf(k.t.Resolved(k.top-1, k.ranges).Text)
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
	return tr, utf8.RuneCountInString(tr.Label) <= tolerances.maxTreatment && (tr.Label != "" || b.Label != "")
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
	case !column || tellApart(own) && !differ(texts):
		if !tellApart(own) {
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
	case tellApart(own):
		meanings = own
	}
	if tellApart(meanings) {
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

// tellApart reports whether texts are there and tell treatments apart by their
// leading words, as names do.
func tellApart(texts []string) bool {
	seen := map[string]bool{}
	for _, text := range texts {
		word := model.LeadingWord(text)
		if word == "" || seen[word] || utf8.RuneCountInString(text) > tolerances.maxTreatment/2 {
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
