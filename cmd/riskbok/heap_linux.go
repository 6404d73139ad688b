package main

import (
	"runtime"
	"syscall"
)

// largePages asks the kernel to back the first bytes of the heap by large pages
// (2 MB) where it can. The runtime maps its heap in pieces of 4 MB and lets each
// page of 4 KB fault in alone: reading a summons of 21 pages faulted 6,500 times in
// all, which took a fifth of its processor time, and faults 2,100 times this way. What is
// never used takes no memory. A kernel without large pages leaves all as it was.
//
// The room is taken as one object, so that the runtime maps it at once, and is
// given back to the runtime by a collection: it must be called while little is
// alive, and with a collector that does not begin below bytes by itself.
func largePages(bytes int) {
	room := make([]byte, bytes)
	err := syscall.Madvise(room, syscall.MADV_HUGEPAGE)
	runtime.KeepAlive(room)
	if err == nil {
		runtime.GC()
	}
}
