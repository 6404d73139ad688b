package content

import "iter"

// bandHeight is how high a band of glyphs is, points.
const bandHeight = 16

// bands are the glyphs of a page by the height of their baselines.
type bands [][]int32

// bands sorts the glyphs of the page.
func (p *Page) bands() bands {
	out := make(bands, max(1, int(p.Height/bandHeight)+1))
	for i := range p.Glyphs {
		at := out.at(p.Glyphs[i].Y)
		out[at] = append(out[at], int32(i))
	}
	return out
}

func (b bands) at(y float64) int {
	if !(y > 0) {
		return 0
	}
	return int(min(y/bandHeight, float64(len(b)-1)))
}

// between gives the glyphs whose baselines may lie between two heights.
func (b bands) between(top, bottom float64) iter.Seq[int] {
	return func(yield func(int) bool) {
		for at := b.at(top); at <= b.at(bottom); at++ {
			for _, i := range b[at] {
				if !yield(int(i)) {
					return
				}
			}
		}
	}
}
