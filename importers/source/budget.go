package source

import (
	"context"
	"strconv"
	"sync/atomic"
	"time"
)

// Cost is one of the things that reading a file costs. Its name is that of the
// setting in riskbok.yaml, below "limits".
type Cost string

// The costs.
const (
	CostFile      Cost = "file-mb"
	CostUnpacked  Cost = "unpacked-mb"
	CostText      Cost = "text-mb"
	CostFormulas  Cost = "formula-mb"
	CostCells     Cost = "cells"
	CostGlyphs    Cost = "glyphs"
	CostOperators Cost = "operators"
	CostTables    Cost = "tables"
	CostSeconds   Cost = "seconds"
)

// Costs lists them in the order that they are shown.
var Costs = []Cost{CostFile, CostUnpacked, CostText, CostFormulas, CostCells, CostGlyphs, CostOperators, CostTables, CostSeconds}

// Of gives the limit of a cost, in bytes where its name says MB.
func (l Limits) Of(c Cost) int64 {
	switch c {
	case CostFile:
		return l.FileBytes
	case CostUnpacked:
		return l.TotalBytes
	case CostText:
		return l.TextBytes
	case CostFormulas:
		return l.Formulas
	case CostCells:
		return int64(l.Cells)
	case CostGlyphs:
		return l.Glyphs
	case CostOperators:
		return l.Operators
	case CostTables:
		return l.Tables
	case CostSeconds:
		return l.Seconds
	}
	return 0
}

// Set sets the limit of a cost; see [Limits.Of].
func (l *Limits) Set(c Cost, n int64) {
	switch c {
	case CostFile:
		l.FileBytes = n
	case CostUnpacked:
		l.TotalBytes = n
	case CostText:
		l.TextBytes = n
	case CostFormulas:
		l.Formulas = n
	case CostCells:
		l.Cells = int(n)
	case CostGlyphs:
		l.Glyphs = n
	case CostOperators:
		l.Operators = n
	case CostTables:
		l.Tables = n
	case CostSeconds:
		l.Seconds = n
	}
}

// InMB reports whether a cost is set in megabytes.
func (c Cost) InMB() bool {
	return c == CostFile || c == CostUnpacked || c == CostText || c == CostFormulas
}

// Shown writes a limit of the cost as the setting has it.
func (c Cost) Shown(n int64) string {
	if c.InMB() {
		return strconv.FormatFloat(float64(n)/(1<<20), 'g', 4, 64)
	}
	return strconv.FormatInt(n, 10)
}

// Budget counts what reading one file costs, against its limits. Readers take from it
// in coarse steps: a row, a page, a part. It may be used by several goroutines.
// The zero value and nil allow everything.
type Budget struct {
	limits  Limits
	ctx     context.Context
	spent   [9]atomic.Int64
	reached atomic.Pointer[Cost]
	place   atomic.Int32 // where the reading is
	stopped atomic.Int32 // where it was when a limit was reached
}

// NewBudget gives the budget of one file; its time begins. Stop gives back what the
// clock holds.
func NewBudget(ctx context.Context, l Limits) (b *Budget, stop func()) {
	l = l.withDefaults()
	ctx, cancel := context.WithTimeout(ctx, time.Duration(l.Seconds)*time.Second)
	return &Budget{limits: l, ctx: ctx}, cancel
}

func (c Cost) index() int {
	for i, k := range Costs {
		if k == c {
			return i
		}
	}
	return 0
}

// Take spends some of a cost and reports whether the limit holds. Once it did not, it
// never does again.
func (b *Budget) Take(c Cost, n int64) bool {
	if b == nil || b.ctx == nil {
		return true
	}
	if b.spent[c.index()].Add(n) <= b.limits.Of(c) {
		return true
	}
	b.stop(c)
	return false
}

// stop notes the limit that was reached first, and where.
func (b *Budget) stop(c Cost) {
	if b.reached.CompareAndSwap(nil, &c) {
		b.stopped.Store(b.place.Load())
	}
}

// Enter tells which of the document's places is read from here on, so that a limit can
// say where it was reached.
func (b *Budget) Enter(place int32) {
	if b != nil {
		b.place.Store(place)
	}
}

// Stopped gives the place that was being read when the first limit was reached.
func (b *Budget) Stopped() int32 {
	if b == nil {
		return 0
	}
	return b.stopped.Load()
}

// Moved tells that what was read as one place, if a limit was reached there, is part of
// another.
func (b *Budget) Moved(from, to int32) {
	if b != nil && b.reached.Load() != nil {
		b.stopped.CompareAndSwap(from, to)
	}
}

// Step spends steps of understanding what was read, each about 15 microseconds, and
// reports whether the work may go on: whether these steps and the time allow it.
// Whoever is refused leaves the rest unread; what is said about that is one damage of
// the document, which whoever made the budget adds.
func (b *Budget) Step(n int) bool {
	return b.OnTime() && b.Take(CostTables, int64(n))
}

// GoesOn reports whether steps and time allow to begin with something more.
func (b *Budget) GoesOn() bool { return b.OnTime() && !b.Passed(CostTables) }

// OnTime reports whether the time is not up.
func (b *Budget) OnTime() bool {
	if b == nil || b.ctx == nil || b.ctx.Err() == nil {
		return true
	}
	b.stop(CostSeconds)
	return false
}

// Context gives the context that ends when the time is up, or the given one.
func (b *Budget) Context(ctx context.Context) context.Context {
	if b == nil || b.ctx == nil {
		return ctx
	}
	return b.ctx
}

// Reached gives the limit that was reached first, "" while none was.
func (b *Budget) Reached() Cost {
	if b == nil {
		return ""
	}
	if c := b.reached.Load(); c != nil {
		return *c
	}
	return ""
}

// Passed reports whether a cost has passed its limit.
func (b *Budget) Passed(c Cost) bool {
	return b != nil && b.ctx != nil && b.spent[c.index()].Load() > b.limits.Of(c)
}

// Args are the arguments of the message about a limit: the damage "limit" where a part
// was read, the error "too-large" where nothing was. "cost" says which limit, "limit"
// how much, "setting" how to raise it.
func (l Limits) Args(c Cost) map[string]string {
	return map[string]string{"cost": string(c), "limit": c.Shown(l.withDefaults().Of(c)), "setting": "limits: " + string(c)}
}

// Weight of long texts: what is beyond what people write in a cell costs more to
// understand than to hold, for it is looked at again as each of the things that
// it is not.
const (
	longText   = 2 << 10
	longWeight = 8
)

// TextCost gives what a text of a cell counts as.
func TextCost(bytes int) int64 {
	return int64(bytes) + longWeight*int64(max(bytes-longText, 0))
}
