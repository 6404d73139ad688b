// Package correction writes corrected copies of workbooks: the safe fixes of
// a report, marked in their cells and listed on a sheet of their own, and
// nothing else changed.
//
// Start with [Correct], which gives every workbook of a report that has safe
// fixes; [Render], [Diff] and [Receipt] show its outcome as files, as text and
// as JSON. Nothing is written to a disk.
//
// A workbook is edited as bytes. The few elements that a correction needs (the
// cells, one style for each style that is marked, the added sheet and its
// names) are cut into the parts as they stand, and every other part is copied
// still compressed. Saving through a spreadsheet library, which writes each
// loaded part anew from its own structures, loses sorted filters, lists in
// alternative content and whatever else it has no field for; a copy that is
// corrected where it was wrong and the same everywhere else must not depend on
// that.
//
// Formulas are read by package formula and calculated by package calc, which
// gives a result only where it is certain. A formula is put in or kept only
// where its result is the one expected. What is proven to depend on a corrected
// cell is given its new result where calc also accounts for the stored one, and
// otherwise none, so that the program that opens the workbook calculates it. All
// other results stay as they are stored.
//
// Errors that remain are marked in another colour, with a note that says what
// must be decided.
package correction
