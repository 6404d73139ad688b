package plan

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// treatmentTable is the definition of the treatments as found in a grid.
// Others are the texts that could be the labels instead, parallel to the
// treatments. A bare one has no heading, and is one only if it fits a scale.
type treatmentTable struct {
	region
	treatments []model.Treatment
	others     []string
	bare       bool
	first      *grid.Cell // the first range
	broken     *grid.Cell // a range that was not understood: then it is no table
}

// findTreatments finds the tables that say which treatment a risk value calls
// for: ranges of values beside short texts, under a heading that says so; and
// such lines without a heading that name what they stand for. Broken are the
// cells on which one failed.
func (w *words) findTreatments(t *grid.Table) (found []treatmentTable, broken []*grid.Cell) {
	runs, told := bandRuns{}, &toldRows{w: w, t: t}
	for r := 0; r < len(t.Rows); r++ {
		for col := range t.Rows[r] {
			c := &t.Rows[r][col]
			if c.Covered || c.Blank() {
				continue
			}
			var tt treatmentTable
			ok := false
			if w.is(roleRange, c.Text) || w.is(roleTreatment, c.Text) {
				tt, ok = w.treatmentsAt(t, r, col)
				if (ok || tt.broken != nil) && told.has(r, col) {
					tt, ok = treatmentTable{}, false
				}
				if tt.broken != nil {
					broken = append(broken, tt.broken)
				}
			}
			if !ok && !runs.long(w, t, r, col) {
				tt, ok = w.bareTreatments(t, r, col)
			}
			if ok {
				found = append(found, tt)
				r = tt.bottom
				break
			}
		}
	}
	return found, broken
}

// bandRuns are the rows of each column, from the first to the last, that were
// last seen to hold nothing but ranges.
type bandRuns map[int][2]int

// long reports whether a cell stands in a run of more ranges than a scale has
// treatments, as the numbers of risks do ("R1", "R2", …).
func (b bandRuns) long(w *words, t *grid.Table, r, col int) bool {
	run, ok := b[col]
	if !ok || r > run[1] {
		run = [2]int{r, r - 1}
		for row := r; row < len(t.Rows); row++ {
			if _, ok := w.ranges().parseBand(t.Cell(row, col).Text); !ok {
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
func (w *words) treatmentsAt(t *grid.Table, r, col int) (treatmentTable, bool) {
	var failed treatmentTable
	for _, ranges := range []int{col, col - 1, col + 1} {
		if ranges < 0 {
			continue
		}
		if w.columnOfRisks(t, r, ranges) {
			continue
		}
		label, meaning := w.treatmentColumns(t, r, ranges)
		tt, ok := w.treatmentRows(t, r+1, ranges, label, meaning)
		if ok {
			tt.top = r
			return tt, true
		}
		if tt.broken != nil && w.is(roleRange, t.Resolved(r, ranges).Text) {
			failed.broken = tt.broken
		}
	}
	return failed, false
}

// bareTreatments reads ranges from row r on that have no heading: "Röd 15-25"
// with the treatment in the same cell or beside it.
func (w *words) bareTreatments(t *grid.Table, r, col int) (treatmentTable, bool) {
	if b, ok := w.ranges().parseBand(t.Cell(r, col).Text); !ok || b.label == "" {
		return treatmentTable{}, false
	}
	label := -1
	if c := textColumn(t, r, col, col+2); c >= 0 {
		label = c
	}
	meaning := -1
	if label >= 0 {
		meaning = textColumn(t, r, label, label+1)
	}
	tt, ok := w.treatmentRows(t, r, col, label, meaning)
	tt.bare = true
	return tt, ok && len(tt.treatments) >= 2
}

// treatmentRows reads the ranges in a column from row top on. The treatment
// stands in the label column; without one (−1), or where that column says what
// a treatment means, beside the range in its own cell. A table of which a range
// is not understood is none.
func (w *words) treatmentRows(t *grid.Table, top, ranges, label, meaning int) (treatmentTable, bool) {
	tt := treatmentTable{region: region{top: top, bottom: top, left: ranges, right: ranges}, first: t.Cell(top, ranges)}
	var own []string
	pairs := w.pairedLimits(t, top, ranges)
	spans := 0
	for row := top; row < len(t.Rows) && len(tt.treatments) <= maxLevels; row++ {
		c := t.Cell(row, ranges)
		b, ok := w.ranges().parseBand(c.Text)
		if !ok {
			if strings.ContainsFunc(c.Text, unicode.IsDigit) && label >= 0 && !t.Resolved(row, label).Blank() {
				return treatmentTable{broken: c}, false
			}
			break
		}
		if pairs {
			b.low, _ = grid.ParseWhole(t.Cell(row, ranges-1).Text)
		}
		if b.low != b.high {
			spans++
		}
		tr := model.Treatment{Min: b.low, Max: b.high, At: c.At}
		if label >= 0 {
			tr.Label = model.Clean(t.Resolved(row, label).Text)
			if utf8.RuneCountInString(tr.Label) > maxTreatment {
				break
			}
		}
		if meaning >= 0 {
			tr.Meaning = model.Clean(t.Cell(row, meaning).Text)
		}
		if tr.Label == "" && b.label == "" {
			break
		}
		own = append(own, b.label)
		tt.treatments = append(tt.treatments, tr)
		tt.bottom = row
	}
	for _, c := range []int{label, meaning} {
		if c >= 0 {
			tt.left, tt.right = min(tt.left, c), max(tt.right, c)
		}
	}
	if len(tt.treatments) < 2 || spans == 0 || !w.label(&tt, own, label >= 0) {
		return tt, false
	}
	for i := range tt.treatments {
		tt.treatments[i].InPlan = w.inPlan(tt.treatments[i])
	}
	return tt, !w.listsMix(t, &tt, ranges)
}

// maxTreatment is the longest name of a treatment in letters.
const maxTreatment = 80

// label settles what the treatments are called: the column's texts, or those
// beside the ranges where these tell them apart and the column's do not, or
// where there is no column. What is left over may be the name as well.
func (w *words) label(tt *treatmentTable, own []string, column bool) bool {
	texts, meanings := make([]string, len(own)), make([]string, len(own))
	for i, tr := range tt.treatments {
		texts[i], meanings[i] = tr.Label, tr.Meaning
	}
	switch {
	case !column || apart(own) && !differ(texts):
		if !apart(own) {
			return false
		}
		for i := range tt.treatments {
			tr := &tt.treatments[i]
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
	for _, tr := range tt.treatments {
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
func (w *words) listsMix(t *grid.Table, tt *treatmentTable, ranges int) bool {
	for _, tr := range tt.treatments {
		if w.ranges().list.MatchString(model.Clean(t.Cell(int(tr.At.Row)-1, ranges).Text)) {
			return overlapping(tt.treatments)
		}
	}
	return false
}

// inPlan tells whether a treatment requires a place in the plan: its meaning
// says that it does not, or where nothing is said its name does.
func (w *words) inPlan(t model.Treatment) bool {
	meaning := model.Key(t.Label + " " + t.Meaning)
	for _, phrase := range w.v.Definitions.NotInPlan {
		if strings.Contains(meaning, model.Key(phrase)) {
			return false
		}
	}
	for _, word := range w.v.Definitions.InPlan {
		if strings.Contains(model.Key(t.Meaning), model.Key(word)) {
			return true
		}
	}
	first := model.LeadingWord(t.Label)
	for _, word := range w.v.Definitions.Accept {
		if first == model.Key(word) {
			return false
		}
	}
	return true
}
