package scale

import (
	"strings"
	"unicode"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// treatmentsAcross reads ranges that stand in a row after a heading, with the
// treatments in a row above or below; the heading is that of either.
func treatmentsAcross(w *words.Index, t *grid.Table, r, col int) (TreatmentTable, bool) {
	first := col + max(1, int(t.Cell(r, col).ColSpan))
	var failed TreatmentTable
	for _, ranges := range []int{r, r + 1, r - 1, r + 2} {
		if ranges < 0 || ranges >= len(t.Rows) {
			continue
		}
		tt, ok := rangesAcross(t, ranges, first, w.Band)
		if m := (meant{w: w}); !ok && tt.broken != nil {
			if other, is := rangesAcross(t, ranges, first, m.band); is && m.fits(&other) {
				tt, ok = other, true
				m.note(t, &tt)
			}
		}
		if ok && nameAcross(w, t, &tt, ranges, col) {
			tt.across = true
			tt.Left = col
			return tt, true
		}
		if ranges == r && tt.broken != nil && spansBeside(w, t, tt.broken, r, first) && w.Heads(t.Cell(r, col).Text, model.FieldScore) {
			failed.broken = tt.broken
		}
	}
	return failed, false
}

// rangesAcross reads the ranges in a row from a column on, each as band reads it.
func rangesAcross(t *grid.Table, row, first int, band func(text string) (words.Band, bool)) (TreatmentTable, bool) {
	tt := TreatmentTable{Region: grid.Region{Top: row, Bottom: row, Left: first, Right: first}, first: t.Cell(row, first)}
	wide := false
	for c := first; len(tt.Treatments) <= tolerances.maxLevels; c++ {
		cell := t.Cell(row, c)
		if cell.Covered {
			continue
		}
		b, ok := band(cell.Text)
		if !ok {
			if strings.ContainsFunc(cell.Text, unicode.IsDigit) {
				tt.broken = cell
			}
			break
		}
		wide = wide || b.Low != b.High
		tt.Treatments = append(tt.Treatments, model.Treatment{Min: b.Low, Max: b.High, Label: b.Label, At: cell.At})
		tt.Right = c
	}
	tt.closeEnds()
	return tt, tt.broken == nil && wide && len(tt.Treatments) >= 2 && !overlapping(tt.Treatments)
}

// spansBeside reports whether another cell of a row, from a column on, is a range
// of values.
func spansBeside(w *words.Index, t *grid.Table, than *grid.Cell, row, first int) bool {
	for c := first; c < len(t.Rows[row]); c++ {
		if b, ok := w.Band(t.Cell(row, c).Text); ok && b.Low != b.High && t.Cell(row, c) != than {
			return true
		}
	}
	return false
}

// nameAcross gives ranges in a row the names in a row beside it: that whose
// heading is one of treatments, else the first of texts that tell them apart. One
// more row is what they mean.
func nameAcross(w *words.Index, t *grid.Table, tt *TreatmentTable, row, col int) bool {
	own := make([]string, len(tt.Treatments))
	for i, tr := range tt.Treatments {
		own[i] = tr.Label
	}
	var names [][]string
	for _, r := range []int{row - 1, row + 1, row - 2, row + 2} {
		if r < 0 || r >= len(t.Rows) {
			continue
		}
		texts := make([]string, len(tt.Treatments))
		for i, tr := range tt.Treatments {
			texts[i] = t.Resolved(r, int(tr.At.Col)-1).Clean()
		}
		if !tellApart(texts) || w.AxisOf(t.Cell(r, col).Text) != words.NoAxis {
			continue
		}
		tt.Top, tt.Bottom = min(tt.Top, r), max(tt.Bottom, r)
		if w.Is(words.Treatment, t.Resolved(r, col).Text) {
			names = append([][]string{texts}, names...)
		} else {
			names = append(names, texts)
		}
	}
	if tellApart(own) {
		names = append(names, own)
	}
	if len(names) == 0 {
		return false
	}
	for i := range tt.Treatments {
		tr := &tt.Treatments[i]
		tr.Label = names[0][i]
		if len(names) > 1 {
			tr.Meaning = names[1][i]
		}
		w.Place(tr)
	}
	if len(names) > 1 {
		tt.others, tt.more = names[1], names[2:]
	}
	return true
}

// legendAt reads a legend that stands in one cell, or in the cells of a row, each
// with a range and its name or with one of both.
func (f *treatmentFinder) legendAt(r, col int) (TreatmentTable, bool) {
	w, t := f.w, f.t
	tt := TreatmentTable{Region: grid.Region{Top: r, Bottom: r, Left: col, Right: col}, first: t.Cell(r, col), bare: true, legend: true, across: true}
	bands := w.Legend(t.Cell(r, col).Text)
	if bands == nil {
		bands = w.LegendWithin(t.Cell(r, col).Text)
		tt.within = bands != nil
	}
	if bands == nil {
		if f.row.Has(r, col) {
			return tt, false
		}
		f.row = grid.Region{Top: r, Bottom: r}
		f.row.Left, f.row.Right = t.Run(r, col)
		if bands = f.legendAcross(f.row); bands == nil {
			return tt, false // a row of something else
		}
		tt.Left, tt.Right = f.row.Left, f.row.Right
	}
	var colours []string
	for _, b := range bands {
		tr := model.Treatment{Min: b.Low, Max: b.High, Label: b.Label, At: t.Cell(r, col).At}
		w.Place(&tr)
		tt.Treatments = append(tt.Treatments, tr)
		colours = append(colours, b.Colour)
	}
	if tellApart(colours) {
		tt.others = colours
	}
	return tt, bands != nil
}

// legendAcross reads the cells of a row as one legend; nil: they are none.
func (f *treatmentFinder) legendAcross(row grid.Region) []words.Band {
	w, t := f.w, f.t
	if row.Right-row.Left < 1 || row.Right-row.Left >= 2*tolerances.maxTreatments {
		return nil
	}
	var parts []string
	numbers := 0
	for c := row.Left; c <= row.Right; c++ {
		if cell := t.Cell(row.Top, c); !cell.Covered {
			parts = append(parts, words.OneLine(cell.Clean()))
			numbers += words.Numbers(parts[len(parts)-1])
		}
	}
	if 2*numbers < len(parts) {
		return nil // each range has a number of its own
	}
	whole := strings.Join(parts, "\n")
	if !f.risks.Look(tolerances.rangeLook + len(whole)/tolerances.lookBytes) {
		return nil
	}
	bands := w.Legend(whole)
	if len(bands) != len(parts) {
		bands = w.Legend(strings.Join(parts, " "))
	}
	if len(bands) != len(parts) && 2*len(bands) != len(parts) {
		return nil
	}
	return bands
}
