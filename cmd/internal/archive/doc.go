// Package archive plans what becomes of a folder with what many boards sent in
// over the years: which documents belong to which board's year, which of several
// versions leads, which boards are missing. It looks at what is known of
// documents, not at the documents, and touches no disk.
//
// Start with [HeadOf], which keeps of a document what the plan needs, and [New].
package archive
