package largepages

import (
	"runtime"
	"syscall"
)

// room is how much of the heap is asked for: all that 100,000 risks take. Their check
// faults 2,400 times with it, where 72 MB, which is all that minutes of 210 pages
// allocate, leave 95,000, and takes half the processor time. What stays unused takes no
// memory: a small workbook's peak is 26 MB with either, that of a thousand regenerated
// workbooks 175 MB, not 165.
const room = 512 << 20

// Who sets GOGC or GOMEMLIMIT decides himself, as about the rest of the heap.
func init() {
	for _, own := range []string{"GOGC", "GOMEMLIMIT"} {
		if v, _ := syscall.Getenv(own); v != "" {
			return
		}
	}
	take(room)
}

// take asks the kernel to back the first bytes of the heap by large pages (2 MB) where
// it can. The runtime maps its heap in pieces of 4 MB and lets each page of 4 KB fault in
// alone. A kernel without large pages leaves all as it was.
//
// The room is taken as one object, so that the runtime maps it at once, and is given
// back to the runtime by a collection: it must be called while little is alive.
func take(bytes int) {
	room := make([]byte, bytes)
	err := syscall.Madvise(room, syscall.MADV_HUGEPAGE)
	runtime.KeepAlive(room)
	if err == nil {
		runtime.GC()
	}
}
