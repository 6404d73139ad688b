// Package formula knows as much of spreadsheet formulas as riskbok needs:
// where the references in a formula's text stand ([Parse]), and what the text
// becomes in another cell ([Formula.Shift]). It does not evaluate.
package formula
