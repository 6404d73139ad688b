package tables

import (
	"math"
	"unicode"
	"unicode/utf8"
)

// end gives how many lines of a region are its rows: running text below them,
// which begins where the first column does, is further away than any two of them,
// or nearer and begins anew; so does the title of a table with the same headings.
func (r *region) end() int {
	single := len(r.rows)
	for single > 0 && len(r.rows[single-1].chunks) == 1 && r.cols.of(r.rows[single-1].chunks[0]) == 0 {
		single--
	}
	if len(r.cols) < tolerances.leastHeading {
		return len(r.rows)
	}
	widest, least := 0.0, math.Inf(1)
	for i := 1; i < len(r.rows); i++ {
		step := r.rows[i].Base - r.rows[i-1].Base
		if i >= single && i >= tolerances.leastBefore && step > tolerances.setOffStep*widest {
			return i
		}
		if (i == single || r.headedAnew(i)) && i >= tolerances.leastBefore && step < tolerances.nearStep*least && r.beginsAnew(i) {
			return i
		}
		widest, least = max(widest, step), min(least, step)
	}
	return len(r.rows)
}

// headedAnew reports whether a line in one piece stands above the headings of the
// region, printed once more.
func (r *region) headedAnew(i int) bool {
	if len(r.rows[i].chunks) > 1 || r.cols.of(r.rows[i].chunks[0]) > 0 || i+1 == len(r.rows) || len(r.rows[i+1].chunks) != len(r.rows[0].chunks) {
		return false
	}
	for k := range r.rows[0].chunks {
		if r.rows[i+1].chunks[k].text() != r.rows[0].chunks[k].text() {
			return false
		}
	}
	return true
}

// beginsAnew reports whether a line of the first column does not go on with the one
// above it: it begins with a capital, and stands out to the left of the column or
// its first word had room above. The text of a cell is only divided where there is
// no room, and how much there is the widest line of the column shows, even where it
// is the one that is asked of.
func (r *region) beginsAnew(i int) bool {
	first, above, size := r.rows[i].chunks[0], r.rows[i-1].chunks[0], r.rows[i].Size
	if c, _ := utf8.DecodeRuneInString(first.words[0].Text); !unicode.IsUpper(c) || r.cols.of(above) != 0 {
		return unicode.IsUpper(c) && r.headedAnew(i)
	}
	left, right := math.Inf(1), first.x1
	for k := range r.rows[:i] {
		if c := r.rows[k].chunks[0]; r.cols.of(c) == 0 {
			left, right = min(left, c.x0), max(right, c.x1)
		}
	}
	middle := math.Abs(first.x0+first.x1-above.x0-above.x1) < size
	word := first.words[0].Box
	return first.x0 < left-tolerances.sameStart*size && !middle || above.x1+tolerances.nextWord*size+word.X1-word.X0 < right
}
