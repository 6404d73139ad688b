package pdf

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"riskbok/importers/pdf/content"
	"riskbok/importers/pdf/objects"
	"riskbok/importers/pdf/text"
)

// printed is one page with its glyphs joined to words and lines, and what
// went wrong on the way.
type printed struct {
	page  *content.Page
	words []text.Word
	lines []text.Line
	room  *text.Room // where these stand
	err   error
}

// prints prints pages where others have left room.
type prints struct {
	fonts *content.Fonts
	lim   content.Limits
	rooms sync.Pool
}

// room gives where the words of a page may stand.
func (x *prints) room() *text.Room {
	if room, ok := x.rooms.Get().(*text.Room); ok {
		return room
	}
	return &text.Room{}
}

// leave gives another page the room of one whose words and lines nobody needs any more.
func (x *prints) leave(p *printed) {
	if p != nil && p.room != nil && !p.room.Large() {
		x.rooms.Put(p.room)
	}
}

// Fewer pages than this are not worth a second worker.
const fewPages = 8

// mostAhead is how many pages are printed ahead of the one whose turn it is, so that
// memory does not grow with the file: one of the reference documents takes up to some
// hundred KB. Minutes of 210 pages were read no sooner with 16 or 32.
const mostAhead = 8

// all prints the pages of a file, some of them at the same time, and
// gives each to use in their order. It stops when use says so.
func (x *prints) all(ctx context.Context, pages []objects.Page, use func(i int, p printed) bool) {
	workers := min(runtime.GOMAXPROCS(0), 4) - 1 // besides the caller
	if len(pages) < fewPages {
		workers = 0
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	inOrder(len(pages), workers, func(i int) printed { return x.page(ctx, pages[i]) }, use)
}

// inOrder makes something of each of so many pages, ahead of its turn where workers have
// time for it, and gives each to use in their order until use says so. The caller makes
// what nobody has begun when its turn comes: it never waits while there is something to
// make, and wakes nobody for it.
func inOrder[T any](pages, workers int, make func(i int) T, use func(i int, made T) bool) {
	q := newQueue(pages, make)
	defer q.stop()
	for range min(workers, pages-1) {
		go q.work()
	}
	for i := range pages {
		if !use(i, q.take(i)) {
			return
		}
	}
}

// queue is the pages between those who make something of them and the one who uses it.
type queue[T any] struct {
	make  func(i int) T
	pages int

	guard sync.Mutex
	ready sync.Cond // what the caller waits for is made
	space sync.Cond // there is something to make again, or nothing ever more
	begun int       // pages that somebody has begun to make
	used  int       // pages whose turn has come
	made  [mostAhead]*T
}

func newQueue[T any](pages int, make func(i int) T) *queue[T] {
	q := &queue[T]{make: make, pages: pages}
	q.ready.L, q.space.L = &q.guard, &q.guard
	return q
}

// work makes pages until none is left.
func (q *queue[T]) work() {
	q.guard.Lock()
	defer q.guard.Unlock()
	for q.begun < q.pages {
		if !q.next() {
			q.space.Wait()
		}
	}
}

// next makes the first page that nobody has begun, unless that is too far ahead. The
// guard is held, but not while the page is made.
func (q *queue[T]) next() bool {
	i := q.begun
	if i >= q.pages || i >= q.used+mostAhead {
		return false
	}
	q.begun++
	made := q.unguarded(i)
	q.made[i%mostAhead] = &made
	if i == q.used {
		q.ready.Signal()
	}
	return true
}

// unguarded makes a page while others may ask for theirs.
func (q *queue[T]) unguarded(i int) T {
	q.guard.Unlock()
	defer q.guard.Lock()
	return q.make(i)
}

// take gives what was made of a page, whose turn it is.
func (q *queue[T]) take(i int) T {
	q.guard.Lock()
	defer q.guard.Unlock()
	at := &q.made[i%mostAhead]
	for *at == nil {
		if !q.next() {
			q.ready.Wait()
		}
	}
	made := **at
	*at = nil
	q.used++
	if q.begun-q.used <= mostAhead/2 {
		q.space.Broadcast() // only now: to wake somebody takes as long as to make a page
	}
	return made
}

// stop ends the work: what is being made is finished, and nothing more begun.
func (q *queue[T]) stop() {
	q.guard.Lock()
	defer q.guard.Unlock()
	q.begun = q.pages
	q.space.Broadcast()
}

// page prints one page. A panic below becomes its error.
func (x *prints) page(ctx context.Context, p objects.Page) (out printed) {
	defer func() {
		if fault := recover(); fault != nil {
			out = printed{page: &content.Page{}, err: fmt.Errorf("page: %v", fault)}
		}
	}()
	out.page, out.err = content.Run(ctx, p, x.fonts, x.lim)
	out.page.Upright()
	out.room = x.room()
	out.words, out.lines = text.ReadIn(out.room, out.page)
	return out
}
