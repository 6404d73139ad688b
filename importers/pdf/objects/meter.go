package objects

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"sync/atomic"
)

// errLookups is what the library is told when looking up objects has cost too much.
var errLookups = errors.New("objects: looked up too often")

// meter gives the library the file that [rebuild] wrote and counts what looking up its
// objects costs: the library reads an object anew each time that a reference leads to
// it, from its beginning.
type meter struct {
	*bytes.Reader
	slots []slot
	spend func(bytes int) bool
	spent atomic.Bool
}

// pieceBytes is how much the library reads of an object at once.
const pieceBytes = 4096

func (m *meter) ReadAt(p []byte, off int64) (int, error) {
	if m.spend != nil && len(p) <= pieceBytes {
		if m.spent.Load() {
			return 0, errLookups
		}
		i, ok := slices.BinarySearchFunc(m.slots, off, func(s slot, at int64) int { return cmp.Compare(int64(s.offset), at) })
		if ok && !m.spend(int(m.slots[i].size)) {
			m.spent.Store(true)
			return 0, errLookups
		}
	}
	return m.Reader.ReadAt(p, off)
}
