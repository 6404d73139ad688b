// Package browser shows an address or a file in the program that the user has
// chosen for web pages. [Open] is all there is.
package browser

import (
	"errors"
	"os/exec"
	"time"
)

// patience is how long a helper that opens pages is watched: one that cannot
// ends within it, measured 40 ms for xdg-open; one that stays has become the
// browser itself.
const patience = 2 * time.Second

// start runs a helper and reports an error where it ends with one within
// patience. It does not wait for a browser to be closed.
func start(name string, args ...string) error {
	cmd := exec.Command(name, args...)
	if err := cmd.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		return err
	case <-time.After(patience):
		return nil
	}
}

// errNothing says that there was nothing to open.
var errNothing = errors.New("browser: expected an address or a file")

// Open shows an address ("http://…") or a file, and returns when the browser has
// been told. The error says that no browser could be.
func Open(target string) error {
	if target == "" || target[0] == '-' { // a flag for the helper
		return errNothing
	}
	return open(target)
}
