package files

import (
	"errors"
	"os"
	"path/filepath"
)

// MayWrite gives the path that [Writer.Write] would write to, and the error with
// which it would refuse that now: to be asked before an output is made. Nothing
// is changed on the disk.
func (w *Writer) MayWrite(name string) (string, error) {
	name, target, err := w.place(name)
	if err == nil {
		err = w.permit(name, target)
	}
	return target, err
}

// MayCreate is MayWrite for [Writer.Create].
func (w *Writer) MayCreate(name string) (string, error) {
	name, target, err := w.place(name)
	if err != nil {
		return target, err
	}
	switch _, err := os.Lstat(target); {
	case errors.Is(err, os.ErrNotExist):
		return target, nil
	case err != nil:
		return target, err
	}
	return target, w.permitCreated(name, target)
}

// place gives the name and path of an output. It fails with [ErrLink] where a
// link below the output folder leads elsewhere.
func (w *Writer) place(name string) (safe, target string, err error) {
	safe = safePath(name)
	target = filepath.Join(w.dir, filepath.FromSlash(safe))
	return safe, target, w.within(filepath.Dir(target))
}
