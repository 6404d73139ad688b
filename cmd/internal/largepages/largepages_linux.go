package largepages

import (
	"runtime"
	"syscall"
)

// room is how much of the heap is asked for: all that it grows to before the program
// collects for the first time. Minutes of 210 pages allocate that; with 56 MB of it they
// fault 2,300 times, not 1,400, and the peak of their memory is the same. What stays unused
// takes no memory.
const room = 72 << 20

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
