package raster

// runs gives the horizontal lines of a bitmap. A line that the scanner left a
// little aslant is found piece by piece, each a dot higher or lower. Vertical
// says that the bitmap was transposed.
func (b *bitmap) runs(side float64, vertical bool) []Line {
	least, gap, thick := int(shortest*side), int(longest*side), max(1, int(thickest*side))
	var out []Line
	for y := range b.h {
		from, last := -1, 0
		for x := 0; x <= b.w; x++ {
			if x < b.w && b.near(x, y) {
				if from < 0 {
					from = x
				}
				last = x
				continue
			}
			if from < 0 || x < b.w && x-last <= gap {
				continue
			}
			if last-from >= least && b.thin(from, last, y, thick) {
				out = append(out, b.line(from, last, y, vertical))
			}
			from = -1
		}
	}
	return out
}

// near reports whether a dot is dark, or the one above or below it.
func (b *bitmap) near(x, y int) bool {
	i := y*b.w + x
	return b.dark[i] || y > 0 && b.dark[i-b.w] || y+1 < b.h && b.dark[i+b.w]
}

// thin reports whether a run is the part of a line: no more dots are dark above
// and below it than a line is thick, at most places. Where a line crosses it a
// place is looked for beside that: rows of one height cross it at even steps.
func (b *bitmap) thin(from, to, y, thick int) bool {
	const places = 16
	wide := 0
	for n := range places {
		x := from + (to-from)*n/(places-1)
		if b.across(x, y, thick) > thick && b.across(max(from, x-thick-1), y, thick) > thick && b.across(min(to, x+thick+1), y, thick) > thick {
			wide++
		}
	}
	return 4*wide < places
}

// across counts the dark dots above and below a place, as far as a line that is
// thick reaches and one dot more.
func (b *bitmap) across(x, y, thick int) (dark int) {
	for k := max(0, y-thick-1); k <= min(b.h-1, y+thick+1); k++ {
		if b.dark[k*b.w+x] {
			dark++
		}
	}
	return dark
}

func (b *bitmap) line(from, to, y int, vertical bool) Line {
	x0, x1, at := float64(from)/float64(b.w), float64(to+1)/float64(b.w), (float64(y)+0.5)/float64(b.h)
	if vertical {
		return Line{at, x0, at, x1}
	}
	return Line{x0, at, x1, at}
}
