package budgetforms

import (
	"math"

	"github.com/xuri/excelize/v2"

	"riskbok/rules/model"

	"github.com/shopspring/decimal"
)

// Widths of columns in characters, so that a print shows what stands in them.
const (
	nameWidth   = 26
	amountWidth = 16
)

// Write gives the form as a workbook.
func (f *Form) Write() ([]byte, error) {
	x := excelize.NewFile()
	defer x.Close()
	const sheet = "Blad1"
	if err := x.SetSheetName("Sheet1", sheet); err != nil {
		return nil, err
	}
	format := "#,##0"
	if f.Decimals > 0 {
		format = "#,##0.0"
	}
	style, err := x.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		return nil, err
	}
	if err := x.SetColWidth(sheet, "A", "R", amountWidth); err != nil {
		return nil, err
	}
	if err := x.SetColWidth(sheet, "A", letter(max(0, f.names-1)), nameWidth); err != nil {
		return nil, err
	}
	if err := onePage(x, sheet); err != nil {
		return nil, err
	}
	for r, row := range f.Rows {
		for c := range row {
			if err := f.writeCell(x, sheet, spot{r, c}, style); err != nil {
				return nil, err
			}
		}
	}
	buf, err := x.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// onePage makes a print as wide as its paper.
func onePage(x *excelize.File, sheet string) error {
	fit, wide, tall, landscape := true, 1, 0, "landscape"
	if err := x.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	return x.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, FitToWidth: &wide, FitToHeight: &tall})
}

func (f *Form) writeCell(x *excelize.File, sheet string, at spot, style int) error {
	c := f.Rows[at.row][at.col]
	name := at.cell()
	switch {
	case c.Merge > 1:
		if err := x.MergeCell(sheet, name, spot{at.row, at.col + c.Merge - 1}.cell()); err != nil {
			return err
		}
		return x.SetCellValue(sheet, name, c.Text)
	case c.Is && f.Texts:
		return x.SetCellValue(sheet, name, f.Printed(c.Amount))
	case c.Is:
		if err := x.SetCellStyle(sheet, name, name, style); err != nil {
			return err
		}
		v := float64(c.Amount) / math.Pow10(f.Decimals)
		if f.stored && rounded(c.Stored) == c.Amount {
			v = float64(c.Stored) / math.Pow10(f.Decimals+1) // more than is shown
		}
		return x.SetCellValue(sheet, name, v)
	case c.Text == "":
		return nil
	}
	return x.SetCellValue(sheet, name, c.Text)
}

// Printed gives an amount as papers print it.
func (f *Form) Printed(amount int64) string {
	return model.AmountText(decimal.New(amount, -int32(f.Decimals)), f.Decimals)
}
