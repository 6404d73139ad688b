package correction

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"
	"time"
)

// partLimit bounds one unpacked part; importers refuse larger workbooks.
const partLimit = 512 << 20

// archive is a workbook's zip file and the changes made to it. Parts that were
// not changed are copied as they are stored, in their order.
type archive struct {
	files   []*zip.File
	index   map[string]int // folded name → place in files
	parts   map[string][]byte
	changed map[string]bool
	removed map[string]bool
	added   []string
}

// fold gives the form under which part names are compared: they know no case,
// and some writers use backslashes.
func fold(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

func openArchive(data []byte) (*archive, error) {
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("workbook: expected a zip file: %w", err)
	}
	a := &archive{files: zr.File, index: map[string]int{}, parts: map[string][]byte{},
		changed: map[string]bool{}, removed: map[string]bool{}}
	for i, f := range zr.File {
		if isFolder(f.Name) {
			continue
		}
		if _, twice := a.index[fold(f.Name)]; !twice {
			a.index[fold(f.Name)] = i
		}
	}
	return a, nil
}

// isFolder reports whether an entry of a zip file names a folder, which is no
// part of the package.
func isFolder(name string) bool { return strings.HasSuffix(fold(name), "/") }

func (a *archive) has(name string) bool {
	key := fold(name)
	_, stored := a.index[key]
	return (stored || a.changed[key]) && !a.removed[key]
}

// read gives a part's text as it now is, in UTF-8: a part in UTF-16, which
// every reader of XML must take as well, is decoded, and is written as UTF-8
// where it is changed.
func (a *archive) read(name string) ([]byte, error) {
	key := fold(name)
	if b, ok := a.parts[key]; ok {
		return b, nil
	}
	i, ok := a.index[key]
	if !ok || a.removed[key] {
		return nil, fmt.Errorf("%s: no such part", name)
	}
	r, err := a.files[i].Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, partLimit+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(b) > partLimit {
		return nil, fmt.Errorf("%s: larger than %d bytes", name, partLimit)
	}
	if ext := path.Ext(key); ext == ".xml" || ext == ".rels" {
		if b, err = inUTF8(b); err != nil {
			return nil, &PartError{Part: name, Code: "encoding", Err: err}
		}
	}
	a.parts[key] = b
	return b, nil
}

// set replaces a part, or adds it after all others.
func (a *archive) set(name string, data []byte) {
	key := fold(name)
	if _, stored := a.index[key]; !stored && !a.changed[key] {
		a.added = append(a.added, name)
	}
	a.parts[key], a.changed[key] = data, true
	delete(a.removed, key)
}

func (a *archive) remove(name string) { a.removed[fold(name)] = true }

// bytes writes the archive.
func (a *archive) bytes() ([]byte, error) {
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, f := range a.files {
		key := fold(f.Name)
		var err error
		switch {
		case a.removed[key]:
		case isFolder(f.Name):
			// Copied as it is it would be refused: an entry for a folder holds
			// nothing, also where it was packed as if it did.
			_, err = w.CreateHeader(&zip.FileHeader{Name: strings.ReplaceAll(f.Name, `\`, "/"), Modified: f.Modified})
		case a.changed[key]:
			err = writePart(w, f.Name, f.Modified, a.parts[key])
		default:
			err = w.Copy(f)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	for _, name := range a.added {
		if a.removed[fold(name)] {
			continue
		}
		// The first moment that a zip file can name, as Excel writes it: the
		// same input must give the same output.
		if err := writePart(w, name, time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC), a.parts[fold(name)]); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("workbook: %w", err)
	}
	return buf.Bytes(), nil
}

func writePart(w *zip.Writer, name string, modified time.Time, data []byte) error {
	p, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: modified})
	if err != nil {
		return err
	}
	_, err = p.Write(data)
	return err
}

// relation is one entry of a part's relations.
type relation struct{ id, kind, target string }

// relationsOf gives the path of the relations of a part.
func relationsOf(part string) string {
	dir, file := path.Split(part)
	return dir + "_rels/" + file + ".rels"
}

// relations lists a part's relations to other parts of the archive, targets as
// full names. A part without relations gives none.
func (a *archive) relations(part string) ([]relation, error) {
	name := relationsOf(part)
	if !a.has(name) {
		return nil, nil
	}
	data, err := a.read(name)
	if err != nil {
		return nil, err
	}
	var all []relation
	for t := range tags(data) {
		if t.name != "Relationship" || t.close {
			continue
		}
		if t.attr("TargetMode") == "External" {
			continue
		}
		kind := t.attr("Type")
		target := t.attr("Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(path.Dir(part), target)
		}
		all = append(all, relation{t.attr("Id"), kind[strings.LastIndexByte(kind, '/')+1:], strings.TrimPrefix(target, "/")})
	}
	return all, nil
}
