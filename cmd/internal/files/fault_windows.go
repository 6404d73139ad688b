package files

import "syscall"

// faults are what Windows says (System Error Codes 0–499 and 1000–1299).
var faults = []fault{
	{syscall.Errno(32), "locked"},   // ERROR_SHARING_VIOLATION
	{syscall.Errno(33), "locked"},   // ERROR_LOCK_VIOLATION
	{syscall.Errno(39), "full"},     // ERROR_HANDLE_DISK_FULL
	{syscall.Errno(112), "full"},    // ERROR_DISK_FULL
	{syscall.Errno(1295), "full"},   // ERROR_DISK_QUOTA_EXCEEDED
	{syscall.Errno(206), "long"},    // ERROR_FILENAME_EXCED_RANGE
	{syscall.Errno(19), "readonly"}, // ERROR_WRITE_PROTECT
	{syscall.Errno(1921), "loop"},   // ERROR_CANT_RESOLVE_FILENAME
	{syscall.ENOTDIR, "not-folder"}, // as os.MkdirAll says it
}
