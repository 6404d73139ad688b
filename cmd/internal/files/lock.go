package files

import "errors"

// ErrBusy says that another run writes into a folder.
var ErrBusy = errors.New("another run writes into the folder")

// Lock makes a folder, keeps other runs from writing into it until free is called or
// the program ends, and leaves nothing behind. It fails with [ErrBusy] where another
// run has it. Where the disk knows no locks, as some shares, there is none.
func Lock(dir string) (free func(), err error) {
	if err := makeFolders(dir); err != nil {
		return nil, err
	}
	return lock(dir)
}
