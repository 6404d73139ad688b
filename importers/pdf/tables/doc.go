// Package tables finds the tables of a page: from rulings where there are
// any, else from the alignment of the text.
//
// [Find] gives the tables of one page with their cells; [Join] joins tables
// that go on over a page break.
package tables
