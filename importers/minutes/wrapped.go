package minutes

import (
	"slices"
	"strings"
	"unicode"

	"riskbok/importers/grid"
	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// unwrap sets headings in a left column whose lines were too long for it on one
// row, beside the first line of their text: "Tekniska" over "nämndens" over
// "beslut".
func (s *sheet) unwrap(w *vocabulary) {
	for i := range s.rows {
		row := &s.rows[i]
		if len(row.segs) < 2 || unicode.IsLower(initial(row.text)) {
			continue
		}
		if n, text := w.wrapped(s.rows[i:]); n > 1 {
			s.onOneRow(i, n, text)
		}
	}
	s.rows = slices.DeleteFunc(s.rows, func(r row) bool { return len(r.segs) == 0 })
	steps(s.rows)
}

// wrapped gives over how many rows the heading in the left column goes, and it,
// as one; n is 0 or 1 where it goes over one or is none.
func (w *vocabulary) wrapped(rows []row) (n int, text string) {
	first := rows[0].segs[0]
	if !goesBelow(rows, 1) {
		return 0, ""
	}
	joined := model.Clean(first.Text)
	if _, outcome := w.section(joined); outcome == ocr.Found {
		n = 1
	}
	for k := 1; k < places.wrappedRows && goesBelow(rows, k); k++ {
		joined = joinLines(joined, model.Clean(rows[k].segs[0].Text), w)
		if _, outcome := w.section(strings.TrimSuffix(joined, ":")); outcome == ocr.Found {
			n, text = k+1, joined
		}
	}
	return n, text
}

// goesBelow reports whether row k goes on in the left column of the first.
func goesBelow(rows []row, k int) bool {
	if k >= len(rows) || len(rows[k].segs) == 0 || rows[k].step >= places.titleStep {
		return false
	}
	l := rows[k].segs[0]
	next := model.Clean(l.Text)
	return aligned(l, rows[0].segs[0]) && l.At.Box.X1 <= rows[0].segs[1].At.Box.X0 && next != "" && unicode.IsLower(initial(next))
}

// onOneRow puts a heading that goes over n rows from one on there.
func (s *sheet) onOneRow(i, n int, text string) {
	heading := *s.rows[i].segs[0]
	heading.Text = text
	for k := i + 1; k < i+n; k++ {
		r := &s.rows[k]
		heading.At.Box = union(heading.At.Box, r.segs[0].At.Box)
		r.segs = r.segs[1:]
		if len(r.segs) > 0 {
			r.join()
		}
	}
	s.rows[i].segs = append([]*grid.Line{&heading}, s.rows[i].segs[1:]...)
	s.rows[i].join()
}
