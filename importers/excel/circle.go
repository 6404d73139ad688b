package excel

import (
	"riskbok/rules/model"
	"riskbok/rules/model/calc"
	"riskbok/rules/model/formula"
)

// circles tells the cells whose formulas depend on their own cell, at once or
// through others, or on such a cell: what they show is for Excel to say. Each formula is followed once, however many are asked about:
// Tarjan's strongly connected components, without recursion, so that no chain
// of formulas can exhaust the stack.
type circles struct {
	programs *fresh
	met      map[position]*link
	open     []*link // those met whose circle is not closed
}

// link is a formula that was followed. low is the earliest formula that it was
// found to depend on and that may depend on it.
type link struct {
	order, low int
	open       bool
	circular   bool
}

// following is a formula whose cells are being gone through.
type following struct {
	link     *link
	areas    []calc.Area
	row, col int // the next cell of the first area
}

// has reports whether the formula of a cell depends on a circle. It is not ok
// where that would cost more reads than there are.
func (c *circles) has(at position) (circular, ok bool) {
	if l := c.met[at]; l != nil {
		return l.circular, true
	}
	path := []following{c.follow(at)}
	for {
		f := &path[len(path)-1]
		to, more := c.next(f)
		if c.programs.reads < 0 {
			c.met, c.open = nil, nil
			return false, false
		}
		if more {
			switch l := c.met[to]; {
			case l == nil:
				path = append(path, c.follow(to))
			case l.open:
				f.link.low = min(f.link.low, l.order)
				f.link.circular = f.link.circular || l == f.link
			default:
				f.link.circular = f.link.circular || l.circular
			}
			continue
		}
		done := f.link
		if done.low == done.order {
			c.close(done)
		}
		if path = path[:len(path)-1]; len(path) == 0 {
			return c.met[at].circular, true
		}
		above := path[len(path)-1].link
		above.low = min(above.low, done.low)
		above.circular = above.circular || done.circular
	}
}

// close ends the circle that begins with a formula: those met since then depend
// on each other.
func (c *circles) close(first *link) {
	last := len(c.open) - 1
	alone := c.open[last] == first
	for {
		l := c.open[last]
		c.open = c.open[:last]
		l.open, l.circular = false, l.circular || !alone
		if l == first {
			return
		}
		last--
	}
}

func (c *circles) follow(at position) following {
	if c.met == nil {
		c.met = map[position]*link{}
	}
	l := &link{order: len(c.met), low: len(c.met), open: true}
	c.met[at] = l
	c.open = append(c.open, l)
	f := following{link: l, areas: c.areas(at)}
	f.begin()
	return f
}

// next gives the next cell with a formula that a formula reads.
func (c *circles) next(f *following) (position, bool) {
	for len(f.areas) > 0 {
		a := f.areas[0]
		rows := c.programs.cells.wb.Tables[a.Sheet].Rows
		for ; f.row < min(a.Bottom, len(rows)); f.row, f.col = f.row+1, a.Left-1 {
			c.programs.reads--
			row := rows[f.row]
			for f.col < min(a.Right, len(row)) {
				at := position{a.Sheet, f.row, f.col}
				f.col++
				if c.programs.reads--; c.programs.reads < 0 {
					return position{}, false
				}
				if row[at.col].Formula != "" {
					return at, true
				}
			}
		}
		f.areas = f.areas[1:]
		f.begin()
	}
	return position{}, false
}

func (f *following) begin() {
	if len(f.areas) > 0 {
		f.row, f.col = f.areas[0].Top-1, f.areas[0].Left-1
	}
}

// areas gives what the formula of a cell reads: what its program does, or where
// it has none what its text tells.
func (c *circles) areas(at position) []calc.Area {
	cells := c.programs.cells
	text := cells.cellAt(at).Formula
	program, down := c.programs.program(text, model.Source{Place: int32(at.table), Row: int32(at.row + 1), Col: int32(at.col + 1)})
	if program != nil {
		return program.AreasBelow(down)
	}
	var areas []calc.Area
	for _, r := range formula.Parse(text).Reads().Ranges {
		first, last := at.table, at.table
		if r.Sheet != "" {
			first = cells.Sheet(r.Sheet)
			last = first
		}
		if r.Last != "" {
			last = cells.Sheet(r.Last)
		}
		for sheet := first; sheet >= 0 && sheet <= last; sheet++ {
			areas = append(areas, calc.Area{Sheet: sheet, Top: r.Top, Left: r.Left, Bottom: r.Bottom, Right: r.Right})
		}
	}
	return areas
}
