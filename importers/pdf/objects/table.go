package objects

import "bytes"

// table is what the file's own table of objects says, which is asked only where the
// file defines a number twice: which of two a later save replaced, and which nothing
// shows, as one in a comment, only the table tells.
type table struct {
	start   int         // where its newest section stands; 0 where the file ends in none
	offsets map[int]int // of objects, by number
}

// maxSections bounds how many saves of a file are followed, and maxEntries the
// objects of its tables.
const (
	maxSections = 64
	maxEntries  = 1 << 20
)

// readTable reads the tables of a file that ends in one, the newest first. Those
// packed in streams are not read: there the later definition counts.
func readTable(b []byte) *table {
	t := &table{}
	i := bytes.LastIndex(b, []byte("startxref"))
	if i < 0 {
		return t
	}
	at, _ := leadingInt(b, i+len("startxref"))
	entries := 0
	for range maxSections {
		if at <= 0 || at >= len(b) {
			break
		}
		next, ok := t.section(b, at, &entries)
		if !ok {
			break
		}
		if t.start == 0 {
			t.start = at
		}
		at = next
	}
	return t
}

// section reads one table and gives where the one before it stands, 0 for none.
func (t *table) section(b []byte, at int, entries *int) (before int, ok bool) {
	i := skipSpace(b, at)
	if !bytes.HasPrefix(b[i:], []byte("xref")) {
		return 0, false
	}
	i += len("xref")
	if t.offsets == nil {
		t.offsets = map[int]int{}
	}
	for {
		first, next := leadingInt(b, i)
		if next < 0 {
			break
		}
		count, next := leadingInt(b, next)
		if next < 0 {
			return 0, false
		}
		i = next
		for n := first; n < first+count; n++ {
			offset, next := leadingInt(b, i)
			if *entries++; next < 0 || *entries > maxEntries {
				return 0, false
			}
			if _, next = leadingInt(b, next); next < 0 {
				return 0, false
			}
			if i = skipSpace(b, next); i >= len(b) {
				return 0, false
			}
			if _, newer := t.offsets[n]; b[i] == 'n' && !newer {
				t.offsets[n] = offset
			}
			i++
		}
	}
	i = skipSpace(b, i)
	if !bytes.HasPrefix(b[i:], []byte("trailer")) {
		return 0, true
	}
	if d, ok := skipValue(b, i+len("trailer")); ok && d.dict {
		before, _ = rawInt(find(b, d.entries, "Prev"))
	}
	return before, true
}

// keeps reports whether the table names an object that a later definition, which
// stands before the table too, would replace.
func (t *table) keeps(b []byte, old, later *object) bool {
	offset, ok := t.offsets[old.num]
	if !ok || later.at > t.start || offset >= old.at {
		return false
	}
	num, i := leadingInt(b, offset)
	if i < 0 || num != old.num {
		return false
	}
	_, i = leadingInt(b, i)
	return i >= 0 && skipSpace(b, i) == old.at
}

// leadingInt reads the number that stands next and gives where it ends, −1 where none
// does.
func leadingInt(b []byte, i int) (n, end int) {
	i = skipSpace(b, i)
	end = i
	for end < len(b) && end-i < 11 && isDigit(b[end]) {
		end++
	}
	n, ok := rawInt(b[i:end])
	if !ok || n < 0 {
		return 0, -1
	}
	return n, end
}
