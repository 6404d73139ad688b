package objects

// Limits bound what reading the objects of one file may cost.
type Limits struct {
	StreamBytes int64 // one stream, unpacked
	TotalBytes  int64 // all streams of the file, unpacked
	Pages       int
	Objects     int // objects in the file

	// Look is told how many bytes of an object are read to look it up, each time anew,
	// and reports whether that may go on; what is looked up after it did
	// not is null. It is called from several goroutines. Nil: without limit.
	Look func(bytes int) bool
}

// DefaultLimits hold any meeting book with room to spare.
var DefaultLimits = Limits{StreamBytes: 64 << 20, TotalBytes: 512 << 20, Pages: 5000, Objects: 1 << 20}

const (
	maxNumber = 1 << 20 // highest object number; the library's table has a slot for each
	maxDepth  = 64      // nesting of arrays and dictionaries
	maxKids   = 48      // depth of the page tree
)
