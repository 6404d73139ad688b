//go:build !windows

package files

import "syscall"

// withoutWaiting opens a pipe at once, whoever writes to it.
const withoutWaiting = syscall.O_NONBLOCK
