// Package bytetest damages files, for the tests of what reads them: [Mutate].
package bytetest

import (
	"bytes"
	"math/rand/v2"
)

// Damage changes bytes where it likes, or at a place.
type Damage func(r *rand.Rand, data []byte, at int)

// Mutate gives a file damaged in one of six ways: five that files are damaged in on disk
// and on their way, and own, one of what the file holds. The file is not empty.
func Mutate(r *rand.Rand, data []byte, own Damage) []byte {
	out := bytes.Clone(data)
	at := r.IntN(len(out))
	n := min(1+r.IntN(400), len(out)-at)
	switch r.IntN(6) {
	case 0: // some bytes here and there
		for range 1 + r.IntN(30) {
			out[r.IntN(len(out))] = byte(r.Uint32())
		}
	case 1: // lost end
		out = out[:at]
	case 2: // lost piece
		out = append(out[:at], out[at+n:]...)
	case 3: // zeros
		clear(out[at : at+n])
	case 4: // a piece twice
		out = append(out[:at+n:at+n], data[at:]...)
	case 5:
		own(r, out, at)
	}
	return out
}

// Bit turns one bit over.
func Bit(r *rand.Rand, data []byte, at int) { data[at] ^= 1 << r.IntN(8) }

// Digits changes some digits: numbers, lengths and offsets of a text format.
func Digits(r *rand.Rand, data []byte, _ int) {
	for range 60 {
		if k := r.IntN(len(data)); data[k] >= '0' && data[k] <= '9' {
			data[k] = '0' + byte(r.IntN(10))
		}
	}
}
