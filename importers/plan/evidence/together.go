package evidence

import (
	"slices"
	"strings"

	"riskbok/rules/model"
)

// rowsOfOne gives the pairs of rows that follow each other and have one number
// in a column that counts up: those of a risk with several measures.
func (b *Body) rowsOfOne() [][2]int {
	if b.pairs == nil {
		b.pairs = b.findRowsOfOne()
	}
	return b.pairs
}

func (b *Body) findRowsOfOne() [][2]int {
	out := [][2]int{}
	for _, c := range b.Columns {
		if !c.running || !c.again {
			continue
		}
		for i := 1; i < len(c.keys); i++ {
			if c.keys[i] != "" && c.keys[i] == c.keys[i-1] {
				out = append(out, [2]int{i - 1, i})
			}
		}
		break
	}
	return out
}

// overSeveral reports whether a column has texts that are merged down over rows
// of risks with other numbers, as those of their area are.
func (b *Body) overSeveral(c *Column) bool {
	for _, o := range b.Columns {
		if !o.running {
			continue
		}
		n := 0
		for i := 1; i < len(o.keys); i++ {
			if c.cells[i] == nil && o.keys[i] != "" && o.keys[i] != o.keys[i-1] {
				n++
			}
		}
		return n*2 > c.covered
	}
	return false
}

// perMeasure reports whether a column tells of the measures of risks and not of
// these: in most pairs of rows with one number its texts differ, and another
// column of texts has the same there.
func (b *Body) perMeasure(c *Column) bool {
	pairs := b.rowsOfOne()
	if len(pairs) == 0 || !c.differs(pairs) {
		return false
	}
	return slices.ContainsFunc(b.Columns, func(o *Column) bool {
		return o != c && o.share.texts >= tolerances.levelShare && !o.few && !o.running && o.letters >= leftover.actionLetters && !o.differs(pairs)
	})
}

// differs reports whether a column has other texts on the rows of most pairs.
func (c *Column) differs(pairs [][2]int) bool {
	n := 0
	for _, p := range pairs {
		if a, b := c.keys[p[0]], c.keys[p[1]]; a != "" && b != "" && a != b {
			n++
		}
	}
	return n*2 > len(pairs)
}

// perRisk reports whether a column says the same on all rows of a risk, and
// something else on those of most others.
func (b *Body) perRisk(c *Column) bool {
	pairs := b.rowsOfOne()
	if len(pairs) == 0 {
		return false
	}
	same := 0
	for _, p := range pairs {
		if c.keys[p[0]] == c.keys[p[1]] {
			same++
		}
	}
	return same*2 > len(pairs) && float64(len(c.counts)) > leftover.riskUnique*float64(c.filled-same)
}

// Headless reports whether the headings of a body are one more of its rows: a
// number of those that count up below it, or two texts that stand below, too.
func (b *Body) Headless() bool {
	again := 0
	for _, c := range b.Columns {
		key := model.Key(c.Heading.Text)
		if key == "" {
			continue
		}
		if c.running && c.continues(key) || c.follows(key) {
			return true
		}
		if c.counts[key] > 0 {
			again++
		}
	}
	return again >= 2
}

// continues reports whether a text is one more number of those that a column
// has, the letters before it the same.
func (c *Column) continues(key string) bool {
	if _, ok := trailingNumber(key); !ok {
		return false
	}
	letters := func(key string) string { return strings.TrimSpace(strings.TrimRight(key, "0123456789.)")) }
	return slices.ContainsFunc(c.keys, func(o string) bool { return o != "" && letters(o) == letters(key) })
}

// follows reports whether the first number of a column is the next after a text
// that is written as it is, with letters: "R10" below "R9".
func (c *Column) follows(key string) bool {
	n, ok := trailingNumber(key)
	if !ok || strings.TrimRight(key, "0123456789.)") == "" {
		return false
	}
	for _, first := range c.keys {
		if first == "" {
			continue
		}
		next, ok := trailingNumber(first)
		return ok && next > n && next-n <= 2 && c.continues(key)
	}
	return false
}

// uniqueRuns gives what part of a column's texts are different, one on rows that
// follow each other counted once.
func (c *Column) uniqueRuns() float64 {
	runs, last := 0, ""
	for _, key := range c.keys {
		if key != "" && key != last {
			runs++
			last = key
		}
	}
	return float64(len(c.counts)) / float64(max(runs, 1))
}
