package opc

import (
	"bytes"
	"errors"
	"slices"
)

// Cut replaces a stretch of a text.
type Cut struct {
	At   Span
	Text string
}

// ErrOverlap says that a part is damaged: an element that is to be changed stands within
// another that is.
var ErrOverlap = errors.New("expected elements one after another, found one within another: save the workbook again in Excel")

// Splice makes all cuts in a text; where several insert at one place they stand in their
// order. The error is [ErrOverlap]: two cuts take a stretch of the same text, as those of
// elements may whose tags are not in each other as they should be.
func Splice(data []byte, cuts []Cut) ([]byte, error) {
	cuts = slices.Clone(cuts)
	slices.SortStableFunc(cuts, func(a, b Cut) int { return a.At.Start - b.At.Start })
	var b bytes.Buffer
	b.Grow(len(data))
	pos := 0
	for _, c := range cuts {
		if c.At.Start < pos {
			return nil, ErrOverlap
		}
		b.Write(data[pos:c.At.Start])
		b.WriteString(c.Text)
		pos = c.At.End
	}
	b.Write(data[pos:])
	return b.Bytes(), nil
}
