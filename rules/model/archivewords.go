package model

// ArchiveWords are the words by which the names of files and folders tell which of
// several versions of one document holds: data, so that no code branches on a
// language. Final is what has been decided, Draft what has not been yet, Behind
// what another has taken the place of or a copy. Version stands before a number,
// Revision alone or before one.
type ArchiveWords struct {
	Final, Draft, Behind, Version, Revision []string
}
