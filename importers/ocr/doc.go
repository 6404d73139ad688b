// Package ocr knows printed phrases again in text that an engine without
// Swedish recognized: å, ä and ö come out as other letters ("4rendet",
// "E-niimndens", "fér", "dvergripande"), and single letters are lost or wrong.
//
// Start with [New], which takes the phrases to be known, and [Matcher.Line].
// The text itself is never mended; the package only says which phrase it is.
// It is pure and knows no phrase of its own.
package ocr
