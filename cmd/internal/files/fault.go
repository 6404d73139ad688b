package files

import "errors"

// Fault gives the code of what the disk refused ("full", "locked", "large", "long",
// "readonly", "not-folder", "loop"), "" for another error.
func Fault(err error) string {
	var folder *folderFault
	if errors.As(err, &folder) {
		return "readonly"
	}
	for _, f := range faults {
		if errors.Is(err, f.err) {
			return f.code
		}
	}
	return ""
}

// folderFault is that a folder takes no new file from this user.
type folderFault struct{ err error }

func (f *folderFault) Error() string { return "the folder may not be written to" }
func (f *folderFault) Unwrap() error { return f.err }

type fault struct {
	err  error
	code string
}
