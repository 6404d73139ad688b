package largepages

import (
	"os"
	"sync"
)

// room is how much of the heap is asked for: all that 100,000 risks take. Their check
// faults 2,400 times with it, where 72 MB, which is all that minutes of 210 pages
// allocate, leave 95,000, and takes half the processor time. What stays unused takes no
// memory: the peak of a thousand regenerated workbooks is 175 MB with it, not 165.
const room = 512 << 20

// smallRoom is what is asked for where the files named are below smallFiles: minutes of 210
// pages, 460 KB, allocate 72 MB. The runtime keeps a record of each 8 KB of what it maps,
// which takes 0.4 ms of a short run for all of room.
const (
	smallRoom  = 128 << 20
	smallFiles = 1 << 20
)

// worthwhile is from how many bytes of files on it is asked for. Asking takes 1 ms: a
// workbook of 17 KB is checked in 15.4 ms without it and in 15.8 with it. Minutes of
// 46 KB, 21 pages, are read in 26.8 with it and in 28.0 without it where faults cost
// least, and in two thirds of the time where they cost four times as much.
const worthwhile = 32 << 10

func init() {
	switch n := named(os.Args[1:]); {
	case n >= smallFiles:
		Take()
	case n >= worthwhile:
		ask(smallRoom)
	}
}

// named sums the bytes of the files that the words of a call name; a folder is taken for
// many.
func named(words []string) int64 {
	sum := int64(0)
	for _, w := range words {
		switch info, err := os.Stat(w); {
		case err != nil:
		case info.IsDir():
			sum += smallFiles
		default:
			sum += info.Size()
		}
	}
	return sum
}

// once holds that a program asks once: what it was given it keeps.
var once sync.Once

// Take asks for large pages. Who sets GOGC or GOMEMLIMIT decides himself, as about the
// rest of the heap. It must be called while little is alive, for it collects garbage.
func Take() { ask(room) }

func ask(bytes int) {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		once.Do(func() { take(bytes) })
	}
}
