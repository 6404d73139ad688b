// Package ratio tells in whole numbers whether so many of so many is enough, so that no
// rounding decides at the edge: [Of] makes a ratio, [Ratio.Reached] asks of it.
package ratio

// Ratio is so many parts of so many.
type Ratio struct{ part, of int }

// Of gives part of of.
func Of(part, of int) Ratio { return Ratio{part, of} }

// Reached reports whether n of all are the ratio at least.
func (r Ratio) Reached(n, all int) bool { return r.of*n >= r.part*all }

// At gives the place among n sorted values, from 0, below which the ratio of them stands.
func (r Ratio) At(n int) int { return n * r.part / r.of }
