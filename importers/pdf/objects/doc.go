// Package objects is the first stage of reading a PDF: from bytes to pages,
// dictionaries and streams that are safe to walk.
//
// [Open] first rewrites the file (see rebuild.go): it scans for objects
// instead of trusting the cross-reference table, unpacks object streams,
// removes encryption with an empty password and decodes rare filters. What
// comes out holds only what the PDF library reads safely; the library then
// parses objects and inflates streams. A damaged object costs that object.
package objects
