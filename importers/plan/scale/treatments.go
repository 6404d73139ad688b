package scale

import (
	"strings"
	"unicode"

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
	more       [][]string // likewise
	bare       bool
	first      *grid.Cell // the first range
	broken     *grid.Cell // a range that was not understood: then it is no table
	within     bool       // they stand in a text that is something else besides
	across     bool       // the ranges stand beside each other
	legend     bool       // they stand in one text, or in lines without a heading after their names
	said       bool       // running text says them
	worded     int        // while the ranges of a column are read: the one that stands there in words, −1: none
}

// Others gives the texts that could be the labels instead, parallel to the
// treatments, or nil.
func (t *TreatmentTable) Others() []string { return t.others }

// findTreatments finds the tables that say which treatment a risk value calls
// for: ranges of values beside short texts, under or after a heading that says
// so; such lines without a heading that name what they stand for; and legends in
// one text. Broken are the cells on which one failed.
func findTreatments(w *words.Index, t *grid.Table, risks Risks) (found []TreatmentTable, broken []*grid.Cell) {
	f := treatmentFinder{w: w, t: t, risks: risks, runs: bandRuns{}, row: grid.Region{Top: -1}}
	for r := 0; r < len(t.Rows); r++ {
		if risks.Deep(r) {
			continue
		}
		for col := range t.Rows[r] {
			c := &t.Rows[r][col]
			if c.Covered || c.Blank() || grid.Within(f.across, r, col) {
				continue
			}
			tt, ok := f.at(r, col)
			if tt.broken != nil {
				broken = append(broken, tt.broken)
			}
			if !ok {
				continue
			}
			found = append(found, tt)
			if !risks.Look(tolerances.partLook) {
				return found, broken
			}
			if tt.Bottom > r && !tt.across {
				r = tt.Bottom
				break
			}
			f.across = append(f.across, tt.Region)
		}
	}
	return found, broken
}

// treatmentFinder finds the treatments of one grid.
type treatmentFinder struct {
	w      *words.Index
	t      *grid.Table
	risks  Risks
	runs   bandRuns
	across []grid.Region // those found that leave the rest of their rows to others
	row    grid.Region   // the last row of cells that was tried as one legend, and was none
}

// at reads the treatments whose heading, first range or whole legend a cell is.
func (f *treatmentFinder) at(r, col int) (tt TreatmentTable, ok bool) {
	c := f.t.Cell(r, col)
	if len(c.Text) <= words.MaxHeading && f.w.Is(words.Range|words.Treatment, c.Text) && !f.risks.Tells(r, col) && f.risks.Look(tolerances.headLook) {
		if tt, ok = treatmentsAt(f.w, f.t, f.risks, r, col); ok {
			return tt, true
		}
		// Cells beside a heading of risks head columns.
		if across, is := treatmentsAcross(f.w, f.t, r, col); (is || across.broken != nil) && !f.risks.Heads(r, col) {
			return across, is
		}
	}
	if !strings.ContainsFunc(c.Text, unicode.IsDigit) {
		return tt, false
	}
	if _, whole := grid.ParseWhole(c.Text); !whole && !f.risks.Look(tolerances.rangeLook+len(c.Text)/tolerances.lookBytes) {
		return tt, false
	}
	m := meant{w: f.w}
	if band, is := m.band(c.Text); is && !f.runs.long(f.w, f.t, r, col) {
		if bare, is := bareTreatments(f.w, f.t, r, col, band); is && !f.risks.Tells(r, col) {
			return bare, true
		}
		if beside, is := namesBeside(f.w, f.t, r, col, band); is && !f.risks.Tells(r, col) {
			return beside, true
		}
	}
	if legend, is := f.legendAt(r, col); is && !f.risks.Tells(r, col) {
		return legend, true
	}
	return tt, false
}

// bandRuns are the rows of each column, from the first to the last, that were
// last seen to hold nothing but ranges, as far as these are too many.
type bandRuns map[int][2]int

// long reports whether a cell stands in a run of more ranges than a scale has
// treatments, as the numbers of risks do ("R1", "R2", …).
func (b bandRuns) long(w *words.Index, t *grid.Table, r, col int) bool {
	run, ok := b[col]
	if !ok || r > run[1] {
		run = [2]int{r, r - 1}
		for row := r; row < len(t.Rows) && row <= r+tolerances.maxLevels; row++ {
			if _, ok := w.Band(t.Cell(row, col).Text); !ok {
				break
			}
			run[1] = row
		}
		b[col] = run
	}
	return run[1]-run[0] >= tolerances.maxLevels
}

// treatmentsAt reads the ranges in the column under a heading, or in one beside
// it; two columns away only where they are the ends of ranges, "Från | Till".
func treatmentsAt(w *words.Index, t *grid.Table, risks Risks, r, col int) (TreatmentTable, bool) {
	var failed TreatmentTable
	for i, ranges := range []int{col, col - 1, col + 1, col + 2} {
		if ranges < 0 || i == 3 && !pairedLimits(w, t, r+1, ranges) {
			continue
		}
		if !mayBeRanges(t, r+1, ranges) {
			continue
		}
		b := blockOf(t, risks, r, ranges)
		heads := risks.Heads(r, ranges)
		if heads && !b.endsWithin() {
			continue
		}
		label, meaning := b.columns(w)
		tt, ok := treatmentRows(w, t, r+1, ranges, label, meaning, !heads && stated(w, t, r, ranges))
		if ok && heads && (label < 0 || b.goesOn(label) || overlapping(tt.Treatments)) {
			continue
		}
		if ok && eventRow(w, t, r) && risks.Tells(r+1, ranges) &&
			(rangeTwice(tt.Treatments) || label < 0 || !w.Is(words.Treatment|words.MeaningOf, t.Resolved(r, label).Text)) {
			continue // a column of the risks: the range in which each is, or the times of reports
		}
		if ok {
			tt.Top = r
			tt.readings(&b, label, meaning)
			return tt, true
		}
		if tt.broken != nil && failed.broken == nil && !heads && stated(w, t, r, ranges) {
			failed.broken = tt.broken
		}
	}
	return failed, false
}

// mayBeRanges reports whether ranges could begin in a row of a column: a number
// stands there, or where that cell is blank or in words, below it.
func mayBeRanges(t *grid.Table, top, ranges int) bool {
	return strings.ContainsFunc(t.Cell(top, ranges).Text, unicode.IsDigit) || strings.ContainsFunc(t.Cell(top+1, ranges).Text, unicode.IsDigit)
}

// stated reports whether the heading of a column says that ranges of risk values
// stand under it: that of risk values, or of ranges beside treatments. An action
// beside a day is none.
func stated(w *words.Index, t *grid.Table, r, ranges int) bool {
	text := t.Resolved(r, ranges).Text
	if w.Heads(text, model.FieldScore) {
		return true
	}
	if !w.Is(words.Range, text) {
		return false
	}
	left, right := t.Run(r, ranges)
	for c := left; c <= right; c++ {
		if c != ranges && w.Is(words.Treatment, t.Resolved(r, c).Text) {
			return true
		}
	}
	return false
}

// readings keeps the texts of the other columns that could name the treatments
// as well.
func (tt *TreatmentTable) readings(b *rangeBlock, label, meaning int) {
	for c := b.left; c <= b.right; c++ {
		if c == b.ranges || c == label || c == meaning || b.goesOn(c) {
			continue
		}
		texts := make([]string, len(tt.Treatments))
		for i, tr := range tt.Treatments {
			texts[i] = b.t.Resolved(int(tr.At.Row)-1, c).Clean()
		}
		if tellApart(texts) {
			tt.more = append(tt.more, texts)
			tt.Left, tt.Right = min(tt.Left, c), max(tt.Right, c)
		}
	}
}

// bareTreatments reads ranges from row r on that have no heading: "Röd 15-25"
// with the treatment in the same cell or beside it.
func bareTreatments(w *words.Index, t *grid.Table, r, col int, first words.Band) (TreatmentTable, bool) {
	if first.Label == "" {
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
	tt, ok := treatmentRows(w, t, r, col, label, meaning, false)
	tt.bare = true
	return tt, ok && len(tt.Treatments) >= 2
}

// namesBeside reads ranges from row r on that have no heading and stand right
// after their names, "Acceptera | 1–2", or right before them.
func namesBeside(w *words.Index, t *grid.Table, r, col int, first words.Band) (TreatmentTable, bool) {
	if first.Label != "" {
		return TreatmentTable{}, false
	}
	for _, label := range []int{col - 1, col + 1} {
		name := t.Cell(r, label)
		if name.Kind != grid.Text || name.Covered || strings.ContainsFunc(name.Text, unicode.IsDigit) {
			continue
		}
		if label > col && r > 0 && !(t.Resolved(r-1, col).Blank() && t.Resolved(r-1, label).Blank()) {
			continue // a heading would have said so
		}
		tt, ok := treatmentRows(w, t, r, col, label, -1, false)
		if !ok || overlapping(tt.Treatments) {
			continue
		}
		names := make([]string, len(tt.Treatments))
		for i, tr := range tt.Treatments {
			names[i] = tr.Label
		}
		if tellApart(names) {
			tt.bare, tt.legend = true, true
			return tt, true
		}
	}
	return TreatmentTable{}, false
}
