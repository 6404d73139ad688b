package evidence

import (
	"strings"
	"unicode/utf8"
)

// readLevels reads a column's cells as levels: of the axis whose labels most of
// them are, else by their own numbers, else as words of degree.
func (b *Body) readLevels(c *Column) {
	written := b.written(c)
	b.chooseAxis(c, written)
	axis := c.axis
	if c.labelled < half {
		axis = nil
	}
	read, distinct := 0, map[int]bool{}
	for _, key := range c.keys {
		v := unread
		if l, ok := written[key]; ok {
			if n, _, ok := cellLevel(l, axis); ok {
				v = n
				read++
				distinct[n] = true
			}
		}
		c.levels = append(c.levels, v)
	}
	s := float64(read) / float64(max(c.filled, 1))
	if s < tolerances.textShare && b.readDegrees(c) {
		s = 1
		distinct = map[int]bool{}
		for _, v := range c.levels {
			if v != unread {
				distinct[v] = true
			}
		}
	}
	c.levelish = c.filled >= min(2, len(b.Rows)) && s >= tolerances.levelShare && len(distinct) <= tolerances.topLevel && (!c.running || c.again) &&
		float64(c.filled) >= tolerances.levelFill*float64(len(b.Rows))
	c.constant = len(distinct) <= 1
	c.sorted = stepsByOne(c.levels)
}

// written divides each of a column's different texts that could be a level.
func (b *Body) written(c *Column) map[string]level {
	out := make(map[string]level, len(c.counts))
	for i, key := range c.keys {
		if _, done := out[key]; done || key == "" || utf8.RuneCountInString(key) > tolerances.levelText || strings.Contains(key, "%") {
			continue
		}
		out[key] = b.lex.Written.level(key, c.cells[i].Clean())
	}
	return out
}

// chooseAxis finds the axis whose labels most of a column's cells are. The usual
// ones are tried for a few different words only.
func (b *Body) chooseAxis(c *Column, written map[string]level) {
	var asked *family
	named := true
	for i := range b.lex.Axes {
		a := &b.lex.Axes[i]
		if a.family != asked {
			asked, named = a.family, a.family.names(written)
		}
		if a.Usual && (!named || len(written) > tolerances.topLevel+2 || c.labelled > tolerances.allLabelled) {
			continue
		}
		if i >= tolerances.freeAxes && b.lex.Step != nil && !b.lex.Step(1+len(written)/tolerances.findsOfStep) {
			return
		}
		n := 0
		for key, l := range written {
			if _, label, ok := cellLevel(l, a); ok && label {
				n += c.counts[key]
			}
		}
		s := float64(n) / float64(max(c.filled, 1))
		if s > c.labelled+tolerances.moreLabels || s > half && s > c.labelled-tolerances.sameLabels && b.fits(c, a) > b.fits(c, c.axis) {
			c.axis, c.labelled = a, s
		}
	}
}

// fits tells how well an axis's name suits a column's heading.
func (b *Body) fits(c *Column, a *Axis) int {
	switch {
	case a == nil:
		return -1
	case a.Usual:
		return 0
	case a.Field == "":
		return 1
	case c.headed(a.Field):
		return 3
	}
	return 2
}

// degreeShare gives the degrees of a column's words; ok is false where most are
// none.
func (b *Body) degreeShare(c *Column) (degrees map[string]float64, ok bool) {
	if len(c.counts) > tolerances.distinct {
		return nil, false
	}
	degrees = map[string]float64{}
	known := 0
	for key, times := range c.counts {
		if d, ok := b.lex.Degree(key); ok {
			degrees[key] = d
			known += times
		}
	}
	return degrees, known > 0 && float64(known) >= tolerances.levelShare*float64(c.filled)
}

// readDegrees reads a column as words of degree, ranked among themselves.
func (b *Body) readDegrees(c *Column) bool {
	degrees, ok := b.degreeShare(c)
	if !ok {
		return false
	}
	for i, key := range c.keys {
		d, ok := degrees[key]
		if !ok {
			c.levels[i] = unread
			continue
		}
		rank := 1
		seen := map[float64]bool{}
		for _, o := range degrees {
			if o < d && !seen[o] {
				seen[o] = true
				rank++
			}
		}
		c.levels[i] = rank
	}
	c.degrees = true
	return true
}

// stepsByOne reports whether numbers count up or down by exactly one, as those
// of a list do and levels do not.
func stepsByOne(values []int) bool {
	var all []int
	for _, v := range values {
		if v != unread {
			all = append(all, v)
		}
	}
	for i := 1; i < len(all); i++ {
		if step := all[i] - all[i-1]; step != all[1]-all[0] || step != 1 && step != -1 {
			return false
		}
	}
	return len(all) > 2
}
