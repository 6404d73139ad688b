// Package formula knows as much of spreadsheet formulas as an importer needs:
// where the references in a formula's text stand ([Parse]), and what the text
// becomes in another cell ([Formula.Shift]). It does not evaluate.
package formula
