// Package pdf reads PDF files: from bytes to positioned words, lines of text
// and tables.
//
// [Scan] runs the stages, each of which is a package of its own and can be
// inspected on its own: objects (bytes to pages and streams), content
// (operators to glyphs and lines, with fonts), text (glyphs to words and
// lines), rulings (lines to edges) and tables (edges or the alignment of text
// to cells). Its tables pass to importers/plan as grid tables, as those of a
// workbook do.
package pdf
