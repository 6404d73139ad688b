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

// Splice makes all cuts in a text. They do not overlap; where several insert
// at one place they stand in their order.
func Splice(data []byte, cuts []Cut) []byte {
	cuts = slices.Clone(cuts)
	slices.SortStableFunc(cuts, func(a, b Cut) int { return a.At.Start - b.At.Start })
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
