package tables

import (
	"math"
	"slices"
)

// amountLines gives the first pieces of the lines in a stretch of y that hold
// numbers below each other in at least leastAmounts columns: the lines of rows
// of amounts, which a ruling over each sum does not part. It gives none where
// a line has nothing before its numbers to name it, or only the rest of a text
// and levels: two values of one risk below each other stay in their row. The rest
// of a text that begins below the line before is that of a cell set at the bottom.
func amountLines(ps []piece, top, bottom float64) []piece {
	var lines [][]piece
	for _, p := range ps {
		if p.base <= top || p.base >= bottom || p.group || p.col == 0 {
			continue
		}
		if s := p.chunk.text(); !printsNumber(s) || yearText.MatchString(s) {
			continue
		}
		if n := len(lines) - 1; n >= 0 && math.Abs(p.base-lines[n][0].base) < tolerances.sameLine*p.size {
			lines[n] = append(lines[n], p)
			continue
		}
		lines = append(lines, []piece{p})
	}
	var out []piece
	for i, l := range lines {
		name := named(ps, l, top, bottom)
		if name == nil || i > 0 && (inBoth(lines[i-1], l) < tolerances.leastAmounts || !startsUpper(name.chunk.text()) && levels(l) && !beginsBetween(ps, lines[i-1], name)) {
			return nil
		}
		out = append(out, l[0])
	}
	return out
}

// beginsBetween reports whether a text of the first column begins with a capital
// below a line and above a name.
func beginsBetween(ps, line []piece, name *piece) bool {
	return slices.ContainsFunc(ps, func(p piece) bool {
		return p.col == 0 && p.base > line[0].base+tolerances.sameLine*p.size && p.base < name.base && startsUpper(p.chunk.text())
	})
}

// inBoth counts the columns that two lines both have text in.
func inBoth(a, b []piece) int {
	n := 0
	for _, p := range a {
		if slices.ContainsFunc(b, func(o piece) bool { return o.col == p.col }) {
			n++
		}
	}
	return n
}

// levels reports whether all numbers of a line may be levels or risk values.
func levels(line []piece) bool {
	const digits = 2
	return !slices.ContainsFunc(line, func(p piece) bool { return len(p.chunk.text()) > digits })
}

// named gives the text of the first column that stands beside a line, at its
// height or as the upper of two lines that are set in its middle, or nil.
func named(ps []piece, line []piece, top, bottom float64) *piece {
	at := line[0]
	var above *piece
	below := false
	for i := range ps {
		p := &ps[i]
		if p.col != 0 || p.base <= top || p.base >= bottom {
			continue
		}
		switch d := (p.base - at.base) / at.size; {
		case math.Abs(d) < tolerances.sameLine:
			return p
		case d < 0 && d > -tolerances.textGap:
			above = p
		case d > 0 && d < tolerances.textGap:
			below = true
		}
	}
	if !below {
		return nil
	}
	return above
}
