package tables

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// startLines tells of the gaps whether a row may begin below them: no text on the
// next line begins with a small letter, as what goes on in the middle of a
// sentence does. Columns of small words alone, and the keys, do not count.
func startLines(ps []piece, gaps []gap, key int) map[gap]bool {
	small, all := map[int]int{}, map[int]int{}
	for _, p := range ps {
		if letter, low := firstLetter(p.chunk.text()); letter {
			all[p.col]++
			if low {
				small[p.col]++
			}
		}
	}
	out := map[gap]bool{}
	for i, line := range linesBetween(ps, gaps)[1:] {
		starts, seen := true, map[int]bool{}
		for _, p := range line {
			if p.col == key || seen[p.col] {
				continue
			}
			seen[p.col] = true
			s := p.chunk.text()
			_, low := firstLetter(s)
			goes := low && float64(small[p.col]) <= tolerances.mostSmall*float64(all[p.col]) || closes(s) || opens(s)
			starts = starts && !goes
		}
		out[gaps[i]] = starts
	}
	return out
}

// closes reports whether a text ends what a bracket on a line above began.
func closes(s string) bool {
	end := strings.IndexByte(s, ')')
	return end >= 0 && !strings.Contains(s[:end], "(")
}

// opens reports whether a text is nothing but what a bracket begins that a line
// below closes: "(1-" over "4)".
func opens(s string) bool { return strings.HasPrefix(s, "(") && !strings.Contains(s, ")") }

// setAtBottom reports whether the keys stand on the last lines of their rows, as in
// cells set at the bottom: somewhere the line of a key goes on with one above it that
// has none, and nowhere a line without a key goes on with that of a key.
func setAtBottom(ps []piece, gaps []gap, key int, starts map[gap]bool) bool {
	if key < 0 {
		return false
	}
	has := func(line []piece) bool {
		return slices.ContainsFunc(line, func(p piece) bool { return p.col == key })
	}
	lines := linesBetween(ps, gaps)
	first := slices.IndexFunc(lines, has)
	votes := 0
	for i := max(first, 0) + 1; i < len(lines); i++ {
		above, own := has(lines[i-1]), has(lines[i])
		switch {
		case starts[gaps[i-1]]:
		case own && !above:
			votes++
		case above && !own && i-1 > first: // the first is the heading
			return false
		}
	}
	return votes > 0
}

// firstLetter reports whether a text begins with a letter, and with a small one.
func firstLetter(s string) (letter, small bool) {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r), unicode.IsLower(r)
}

func startsUpper(s string) bool {
	letter, small := firstLetter(s)
	return letter && !small
}
