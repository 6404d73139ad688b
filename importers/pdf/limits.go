package pdf

import (
	"riskbok/importers/pdf/content"
	"riskbok/importers/pdf/objects"
	"riskbok/importers/pdf/text"
	"riskbok/importers/source"
)

// limits bound what one file may cost. They are the product's own; what a
// caller sets in source.Limits makes them tighter.
type limits struct {
	file    int64
	cells   int
	objects objects.Limits
	content content.Limits
}

// operatorBytes is how many bytes of an object are read to look it up in the time
// that an operator of a page takes, a third of a microsecond: those of short names and
// numbers, which take longest. A page of the reference documents has 3 kB of them.
const operatorBytes = 4

func newLimits(l source.Limits) limits {
	l = l.Known()
	out := limits{file: l.FileBytes, cells: l.Cells, objects: objects.DefaultLimits, content: content.DefaultLimits}
	out.objects.TotalBytes = min(out.objects.TotalBytes, l.TotalBytes)
	out.objects.StreamBytes = min(out.objects.StreamBytes, l.TotalBytes)
	out.content.ContentSize = min(out.content.ContentSize, l.TotalBytes)
	return out
}

// What looking for the tables of a page takes: each word of a line is held against the
// others, a tenth of a microsecond. A page of prose has ten thousand such looks, a
// table of 100 columns and 100 lines a million. Ten lines of 3,000 words each took 13
// seconds.
const (
	freeTableWork = 50_000
	mostTableWork = 30_000_000
	stepWork      = 150 // looks in the time of a step, see [source.Budget.Step]
)

// tableWork counts the looks that finding the tables of a page takes, and in steps
// those that are more than a page usually takes.
func tableWork(lines []text.Line) (looks, steps int) {
	for i := range lines {
		looks += len(lines[i].Words) * len(lines[i].Words)
	}
	return looks, max(0, looks-freeTableWork) / stepWork
}
