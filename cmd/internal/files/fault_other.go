//go:build !windows

package files

import "syscall"

var faults = []fault{
	{syscall.ENOSPC, "full"}, {syscall.EDQUOT, "full"}, {syscall.EFBIG, "large"}, {syscall.ENAMETOOLONG, "long"}, {syscall.EROFS, "readonly"}, {syscall.ENOTDIR, "not-folder"}, {syscall.ETXTBSY, "locked"}, {syscall.EBUSY, "locked"}, {syscall.ELOOP, "loop"},
}
