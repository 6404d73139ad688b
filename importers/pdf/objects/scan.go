package objects

import "bytes"

// object is one object as it was found. For a stream, data is its packed
// bytes.
type object struct {
	num, gen int
	at       int // where in the file it stands; its container, if it is packed
	src      []byte
	shape    shape
	value    span
	stream   bool
	cut      bool // the end of the stream is lost
	loose    bool // data reaches to the word endstream: its length is still to be settled
	data     []byte
}

func (o *object) get(key string) []byte { return find(o.src, o.shape.entries, key) }

// scanned is what a scan over the whole file gives. A later definition of a
// number replaces an earlier one, as in a file that was saved incrementally, unless
// the table at the end of the file names the earlier one.
type scanned struct {
	objects map[int]*object
	streams []*object // in file order
	trailer trailer
	table   *table // read where a number is defined twice
	damaged bool

	work  int64 // bytes that may still be walked over
	noEnd bool  // no endstream is to come
}

// workFactor is how often the bytes of a file may be walked over. A sound
// file needs it once; a hostile one has objects that lie in each other.
const workFactor = 4

// skip is skipValue within the work that is left.
func (s *scanned) skip(b []byte, i int) (shape, bool) {
	if s.work <= 0 {
		s.damaged = true
		return shape{}, false
	}
	out, ok := skipValue(b, i)
	s.work -= int64(max(out.end-i, 0) + 16)
	return out, ok
}

// trailer holds the raw values of the last trailer that names a root.
type trailer struct{ root, encrypt, id []byte }

// scan finds every "N G obj" and every trailer without trusting the
// cross-reference table. It is linear in the size of the file.
func scan(b []byte, lim Limits) *scanned {
	s := &scanned{objects: map[int]*object{}, work: workFactor*int64(len(b)) + 1<<20}
	for pos := 0; pos < len(b); {
		i := bytes.Index(b[pos:], []byte("obj"))
		gap := b[pos:]
		if i >= 0 {
			gap = b[pos : pos+i]
		}
		s.trailers(gap)
		if i < 0 {
			return s
		}
		at := pos + i
		pos = at + 3
		num, gen, ok := objectHeader(b, at)
		if !ok || len(s.objects) >= lim.Objects {
			continue
		}
		if num < 0 || num >= maxNumber || gen > 65535 {
			s.damaged = true
			continue
		}
		o := &object{num: num, gen: gen, at: at, src: b}
		if o.shape, ok = s.skip(b, pos); !ok {
			s.damaged = true
			continue
		}
		o.value = span{skipSpace(b, pos), o.shape.end}
		pos = o.shape.end
		if o.shape.dict {
			pos = s.streamOf(o, b)
		}
		s.add(o)
	}
	return s
}

func (s *scanned) add(o *object) {
	if o.stream && rawName(o.get("Type")) == "XRef" {
		s.trailer.take(o.src, o.shape.entries)
		return
	}
	if old := s.objects[o.num]; old != nil {
		if s.table == nil {
			s.table = readTable(o.src)
		}
		if s.table.keeps(o.src, old, o) {
			return
		}
	}
	s.objects[o.num] = o
	if o.stream {
		s.streams = append(s.streams, o)
	}
}

// objectHeader reads "N G " backwards from the word obj.
func objectHeader(b []byte, at int) (num, gen int, ok bool) {
	i := at
	back := func() (int, bool) {
		end := i
		for i > 0 && isSpace(b[i-1]) {
			i--
		}
		if i == end && end != at {
			return 0, false
		}
		to := i
		for i > 0 && isDigit(b[i-1]) && to-i < 11 {
			i--
		}
		return rawInt(b[i:to])
	}
	if gen, ok = back(); !ok {
		return 0, 0, false
	}
	if num, ok = back(); !ok {
		return 0, 0, false
	}
	return num, gen, true
}

// streamOf takes the stream after a dictionary, if there is one, and gives
// the position behind it.
func (s *scanned) streamOf(o *object, b []byte) int {
	i := skipSpace(b, o.shape.end)
	if !bytes.HasPrefix(b[i:], []byte("stream")) {
		return o.shape.end
	}
	i += len("stream")
	for i < len(b) && b[i] == ' ' {
		i++
	}
	switch {
	case i+1 < len(b) && b[i] == '\r' && b[i+1] == '\n':
		i += 2
	case i < len(b) && (b[i] == '\n' || b[i] == '\r'):
		i++
	}
	o.stream = true
	if n, ok := rawInt(o.get("Length")); ok && n >= 0 && n <= len(b)-i {
		end := skipSpace(b, i+n)
		if bytes.HasPrefix(b[end:], []byte("endstream")) {
			o.data = b[i : i+n]
			return end + len("endstream")
		}
	}
	end := -1
	if !s.noEnd {
		end = bytes.Index(b[i:], []byte("endstream"))
		s.noEnd = end < 0
	}
	next := len("endstream")
	if end < 0 {
		s.damaged, o.cut = true, true
		next = 0
		if end = bytes.Index(b[i:], []byte("endobj")); end < 0 {
			end = len(b) - i
		}
	}
	o.data, o.loose = b[i:i+end:len(b)], true
	return i + end + next
}

// trailers reads the trailer dictionaries in the bytes between two objects.
func (s *scanned) trailers(b []byte) {
	for {
		i := bytes.Index(b, []byte("trailer"))
		if i < 0 {
			return
		}
		b = b[i+len("trailer"):]
		if d, ok := s.skip(b, 0); ok && d.dict {
			s.trailer.take(b, d.entries)
		}
	}
}

func (t *trailer) take(b []byte, entries []dictEntry) {
	if root := find(b, entries, "Root"); root != nil {
		t.root = root
	}
	if e := find(b, entries, "Encrypt"); e != nil {
		t.encrypt = e
	}
	if id := find(b, entries, "ID"); id != nil {
		t.id = id
	}
}

// unpackObjectStream adds the objects that stand in an object stream
// (ISO 32000-1, 7.5.7). An object stream that names itself or another one is
// harmless here: objects in it are never streams.
func (s *scanned) unpackObjectStream(o *object, data []byte, lim Limits) {
	s.work += workFactor * int64(len(data))
	n, _ := rawInt(o.get("N"))
	first, ok := rawInt(o.get("First"))
	if !ok || first < 0 || first > len(data) {
		s.damaged = true
		return
	}
	header := data[:first]
	at := 0
	number := func() (int, bool) {
		at = skipSpace(header, at)
		end := digitsEnd(header, at)
		v, ok := rawInt(header[at:end])
		at = end
		return v, ok
	}
	for range n {
		num, ok1 := number()
		off, ok2 := number()
		if !ok1 || !ok2 {
			s.damaged = true
			return
		}
		if num < 0 || num >= maxNumber || off < 0 || off >= len(data)-first || len(s.objects) >= lim.Objects {
			continue
		}
		p := &object{num: num, at: o.at, src: data}
		if p.shape, ok = s.skip(data, first+off); !ok {
			s.damaged = true
			continue
		}
		p.value = span{skipSpace(data, first+off), p.shape.end}
		if old := s.objects[num]; old == nil || old.at <= o.at {
			s.objects[num] = p
		}
	}
}
