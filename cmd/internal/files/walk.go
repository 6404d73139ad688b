package files

import (
	"io/fs"
	"os"
	"path/filepath"
)

// walk adds every file below a folder, in the order of their names. Links to
// folders are followed, each folder is entered once.
func (x *expander) walk(root string) {
	w := walker{x: x, root: root, entered: map[string]bool{}, own: map[string]bool{}}
	w.dir(root, true)
}

type walker struct {
	x       *expander
	root    string
	entered map[string]bool // resolved folders
	own     map[string]bool // paths that a marker lists
}

func (w *walker) dir(dir string, named bool) {
	real := resolve(dir)
	if w.entered[real] {
		return
	}
	w.entered[real] = true
	entries, err := os.ReadDir(dir)
	if err != nil {
		p := Problem{Name: dir, Code: Code(err), Named: named}
		if rel, err := filepath.Rel(w.root, dir); err == nil && rel != "." {
			p.Folder = slash(rel)
		}
		if p.Code == "no-access" {
			p.Code = "folder-no-access"
		}
		w.x.set.Problems = append(w.x.set.Problems, p)
		return
	}
	m, _ := readMarker(dir) // one that cannot be read lists nothing
	for _, l := range m.listed {
		if l.mark == markOutput {
			w.own[filepath.Join(dir, filepath.FromSlash(l.name))] = true
		}
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		switch {
		case isLock(e.Name()):
			w.x.set.Locks = append(w.x.set.Locks, path)
			continue
		case isHidden(e.Name()):
			continue
		}
		w.entry(path, real, e)
	}
}

func (w *walker) entry(path, realDir string, e os.DirEntry) {
	mode, key := e.Type(), filepath.Join(realDir, e.Name())
	if mode&os.ModeSymlink != 0 || mode&os.ModeIrregular != 0 {
		info, err := os.Stat(path)
		if err != nil {
			w.x.set.Problems = append(w.x.set.Problems, Problem{Name: path, Code: Code(err)})
			return
		}
		mode, key = info.Mode().Type(), resolve(path)
		e = fs.FileInfoToDirEntry(info)
	}
	switch {
	case mode.IsDir():
		w.dir(path, false)
	case readable(mode):
		rel, err := filepath.Rel(w.root, path)
		if err != nil {
			rel = filepath.Base(path)
		}
		if i, known := w.x.seen[key]; known && !samePath(path, w.x.set.Inputs[i].Name) {
			w.x.set.Same = append(w.x.set.Same, Same{slash(rel), w.x.set.Inputs[i].Name})
		}
		in := Input{Name: path, Rel: slash(rel)}
		if info, err := e.Info(); err == nil {
			in.Size, in.Saved = info.Size(), info.ModTime()
		}
		w.x.add(in, key, w.own[filepath.Clean(path)])
	default:
		w.x.set.Problems = append(w.x.set.Problems, Problem{Name: path, Code: notFile})
	}
}

// samePath reports whether two paths are the same without a link being followed.
func samePath(a, b string) bool {
	x, err := filepath.Abs(a)
	y, err2 := filepath.Abs(b)
	return err == nil && err2 == nil && x == y
}

// notFile is the code of a device, a pipe or a socket: to open it may do something,
// and to read it may never end.
const notFile = "not-file"

// readable reports whether there is a file behind a name. Windows has files that it
// calls irregular, such as those of a cloud service.
func readable(mode os.FileMode) bool { return mode.Type()&^os.ModeIrregular == 0 }
