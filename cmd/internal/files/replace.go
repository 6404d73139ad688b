package files

import "path/filepath"

// Replace writes a file that the user keeps and edits, such as a baseline: to a
// temporary name in its folder first, so that it is never half written. On an error,
// the file system's, the old content stands.
func Replace(path string, data []byte) error {
	sweepFolder(filepath.Dir(path))
	temp, err := writeTemp(path, data)
	if err != nil {
		return naming(path, err)
	}
	if err := disk.rename(temp, path); err != nil {
		_ = disk.remove(temp)
		return naming(path, err)
	}
	return nil
}
