package workbook

import "github.com/xuri/excelize/v2"

// Panes freezes what lies above and left of a cell.
func Panes(row, col int) *excelize.Panes {
	pane := "bottomLeft"
	if col > 0 {
		pane = "bottomRight"
	}
	at := Ref(row, col)
	return &excelize.Panes{
		Freeze: true, XSplit: col, YSplit: row, TopLeftCell: at, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: at, ActiveCell: at, Pane: pane}},
	}
}
