package importers

import (
	"context"

	"riskbok/importers/excel"
	"riskbok/importers/pdf"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// scanWorkbook gives a workbook's sheets, all but those that riskbok itself
// added.
func scanWorkbook(ctx context.Context, file model.File, opts source.Options) (*Scanned, error) {
	book, err := excel.Sheets(ctx, file, opts)
	if err != nil {
		return nil, err
	}
	s := &Scanned{Document: &model.Document{ID: file.ID, File: file.Name, Kind: model.KindWorkbook, Maker: book.Maker, Places: book.Places, Damage: book.Damage, Beneath: book.Covered()}, Fresh: book.Fresh, Circle: book.Circle}
	for i, t := range book.Tables {
		if !book.Own[i] {
			s.Tables = append(s.Tables, t)
		}
	}
	return s, nil
}

// scanPDF gives the tables and the lines of a PDF's pages.
func scanPDF(ctx context.Context, file model.File, opts source.Options) (*Scanned, error) {
	pages, err := pdf.Scan(ctx, file, opts)
	if err != nil {
		return nil, err
	}
	s := &Scanned{Document: &model.Document{ID: file.ID, File: file.Name, Kind: model.KindPDF, Places: pages.Places, Damage: pages.Damage}, Tables: pages.Tables}
	s.Pages = columned(pages.Pages, file.ID)
	return s, nil
}
