// Package content runs the drawing operators of a page: glyphs with their
// positions, lines and filled boxes, the places of images.
//
// [Run] interprets one page. [Lexer] is the tokenizer below it. Coordinates
// are those of package geom: display space, y growing downwards.
package content
