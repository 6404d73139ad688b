// Package regenerate writes the workbooks of a whole archive anew, and of them
// only those that something has changed of: control plan, budget and list of
// findings for each board's year, and one overview. Start with [Run].
//
// A first pass reads every document and keeps of it only its [archive.Head]; the
// plan made of these says what must be read together; a second pass reads that
// again, judges it as check does, writes it as convert does and lets it go. What
// was read and written stands in a manifest in the output folder, line by line as
// it is done, so that a run that is broken off is gone on with by the next.
package regenerate
