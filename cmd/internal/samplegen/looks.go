package samplegen

import (
	"strconv"

	"github.com/xuri/excelize/v2"
)

func itoa(n int) string { return strconv.Itoa(n) }

// looks are the cell styles by name: titles, lines above a table, bands and
// headings in three colours, and the table's own cells.
func looks() map[string]*excelize.Style {
	thin := []excelize.Border{{Type: "left", Color: "8EA9C1", Style: 1}, {Type: "right", Color: "8EA9C1", Style: 1},
		{Type: "top", Color: "8EA9C1", Style: 1}, {Type: "bottom", Color: "8EA9C1", Style: 1}}
	font := func(family string, size float64, bold bool, color string) *excelize.Font {
		return &excelize.Font{Family: family, Size: size, Bold: bold, Color: color}
	}
	fill := func(color string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
	}
	at := func(horizontal string) *excelize.Alignment {
		return &excelize.Alignment{Horizontal: horizontal, Vertical: "top", WrapText: true}
	}
	head := func(color string) *excelize.Style {
		return &excelize.Style{Font: font("Calibri", 10, true, "1F3864"), Fill: fill(color), Border: thin,
			Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}}
	}
	band := func(color string) *excelize.Style {
		return &excelize.Style{Font: font("Calibri", 10, true, "FFFFFF"), Fill: fill(color), Border: thin,
			Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}}
	}
	return map[string]*excelize.Style{
		"title":   {Font: font("Cambria", 16, true, "1F3864")},
		"line":    {Font: font("Calibri", 11, false, "000000")},
		"section": {Font: font("Calibri", 11, true, "1F3864")},
		"date":    {Font: font("Calibri", 11, false, "000000"), NumFmt: 14, Alignment: &excelize.Alignment{Horizontal: "left"}},
		"band1":   band("1F4E79"),
		"band2":   band("2E75B6"),
		"band3":   band("548235"),
		"band4":   band("7F6000"),
		"head":    head("DDEBF7"),
		"head3":   head("E2EFDA"),
		"head4":   head("FFF2CC"),
		"text":    {Font: font("Calibri", 10, false, "000000"), Border: thin, Alignment: at("left")},
		"number":  {Font: font("Calibri", 10, false, "000000"), Border: thin, Alignment: at("center")},
		"strong":  {Font: font("Calibri", 10, true, "000000"), Border: thin, Alignment: at("center")},
		"money":   {Font: font("Calibri", 10, false, "000000"), Border: thin, NumFmt: 3, Alignment: at("right")},
		"note":    {Font: &excelize.Font{Family: "Calibri", Size: 9, Italic: true, Color: "595959"}},
	}
}
