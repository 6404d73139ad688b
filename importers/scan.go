package importers

import (
	"context"

	"riskbok/importers/excel"
	"riskbok/importers/grid"
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
	for i := range pages.Pages {
		p := &pages.Pages[i]
		page := grid.Page{Number: p.Number, Place: p.Place, Width: p.Width, Height: p.Height}
		words := p.Words
		lines := make([]printed, len(p.Lines))
		for n, l := range p.Lines {
			lines[n] = printed{Line: l, words: words[:len(l.Spaces)+1]}
			words = words[len(lines[n].words):]
			lines[n].divide()
		}
		divideCells(lines)
		for n := range lines {
			page.Lines = append(page.Lines, lines[n].columns(file.ID, p.Place, n+1)...)
		}
		s.Pages = append(s.Pages, page)
	}
	return s, nil
}
