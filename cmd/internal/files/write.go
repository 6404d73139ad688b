package files

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// The reasons for which [Writer.Write] refuses a target.
var (
	ErrInput   = errors.New("the target is an input")
	ErrForeign = errors.New("the target exists and was not written by riskbok")
	ErrTwice   = errors.New("two outputs have the same name")
)

// Writer writes outputs below one folder. It replaces only what riskbok wrote
// itself, and never a file that is among the inputs, by whatever name.
type Writer struct {
	dir    string
	inputs []os.FileInfo
	own    map[string]bool // slash path in lower case → listed in the marker
	done   map[string]bool // the same, written in this run
}

// NewWriter makes the folder and gives a writer for it. It fails where dir is
// a file or cannot be made.
func NewWriter(dir string, inputs []Input) (*Writer, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	w := &Writer{dir: dir, own: map[string]bool{}, done: map[string]bool{}}
	for _, in := range inputs {
		if info, err := os.Stat(in.Name); err == nil {
			w.inputs = append(w.inputs, info)
		}
	}
	for _, name := range readMarker(dir) {
		w.own[strings.ToLower(name)] = true
	}
	return w, nil
}

// Write writes one output and gives the path it got. Name is relative, with
// forward slashes; parts that a Windows disk would refuse are changed as
// [SafeName] does. The output appears whole or not at all: it is written
// under another name in the same folder and then renamed.
func (w *Writer) Write(name string, data []byte) (string, error) {
	name = safePath(name)
	target := filepath.Join(w.dir, filepath.FromSlash(name))
	if err := w.permit(name, target); err != nil {
		return target, err
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
		return target, err
	}
	temp, err := writeTemp(target, data)
	if err != nil {
		return target, err
	}
	if key := strings.ToLower(name); !w.own[key] {
		if err := appendMarker(w.dir, name); err != nil {
			os.Remove(temp)
			return target, err
		}
		w.own[key] = true
	}
	if err := os.Rename(temp, target); err != nil {
		os.Remove(temp)
		return target, err
	}
	w.done[strings.ToLower(name)] = true
	return target, nil
}

// Create writes a file for people to go on with: where there is none of its
// name, and without listing it in the marker, so that a walk reads it and a
// later run does not replace it.
func (w *Writer) Create(name string, data []byte) (string, error) {
	target := filepath.Join(w.dir, filepath.FromSlash(safePath(name)))
	if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
		return target, err
	}
	// The name is taken before it is filled, so that of two runs only one gets it.
	f, err := os.OpenFile(target, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return target, err
	}
	f.Close()
	temp, err := writeTemp(target, data)
	if err == nil {
		err = os.Rename(temp, target)
	}
	if err != nil {
		os.Remove(temp)
		os.Remove(target)
	}
	return target, err
}

// permit refuses targets that must not be replaced.
func (w *Writer) permit(name, target string) error {
	if w.done[strings.ToLower(name)] {
		return ErrTwice
	}
	info, err := os.Stat(target)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, in := range w.inputs {
		if os.SameFile(in, info) {
			return ErrInput
		}
	}
	if !w.own[strings.ToLower(name)] {
		return ErrForeign
	}
	return nil
}

// writeTemp writes data beside its target under a name of its own, with the
// permissions that the user's new files get.
func writeTemp(target string, data []byte) (string, error) {
	for i := range 1000 {
		temp := filepath.Join(filepath.Dir(target), ".riskbok-"+strconv.Itoa(os.Getpid())+"-"+strconv.Itoa(i)+".tmp")
		f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, os.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = f.Write(data)
		if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
			os.Remove(temp)
			return "", err
		}
		return temp, nil
	}
	return "", fmt.Errorf("%s: no free temporary name", filepath.Dir(target))
}
