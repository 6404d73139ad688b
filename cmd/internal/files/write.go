package files

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// The reasons for which [Writer.Write] refuses a target.
var (
	ErrInput   = errors.New("the target is an input")
	ErrForeign = errors.New("the target exists and was not written by riskbok")
	ErrChanged = errors.New("the target was changed after riskbok wrote it")
	ErrTwice   = errors.New("two outputs have the same name")
	ErrTaken   = fmt.Errorf("the target is there: %w", os.ErrExist)
	ErrLink    = errors.New("a link leads out of the folder")
	ErrFolder  = fmt.Errorf("the target is a folder: %w", ErrForeign)
)

// Writer writes outputs below one folder. It replaces only what riskbok wrote
// itself and nobody has changed since, and never a file that is among the
// inputs, by whatever name. It may be used by several goroutines.
type Writer struct {
	dir, real string
	force     bool
	inputs    []os.FileInfo

	mu   sync.Mutex // of what follows
	own  *marker
	done map[string]bool // slash path in lower case, written in this run

	swept sync.Map // folders that have been looked through
}

// NewWriter makes the folder and gives a writer for it. It fails where dir is
// a file or cannot be made, and with [ErrLink] where its marker is a link. With
// force outputs are replaced that somebody has changed; inputs and files that
// riskbok did not write never are.
func NewWriter(dir string, inputs []Input, force bool) (*Writer, error) {
	if err := makeFolders(dir); err != nil {
		return nil, err
	}
	w := &Writer{dir: dir, real: resolve(dir), force: force, done: map[string]bool{}}
	for _, in := range inputs {
		if info, err := os.Stat(in.Name); err == nil {
			w.inputs = append(w.inputs, info)
		}
	}
	var err error
	if w.own, err = readMarker(dir); err != nil {
		return nil, err
	}
	w.sweep()
	return w, w.own.shorten(dir)
}

// Dir gives the folder that outputs are written below.
func (w *Writer) Dir() string { return w.dir }

// Write writes one output and gives the path it got. Name is relative, with
// forward slashes; parts that a Windows disk would refuse are changed as
// [SafeName] does. The output appears whole or not at all: it is written
// under another name in the same folder and then renamed.
func (w *Writer) Write(name string, data []byte) (string, error) {
	name, target, err := w.target(name)
	if err != nil {
		return target, err
	}
	if err := w.permit(name, target); err != nil {
		return target, err
	}
	return target, w.replace(markOutput, name, target, data)
}

// Holds reports whether an output stands as it would be written again.
func (w *Writer) Holds(name string, data []byte) bool {
	hash, err := hashOfFile(filepath.Join(w.dir, filepath.FromSlash(safePath(name))))
	return err == nil && hash == Hash(data)
}

// Remove removes an output that riskbok wrote and nobody has changed since, and
// reports whether there is none any more.
func (w *Writer) Remove(name string) (bool, error) {
	name, target, err := w.target(name)
	if err != nil {
		return false, err
	}
	if _, err := os.Lstat(target); errors.Is(err, os.ErrNotExist) {
		return true, nil
	}
	switch err := w.permit(name, target); {
	case errors.Is(err, ErrTwice): // it has become another output of this run
		return true, nil
	case err != nil:
		return false, nil
	}
	err = os.Remove(target)
	return err == nil, err
}

// replace lists an output and puts it into its place.
func (w *Writer) replace(mark, name, target string, data []byte) error {
	temp, err := writeTemp(target, data)
	if err != nil {
		return naming(target, err)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.done[strings.ToLower(name)] {
		_ = disk.remove(temp)
		return ErrTwice
	}
	if hash := Hash(data); !w.own.of(name).last(mark, hash) {
		if err := w.own.append(w.dir, mark, hash, name); err != nil {
			_ = disk.remove(temp)
			return naming(target, err)
		}
		w.own.add(mark, hash, name)
	}
	if err := disk.rename(temp, target); err != nil {
		_ = disk.remove(temp)
		return naming(target, err)
	}
	w.done[strings.ToLower(name)] = true
	return nil
}

// target makes the folder of an output and gives its name and path. It fails
// with [ErrLink] where a link below the output folder leads elsewhere.
func (w *Writer) target(name string) (safe, target string, err error) {
	if safe, target, err = w.place(name); err != nil {
		return safe, target, err
	}
	dir := filepath.Dir(target)
	if err := makeFolders(dir); err != nil {
		return safe, target, err
	}
	w.sweepOnce(dir)
	return safe, target, nil
}

// within checks that what there is of a folder lies below the output folder.
func (w *Writer) within(dir string) error {
	for ; dir != w.dir && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		real, err := filepath.EvalSymlinks(dir)
		if errors.Is(err, os.ErrNotExist) {
			if _, err := os.Lstat(dir); err == nil {
				return ErrLink // to a place that does not exist yet
			}
			continue
		}
		if err != nil {
			return err
		}
		if real, err = filepath.Abs(real); err != nil {
			return err
		}
		if rel, err := filepath.Rel(w.real, real); err != nil || !filepath.IsLocal(rel) {
			return ErrLink
		}
		return nil
	}
	return nil
}

// Create writes a file for people to go on with: a walk reads it, and no later
// run replaces it. Where there is a file of its name the error is
// [ErrTaken]; with force one that riskbok wrote is replaced, another gives
// [ErrForeign].
func (w *Writer) Create(name string, data []byte) (string, error) {
	name, target, err := w.target(name)
	if err != nil {
		return target, err
	}
	// The name is taken before it is filled, so that of two runs only one gets it.
	f, err := disk.open(target, os.O_WRONLY|os.O_CREATE|os.O_EXCL)
	switch {
	case err == nil:
		f.Close()
		if err := w.replace(markCreated, name, target, data); err != nil {
			_ = disk.remove(target)
			return target, err
		}
		return target, nil
	case !errors.Is(err, os.ErrExist):
		return target, refused(err)
	}
	if err := w.permitCreated(name, target); err != nil {
		return target, err
	}
	return target, w.replace(markCreated, name, target, data)
}

// permitCreated refuses targets that [Writer.Create] must not replace, of what is there.
func (w *Writer) permitCreated(name, target string) error {
	if info, err := os.Lstat(target); !w.force && (err != nil || !info.IsDir()) {
		return ErrTaken
	}
	return w.permit(name, target)
}

// permit refuses targets that must not be replaced.
func (w *Writer) permit(name, target string) error {
	w.mu.Lock()
	done, known := w.done[strings.ToLower(name)], w.own.of(name)
	w.mu.Unlock()
	if done {
		return ErrTwice
	}
	link, err := os.Lstat(target)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if info, err := os.Stat(target); err == nil {
		for _, in := range w.inputs {
			if os.SameFile(in, info) {
				return ErrInput
			}
		}
	}
	switch {
	case link.IsDir():
		return ErrFolder
	case known == nil || !link.Mode().IsRegular():
		return ErrForeign
	case w.force:
		return nil
	case known.mark == markCreated:
		return ErrChanged
	}
	hash, err := hashOfFile(target)
	if err == nil && !slices.Contains(known.hashes, hash) {
		return ErrChanged
	}
	return err
}

// writeTemp writes data beside its target under a name of its own, with the
// permissions that the user's new files get.
func writeTemp(target string, data []byte) (string, error) {
	for i := range 1000 {
		temp := filepath.Join(filepath.Dir(target), tempName(i))
		f, err := disk.open(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL)
		if errors.Is(err, os.ErrExist) {
			continue
		}
		if err != nil {
			return "", refused(err)
		}
		if err := fill(f, data, true); err != nil {
			_ = disk.remove(temp)
			return "", err
		}
		return temp, nil
	}
	return "", fmt.Errorf("%s: no free temporary name", filepath.Dir(target))
}
