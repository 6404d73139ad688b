package tables

import "math"

// markGroups tells lines whether they are headings of groups of rows: one piece
// that begins where the number of the row below does, and is bold or larger than
// that row or reaches over its next column.
func markGroups(rows []row) {
	for i := 0; i+1 < len(rows); i++ {
		l, next := &rows[i], &rows[i+1]
		if len(l.chunks) != 1 || len(next.chunks) < tolerances.leastHeading || next.wides() < tolerances.leastHeading {
			continue
		}
		c, first := l.chunks[0], next.chunks[0]
		l.group = math.Abs(c.x0-first.x0) < places.sameEdge && printsKey(first.text()) && !printsKey(c.text()) &&
			(l.Bold && !next.Bold || l.Size > (1+tolerances.equalSize)*next.Size || c.x1 > next.chunks[1].x0) && next.Base-l.Base < tolerances.maxRowGap*l.Size
	}
}

// aroundGroups gives the gaps above and below the headings of groups that divide
// nothing yet.
func aroundGroups(ps []piece, gaps []gap, breaks []float64) []float64 {
	divided := func(from, to float64) bool {
		for _, y := range breaks {
			if y > from && y < to {
				return true
			}
		}
		return false
	}
	var out []float64
	for _, p := range ps {
		if !p.group {
			continue
		}
		above, below := -1, -1
		for i, g := range gaps {
			if g.mid() <= p.y0+places.gapNear*p.size {
				above = i
			}
			if below < 0 && g.mid() >= p.y1-places.gapNear*p.size {
				below = i
			}
		}
		for _, i := range []int{above, below} {
			if i >= 0 && !divided(gaps[i].y0-places.atGap, gaps[i].y1+places.atGap) {
				out = append(out, gaps[i].mid())
			}
		}
	}
	return out
}
