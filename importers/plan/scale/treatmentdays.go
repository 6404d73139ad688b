package scale

import (
	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// meant reads ranges that a spreadsheet has made days ("1-3" became 2025-01-03),
// or that are written as fractions ("1/3"), as what was typed. Which number was
// the month does not matter: of a range the smaller is the lower end.
type meant struct {
	w    *words.Index
	days map[string]bool // the texts that were read so, and whether they are days
}

// band reads one range.
func (m *meant) band(text string) (words.Band, bool) {
	if b, ok := m.w.Band(text); ok {
		return b, true
	}
	b, day, ok := m.w.DayBand(text)
	if !ok {
		return b, false
	}
	if m.days == nil {
		m.days = map[string]bool{}
	}
	m.days[text] = day
	return b, true
}

// fits reports whether ranges that were read so can be nothing else: from the
// least value on each begins where the one before ends, upwards or downwards.
func (m *meant) fits(t *TreatmentTable) bool {
	n := len(t.Treatments)
	if len(m.days) == 0 || n < 2 {
		return false
	}
	low, high := t.Treatments[0], t.Treatments[n-1]
	step := 1
	if low.Min > high.Min {
		low, step = high, -1
	}
	if low.Min > tolerances.leastValue {
		return false
	}
	for i := 1; i < n; i++ {
		below, above := t.Treatments[i-1], t.Treatments[i]
		if step < 0 {
			below, above = above, below
		}
		if below.Max+1 != above.Min {
			return false
		}
	}
	return true
}

// note tells of the ranges that are days or fractions what stands there.
func (m *meant) note(t *grid.Table, tt *TreatmentTable) {
	for i := range tt.Treatments {
		tr := &tt.Treatments[i]
		text := t.Cell(int(tr.At.Row)-1, int(tr.At.Col)-1).Text
		if day, ok := m.days[text]; ok {
			tr.ReadFrom, tr.Day = model.Clean(text), day
		}
	}
}
