// Package progress shows how far a long piece of work has come: on a terminal in
// one line that is redrawn and stays through all its stages, elsewhere in a line for
// every tenth part of a stage. What takes less than [Patience] shows nothing.
package progress

import (
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// Patience is how long a piece of work may take before anything is shown of it: on a
// terminal the whole of it, elsewhere each stage, so that a short one at the end does
// not write all its lines at once.
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
	start    time.Time // of the work

	mu    sync.Mutex
	began time.Time // the stage
	from  int       // what was done of the stage when it began
	shown int       // parts of the stage written
	last  State
	all   *mpb.Progress
	bar   *mpb.Bar
}

// State is how far a stage of the work has come. What is what was done last. Left is how
// long the rest of the stage will take as it went so far, 0 where that is not known yet.
type State struct {
	Stage       string
	Done, Total int
	What        string
	Left        time.Duration
}

// New begins a line. Text puts a state into words, now is the clock.
func New(out io.Writer, terminal bool, now func() time.Time, text func(State) string) *Line {
	begun := now()
	return &Line{out: out, terminal: terminal, text: text, now: now, start: begun, began: begun}
}

// Step tells that so much of a stage is done. The stages follow each other.
func (l *Line) Step(stage string, done, total int, what string) {
	if l == nil || total == 0 {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	if l.last.Stage != stage && l.last.Stage != "" {
		l.began, l.from, l.shown = now, done, 0
	}
	spent := now.Sub(l.began)
	l.last = State{Stage: stage, Done: done, Total: total, What: what}
	if done > l.from {
		l.last.Left = spent / time.Duration(done-l.from) * time.Duration(total-done)
	}
	switch {
	case l.terminal:
		if now.Sub(l.start) >= Patience {
			l.draw()
		}
	case spent < Patience:
		l.shown = parts * done / total
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
