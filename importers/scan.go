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
	s := &Scanned{Document: &model.Document{ID: file.ID, File: file.Name, Kind: model.KindWorkbook, Places: book.Places, Damage: book.Damage, Beneath: book.Covered()}, Fresh: book.Fresh}
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
		for n, l := range p.Lines {
			line := words[:len(l.Spaces)+1]
			words = words[len(line):]
			page.Lines = append(page.Lines, columns(file.ID, p.Place, n+1, l, line)...)
		}
		s.Pages = append(s.Pages, page)
	}
	return s, nil
}

// columnGap is the space, in em, that divides a line into columns, as in a
// letterhead whose labels stand side by side. Justified text stays below it.
const columnGap = 2

// weightGap is the space, in em, that divides a line where its weight changes, as
// between a bold heading in the margin and the text beside it. A space between
// words is a third of an em, a justified one seldom more than a whole.
const weightGap = 1.2

// columns divides a printed line where it has wide gaps. The parts share the
// line's row and are numbered as its columns.
func columns(doc, place int32, row int, l pdf.Line, words []pdf.Word) []grid.Line {
	var out []grid.Line
	from := 0
	for i := range words {
		if i+1 < len(words) && l.Spaces[i] <= columnGap && (l.Spaces[i] <= weightGap || words[i].Bold == words[i+1].Bold) {
			continue
		}
		part := grid.Line{Size: l.Size, Bold: true, InTable: l.Table, At: model.Source{
			Doc: doc, Place: place, Row: int32(row), Col: int32(len(out) + 1), Box: words[from].Box,
		}}
		for k, w := range words[from : i+1] {
			if k > 0 {
				part.Text += " "
			}
			part.Text += w.Text
			part.Bold = part.Bold && w.Bold
			b := &part.At.Box
			b.X0, b.Y0, b.X1, b.Y1 = min(b.X0, w.Box.X0), min(b.Y0, w.Box.Y0), max(b.X1, w.Box.X1), max(b.Y1, w.Box.Y1)
		}
		out = append(out, part)
		from = i + 1
	}
	return out
}
