package files

import "os"

// Replace writes a file that the user keeps and edits, such as a baseline: to
// a temporary name in its folder first, so that it is never half written.
func Replace(path string, data []byte) error {
	temp, err := writeTemp(path, data)
	if err != nil {
		return err
	}
	if err := os.Rename(temp, path); err != nil {
		_ = os.Remove(temp)
		return err
	}
	return nil
}
