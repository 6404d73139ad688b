package largepages

import (
	"runtime"
	"syscall"
)

// room is how much of the heap is asked for. 72 MB are all that minutes of 210 pages
// allocate; of the check of 100,000 risks, which takes 470 MB, 256 MB save half the faults
// and a quarter of the processor time. 512 MB would save all of them, but a folder of
// hostile files then took 90 MB more, over the 2 GB that it may. What stays unused takes
// no memory: a small workbook's peak is 26 MB with either.
const room = 256 << 20

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
