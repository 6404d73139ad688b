// Package opc edits the parts of an Office document as bytes (ECMA-376 part 2, Open
// Packaging Conventions). [Open] opens a package, [Package.Read] and [Package.Set] take
// and put parts, [Package.Bytes] writes it: what was not changed is copied as it is
// stored. [Tags] gives the tags of an XML part with where they stand, and [Splice] makes
// cuts there, so that all else stays as it was. It knows nothing of spreadsheets.
package opc
