package opc

import (
	"bytes"
	"slices"
)

// Cut replaces a stretch of a text.
type Cut struct {
	At   Span
	Text string
}

// Splice makes all cuts in a text. They do not overlap, see [Overlap]; where several
// insert at one place they stand in their order.
func Splice(data []byte, cuts []Cut) []byte {
	cuts = ordered(cuts)
	var b bytes.Buffer
	b.Grow(len(data))
	pos := 0
	for _, c := range cuts {
		b.Write(data[pos:c.At.Start])
		b.WriteString(c.Text)
		pos = c.At.End
	}
	b.Write(data[pos:])
	return b.Bytes()
}

// Overlap reports whether two cuts take a stretch of the same text, as those of elements
// may whose tags are not in each other as they should be.
func Overlap(cuts []Cut) bool {
	pos := 0
	for _, c := range ordered(cuts) {
		if c.At.Start < pos {
			return true
		}
		pos = c.At.End
	}
	return false
}

func ordered(cuts []Cut) []Cut {
	cuts = slices.Clone(cuts)
	slices.SortStableFunc(cuts, func(a, b Cut) int { return a.At.Start - b.At.Start })
	return cuts
}
