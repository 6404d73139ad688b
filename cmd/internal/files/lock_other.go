//go:build !windows

package files

import (
	"errors"
	"os"
	"syscall"
)

// lock locks the folder itself, so that no file has to be made and removed.
func lock(dir string) (free func(), err error) {
	f, err := os.Open(dir)
	if err != nil {
		return func() {}, nil // what may not be read may still be written to
	}
	if errors.Is(syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB), syscall.EWOULDBLOCK) {
		f.Close()
		return nil, &os.PathError{Op: "lock", Path: dir, Err: ErrBusy}
	}
	return func() { f.Close() }, nil
}
