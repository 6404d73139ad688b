// Package text joins the glyphs of a page into words and the words into
// lines.
//
// [Read] does both. Within tables the finer [Word]s decide, since a printed
// line runs through all columns; [Line]s are for running text.
package text
