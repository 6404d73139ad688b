package excel

import (
	"bytes"
	"context"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/importers/grid"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// TestFills reads fills in every way that a styles part names them: by colour,
// index, theme and tint (Orange, Accent 2, Lighter 60 % of the Office theme).
func TestFills(t *testing.T) {
	const none = grid.White
	theme, tint, index := func(n int) *int { return &n }, 0.5999938962981048, 3
	f := excelize.NewFile()
	style := func(cell string, s *excelize.Style) {
		id, err := f.NewStyle(s)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Sheet1", cell, cell, id); err != nil {
			t.Fatal(err)
		}
	}
	solid := func(rgb string) *excelize.Style {
		return &excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{rgb}}}
	}
	for cell, rgb := range map[string]string{"A1": "00B050", "B1": "FFC000", "C1": "FFFFFF", "A3": "FF0000", "B5": "00B050"} {
		style(cell, solid(rgb))
	}
	style("D1", &excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 17, Color: []string{"00B050"}}})
	style("E1", &excelize.Style{Fill: excelize.Fill{Type: "gradient", Shading: 1, Color: []string{"00B050", "FF0000"}}})
	for _, cell := range []string{"B1", "C1", "D1", "E1", "A2", "C5"} {
		if err := f.SetCellValue("Sheet1", cell, "x"); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.MergeCell("Sheet1", "A3", "B4"); err != nil {
		t.Fatal(err)
	}
	// The library writes no theme and no index; they are put in its place.
	fills := f.Styles.Fills.Fill
	for i := range fills {
		if p := fills[i].PatternFill; p != nil && p.FgColor != nil && p.FgColor.RGB == "FFFFC000" {
			p.FgColor.RGB, p.FgColor.Theme, p.FgColor.Tint = "", theme(5), tint
		}
		if p := fills[i].PatternFill; p != nil && p.FgColor != nil && p.FgColor.RGB == "FFFF0000" {
			p.FgColor.RGB, p.FgColor.Indexed = "", index
		}
	}
	var buf bytes.Buffer
	if err := f.Write(&buf); err != nil {
		t.Fatal(err)
	}
	book, err := Sheets(context.Background(), model.File{Data: buf.Bytes()}, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	table := &book.Tables[0]
	for _, want := range []struct {
		row, col int
		colour   grid.Colour
	}{
		{0, 0, 0x00B050}, {0, 1, 0xF8CBAD}, {0, 2, none}, {0, 3, none}, {0, 4, none}, {1, 0, none},
		{2, 0, 0x00FF00}, {2, 1, 0x00FF00}, {3, 1, 0x00FF00}, {4, 1, 0x00B050}, {4, 2, none}, {9, 9, none},
	} {
		got, ok := table.Fill(want.row, want.col)
		if !ok {
			got = none
		}
		if got != want.colour {
			t.Errorf("row %d, column %d: %06X, want %06X", want.row, want.col, got, want.colour)
		}
	}
	if len(table.Rows) > 5 || table.Cell(0, 0).Text != "" {
		t.Errorf("%d rows", len(table.Rows))
	}
}

// TestTint keeps hue and saturation (ECMA-376 part 1, 18.8.19): shades of the
// Office theme, to the rounding of a program that counts hue and lightness in 240 steps.
func TestTint(t *testing.T) {
	for _, tt := range []struct {
		from grid.Colour
		tint float64
		to   grid.Colour
	}{
		{0x4472C4, 0, 0x4472C4}, {0x4472C4, 0.7999, 0xD9E1F2}, {0x4472C4, -0.4999, 0x203764},
		{0x70AD47, 0.5999, 0xC6E0B4}, {0xFFFFFF, -0.1499, 0xD9D9D9}, {0x000000, 0.4999, 0x7F7F7F}, {0xFFC000, 1, 0xFFFFFF},
	} {
		got := tinted(tt.from, tt.tint)
		r, g, b := got.RGB()
		x, y, z := tt.to.RGB()
		if abs(r-x) > 2 || abs(g-y) > 2 || abs(b-z) > 2 {
			t.Errorf("%06X by %.2f is %06X, want %06X", tt.from, tt.tint, got, tt.to)
		}
	}
}

func abs(n int) int { return max(n, -n) }
