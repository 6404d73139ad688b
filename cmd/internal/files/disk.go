package files

import (
	"errors"
	"io"
	"os"
)

// written is a file that is being written.
type written interface {
	io.WriteCloser
	Sync() error
}

// disk is what writing asks of the system; tests make it fail.
var disk = struct {
	open           func(name string, flag int) (written, error)
	rename         func(from, to string) error
	remove         func(name string) error
	makeAllFolders func(dir string) error
}{
	open:           func(name string, flag int) (written, error) { return os.OpenFile(name, flag, 0o666) },
	rename:         os.Rename,
	remove:         os.Remove,
	makeAllFolders: func(dir string) error { return os.MkdirAll(dir, 0o777) },
}

// makeFolders makes a folder and those above it.
func makeFolders(dir string) error { return refused(disk.makeAllFolders(dir)) }

// refused tells of the folder where a new file or folder is not permitted: by what
// it is to stand in alone may it be refused.
func refused(err error) error {
	if errors.Is(err, os.ErrPermission) {
		return &folderFault{err}
	}
	return err
}

// fill writes data to a file and closes it. What went wrong first is what is told;
// a disk that takes less than it was given says so too.
func fill(f written, data []byte, sync bool) error {
	n, err := f.Write(data)
	if err == nil && n < len(data) {
		err = io.ErrShortWrite
	}
	if err == nil && sync {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// naming tells of the file that the user asked for in place of the temporary one
// that something happened to, so that its name stands in the message, once.
func naming(target string, err error) error {
	var path *os.PathError
	var link *os.LinkError
	var folder *folderFault
	switch {
	case errors.As(err, &folder):
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return &os.PathError{Op: "write", Path: target, Err: err}
}
