// Package rich makes workbooks as organisations have them, for tests: a register
// of risks with known errors among pivot tables, slicers, threaded comments,
// macros, signatures and what else stands in a workbook that has been in use for
// years. Begin with [Make].
//
// The parts are written here, element by element, and not by a library, so that
// they hold what riskbok has no notion of. Each workbook knows which cells are
// wrong, what is right, and which stored results follow from them.
package rich
