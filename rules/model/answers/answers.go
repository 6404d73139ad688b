// Package answers keeps what texts were found to mean. Documents of one archive are
// filled-in copies of a few templates: the same headings, labels and numbers stand in
// all of them, and are asked about again and again within one.
//
// Start with [ByText].
package answers

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// mostText is the longest text, in bytes, whose answer is kept: headings, labels
// and ranges are shorter, and what is longer hardly stands in two documents.
const mostText = 120

// mostPlaces is how many answers are kept at most. A control plan asks about two hundred
// texts that other plans have too.
const mostPlaces = 1024

// fewPlaces is how many are kept at first, until as many answers had to be found: one
// small workbook asks each of thirteen questions about few texts, and to touch that much
// memory for each, 16 KB, took a fortieth of its check.
const fewPlaces = 64

// ByText keeps the answers to one question about texts, as far as there is room:
// the answer must depend on the text alone. The zero value keeps none yet. It may be
// used from several goroutines at once; what is answered is shared and must not be
// changed.
type ByText[A any] struct {
	table atomic.Pointer[table[A]]
}

// table is the room of a time: one that was too small is left with what it holds.
type table[A any] struct {
	places []place[A]    // a power of two
	found  atomic.Uint32 // how often it had no answer, while it is small
}

func (t *table[A]) small() bool { return len(t.places) < mostPlaces }

func (t *table[A]) place(hash uint64) *place[A] { return &t.places[hash%uint64(len(t.places))] }

// place is where an answer stands. A text is kept the second time that it is asked
// about: those that stand in one document only, most of them, push nothing out.
type place[A any] struct {
	asked atomic.Uint32 // what was asked about last and is not kept
	kept  atomic.Pointer[answer[A]]
}

type answer[A any] struct {
	text string
	says A
}

var seed = maphash.MakeSeed()

// Of gives the answer about a text, which find gives where it is not kept.
func (b *ByText[A]) Of(text string, find func(text string) A) A {
	if len(text) > mostText {
		return find(text)
	}
	hash := maphash.String(seed, text)
	t := b.room()
	p := t.place(hash)
	if a := p.kept.Load(); a != nil && a.text == text {
		return a.says
	}
	if t.small() {
		t.found.Add(1)
	}
	if mark := uint32(hash >> 32); p.asked.Swap(mark) != mark {
		return find(text)
	}
	a := &answer[A]{text: strings.Clone(text)} // a document's texts share one string
	a.says = find(a.text)
	p.kept.Store(a)
	return a.says
}

// room gives the table to ask, a larger one where the last has answered too little.
func (b *ByText[A]) room() *table[A] {
	t := b.table.Load()
	size := fewPlaces
	switch {
	case t == nil:
	case t.small() && t.found.Load() > fewPlaces:
		size = mostPlaces
	default:
		return t
	}
	larger := &table[A]{places: make([]place[A], size)}
	if t != nil {
		for i := range t.places {
			if a := t.places[i].kept.Load(); a != nil {
				larger.place(maphash.String(seed, a.text)).kept.Store(a)
			}
		}
	}
	b.table.CompareAndSwap(t, larger)
	return b.table.Load()
}
