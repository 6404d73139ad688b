package main

import (
	"os"
	"syscall"
)

// peakOf gives the most memory that a process held, in bytes.
func peakOf(s *os.ProcessState) int64 {
	if u, ok := s.SysUsage().(*syscall.Rusage); ok {
		return u.Maxrss * 1024
	}
	return 0
}
