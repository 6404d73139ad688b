package scale

import (
	"math"
	"strings"
	"unicode"

	"riskbok/importers/plan/words"
)

// One of several ranges may be written in words, "Medelhöga värden", or left out:
// the values that the others leave are its own. Words that tell of no degree say
// something else, and are not understood.

// inWords reports whether a range is written in words of degree, beside the
// treatment that it calls for.
func (k *rangeColumn) inWords(row int) bool {
	c := k.t.Cell(row, k.ranges)
	if k.label < 0 || c.Covered || c.Blank() || strings.ContainsFunc(c.Text, unicode.IsDigit) || k.t.Resolved(row, k.label).Blank() {
		return false
	}
	_, ok := k.w.Degree(c.Text)
	return ok
}

// missing reports whether a range is left out beside the treatment that it is for:
// between two others, or on a row that says what the treatment means as those
// beside it do.
func (k *rangeColumn) missing(row int, band func(text string) (words.Band, bool)) bool {
	c := k.t.Cell(row, k.ranges)
	if k.label < 0 || c.Covered || !c.Blank() || k.t.Cell(row, k.label).Blank() || k.t.Cell(row, k.label).Covered {
		return false
	}
	above, below := row > k.top && k.bandAt(row-1, band), k.bandAt(row+1, band)
	meant := k.meaning >= 0 && k.meaning != k.label && !k.t.Cell(row, k.meaning).Blank() && !k.t.Cell(row, k.meaning).Covered
	return above && below || meant && (above || below)
}

// bandAt reports whether a row has a range of the column.
func (k *rangeColumn) bandAt(row int, band func(text string) (words.Band, bool)) bool {
	if row >= len(k.t.Rows) {
		return false
	}
	_, ok := band(k.t.Cell(row, k.ranges).Text)
	return ok
}

// fails reports whether a text that is no range stands where one is due: it has
// numbers, or ranges go on below it.
func (k *rangeColumn) fails(row int, band func(text string) (words.Band, bool)) bool {
	c := k.t.Cell(row, k.ranges)
	if k.label < 0 || c.Blank() || k.t.Resolved(row, k.label).Blank() {
		return false
	}
	return strings.ContainsFunc(c.Text, unicode.IsDigit) || k.own && row > k.top && !c.Covered && k.bandAt(row-1, band) && k.bandAt(row+1, band)
}

// exclude gives the range that stands in words the values that the others leave
// it. False: it cannot be told which these are.
func (t *TreatmentTable) exclude() bool {
	i, n := t.worded, len(t.Treatments)
	if i < 0 || i >= n {
		return true
	}
	if n < 3 {
		return false
	}
	tr := &t.Treatments[i]
	switch {
	case i > 0 && i < n-1:
		low, high := &t.Treatments[i-1], &t.Treatments[i+1]
		if low.Min > high.Min {
			low, high = high, low
		}
		if low.Max == math.MaxInt {
			return false
		}
		tr.Min, tr.Max = low.Max+1, high.Min-1
	default:
		beside, next := &t.Treatments[1], &t.Treatments[2]
		if i > 0 {
			beside, next = &t.Treatments[n-2], &t.Treatments[n-3]
		}
		if beside.Min < next.Min { // it is the lowest
			tr.Min, tr.Max = 0, beside.Min-1
		} else {
			if beside.Max == math.MaxInt {
				return false
			}
			tr.Min, tr.Max = beside.Max+1, math.MaxInt
		}
	}
	return tr.Min <= tr.Max && !overlapping(t.Treatments)
}
