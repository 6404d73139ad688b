package correction

import newbook "riskbok/exporters/workbook"

// logFont is what the texts of the log are measured by: fonts of workbooks
// differ from Calibri less than their digits do, and it is by those that the
// widths of columns are counted.
var logFont = newbook.Font{Size: 11}

// textHeight estimates how high a row must be for a wrapped text, in points.
// Excel fits rows to their text when they have no height, LibreOffice does not
// when it only prints.
func textHeight(text string, width int) int {
	const lineHeight = 15
	return min(logFont.Lines(text, float64(width))*lineHeight, newbook.MaxHeight)
}
