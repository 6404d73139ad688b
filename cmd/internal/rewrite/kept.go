package rewrite

import (
	"riskbok/exporters/workbook"
	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// Kept gives what of a text comes back from a workbook. It differs from the
// text in this alone: control characters that XML cannot hold are gone, it ends
// at a cell's limit, and it is cleaned as [model.Clean] does, which every text
// is that is read. A text that only marks an empty cell ("–") is "".
func Kept(v model.Value[string], words *model.Vocabulary) string {
	s := v.V
	if !v.OK {
		s = v.Raw
	}
	return keptText(s, words)
}

func keptText(s string, words *model.Vocabulary) string {
	held, _ := workbook.CellText(s)
	return grid.TextValue(&grid.Cell{Text: held}, blank(words)).V
}

// KeptRaw is [Kept] for what was not understood.
func KeptRaw(s string) string {
	held, _ := workbook.CellText(s)
	return model.Clean(held)
}
