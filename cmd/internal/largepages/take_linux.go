package largepages

import (
	"runtime"
	"runtime/debug"
	"syscall"
)

// take asks the kernel to back the next bytes of the heap by large pages (2 MB) where
// it can. The runtime maps its heap in pieces of 4 MB and lets each page of 4 KB fault in
// alone. A kernel without large pages leaves all as it was.
//
// The room is taken as one object, so that the runtime maps it at once, and is given
// back to the runtime by a collection; it would begin another one for the object's size.
func take(bytes int) {
	percent := debug.SetGCPercent(-1)
	defer debug.SetGCPercent(percent)
	room := make([]byte, bytes)
	err := syscall.Madvise(room, syscall.MADV_HUGEPAGE)
	runtime.KeepAlive(room)
	if err == nil {
		runtime.GC()
	}
}
