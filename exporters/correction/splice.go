package correction

import (
	"bytes"
	"slices"
)

// cut replaces a stretch of a text.
type cut struct {
	at   span
	text string
}

// splice makes all cuts in a text. They do not overlap; where several insert
// at one place they stand in their order.
func splice(data []byte, cuts []cut) []byte {
	cuts = slices.Clone(cuts)
	slices.SortStableFunc(cuts, func(a, b cut) int { return a.at.start - b.at.start })
	var b bytes.Buffer
	b.Grow(len(data))
	pos := 0
	for _, c := range cuts {
		b.Write(data[pos:c.at.start])
		b.WriteString(c.text)
		pos = c.at.end
	}
	b.Write(data[pos:])
	return b.Bytes()
}
