package importers

import (
	"context"

	"riskbok/importers/pdf"
	"riskbok/importers/plan"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// readPDF reads the tables of a PDF's pages into a document, by the same
// headings as those of a workbook.
func readPDF(ctx context.Context, file model.File, opts source.Options) (*model.Document, error) {
	pages, err := pdf.Scan(ctx, file, opts)
	if err != nil {
		return nil, err
	}
	doc := &model.Document{ID: file.ID, File: file.Name, Kind: model.KindPDF, Places: pages.Places, Damage: pages.Damage}
	plan.Read(doc, pages.Tables, opts.Vocabulary)
	return doc, nil
}
