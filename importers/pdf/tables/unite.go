package tables

import (
	"cmp"
	"math"
	"slices"

	"riskbok/importers/pdf/rulings"
)

// unite makes one table of ruled pieces with the same columns and of the text
// above, between and below them that stands in these columns: a boxed heading
// and what it is the heading of, rows boxed one by one or in groups. It gives
// the tables and the lines that belong to none.
func unite(ruled []*Table, lines []row, in Input, horizontal []rulings.Edge) ([]*Table, []row) {
	goesOn := in.Previous != nil && in.Previous.Ruled && in.Previous.Loose
	if len(ruled) == 0 && !goesOn || len(lines) == 0 {
		return ruled, lines
	}
	u := uniting{in: in, horizontal: horizontal, lines: lines, tables: slices.Clone(ruled)}
	slices.SortStableFunc(u.tables, func(a, b *Table) int { return cmp.Compare(a.Box.Y0, b.Box.Y0) })
	for _, t := range u.tables {
		u.openLeft(t)
		u.turnedColumns(t)
	}
	var out []*Table
	for i, t := range u.tables {
		if t != nil {
			out = append(out, u.grow(i))
		}
	}
	if goesOn {
		out = u.goOn(in.Previous, out)
	}
	if !u.taken {
		return out, lines
	}
	return out, slices.DeleteFunc(u.lines, func(r row) bool { return len(r.Words) == 0 })
}

type uniting struct {
	in         Input
	horizontal []rulings.Edge
	lines      []row
	tables     []*Table // by height; nil once it is part of another
	taken      bool     // some line was
}

// strip is a piece of a united table: a ruled one, or lines of text.
type strip struct {
	ruled *Table
	lines []columnLine
}

// columnLine is the part of a printed line that stands in the columns of a
// table: line is its index, row holds one chunk for each column.
type columnLine struct {
	line int
	row  row
}

// grow unites the table at an index with what belongs to it.
func (u *uniting) grow(i int) *Table {
	t := u.tables[i]
	strips := []strip{{ruled: t}}
	last := t
	for {
		next := u.next(i, last)
		bottom := math.Inf(1)
		if next >= 0 {
			bottom = u.tables[next].Box.Y0
		}
		found, all := u.below(t, last.Box.Y1, bottom)
		if next >= 0 && all && sameEdges(t, u.tables[next]) && bridges(last, found, u.tables[next]) && !repeats(t, u.tables[next]) {
			last = u.tables[next]
			u.tables[next] = nil
			strips = append(strips, strip{lines: found}, strip{ruled: last})
			continue
		}
		if next >= 0 {
			found = nearer(last, found, u.tables[next])
		}
		if found = trimBelow(untilAnother(strips, found)); belongs(strips, found, false) {
			strips = append(strips, strip{lines: found})
		}
		break
	}
	if !mayBeHeaded(strips[0].ruled) {
		if found := trimAbove(u.above(i, t)); belongs(strips, found, true) {
			strips = append([]strip{{lines: found}}, strips...)
		}
	}
	if len(strips) == 1 {
		return t
	}
	return u.compose(t, strips)
}

// nearer gives those of the lines between two tables that stand nearer to the
// upper one: above the widest of the spaces between them.
func nearer(above *Table, found []columnLine, below *Table) []columnLine {
	if len(found) == 0 {
		return found
	}
	last := &found[len(found)-1].row
	if below.Box.Y0-last.Base > tolerances.uniteGap*last.Size {
		return found
	}
	end, widest, at := above.Box.Y1, below.Box.Y0-last.Base-descent*last.Size, len(found)
	for i := range found {
		l := &found[i].row
		if space := l.Base - ascent*l.Size - end; space >= widest {
			widest, at = space, i
		}
		end = l.Base + descent*l.Size
	}
	return found[:at]
}

// untilAnother gives the lines below a table, or at the top of a page on which it
// goes on, up to the title of another table.
func untilAnother(strips []strip, found []columnLine) []columnLine {
	var rows []row
	for _, s := range strips {
		for _, l := range s.lines {
			rows = append(rows, l.row)
		}
	}
	own := len(rows)
	for _, l := range found {
		rows = append(rows, l.row)
	}
	if len(rows) == 0 {
		return found
	}
	cols, _ := findColumns(rows)
	if len(cols) == 0 {
		return found
	}
	r := region{rows: rows, cols: cols}
	if n := r.another(); n > own {
		return found[:n-own]
	}
	return found
}

// goOn gives the tables of the page with the one that lines at its top make in
// the columns of the table before, whose rulings do not show all its rows, or
// with these lines put to the first table, if it has the same columns.
func (u *uniting) goOn(previous *Table, out []*Table) []*Table {
	i := slices.IndexFunc(u.lines, func(l row) bool { return len(l.Words) > 0 })
	if i < 0 {
		return out
	}
	for i+1 < len(u.lines) && u.lines[i].Base < tolerances.headerMargin*u.in.Page.Height && u.lines[i+1].Base-u.lines[i].Base > tolerances.headerGap*u.lines[i].Size {
		i++
	}
	top, bottom := u.lines[i].Base-u.lines[i].Size, math.Inf(1)
	for _, t := range out {
		if t.Box.Y0 < top {
			return out
		}
		bottom = min(bottom, t.Box.Y0)
	}
	found, all := u.below(previous, top, bottom)
	if len(found) == 0 || len(found[0].row.chunks) == 1 && columnAt(previous.X, found[0].row.chunks[0].words[0]) == 0 {
		return out
	}
	before := []strip{{ruled: previous}}
	if last := &found[len(found)-1].row; len(out) > 0 && all && out[0].Box.Y0 == bottom && sameEdges(previous, out[0]) &&
		bottom-last.Base < tolerances.uniteGap*last.Size && rest(before, found) && !repeats(previous, out[0]) {
		return append([]*Table{u.compose(previous, []strip{{lines: found}, {ruled: out[0]}})}, out[1:]...)
	}
	if found = trimBelow(untilAnother(nil, found)); belongs(before, found, false) {
		return append([]*Table{u.compose(previous, []strip{{lines: found}})}, out...)
	}
	return out
}

// next gives the table below another one that shares some of its width.
func (u *uniting) next(i int, t *Table) int {
	for k := i + 1; k < len(u.tables); k++ {
		if o := u.tables[k]; o != nil && o.Box.Y0 > t.Box.Y1-tolerances.hair && o.Box.X0 < t.Box.X1 && o.Box.X1 > t.Box.X0 {
			return k
		}
	}
	return -1
}

// below gives the lines from one height to another that stand in the columns
// of a table, up to the first that does not, and whether these are all.
func (u *uniting) below(t *Table, top, bottom float64) (found []columnLine, all bool) {
	last := top
	for i := range u.lines {
		l := &u.lines[i]
		if l.Base-midLetter*l.Size < top || len(l.Words) == 0 {
			continue
		}
		if l.Base > bottom {
			break
		}
		c, some := t.inColumns(l, i)
		if !some {
			continue
		}
		far := tolerances.maxRowGap
		if len(found) == 0 {
			far = tolerances.uniteGap
		}
		if c.row.chunks == nil || l.defines || l.Base-last > far*l.Size {
			return found, false
		}
		found = append(found, c)
		last = l.Base
	}
	return found, true
}

// above gives the lines over a table that stand in its columns, from top to
// bottom.
func (u *uniting) above(i int, t *Table) []columnLine {
	top := 0.0
	for _, o := range u.tables[:i] {
		if o != nil && o.Box.X0 < t.Box.X1 && o.Box.X1 > t.Box.X0 {
			top = max(top, min(o.Box.Y1, t.Box.Y0))
		}
	}
	var found []columnLine
	last := t.Box.Y0
	for i := len(u.lines) - 1; i >= 0; i-- {
		l := &u.lines[i]
		if l.Base-midLetter*l.Size > t.Box.Y0 || len(l.Words) == 0 {
			continue
		}
		if l.Base < top {
			break
		}
		c, some := t.inColumns(l, i)
		if !some {
			continue
		}
		if c.row.chunks == nil || last-l.Base > tolerances.uniteGap*l.Size {
			break
		}
		found = append(found, c)
		last = l.Base
	}
	slices.Reverse(found)
	return found
}

// inColumns gives the words of a line that stand over the width of a table, in
// its columns; without chunks where they stand otherwise. It reports false
// where the line has no such words.
func (t *Table) inColumns(l *row, index int) (columnLine, bool) {
	from, to := 0, len(l.Words)
	for from < to && l.Words[from].Box.X1 < t.Box.X0 {
		from++
	}
	for to > from && l.Words[to-1].Box.X0 > t.Box.X1 {
		to--
	}
	if from == to {
		return columnLine{}, false
	}
	c := columnLine{line: index, row: row{Line: l.Line}}
	words := l.Words[from:to]
	c.row.Words = words
	outside := words[0].Box.X0 < t.Box.X0-places.sameEdge || words[len(words)-1].Box.X1 > t.Box.X1+places.sameEdge && !unbreakable(words, t.NumCols-1, t.X) ||
		from > 0 && words[0].Box.X0-l.Words[from-1].Box.X1 < tolerances.wideGap*l.Size ||
		to < len(l.Words) && l.Words[to].Box.X0-words[len(words)-1].Box.X1 < tolerances.wideGap*l.Size
	if !outside {
		c.row.chunks = columnChunks(words, t.X)
	}
	c.row.Bold = true
	for i := range words {
		c.row.Bold = c.row.Bold && words[i].Bold
	}
	return c, true
}
