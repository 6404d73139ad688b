// Package fonts turns the bytes of a text operator into characters and their
// widths: encodings, ToUnicode maps, the metrics of the standard 14 fonts.
//
// [Load] reads a font dictionary, [Font.Next] takes one character code after
// the other from a string.
package fonts
