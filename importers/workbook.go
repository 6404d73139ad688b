package importers

import (
	"context"

	"riskbok/importers/excel"
	"riskbok/importers/grid"
	"riskbok/importers/plan"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// readWorkbook reads a workbook's sheets, all but those that riskbok itself
// added, into a document.
func readWorkbook(ctx context.Context, file model.File, opts source.Options) (*model.Document, error) {
	book, err := excel.Sheets(ctx, file, opts)
	if err != nil {
		return nil, err
	}
	doc := &model.Document{ID: file.ID, File: file.Name, Kind: model.KindWorkbook, Places: book.Places, Damage: book.Damage}
	var tables []grid.Table
	for i, t := range book.Tables {
		if !book.Own[i] {
			tables = append(tables, t)
		}
	}
	plan.Read(doc, tables, opts.Vocabulary)
	return doc, nil
}
