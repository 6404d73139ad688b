// Package shape holds the tree to its design: which package may import which,
// who may touch the disk, and what stands at the top. It has tests only.
package shape
