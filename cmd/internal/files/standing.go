package files

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
)

// Standing is what stands where an output is to be written.
type Standing int

// What may stand there. An output of which the hash is not listed counts as changed.
const (
	Nothing Standing = iota
	Own              // an output as riskbok wrote it, be it an earlier one
	Changed          // an output that somebody has changed since
	Foreign          // something that riskbok did not write
)

// Folder tells what stands in an output folder, and changes nothing.
type Folder struct {
	dir string
	own *marker
}

// Look reads what a folder's marker lists; a folder that is not there has nothing. A
// marker that is a link gives [ErrLink].
func Look(dir string) (*Folder, error) {
	own, err := readMarker(dir)
	return &Folder{dir, own}, err
}

// Foreign gives the error with which [Writer.Write] refuses what stands under a name and
// riskbok did not write: [ErrFolder] or [ErrForeign].
func (f *Folder) Foreign(name string) error {
	if info, err := os.Lstat(filepath.Join(f.dir, filepath.FromSlash(safePath(name)))); err == nil && info.IsDir() {
		return ErrFolder
	}
	return ErrForeign
}

// Stands says what stands under a name, as [Writer.Write] would find it, and the hash of
// its content, "" where that is not known.
func (f *Folder) Stands(name string) (Standing, string) {
	name = safePath(name)
	path := filepath.Join(f.dir, filepath.FromSlash(name))
	info, err := os.Lstat(path)
	if errors.Is(err, os.ErrNotExist) {
		return Nothing, ""
	}
	known := f.own.of(name)
	if err != nil || !info.Mode().IsRegular() {
		return Foreign, ""
	}
	hash, err := hashOfFile(path)
	switch {
	case known == nil:
		return Foreign, hash
	case err != nil:
		return Own, "" // what can be told of it is told when it is written
	case known.mark == markCreated || !slices.Contains(known.hashes, hash):
		return Changed, hash
	}
	return Own, hash
}
