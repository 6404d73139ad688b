package tables

import (
	"math"
	"slices"
	"strings"
	"unicode"
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
	i := slices.IndexFunc(ps, func(p piece) bool { return p.col == key && printsKey(p.chunk.text()) })
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

// printsKey reports whether a text is the number of a row: three letters at most, four
// digits at most and a mark, "12", "R 3.".
func printsKey(s string) bool {
	const digits, letters = 4, 3
	if n := len(s); n > 0 && strings.IndexByte(".:)", s[n-1]) >= 0 {
		s = s[:n-1]
	}
	rest := strings.TrimRight(s, "0123456789")
	if n := len(s) - len(rest); n == 0 || n > digits {
		return false
	}
	if n := len(rest); n > 0 && strings.IndexByte(blanks, rest[n-1]) >= 0 {
		rest = rest[:n-1]
	}
	return lettersOnly(rest, letters)
}

// lettersOnly reports whether a text is so many letters at most.
func lettersOnly(s string, most int) bool {
	n := 0
	for _, r := range s {
		if n++; n > most || !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

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
		match := printsKey(p.chunk.text())
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
