package files

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// besideNames is how many names [Beside] tries; who has kept as many changed
// reports of one file gets the next in the temporary folder.
const besideNames = 99

// Beside writes a file into a folder under the first of the names "NAME.EXT", "NAME
// (2).EXT" … that is free or holds an own file, which it replaces, and gives its path.
// Own tells by the content whether a file is riskbok's and unchanged since; any other
// is left as it is. The error is the file system's.
func Beside(dir, name string, data []byte, own func(content []byte) bool) (string, error) {
	name = SafeName(name)
	ext := filepath.Ext(name)
	for i := range besideNames {
		path := filepath.Join(dir, name)
		if i > 0 {
			path = filepath.Join(dir, strings.TrimSuffix(name, ext)+" ("+strconv.Itoa(i+1)+")"+ext)
		}
		free, err := replaceable(path, own)
		if err != nil {
			return path, err
		}
		if free {
			return path, Replace(path, data)
		}
	}
	return filepath.Join(dir, name), ErrTaken
}

// besideLimit is the size in bytes over which a file is nobody's report.
const besideLimit = 256 << 20

// replaceable reports whether there is no file, or an own one. A link, or a file
// that cannot be read, is somebody's.
func replaceable(path string, own func(content []byte) bool) (bool, error) {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return true, nil
	case err != nil:
		return false, err
	case !info.Mode().IsRegular() || info.Size() > besideLimit:
		return false, nil
	}
	content, err := os.ReadFile(path)
	return err == nil && own(content), nil
}

// Temporary writes a file into a new folder of its own among the user's temporary
// files, which nobody else may look into, and gives its path. The error is the file
// system's.
func Temporary(name string, data []byte) (string, error) {
	dir, err := os.MkdirTemp("", "riskbok-")
	if err != nil {
		return filepath.Join(os.TempDir(), SafeName(name)), err
	}
	path := filepath.Join(dir, SafeName(name))
	return path, os.WriteFile(path, data, 0o600)
}
