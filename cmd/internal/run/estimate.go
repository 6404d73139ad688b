package run

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"os"
	"runtime/metrics"
	"slices"
	"sync"

	"golang.org/x/sync/semaphore"

	"riskbok/cmd/internal/files"
)

// DefaultMemory is what the files may take, by their estimates, that are read at the
// same time. One file takes at most as much (source.DefaultLimits), so that a large
// one is read alone.
const DefaultMemory = 1 << 30

// What a file takes while it is read, as a multiple of its size: a workbook of
// 100,000 risks is 60 MB of XML and takes 500 MB; the content of a PDF is packed
// to a fifth, and its characters take twice what they are unpacked. Nothing takes
// less than leastMemory.
const (
	perUnpacked = 8
	perByte     = 10
	leastMemory = 4 << 20
	mostPacking = 1032 // of Deflate: a stated size beyond it is a lie
)

// room is the memory that is left for what is read at the same time. Estimates are of
// sound files; a hostile one of a few kilobytes may take hundreds of megabytes, and what
// was read stays. So where much is in use files are read one after another.
type room struct {
	all  int64
	left *semaphore.Weighted

	used func() int64 // bytes
	mu   sync.Mutex
	gone *sync.Cond // a file has been read
	read int        // how many are being read
}

// crowded is the part of the room that may be in use when a file is begun beside
// others. Four hostile papers at a time took 1.6 GB where only the estimates counted.
const crowded = 0.5

func newRoom(bytes int64) *room {
	if bytes <= 0 {
		bytes = DefaultMemory
	}
	r := &room{all: bytes, left: semaphore.NewWeighted(bytes), used: liveHeap}
	r.gone = sync.NewCond(&r.mu)
	return r
}

// liveHeap gives how many bytes the last collection found in use.
func liveHeap() int64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return int64(sample[0].Value.Uint64())
}

// enter waits until there is room for a file, and gives how to leave it again.
func (r *room) enter(ctx context.Context, in files.Input) (leave func(), err error) {
	n := min(estimate(in), r.all)
	if err := r.left.Acquire(ctx, n); err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.read > 0 && float64(r.used()) > crowded*float64(r.all) {
		r.gone.Wait()
	}
	r.read++
	return func() {
		r.left.Release(n)
		r.mu.Lock()
		defer r.mu.Unlock()
		r.read--
		r.gone.Broadcast()
	}, nil
}

// estimate gives how much memory reading a file may take, by its size and by what a
// zip's directory says it holds.
func estimate(in files.Input) int64 {
	if in.Content != nil {
		z, _ := zip.NewReader(bytes.NewReader(in.Content), int64(len(in.Content)))
		return needed(int64(len(in.Content)), z)
	}
	info, err := os.Stat(in.Name)
	if err != nil || !info.Mode().IsRegular() {
		return leastMemory
	}
	z, err := zip.OpenReader(in.Name)
	if err != nil {
		return needed(info.Size(), nil)
	}
	defer z.Close()
	return needed(info.Size(), &z.Reader)
}

// needed estimates by a file's size and what it holds where it is a zip.
func needed(size int64, z *zip.Reader) int64 {
	if z == nil {
		return max(perByte*size, leastMemory)
	}
	n := size
	for _, f := range z.File {
		n += perUnpacked * int64(min(f.UncompressedSize64, f.CompressedSize64*mostPacking, 1<<40))
	}
	return max(n, leastMemory)
}

// largeNeed is from what estimate on a file is read before the others, while little of
// them is kept: of 384 hostile files some of a few hundred kilobytes that unpack to a
// hundred times as much came late, and took 450 MB beside the 1.5 GB of what had been
// read. Files below smallFile are not looked into for it.
const (
	largeNeed = 256 << 20
	smallFile = 64 << 10
)

// largestFirst gives the order in which inputs are begun: those that may need much by
// their estimates, the rest as they stand.
func largestFirst(inputs []files.Input) []int {
	order, needs := make([]int, len(inputs)), make([]int64, len(inputs))
	for i := range inputs {
		order[i] = i
		if inputs[i].Size < smallFile {
			continue
		}
		if n := estimate(inputs[i]); n >= largeNeed {
			needs[i] = n
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(needs[b], needs[a]) })
	return order
}
