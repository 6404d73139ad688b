// Package xmlscan reads the XML parts of an office document: a pull scanner
// over bytes in memory that is strict about well-formedness and allocates
// nothing for a tag.
//
// It is not encoding/xml because that decoder reads 20–30 MB/s, and because a
// part must be judged well-formed or not to its last byte: spreadsheet
// libraries read a damaged part silently as a shorter one. Accepted are XML
// 1.0 documents in UTF-8 or UTF-16 without a document type, which the Open
// Packaging Conventions (ECMA-376 part 2, 8.1.4) forbid.
//
// Start with [New] and call [Scanner.Next] until it gives [Done].
package xmlscan
