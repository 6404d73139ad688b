// Package planted makes risk workbooks whose faults are known, for tests.
//
// Start with [Clean], which invents a faultless control plan, and [Layout.Lay],
// which spreads it over the sheets of one municipality's habits. A [Planting]
// damages the [Draft] in one place and says which findings must follow, and
// [Make] gives the workbook's bytes and where everything stood.
// [Compare] holds what the program found against what was planted.
//
// A [Variation] lets the workbooks look otherwise, with the same errors: other
// headings, another order, levels in another way, rows and a matrix that mean
// nothing, damaged ranges. [Case.Judge] says which errors are found all the
// same, and of which the program says that it could not judge them.
//
// Everything follows from the seed of the random source: the same seed gives
// the same workbook, cell by cell. [Decoys] are workbooks without any risk.
package planted
