package files

import "errors"

// Fault gives the code of what the disk refused ("full", "locked", "long",
// "readonly", "not-folder"), "" for another error.
func Fault(err error) string {
	for _, f := range faults {
		if errors.Is(err, f.err) {
			return f.code
		}
	}
	return ""
}

type fault struct {
	err  error
	code string
}
