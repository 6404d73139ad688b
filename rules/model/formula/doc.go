// Package formula knows as much of spreadsheet formulas as riskbok needs:
// where the references in a formula's text stand ([Parse]), what the text
// becomes in another cell ([Formula.Shift]), what it reads ([Formula.Reads])
// and whether two texts are one formula ([Same]). It does not evaluate: see
// package calc.
package formula
