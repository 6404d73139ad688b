// Package workbook holds what the exporters that write new workbooks share.
// Begin with [Tabs] and [NewSheet]; [Sheet.Stream] writes what was gathered.
package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/xuri/excelize/v2"
)

// ordered is a zip that is written in the order of its parts' names, the list
// of content types first as readers expect. excelize writes streamed sheets in
// the order of a map, another one every time.
type ordered struct {
	to    io.Writer
	parts map[string]*bytes.Buffer
}

// NewOrdered is excelize's hook for its zip writer: equal workbooks get equal
// bytes.
func NewOrdered(w io.Writer) excelize.ZipWriter {
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
	z.RegisterCompressor(zip.Deflate, compressed)
	for _, name := range names {
		w, err := z.Create(name)
		if err != nil {
			return err
		}
		data := o.parts[name].Bytes()
		switch {
		case name == contentTypes:
			data = sortDefaults(data)
		case name == coreProperties:
			data = prefixed(data)
		case strings.HasPrefix(name, "xl/worksheets/"):
			data = emptyTexts(columnsOrdered(related(data)))
		case strings.HasPrefix(name, "xl/charts/chart"):
			data = seriesOrdered(data)
		}
		if _, err := w.Write(data); err != nil {
			return err
		}
	}
	return z.Close()
}

// contentTypes is the part that lists the kinds of all others.
const contentTypes = "[Content_Types].xml"

var defaults = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`<Default [^>]*?(?:/>|></Default>)`) })

// sortDefaults puts the kinds that go by a name's ending in order: for the
// sake of a chart excelize lists those of pictures in the order of a map. The
// elements do not depend on their order (ECMA-376, part 2, 7.2.3).
func sortDefaults(data []byte) []byte {
	var all []string
	for _, m := range defaults().FindAll(data, -1) {
		all = append(all, string(m))
	}
	slices.Sort(all)
	n := -1
	return defaults().ReplaceAllFunc(data, func([]byte) []byte {
		n++
		return []byte(all[n])
	})
}

// coreProperties is the part with title, author and dates.
const coreProperties = "docProps/core.xml"

var unprefixed = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`<(/?)([A-Za-z]+)([\s/>])`) })

// prefixed gives the elements of the core properties the prefix that Excel
// writes, where excelize makes their namespace the default one: exceljs knows
// them by the prefix and refuses the workbook else (measured with 4.4.0).
func prefixed(data []byte) []byte {
	data = unprefixed().ReplaceAll(data, []byte("<${1}cp:$2$3"))
	return bytes.Replace(data, []byte(` xmlns="`), []byte(` xmlns:cp="`), 1)
}

// longRelation and shortRelation refer to another part, as excelize does in a
// streamed sheet and as Excel does.
const (
	relationSpace = `="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	longRelation  = ` xmlns:relationships` + relationSpace + ` relationships:`
	shortRelation = ` r:`
)

// related shortens the references of a sheet to its drawings, notes and tables
// where the sheet declares the usual prefix: exceljs knows no other and fails
// on a sheet with a chart else (measured with 4.4.0).
func related(data []byte) []byte {
	if root, _, _ := bytes.Cut(data, []byte("<sheetData")); !bytes.Contains(root, []byte(" xmlns:r"+relationSpace)) {
		return data
	}
	return bytes.ReplaceAll(data, []byte(longRelation), []byte(shortRelation))
}

func rank(name string) int {
	switch name {
	case contentTypes:
		return 0
	case "_rels/.rels":
		return 1
	}
	return 2
}
