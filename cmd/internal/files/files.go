// Package files is how the program meets the disk: it expands what the user
// named into inputs, reads them, and writes outputs that replace no input.
//
// Start with [Expand], [Read] and [NewWriter].
package files

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Stdin is the path that means standard input.
const Stdin = "-"

// Input is one file to read. Name is what the user is shown: the path as
// named, or for a file found in a folder that path with the rest joined. Rel
// is where its output goes below an output folder, with forward slashes. Named
// is false for files found by walking a folder. Content is what the file holds
// where it is in memory only, see [InMemory]; nil: it is on the disk. Size, in bytes, and
// Saved are as the disk had them when the file was found, zero where that is not known.
type Input struct {
	Name, Rel string
	Named     bool
	Content   []byte
	Size      int64
	Saved     time.Time
}

// Problem is a path that could not be read. Code is one of the catalogue's
// ("problem.CODE"). Folder is the path of a folder below the one that was walked, with
// forward slashes, "" for all else: nothing is known of what is in it.
type Problem struct {
	Name   string
	Code   string
	Named  bool
	Folder string
}

// Set is what a list of paths came to. Inputs stand in the order of the paths,
// and within a folder in the order of their names. Same are links to inputs. Own are riskbok's own
// outputs and Locks are Excel's lock files: both were passed over.
type Set struct {
	Inputs   []Input
	Same     []Same
	Problems []Problem
	Own      []string
	Locks    []string
}

// Same is a second way to a file that is among the inputs, as a link: Of is the Name
// of that input. It is not read again.
type Same struct{ Rel, Of string }

// Read gives the content of an input. A file larger than limit bytes gives
// [ErrTooLarge]. Files that another program has open are read: Go opens them
// for shared reading and writing on Windows too.
func Read(in Input, stdin io.Reader, limit int64) ([]byte, error) {
	if in.Content != nil {
		if int64(len(in.Content)) > limit {
			return nil, ErrTooLarge
		}
		return in.Content, nil
	}
	r := stdin
	size := int64(0)
	if in.Name != Stdin {
		f, info, err := openFile(in.Name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		size, r = info.Size(), f
	}
	if size > limit {
		return nil, ErrTooLarge
	}
	data := make([]byte, 0, size+512)
	for {
		n, err := r.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		switch {
		case int64(len(data)) > limit:
			return nil, ErrTooLarge
		case errors.Is(err, io.EOF):
			return data, nil
		case err != nil:
			return nil, err
		}
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
	}
}

// openFile opens what is a file at the moment that it is opened: a name that was one
// when it was found may have become a device or a pipe, which would be waited for.
func openFile(name string) (*os.File, os.FileInfo, error) {
	f, err := os.OpenFile(name, os.O_RDONLY|withoutWaiting, 0)
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	if err == nil && !readable(info.Mode()) {
		err = &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return f, info, nil
}

// ErrTooLarge says that a file is larger than what riskbok reads.
var ErrTooLarge = errors.New("file too large")

// Code gives the catalogue's code for an error from the file system.
func Code(err error) string {
	switch {
	case errors.Is(err, ErrTooLarge):
		return "too-large"
	case errors.Is(err, fs.ErrNotExist):
		return "not-found"
	}
	return "no-access"
}

// isLock reports whether a name is that of a file which Excel or LibreOffice
// keeps beside an open workbook.
func isLock(name string) bool {
	return strings.HasPrefix(name, "~$") || strings.HasPrefix(name, ".~lock.")
}

func isHidden(name string) bool { return strings.HasPrefix(name, ".") }

// slash gives a path with forward slashes, however it was typed.
func slash(path string) string { return filepath.ToSlash(path) }
