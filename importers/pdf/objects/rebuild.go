package objects

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// rebuilt is a file that the library reads safely, and what was learnt on the
// way.
type rebuilt struct {
	data    []byte
	pages   int  // number of page objects in the file, reached or not
	damaged bool // something in the file could not be read as it stands
	images  *images
	slots   []slot // of its objects, in order
}

// errNoPages says that nothing in the file leads to a page.
var errNoPages = errors.New("no page found")

// rebuild writes every object of a file into a new file: one plain definition
// for each, streams unencrypted and packed by Flate alone or not at all, a
// correct cross-reference stream. Fonts' programs and images are left empty.
// The trailer gets a list of all page objects in the key "RiskbokPages".
func rebuild(b []byte, lim Limits) (*rebuilt, error) {
	s := scan(b, lim)
	dec, err := s.decrypter()
	if err != nil {
		return nil, err
	}
	budget := lim.TotalBytes
	s.settleLengths()
	s.unpackAll(dec, lim, &budget)
	s.settleLengths() // numbers may stand in object streams
	s.endLoose()
	root := s.root()
	pages := s.pageObjects()
	if root == "" && len(pages) == 0 {
		return nil, errNoPages
	}
	w := writer{limit: lim.StreamBytes, budget: &budget, dec: dec}
	w.out = append(make([]byte, 0, min(len(b), mostReserved)), "%PDF-1.7\n"...)
	nums := make([]int, 0, len(s.objects))
	for n := range s.objects {
		nums = append(nums, n)
	}
	slices.Sort(nums)
	for _, n := range nums {
		w.object(s.objects[n])
	}
	w.finish(root, pages, s.objects)
	return &rebuilt{data: w.out, pages: len(pages), damaged: s.damaged, images: s.images(dec, lim), slots: w.slots}, nil
}

func (s *scanned) decrypter() (*decrypter, error) {
	raw := s.trailer.encrypt
	if raw == nil || string(raw) == "null" {
		return nil, nil
	}
	if num, ok := rawRef(raw); ok {
		o := s.objects[num]
		if o == nil {
			return nil, errCipher
		}
		raw = o.src[o.value.from:o.value.to]
		delete(s.objects, num)
	}
	var id []byte
	if ids := rawArray(s.trailer.id); len(ids) > 0 {
		id = rawString(ids[0])
	}
	return newDecrypter(raw, id)
}

func (s *scanned) unpackAll(dec *decrypter, lim Limits, budget *int64) {
	for _, o := range s.streams {
		if s.objects[o.num] != o || rawName(o.get("Type")) != "ObjStm" {
			continue
		}
		data := o.data
		if dec != nil {
			data = dec.stream(data, o.num, o.gen)
		}
		data, err := decode(bytes.Clone(data), filterSteps(o.src, o.shape.entries), min(lim.StreamBytes, *budget))
		*budget -= int64(len(data))
		s.damaged = s.damaged || err != nil
		delete(s.objects, o.num)
		s.unpackObjectStream(o, data, lim)
	}
}

// root gives the reference of the catalog: the trailer's, or where that leads
// nowhere the last object that says it is one.
func (s *scanned) root() string {
	if num, ok := rawRef(s.trailer.root); ok {
		if o := s.objects[num]; o != nil && o.get("Pages") != nil {
			return o.ref()
		}
	}
	s.damaged = true
	best := -1
	for n, o := range s.objects {
		if n > best && o.shape.dict && rawName(o.get("Type")) == "Catalog" && o.get("Pages") != nil {
			best = n
		}
	}
	if best < 0 {
		return ""
	}
	return s.objects[best].ref()
}

func (o *object) ref() string { return strconv.Itoa(o.num) + " " + strconv.Itoa(o.gen) + " R" }

func (s *scanned) pageObjects() []int {
	var out []int
	for n, o := range s.objects {
		if o.shape.dict && !o.stream && rawName(o.get("Type")) == "Page" {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return out
}

// damagedKey marks a stream that could not be taken over whole.
const damagedKey = "RiskbokDamaged"

// packedKey marks a stream packed by Flate alone. It stands in place of the
// filter, so that the library gives the data as it is and a reader of our own,
// which is used again, unpacks it.
const packedKey = "RiskbokPacked"

// mostReserved is how many bytes the new file gets room for at once.
const mostReserved = 1 << 20

// writer collects the new file.
type writer struct {
	out    []byte
	limit  int64
	budget *int64
	dec    *decrypter
	slots  []slot
}

// slot is where an object begins, and how many bytes of it are read to look it up.
// There may be a million of them.
type slot struct{ num, gen, offset, size uint32 }

func (w *writer) object(o *object) {
	s := slot{num: uint32(o.num), gen: uint32(o.gen), offset: uint32(len(w.out))}
	w.out = strconv.AppendInt(w.out, int64(o.num), 10)
	w.out = append(w.out, ' ')
	w.out = strconv.AppendInt(w.out, int64(o.gen), 10)
	w.out = append(w.out, " obj\n"...)
	if o.stream {
		s.size = uint32(w.stream(o)) - s.offset
	} else {
		w.out = append(w.out, o.src[o.value.from:o.value.to]...)
		s.size = uint32(len(w.out)) - s.offset
	}
	w.slots = append(w.slots, s)
	w.out = append(w.out, "\nendobj\n"...)
}

// textless reports whether a stream holds no text and no drawing: an image, a
// font program, a colour profile, metadata. A Type 1 program, which says its
// two lengths, is kept: it may be all that says what codes mean.
func textless(o *object) bool {
	if o.get("Length1") != nil && o.get("Length2") == nil || o.get("Alternate") != nil {
		return true
	}
	switch rawName(o.get("Subtype")) {
	case "Image", "Type1C", "CIDFontType0C", "OpenType", "XML":
		return true
	}
	return rawName(o.get("Type")) == "Metadata"
}

// stream writes a stream, and gives where its data begin.
func (w *writer) stream(o *object) (at int) {
	data := o.data
	steps := filterSteps(o.src, o.shape.entries)
	if w.dec != nil && !textless(o) && !exempt(o) {
		data = w.dec.stream(data, o.num, o.gen)
	}
	asIs := len(steps) == 0 || len(steps) == 1 && steps[0].name == "FlateDecode" && steps[0].parms == nil && zlibHeader(data)
	if textless(o) {
		data, asIs = nil, true
	}
	var err error
	if !asIs {
		data, err = decode(bytes.Clone(data), steps, min(w.limit, *w.budget))
		*w.budget -= int64(len(data))
	}
	w.out = append(w.out, "<<"...)
	if elsewhere := o.get("F") != nil; err != nil || o.cut || elsewhere { // another file is never read
		w.out = append(w.out, "/"+damagedKey+" true\n"...)
	}
	if asIs && len(steps) > 0 && len(data) > 0 {
		w.out = append(w.out, "/"+packedKey+" true\n"...)
	}
	for _, e := range o.shape.entries {
		switch e.key {
		case "Length", "Filter", "DecodeParms", "DP", "F", "FFilter":
			continue
		}
		w.out = append(w.out, '/')
		w.out = append(w.out, e.key...)
		w.out = append(w.out, ' ')
		w.out = append(w.out, o.src[e.value.from:e.value.to]...)
		w.out = append(w.out, '\n')
	}
	w.out = fmt.Appendf(w.out, "/Length %d>>\nstream\n", len(data))
	at = len(w.out)
	w.out = append(w.out, data...)
	w.out = append(w.out, "\nendstream"...)
	return at
}

// zlibHeader reports whether packed data begins as it must.
func zlibHeader(b []byte) bool {
	return len(b) > 2 && b[0]&15 == 8 && (int(b[0])<<8|int(b[1]))%31 == 0
}

// exempt reports whether a stream says that it is not encrypted.
func exempt(o *object) bool {
	for _, s := range filterSteps(o.src, o.shape.entries) {
		if s.name == "Crypt" {
			return true
		}
	}
	return false
}

// finish writes the cross-reference stream, which is the trailer too.
func (w *writer) finish(root string, pages []int, objects map[int]*object) {
	size := 1
	for _, s := range w.slots {
		size = max(size, int(s.num)+1)
	}
	at := len(w.out)
	// The stream itself has no entry, so that no reference of the file leads
	// to it.
	table := make([]byte, 7*size)
	for _, s := range w.slots {
		row := table[7*s.num:]
		row[0] = 1
		binary.BigEndian.PutUint32(row[1:], s.offset)
		binary.BigEndian.PutUint16(row[5:], uint16(s.gen))
	}
	if root == "" {
		root = "null"
	}
	w.out = fmt.Appendf(w.out, "%d 0 obj\n<</Type/XRef/Size %d/W[1 4 2]/Root %s/Length %d/RiskbokPages[", size, size, root, len(table))
	for _, n := range pages {
		w.out = append(w.out, objects[n].ref()...)
		w.out = append(w.out, ' ')
	}
	w.out = append(w.out, "]>>\nstream\n"...)
	w.out = append(w.out, table...)
	w.out = fmt.Appendf(w.out, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", at)
}
