package controlplan

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// ordered is a zip that is written in the order of its parts' names, the list
// of content types first as readers expect. excelize writes streamed sheets in
// the order of a map, another one every time.
type ordered struct {
	to    io.Writer
	parts map[string]*bytes.Buffer
}

// newOrdered is excelize's hook for its zip writer.
func newOrdered(w io.Writer) excelize.ZipWriter {
	return &ordered{to: w, parts: map[string]*bytes.Buffer{}}
}

func (o *ordered) Create(name string) (io.Writer, error) {
	o.parts[name] = &bytes.Buffer{}
	return o.parts[name], nil
}

func (o *ordered) AddFS(fs.FS) error { return errors.New("a folder cannot be added to a workbook") }

func (o *ordered) Close() error {
	names := make([]string, 0, len(o.parts))
	for name := range o.parts {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if first := rank(a) - rank(b); first != 0 {
			return first
		}
		return strings.Compare(a, b)
	})
	z := zip.NewWriter(o.to)
	for _, name := range names {
		w, err := z.Create(name)
		if err != nil {
			return err
		}
		if _, err := w.Write(o.parts[name].Bytes()); err != nil {
			return err
		}
	}
	return z.Close()
}

func rank(name string) int {
	switch name {
	case "[Content_Types].xml":
		return 0
	case "_rels/.rels":
		return 1
	}
	return 2
}
