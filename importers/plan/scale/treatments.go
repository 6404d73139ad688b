package scale

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// TreatmentTable is the definition of the treatments as found in a grid.
// A bare one has no heading, and is one only if it fits a scale.
type TreatmentTable struct {
	grid.Region
	Treatments []model.Treatment
	others     []string
	bare       bool
	first      *grid.Cell // the first range
	broken     *grid.Cell // a range that was not understood: then it is no table
}

// Others gives the texts that could be the labels instead, parallel to the
// treatments, or nil.
func (t *TreatmentTable) Others() []string { return t.others }

// findTreatments finds the tables that say which treatment a risk value calls
// for: ranges of values beside short texts, under a heading that says so; and
// such lines without a heading that name what they stand for. Broken are the
// cells on which one failed.
func findTreatments(w *words.Index, t *grid.Table, risks Risks) (found []TreatmentTable, broken []*grid.Cell) {
	runs := bandRuns{}
	for r := 0; r < len(t.Rows); r++ {
		for col := range t.Rows[r] {
			c := &t.Rows[r][col]
			if c.Covered || c.Blank() {
				continue
			}
			tt, ok := headedTreatments(w, t, risks, r, col)
			if tt.broken != nil {
				broken = append(broken, tt.broken)
			}
			if !ok && !runs.long(w, t, r, col) {
				tt, ok = bareTreatments(w, t, r, col)
			}
			if ok {
				found = append(found, tt)
				r = tt.Bottom
				break
			}
		}
	}
	return found, broken
}

// headedTreatments reads the treatments under a cell that heads ranges or
// treatments, and in no row of a table of risks.
func headedTreatments(w *words.Index, t *grid.Table, risks Risks, r, col int) (TreatmentTable, bool) {
	if !w.Is(words.Range|words.Treatment, t.Cell(r, col).Text) {
		return TreatmentTable{}, false
	}
	tt, ok := treatmentsAt(w, t, risks, r, col)
	if (ok || tt.broken != nil) && risks.Tells(r, col) {
		return TreatmentTable{}, false
	}
	return tt, ok
}

// bandRuns are the rows of each column, from the first to the last, that were
// last seen to hold nothing but ranges.
type bandRuns map[int][2]int

// long reports whether a cell stands in a run of more ranges than a scale has
// treatments, as the numbers of risks do ("R1", "R2", …).
func (b bandRuns) long(w *words.Index, t *grid.Table, r, col int) bool {
	run, ok := b[col]
	if !ok || r > run[1] {
		run = [2]int{r, r - 1}
		for row := r; row < len(t.Rows); row++ {
			if _, ok := w.Band(t.Cell(row, col).Text); !ok {
				break
			}
			run[1] = row
		}
		b[col] = run
	}
	return run[1]-run[0] >= maxLevels
}

// treatmentsAt reads the ranges in the column under a heading, or in the one
// next to it.
func treatmentsAt(w *words.Index, t *grid.Table, risks Risks, r, col int) (TreatmentTable, bool) {
	var failed TreatmentTable
	for _, ranges := range []int{col, col - 1, col + 1} {
		if ranges < 0 {
			continue
		}
		if risks.Heads(r, ranges) {
			continue
		}
		label, meaning := treatmentColumns(w, t, r, ranges)
		tt, ok := treatmentRows(w, t, r+1, ranges, label, meaning)
		if ok {
			tt.Top = r
			return tt, true
		}
		if tt.broken != nil && w.Is(words.Range, t.Resolved(r, ranges).Text) {
			failed.broken = tt.broken
		}
	}
	return failed, false
}

// bareTreatments reads ranges from row r on that have no heading: "Röd 15-25"
// with the treatment in the same cell or beside it.
func bareTreatments(w *words.Index, t *grid.Table, r, col int) (TreatmentTable, bool) {
	if b, ok := w.Band(t.Cell(r, col).Text); !ok || b.Label == "" {
		return TreatmentTable{}, false
	}
	label := -1
	if c := t.TextColumn(r, col, col+2); c >= 0 {
		label = c
	}
	meaning := -1
	if label >= 0 {
		meaning = t.TextColumn(r, label, label+1)
	}
	tt, ok := treatmentRows(w, t, r, col, label, meaning)
	tt.bare = true
	return tt, ok && len(tt.Treatments) >= 2
}

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
	if len(tt.Treatments) < 2 || !spans || !nameTreatments(&tt, own, label >= 0) {
		return tt, false
	}
	for i := range tt.Treatments {
		tt.Treatments[i].InPlan = w.InPlan(tt.Treatments[i])
	}
	return tt, !listsMix(w, t, &tt, ranges)
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
