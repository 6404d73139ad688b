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

// places is how many answers are kept. A control plan asks about two hundred texts
// that other plans have too.
const places = 1024

// ByText keeps the answers to one question about texts, as far as there is room:
// the answer must depend on the text alone. The zero value keeps none yet. It may be
// used from several goroutines at once; what is answered is shared and must not be
// changed.
type ByText[A any] struct {
	table [places]place[A]
}

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
	p := &b.table[hash%places]
	if a := p.kept.Load(); a != nil && a.text == text {
		return a.says
	}
	if mark := uint32(hash >> 32); p.asked.Swap(mark) != mark {
		return find(text)
	}
	a := &answer[A]{text: strings.Clone(text)} // a document's texts share one string
	a.says = find(a.text)
	p.kept.Store(a)
	return a.says
}
