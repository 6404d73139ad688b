package files

import (
	"errors"
	"os"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// lockName is a hidden file that only one program can have open; Windows removes it
// when it is closed, also where the program was ended.
const lockName = ".riskbok-lock"

func lock(dir string) (free func(), err error) {
	name, err := windows.UTF16PtrFromString(filepath.Join(dir, lockName))
	if err != nil {
		return nil, err
	}
	h, err := windows.CreateFile(name, windows.GENERIC_WRITE, 0, nil, windows.CREATE_ALWAYS, windows.FILE_ATTRIBUTE_HIDDEN|windows.FILE_FLAG_DELETE_ON_CLOSE, 0)
	switch {
	case errors.Is(err, windows.ERROR_SHARING_VIOLATION):
		return nil, &os.PathError{Op: "lock", Path: dir, Err: ErrBusy}
	case err != nil:
		return func() {}, nil
	}
	return func() { _ = windows.CloseHandle(h) }, nil
}
