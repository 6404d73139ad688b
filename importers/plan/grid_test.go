package plan

import (
	"riskbok/config"
	"riskbok/importers/grid"
	"riskbok/importers/grid/gridtest"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// sheet makes a grid from text, as [gridtest.Sheet] does.
func sheet(name, text string) grid.Table { return gridtest.Sheet(name, text) }

// read reads sheets as the sheets of one workbook.
func read(file string, sheets ...grid.Table) *model.Document {
	doc := &model.Document{File: file, Kind: model.KindWorkbook}
	for i := range sheets {
		doc.Places = append(doc.Places, model.Place{File: file, Sheet: sheets[i].Name})
		sheets[i].Place = int32(i)
		for r := range sheets[i].Rows {
			for c := range sheets[i].Rows[r] {
				sheets[i].Rows[r][c].At.Place = int32(i)
			}
		}
	}
	Read(doc, sheets, source.Options{Vocabulary: config.Vocabulary()})
	return doc
}
