package tables

import (
	"math"
	"slices"
	"strings"
)

// keyed reports whether the column that numbers the rows tells that cells have
// several lines: there are far more lines than keys, most of them of one piece.
func keyed(rows []row, ps []piece, key int) bool {
	if key < 0 {
		return false
	}
	keys, single := len(keysIn(ps, key, math.Inf(-1), math.Inf(1))), 0
	for i := range rows {
		if len(rows[i].chunks) == 1 {
			single++
		}
	}
	return len(rows) > keys+keys/2+2 && 2*single > len(rows)-keys
}

// firstKey gives the uppermost piece that numbers a row.
func firstKey(ps []piece, key int) *piece {
	i := slices.IndexFunc(ps, func(p piece) bool { return p.col == key && keyText.MatchString(p.chunk.text()) })
	return &ps[i]
}

// below gives what stands from a height on, and that keys number its rows.
func below(ps []piece, gaps []gap, y float64) ([]piece, []gap, bool) {
	p := slices.IndexFunc(ps, func(p piece) bool { return p.y0 >= y })
	g := slices.IndexFunc(gaps, func(g gap) bool { return g.y0 >= y })
	if g < 0 {
		g = len(gaps)
	}
	return ps[p:], gaps[g:], true
}

// keyText is the number of a row, "12", "R 3.": its last digit stands at the end or before
// one mark, as in few texts.
var keyText = newPattern(`^\p{L}{0,3}\s?\d{1,4}[.:)]?$`, func(s string) bool {
	n := len(s)
	return n > 0 && isDigit(s[n-1]) || n > 1 && isDigit(s[n-2])
})

// keyColumn gives the column that numbers the rows: short, each value once, all
// with the same mark behind them, never two lines to a row. It is -1 where none
// has as many keys as asked.
func keyColumn(ps []piece, n, least int) int {
	best, most := -1, least-1
	for col := range n {
		seen := map[string]bool{}
		hits, others, last, upwards, mark := 0, 0, 0, true, ""
		for _, p := range ps {
			if p.col != col || p.group {
				continue
			}
			s := p.chunk.text()
			prefix, number, ok := keyNumber(s)
			behind := s[len(strings.TrimRight(s, ".:)")):]
			if !ok || seen[s] || hits > 0 && behind != mark {
				others++
				continue
			}
			upwards = upwards && (number > last || prefix != "")
			seen[s], last, mark = true, number, behind
			hits++
		}
		if hits > most && others <= 2+hits/tolerances.strayKeys && (upwards || hits > tolerances.fewKeys) {
			best, most = col, hits
		}
	}
	return best
}

// keysIn gives the pieces of the key column that number a row and lie in a
// stretch of y, and before the first of the table the heading above it.
func keysIn(ps []piece, key int, top, bottom float64) []piece {
	var out []piece
	var heading *piece
	found := false
	for i := range ps {
		p := &ps[i]
		if p.col != key {
			continue
		}
		match := keyText.MatchString(p.chunk.text())
		inside := p.base > top && p.base < bottom
		switch {
		case match && inside:
			if !found && heading != nil {
				out = append(out, *heading)
			}
			out = append(out, *p)
		case !match && !found && inside:
			heading = p
		}
		found = found || match
	}
	return out
}
