package content

import "iter"

// bandHeight is how high a band of glyphs is, points.
const bandHeight = 16

// bands are the glyphs of a page by the height of their baselines.
type bands struct {
	rows [][]int32
	left int // how many glyphs may still be looked at; below 0: some were not
}

// looksOfOperator is how many glyphs are looked at in the time of an operator.
const looksOfOperator = 60

// bands sorts the glyphs of the page. They may be looked at as long as the page may
// have operators.
func (in *interpreter) bands() *bands {
	p := in.page
	out := &bands{make([][]int32, max(1, int(p.Height/bandHeight)+1)), looksOfOperator * max(0, in.lim.Operators-p.Operators)}
	for i := range p.Glyphs {
		at := out.at(p.Glyphs[i].Y)
		out.rows[at] = append(out.rows[at], int32(i))
	}
	return out
}

// looked counts what was looked at as operators of the page. A page that took too much
// was left half read.
func (in *interpreter) looked(b *bands) {
	most := looksOfOperator * max(0, in.lim.Operators-in.page.Operators)
	in.page.Operators += (most - b.left) / looksOfOperator
	if b.left < 0 && in.failed == nil {
		in.failed = ErrLimit
	}
}

func (b *bands) at(y float64) int {
	if !(y > 0) {
		return 0
	}
	return int(min(y/bandHeight, float64(len(b.rows)-1)))
}

// between gives the glyphs whose baselines may lie between two heights.
func (b *bands) between(top, bottom float64) iter.Seq[int] {
	return func(yield func(int) bool) {
		for at := b.at(top); at <= b.at(bottom); at++ {
			if b.left -= len(b.rows[at]); b.left < 0 {
				return
			}
			for _, i := range b.rows[at] {
				if !yield(int(i)) {
					return
				}
			}
		}
	}
}
