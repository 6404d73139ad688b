package objects

import (
	"bytes"
	"errors"
	"strconv"

	"github.com/ledongthuc/pdf"

	"riskbok/importers/source"
)

// Page is one page with what it inherits from the page tree.
type Page struct {
	Dict, Resources Value
	Box             [4]float64 // the visible part: CropBox within MediaBox, x0 < x1, y0 < y1
	Media           [4]float64 // the whole sheet: MediaBox
	NoMedia         bool       // no MediaBox, or one without an area: what is visible is a guess
	Rotate          int        // 0, 90, 180 or 270 degrees clockwise
	Layers          *Layers    // of the file
	Form            Value      // the file's AcroForm dictionary, null where it has no form fields

	images *images
}

// File is an opened file.
type File struct {
	Pages     []Page
	Damaged   bool     // part of the file could not be read as it stands
	Truncated bool     // the file has more pages than the limit
	Attached  []string // files within it that may hold tables and are not read
	Lost      bool     // the file says that it has more pages than were found
}

// Sniff reports whether the bytes are a PDF: the header stands within the
// first kilobyte, as the readers of PDFs allow.
func Sniff(data []byte) bool {
	return bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-"))
}

// Open reads the objects of a file. The error is a [*source.Error] with the
// code "pdf-encrypted" or "pdf-damaged" (Args reason).
func Open(data []byte, lim Limits) (*File, error) {
	r, err := rebuild(data, lim)
	switch {
	case errors.Is(err, errPassword), errors.Is(err, errCipher):
		return nil, &source.Error{Code: "pdf-encrypted"}
	case err != nil:
		return nil, damaged(err)
	}
	lib, err := pdf.NewReader(&meter{Reader: bytes.NewReader(r.data), slots: r.slots, spend: lim.Look}, int64(len(r.data)))
	if err != nil {
		return nil, damaged(err)
	}
	trailer := Value{lib.Trailer(), lim.StreamBytes}
	f := &File{Damaged: r.damaged}
	t := tree{limit: lim.Pages, seen: map[string]bool{}}
	catalog := trailer.Key("Root")
	pages := catalog.Key("Pages")
	t.broken = pages.Key("Kids").IsNull() && r.pages > 1
	t.walk(pages, Page{Box: [4]float64{0, 0, 612, 792}, NoMedia: true}, 0)
	// A page that the tree has lost is read all the same, but only where the
	// tree is visibly broken: a page that was deleted may still stand in the
	// file.
	if count := pages.Key("Count").Int(); t.broken || len(t.pages) == 0 || count > len(t.pages) && r.pages > len(t.pages) {
		f.Damaged = true
		t.orphans(trailer.Key("RiskbokPages"))
	}
	if len(t.pages) == 0 {
		return nil, damaged(errNoPages)
	}
	layers, form := loadLayers(catalog), catalog.Key("AcroForm")
	for i := range t.pages {
		t.pages[i].Layers, t.pages[i].Form, t.pages[i].images = layers, form, r.images
	}
	f.Pages, f.Truncated, f.Attached = t.pages, t.full, attached(catalog)
	f.Lost = !t.full && (t.broken || pages.Key("Count").Int() > len(t.pages))
	return f, nil
}

func damaged(err error) error {
	return &source.Error{Code: "pdf-damaged", Args: map[string]string{"reason": err.Error()}}
}

// tree walks the page tree once, whatever cycles it has.
type tree struct {
	pages  []Page
	limit  int
	seen   map[string]bool
	broken bool
	full   bool
}

func (t *tree) walk(node Value, inherited Page, depth int) {
	if !node.IsDict() || depth > maxKids {
		t.broken = true
		return
	}
	p := inherited.with(node)
	kids := node.Key("Kids")
	if kids.IsNull() {
		if kind := node.Key("Type").Name(); kind != "Page" && node.Key("Contents").IsNull() && node.Key("MediaBox").IsNull() {
			t.broken = true
			return
		}
		t.add(p)
		return
	}
	refs := kids.elementRefs()
	if len(refs) != kids.Len() {
		t.broken = true
		return
	}
	for i, ref := range refs {
		if t.seen[ref] || t.full {
			t.broken = t.broken || !t.full
			continue
		}
		t.seen[ref] = true
		t.walk(kids.Index(i), p, depth+1)
	}
}

func (t *tree) add(p Page) {
	if len(t.pages) >= t.limit {
		t.full = true
		return
	}
	t.pages = append(t.pages, p)
}

// orphans adds the page objects that the walk did not reach.
func (t *tree) orphans(list Value) {
	for i, ref := range list.elementRefs() {
		if t.seen[ref] || t.full {
			continue
		}
		t.seen[ref] = true
		p := Page{Box: [4]float64{0, 0, 612, 792}, NoMedia: true}
		node := list.Index(i)
		for up, depth := node.Key("Parent"), 0; up.IsDict() && depth < maxKids; up, depth = up.Key("Parent"), depth+1 {
			if p.Resources.IsNull() {
				p.Resources = up.Key("Resources")
			}
			if b, ok := box(up.Key("MediaBox")); ok {
				p.Box, p.NoMedia = b, false
			}
		}
		t.add(p.with(node))
	}
}

// with adds to what is inherited what the node itself says.
func (p Page) with(node Value) Page {
	p.Dict = node
	if r := node.Key("Resources"); r.IsDict() {
		p.Resources = r
	}
	if b, ok := box(node.Key("MediaBox")); ok {
		p.Box, p.Media, p.NoMedia = b, b, false
	} else if !node.Key("MediaBox").IsNull() {
		p.NoMedia = true
	}
	if b, ok := box(node.Key("CropBox")); ok {
		if b = intersect(b, p.Box); b[2] > b[0] && b[3] > b[1] {
			p.Box = b
		}
	}
	if r := node.Key("Rotate"); r.IsNumber() {
		p.Rotate = ((r.Int()/90*90)%360 + 360) % 360
	}
	return p
}

func box(v Value) ([4]float64, bool) {
	n, ok := v.Numbers(4)
	if !ok {
		return [4]float64{}, false
	}
	b := [4]float64{min(n[0], n[2]), min(n[1], n[3]), max(n[0], n[2]), max(n[1], n[3])}
	return b, b[2]-b[0] >= 1 && b[3]-b[1] >= 1 && b[2]-b[0] < 1e6 && b[3]-b[1] < 1e6
}

func intersect(a, b [4]float64) [4]float64 {
	return [4]float64{max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])}
}

// Content unpacks the page's content streams, divided by line breaks. What
// could be unpacked is given together with the first error.
func (p Page) Content(limit int64) ([]byte, error) {
	c := p.Dict.Key("Contents")
	if c.IsStream() {
		return c.Data()
	}
	if p.Dict.Lost("Contents") {
		return nil, errors.New("content stream: not in the file")
	}
	if c.IsNull() {
		return nil, nil
	}
	if !c.IsArray() {
		return nil, errors.New("page: contents are neither stream nor array")
	}
	var out []byte
	var failed error
	for i := range c.Len() {
		data, err := c.Index(i).Data()
		if err != nil && failed == nil {
			failed = errors.New("content stream " + strconv.Itoa(i+1) + ": " + err.Error())
		}
		if int64(len(out)+len(data)) > limit {
			return out, errTooLarge
		}
		out = append(append(out, data...), '\n')
	}
	return out, failed
}
