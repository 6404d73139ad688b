package files

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"sync"
	"syscall"
	"time"
)

// foreignAge is how old a temporary file of another machine's run must be before
// it is taken for left behind; a run that still writes it would have finished one
// file long since.
const foreignAge = 24 * time.Hour

// machine tells this machine's temporary files from those that another one writes
// into the same shared folder.
var machine = func() string {
	name, _ := os.Hostname() // without a name all machines are alike
	return Hash([]byte(name))[:8]
}()

// tempPattern finds the machine and the process in the name of a temporary file.
var tempPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\.riskbok-([0-9a-f]{8})-(\d+)-\d+\.tmp$`)
})

func tempName(i int) string {
	return ".riskbok-" + machine + "-" + strconv.Itoa(os.Getpid()) + "-" + strconv.Itoa(i) + ".tmp"
}

// sweep removes the temporary files that runs have left which were killed, from
// the folders of the outputs. What cannot be looked at or removed stays: it harms
// nobody.
func (w *Writer) sweep() {
	dirs := map[string]bool{w.dir: true}
	for _, l := range w.own.listed {
		dirs[filepath.Join(w.dir, filepath.FromSlash(path.Dir(l.name)))] = true
	}
	for dir := range dirs {
		if w.within(dir) == nil {
			w.sweepOnce(dir)
		}
	}
}

// sweepOnce sweeps a folder the first time that it is asked to: a run may have been
// killed before it listed the first file of a folder.
func (w *Writer) sweepOnce(dir string) {
	if _, done := w.swept.LoadOrStore(dir, true); !done {
		sweepFolder(dir)
	}
}

// sweepFolder removes what runs have left in one folder which were killed.
func sweepFolder(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if e.Type().IsRegular() && abandoned(e) {
			_ = os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}

func abandoned(e os.DirEntry) bool {
	part := tempPattern().FindStringSubmatch(e.Name())
	if part == nil {
		return false
	}
	if part[1] != machine {
		info, err := e.Info()
		return err == nil && time.Since(info.ModTime()) > foreignAge
	}
	pid, err := strconv.Atoi(part[2])
	return err == nil && pid != os.Getpid() && !alive(pid)
}

// alive reports whether a process of this machine is there. Windows finds only
// those that are; elsewhere a signal that is none is sent.
func alive(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer func() { _ = p.Release() }()
	if runtime.GOOS == "windows" {
		return true
	}
	err = p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, syscall.EPERM)
}
