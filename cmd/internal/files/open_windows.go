package files

// withoutWaiting is nothing on Windows: a pipe has no place among files there.
const withoutWaiting = 0
