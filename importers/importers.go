// Package importers lists the formats that riskbok reads. An importer is a
// witness: it reports what stands in a file and where, and never judges or
// mends. It takes bytes and touches no disk.
package importers

import (
	"context"

	"riskbok/importers/excel"
	"riskbok/importers/pdf"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// Importer reads one format. Sniff looks at the content, never at the name.
// Read gives everything it understood; an error means only that the file could
// not be read at all, and is a [*source.Error] where a user can do something
// about it. Damage to a part of a file is reported in the document.
type Importer struct {
	Name  string
	Sniff func(data []byte) bool
	Read  func(ctx context.Context, file model.File, opts source.Options) (*model.Document, error)
}

// All lists the formats, in the order they are tried.
var All = []Importer{
	{Name: "excel", Sniff: excel.Sniff, Read: readWorkbook},
	{Name: "pdf", Sniff: pdf.Sniff, Read: readPDF},
}
