package importers

import (
	"context"

	"riskbok/importers/source"
	"riskbok/rules/model"
)

// Read reads a file by the first importer that knows its content. A file that
// none knows gives a [*source.Error] that says what it seems to be.
func Read(ctx context.Context, file model.File, opts source.Options) (*model.Document, error) {
	for _, imp := range All {
		if imp.Sniff(file.Data) {
			return imp.Read(ctx, file, opts)
		}
	}
	return nil, &source.Error{Code: "unknown-format"}
}
