package run

import (
	"archive/zip"
	"bytes"
	"context"
	"os"

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

// room is the memory that is left for what is read at the same time.
type room struct {
	all  int64
	left *semaphore.Weighted
}

func newRoom(bytes int64) *room {
	if bytes <= 0 {
		bytes = DefaultMemory
	}
	return &room{bytes, semaphore.NewWeighted(bytes)}
}

// enter waits until there is room for a file, and gives how to leave it again.
func (r *room) enter(ctx context.Context, in files.Input) (leave func(), err error) {
	n := min(estimate(in), r.all)
	if err := r.left.Acquire(ctx, n); err != nil {
		return nil, err
	}
	return func() { r.left.Release(n) }, nil
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
