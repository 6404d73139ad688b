package run

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"riskbok/cmd/internal/files"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

func TestEstimate(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, data []byte) files.Input {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
		return files.Input{Name: path}
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, _ := z.Create("xl/worksheets/sheet1.xml")
	if _, err := w.Write(make([]byte, 20<<20)); err != nil {
		t.Fatal(err)
	}
	z.Close()
	for _, tt := range []struct {
		in   files.Input
		want int64
	}{
		{write("small.pdf", make([]byte, 100)), leastMemory},
		{write("large.pdf", make([]byte, 10<<20)), 100 << 20},
		{write("packed.xlsx", b.Bytes()), 160<<20 + int64(b.Len())},
		{files.Input{Name: files.Stdin}, leastMemory},
		{files.Input{Name: "dropped.pdf", Content: make([]byte, 10<<20)}, 100 << 20},
		{files.Input{Name: "dropped.xlsx", Content: b.Bytes()}, 160<<20 + int64(b.Len())},
	} {
		if got := estimate(tt.in); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.in.Name, got, tt.want)
		}
	}
}

// What is read at the same time is bounded by the sum of the estimates; each file is
// read all the same, also one that is estimated above all there is.
func TestRoom(t *testing.T) {
	dir := t.TempDir()
	var in []files.Input
	for i := range 12 {
		size := 1 << 20
		if i%6 == 0 {
			size = 8 << 20
		}
		path := filepath.Join(dir, string(rune('a'+i))+".pdf")
		if err := os.WriteFile(path, make([]byte, size), 0o666); err != nil {
			t.Fatal(err)
		}
		in = append(in, files.Input{Name: path})
	}
	var now, most atomic.Int64
	read := 0
	o := Options{Workers: 8, Memory: 40 << 20, Import: func(_ context.Context, f model.File, _ source.Options) (*model.Document, error) {
		n := now.Add(min(perByte*int64(len(f.Data)), 40<<20))
		for old := most.Load(); n > old && !most.CompareAndSwap(old, n); old = most.Load() {
		}
		time.Sleep(2 * time.Millisecond)
		now.Add(-min(perByte*int64(len(f.Data)), 40<<20))
		return &model.Document{ID: f.ID}, nil
	}}
	if err := Each(context.Background(), in, nil, o, func(int, Result) { read++ }); err != nil {
		t.Fatal(err)
	}
	if read != len(in) || most.Load() > 40<<20 {
		t.Errorf("%d files read, at most %d MB at a time", read, most.Load()>>20)
	}
}

// Where much is in use no file is begun beside another, whatever they are estimated.
func TestCrowded(t *testing.T) {
	in := files.Input{Content: make([]byte, 100)}
	for _, used := range []int64{0, DefaultMemory} {
		r := newRoom(DefaultMemory)
		r.used = func() int64 { return used }
		first, err := r.enter(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		second := make(chan func())
		go func() {
			leave, _ := r.enter(t.Context(), in)
			second <- leave
		}()
		select {
		case leave := <-second:
			if used > 0 {
				t.Error("begun beside another")
			}
			leave()
			first()
		case <-time.After(50 * time.Millisecond):
			if used == 0 {
				t.Error("not begun")
			}
			first()
			(<-second)()
		}
	}
}

// Files that may need much are begun first, by how much; the others stand as they did.
func TestLargestFirst(t *testing.T) {
	unpacking := func(packed, to int) files.Input {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.CreateRaw(&zip.FileHeader{Name: "a", Method: zip.Deflate, CompressedSize64: uint64(packed), UncompressedSize64: uint64(to)})
		if err == nil {
			_, err = w.Write(make([]byte, packed))
		}
		if err = errors.Join(err, z.Close()); err != nil {
			t.Fatal(err)
		}
		return files.Input{Content: b.Bytes(), Size: int64(b.Len())}
	}
	const much = largeNeed / perUnpacked
	inputs := []files.Input{unpacking(100, 100), unpacking(smallFile, much), unpacking(smallFile, much/2), unpacking(smallFile, 2*much), unpacking(smallFile/2, 3*much), {}}
	if got, want := largestFirst(inputs), []int{3, 1, 0, 2, 4, 5}; !slices.Equal(got, want) {
		t.Errorf("begun in the order %v, want %v", got, want)
	}
}
