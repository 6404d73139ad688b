// Package rulings turns the lines of a page into the edges of its tables:
// pieces of one line are joined, lines that almost coincide become one.
//
// [Find] gives the edges, [Components] those that belong together.
package rulings

import (
	"cmp"
	"slices"

	"riskbok/importers/pdf/content"
)

// Edge is a horizontal or vertical line: At is its fixed coordinate, From and
// To where it begins and ends.
type Edge struct{ At, From, To float64 }

// Snap is how far apart two lines may lie and still be one, points: cells of
// some programs have borders of their own with a hair's breadth between.
const Snap = 2.0

const (
	joinGap = 2.5  // a break that small does not end an edge
	maxEdge = 5000 // no printed page has more

	maxPieces = 100_000 // dots and dashes among them
)

// Find gives the horizontal and vertical edges of a page, sorted by position.
func Find(lines []content.Line) (horizontal, vertical []Edge) {
	if len(lines) > maxPieces {
		return nil, nil
	}
	for _, l := range lines {
		if l.X1-l.X0 >= l.Y1-l.Y0 {
			horizontal = append(horizontal, Edge{(l.Y0 + l.Y1) / 2, l.X0, l.X1})
		} else {
			vertical = append(vertical, Edge{(l.X0 + l.X1) / 2, l.Y0, l.Y1})
		}
	}
	return merge(horizontal), merge(vertical)
}

// merge joins edges of one position.
func merge(edges []Edge) []Edge {
	slices.SortFunc(edges, func(a, b Edge) int { return cmp.Compare(a.At, b.At) })
	var out []Edge
	for from := 0; from < len(edges); {
		to := from + 1
		for to < len(edges) && edges[to].At-edges[from].At <= Snap {
			to++
		}
		group := edges[from:to]
		at, length := 0.0, 0.0
		for _, e := range group {
			l := max(e.To-e.From, 0.01)
			at += e.At * l
			length += l
		}
		out = append(out, spans(group, at/length)...)
		from = to
	}
	if len(out) > maxEdge {
		return nil
	}
	return out
}

// spans joins the extents of edges that lie on one line.
func spans(group []Edge, at float64) []Edge {
	slices.SortFunc(group, func(a, b Edge) int { return cmp.Compare(a.From, b.From) })
	gap := max(joinGap, 2*pitch(group))
	var out []Edge
	for _, e := range group {
		if n := len(out); n > 0 && e.From <= out[n-1].To+gap {
			out[n-1].To = max(out[n-1].To, e.To)
			continue
		}
		out = append(out, Edge{at, e.From, e.To})
	}
	return slices.DeleteFunc(out, func(e Edge) bool { return e.To-e.From < 2 })
}

// Dots and dashes that make a line: at least so many on one, each at most this
// long, and this far from the next, in points.
const (
	leastDots = 8
	maxDot    = 3
	maxPitch  = 6
)

// pitch gives the distance at which the dots of a dotted line follow each
// other, 0 for other lines. Where two cells meet a dot may be missing.
func pitch(group []Edge) float64 {
	if len(group) < leastDots {
		return 0
	}
	dots := 0
	steps := make([]float64, 0, len(group)-1)
	for i, e := range group {
		if e.To-e.From <= maxDot {
			dots++
		}
		if i > 0 && e.From-group[i-1].From > 0.1 {
			steps = append(steps, e.From-group[i-1].From)
		}
	}
	if 5*dots < 4*len(group) || len(steps) == 0 {
		return 0
	}
	slices.Sort(steps)
	if p := steps[len(steps)/2]; p <= maxPitch {
		return p
	}
	return 0
}

// Component is a set of edges that touch each other.
type Component struct{ Horizontal, Vertical []Edge }

// Components groups edges that cross or meet.
func Components(horizontal, vertical []Edge) []Component {
	parent := make([]int, len(horizontal)+len(vertical))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for i, h := range horizontal {
		first, _ := slices.BinarySearchFunc(vertical, h.From-Snap, func(e Edge, x float64) int { return cmp.Compare(e.At, x) })
		for j := first; j < len(vertical) && vertical[j].At <= h.To+Snap; j++ {
			if v := vertical[j]; h.At >= v.From-Snap && h.At <= v.To+Snap {
				parent[find(i)] = find(len(horizontal) + j)
			}
		}
	}
	index := map[int]int{}
	var out []Component
	for i := range parent {
		r := find(i)
		k, ok := index[r]
		if !ok {
			k = len(out)
			index[r] = k
			out = append(out, Component{})
		}
		if i < len(horizontal) {
			out[k].Horizontal = append(out[k].Horizontal, horizontal[i])
		} else {
			out[k].Vertical = append(out[k].Vertical, vertical[i-len(horizontal)])
		}
	}
	return out
}
