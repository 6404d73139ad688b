package objects

// Limits bound what reading the objects of one file may cost.
type Limits struct {
	StreamBytes int64 // one stream, unpacked
	TotalBytes  int64 // all streams of the file, unpacked
	Pages       int
	Objects     int // objects in the file
}

// DefaultLimits hold any meeting book with room to spare.
var DefaultLimits = Limits{StreamBytes: 64 << 20, TotalBytes: 512 << 20, Pages: 5000, Objects: 1 << 20}

const (
	maxNumber = 1 << 20 // highest object number; the library's table has a slot for each
	maxDepth  = 64      // nesting of arrays and dictionaries
	maxKids   = 48      // depth of the page tree
)
