// Package excel reads workbooks (.xlsx, .xlsm and their templates) into grid
// tables: every cell of every sheet, exact, or an error or damage that says
// what is missing; with the texts over the cells in text boxes (drawing.go) and
// those of page headers (headerfooter.go).
//
// Start with [Sheets]. It reads the parts of the package itself, with bounds on
// what they may cost, rather than through a spreadsheet library: those read a
// damaged part silently as a shorter one, and crafted files of some hundred
// kilobytes make them take gigabytes. The library (excelize) is the yardstick of
// the tests. Formulas whose result is not stored are computed by package calc.
//
// Layout of a package: ECMA-376 parts 1 (18 SpreadsheetML) and 2.
package excel
