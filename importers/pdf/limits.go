package pdf

import (
	"riskbok/importers/pdf/content"
	"riskbok/importers/pdf/objects"
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

func newLimits(l source.Limits) limits {
	l = l.Known()
	out := limits{file: l.FileBytes, cells: l.Cells, objects: objects.DefaultLimits, content: content.DefaultLimits}
	out.objects.TotalBytes = min(out.objects.TotalBytes, l.TotalBytes)
	out.objects.StreamBytes = min(out.objects.StreamBytes, l.TotalBytes)
	out.content.ContentSize = min(out.content.ContentSize, l.TotalBytes)
	return out
}
