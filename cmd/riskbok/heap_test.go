package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

func TestPercentFor(t *testing.T) {
	for _, c := range []struct {
		live uint64
		want int
	}{
		{0, 1600},                      // nothing was collected yet
		{1 << 20, 1600},                // the runtime's own least heap would be larger
		{quietHeap / 8, 1000},          // roomHeap leads further than quietHeap
		{quietHeap / 4, 500},           //
		{quietHeap / 2, 250},           //
		{archiveHeap / 2, 100},         // archiveHeap does not
		{quietHeap - 1, 87},            //
		{quietHeap, steadyPercent},     //
		{largeHeap / 2, steadyPercent}, //
		{largeHeap * 2 / 3, 50},        // up to largeHeap
		{largeHeap, leanPercent},       //
		{mostHeap * 9 / 10, 11},        // up to mostHeap
		{mostHeap, leanestPercent},     //
		{100 * quietHeap, leanPercent}, //
	} {
		if got := percentFor(c.live); got != c.want {
			t.Errorf("percentFor(%d) = %d, want %d", c.live, got, c.want)
		}
	}
}

// Work that is larger than the program is to be goes on.
func TestMemoryFor(t *testing.T) {
	for live, want := range map[uint64]int64{0: mostMemory, mostMemory: mostMemory, mostMemory + 1: math.MaxInt64} {
		if got := memoryFor(live); got != want {
			t.Errorf("%d bytes alive: below %d, want %d", live, got, want)
		}
	}
}

// Each collection adjusts when the next one comes: not only the first.
func TestHoldCollector(t *testing.T) {
	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	before := debug.SetGCPercent(100)
	limit := debug.SetMemoryLimit(-1)
	t.Cleanup(func() { debug.SetGCPercent(before); debug.SetMemoryLimit(limit) })
	holdCollector()
	if got := debug.SetMemoryLimit(-1); got != mostMemory {
		t.Errorf("the program is to stay below %d, want %d", got, mostMemory)
	}
	if got := debug.SetGCPercent(100); got != percentFor(0) {
		t.Errorf("at first the percentage is %d, want %d", got, percentFor(0))
	}
	for range 3 {
		debug.SetGCPercent(33)
		if got := percentAfterCollection(33); got < steadyPercent {
			t.Errorf("after a collection the percentage is %d", got)
		}
	}
}

// percentAfterCollection waits until the percentage is no longer what it was.
func percentAfterCollection(was int) int {
	for range 500 {
		runtime.GC()
		got := debug.SetGCPercent(was)
		if debug.SetGCPercent(got); got != was {
			return got
		}
		time.Sleep(10 * time.Millisecond)
	}
	return was
}

func TestHoldCollectorLeavesTheUsersChoice(t *testing.T) {
	t.Setenv("GOGC", "50")
	before := debug.SetGCPercent(math.MaxInt32)
	defer debug.SetGCPercent(before)
	holdCollector()
	if got := debug.SetGCPercent(before); got != math.MaxInt32 {
		t.Errorf("the percentage became %d", got)
	}
}
