package pdf

import (
	"time"

	"riskbok/importers/pdf/content"
	"riskbok/importers/pdf/objects"
	"riskbok/importers/source"
)

// limits bound what one file may cost. They are the product's own; what a
// caller sets in source.Limits makes them tighter.
type limits struct {
	file    int64
	cells   int
	time    time.Duration
	objects objects.Limits
	content content.Limits
}

// fileTime is how long one file may take. A meeting book of 500 pages takes
// about a second.
const fileTime = 60 * time.Second

func newLimits(l source.Limits) limits {
	d := source.DefaultLimits
	if l.FileBytes <= 0 {
		l.FileBytes = d.FileBytes
	}
	if l.TotalBytes <= 0 {
		l.TotalBytes = d.TotalBytes
	}
	if l.Cells <= 0 {
		l.Cells = d.Cells
	}
	out := limits{file: l.FileBytes, cells: l.Cells, time: fileTime, objects: objects.DefaultLimits, content: content.DefaultLimits}
	out.objects.TotalBytes = min(out.objects.TotalBytes, l.TotalBytes)
	out.objects.StreamBytes = min(out.objects.StreamBytes, l.TotalBytes)
	out.content.ContentSize = min(out.content.ContentSize, l.TotalBytes)
	return out
}
