// Package progress shows how far a long piece of work has come: on a terminal in
// one line that is redrawn, elsewhere in a line for every tenth part. What takes
// less than [Patience] shows nothing.
package progress

import (
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// Patience is how long a piece of work may take before anything is shown of it.
const Patience = time.Second

// parts is how many lines are written of a piece of work where they cannot be
// redrawn.
const parts = 10

// Line tells of one piece of work. Its methods may be called from several
// goroutines; those of a nil Line do nothing.
type Line struct {
	out      io.Writer
	terminal bool
	text     func(State) string
	now      func() time.Time
	start    time.Time

	mu    sync.Mutex
	shown int // parts written
	last  State
	all   *mpb.Progress
	bar   *mpb.Bar
}

// State is how far the work has come. What is what was done last. Left is how long
// the rest will take as it went so far, 0 where that is not known yet.
type State struct {
	Done, Total int
	What        string
	Left        time.Duration
}

// New begins a line. Text puts a state into words, now is the clock.
func New(out io.Writer, terminal bool, now func() time.Time, text func(State) string) *Line {
	return &Line{out: out, terminal: terminal, text: text, now: now, start: now()}
}

// Step tells that so much of the work is done.
func (l *Line) Step(done, total int, what string) {
	if l == nil || total == 0 {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	spent := l.now().Sub(l.start)
	l.last = State{Done: done, Total: total, What: what}
	if done > 0 {
		l.last.Left = spent / time.Duration(done) * time.Duration(total-done)
	}
	switch {
	case spent < Patience:
		l.shown = parts * done / total
	case l.terminal:
		l.draw()
	case parts*done/total > l.shown:
		l.shown = parts * done / total
		fmt.Fprintln(l.out, l.text(l.last))
	}
}

// draw shows the line, or leaves it to the next redrawing.
func (l *Line) draw() {
	if l.bar != nil {
		return
	}
	l.all = mpb.New(mpb.WithOutput(l.out), mpb.WithAutoRefresh())
	words := decor.Any(func(decor.Statistics) string {
		l.mu.Lock()
		defer l.mu.Unlock()
		return l.text(l.last)
	})
	l.bar = l.all.New(0, mpb.NopStyle(), mpb.PrependDecorators(words), mpb.BarRemoveOnComplete())
}

// End takes the line away.
func (l *Line) End() {
	if l == nil {
		return
	}
	l.mu.Lock()
	bar, all := l.bar, l.all
	l.mu.Unlock()
	if bar == nil {
		return
	}
	bar.Abort(true)
	all.Wait()
}
