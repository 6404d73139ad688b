package opc

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

// Package is a workbook's zip file and the changes made to it. Parts that were
// not changed are copied as they are stored, in their order.
type Package struct {
	files   []*zip.File
	index   map[string]int // folded name → place in files
	parts   map[string][]byte
	changed map[string]bool
	removed map[string]bool
	added   []string
}

// Fold gives the form under which part names are compared: they know no case,
// and some writers use backslashes.
func Fold(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// Open opens a package that is in memory. It fails where the bytes are no zip file.
func Open(data []byte) (*Package, error) {
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("workbook: expected a zip file: %w", err)
	}
	a := &Package{files: zr.File, index: map[string]int{}, parts: map[string][]byte{},
		changed: map[string]bool{}, removed: map[string]bool{}}
	for i, f := range zr.File {
		if isFolder(f.Name) {
			continue
		}
		if _, twice := a.index[Fold(f.Name)]; !twice {
			a.index[Fold(f.Name)] = i
		}
	}
	return a, nil
}

// isFolder reports whether an entry of a zip file names a folder, which is no
// part of the package.
func isFolder(name string) bool { return strings.HasSuffix(Fold(name), "/") }

// Has reports whether there is such a part.
func (a *Package) Has(name string) bool {
	key := Fold(name)
	_, stored := a.index[key]
	return (stored || a.changed[key]) && !a.removed[key]
}

// Read gives a part's text as it now is, in UTF-8: a part in UTF-16, which every reader
// of XML must take as well, is decoded, and is written as UTF-8 where it is changed. It
// fails where there is no such part, where it cannot be unpacked or is too large, and
// with a [*PartError] where it is in another encoding.
func (a *Package) Read(name string) ([]byte, error) {
	key := Fold(name)
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

// Set replaces a part, or adds it after all others.
func (a *Package) Set(name string, data []byte) {
	key := Fold(name)
	if _, stored := a.index[key]; !stored && !a.changed[key] {
		a.added = append(a.added, name)
	}
	a.parts[key], a.changed[key] = data, true
	delete(a.removed, key)
}

// Splice replaces a part by what cuts make of its data, see [Splice]. The error names the
// part.
func (a *Package) Splice(name string, data []byte, cuts []Cut) error {
	data, err := Splice(data, cuts)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	a.Set(name, data)
	return nil
}

// Remove takes a part out; what refers to it is for the caller.
func (a *Package) Remove(name string) { a.removed[Fold(name)] = true }

// Bytes writes the package: unchanged parts as they are stored, added ones last. It
// fails where a part that is copied is damaged.
func (a *Package) Bytes() ([]byte, error) {
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, f := range a.files {
		key := Fold(f.Name)
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
		if a.removed[Fold(name)] {
			continue
		}
		// The first moment that a zip file can name, as Excel writes it: the
		// same input must give the same output.
		if err := writePart(w, name, time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC), a.parts[Fold(name)]); err != nil {
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
