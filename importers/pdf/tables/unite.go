package tables

import (
	"cmp"
	"math"
	"slices"

	"riskbok/importers/pdf/rulings"
)

// Distances from a ruled piece to text without rulings that may be one table
// with it: in em to its first line, and in points to the next piece where
// nothing stands between (boxes that are drawn row by row leave no more).
const (
	uniteGap = 2.8
	boxGap   = 6
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
		if found = trimBelow(found); belongs(strips, found, false) {
			strips = append(strips, strip{lines: found})
		}
		break
	}
	if !headed(strips[0].ruled) {
		if found := trimAbove(u.above(i, t)); belongs(strips, found, true) {
			strips = append([]strip{{lines: found}}, strips...)
		}
	}
	if len(strips) == 1 {
		return t
	}
	return u.compose(t, strips)
}

// goOn gives the tables of the page with the one that lines at its top make in
// the columns of the table before, whose rulings do not show all its rows, or
// with these lines put to the first table, if it has the same columns.
func (u *uniting) goOn(previous *Table, out []*Table) []*Table {
	i := slices.IndexFunc(u.lines, func(l row) bool { return len(l.Words) > 0 })
	if i < 0 {
		return out
	}
	for i+1 < len(u.lines) && u.lines[i].Base < headerMargin*u.in.Page.Height && u.lines[i+1].Base-u.lines[i].Base > headerGap*u.lines[i].Size {
		i++
	}
	top, bottom := u.lines[i].Base-u.lines[i].Size, math.Inf(1)
	for _, t := range out {
		if t.Box.Y0 < top {
			return out
		}
		bottom = math.Min(bottom, t.Box.Y0)
	}
	found, all := u.below(previous, top, bottom)
	if len(found) == 0 || len(found[0].row.chunks) == 1 && columnAt(previous.X, found[0].row.chunks[0].words[0]) == 0 {
		return out
	}
	before := []strip{{ruled: previous}}
	if last := &found[len(found)-1].row; len(out) > 0 && all && out[0].Box.Y0 == bottom && sameEdges(previous, out[0]) &&
		bottom-last.Base < uniteGap*last.Size && rest(before, found) && !repeats(previous, out[0]) {
		return append([]*Table{u.compose(previous, []strip{{lines: found}, {ruled: out[0]}})}, out[1:]...)
	}
	if found = trimBelow(found); belongs(before, found, false) {
		return append([]*Table{u.compose(previous, []strip{{lines: found}})}, out...)
	}
	return out
}

// rest reports whether all pieces of lines begin where text of a table does.
func rest(before []strip, found []columnLine) bool {
	t := firstRuled(before)
	for _, l := range found {
		for _, c := range l.row.chunks {
			if !alignedIn(before, columnAt(t.X, c.words[0]), c) {
				return false
			}
		}
	}
	return true
}

// next gives the table below another one that shares some of its width.
func (u *uniting) next(i int, t *Table) int {
	for k := i + 1; k < len(u.tables); k++ {
		if o := u.tables[k]; o != nil && o.Box.Y0 > t.Box.Y1-hair && o.Box.X0 < t.Box.X1 && o.Box.X1 > t.Box.X0 {
			return k
		}
	}
	return -1
}

// sameEdges reports whether two tables have the same columns.
func sameEdges(a, b *Table) bool {
	if a.NumCols != b.NumCols {
		return false
	}
	for i := range a.X {
		if math.Abs(a.X[i]-b.X[i]) > hair {
			return false
		}
	}
	return true
}

// bridges reports whether two pieces with the same columns are one table:
// rows stand between them, or nothing and one of them is a single row.
func bridges(a *Table, between []columnLine, b *Table) bool {
	if len(between) == 0 {
		return b.Box.Y0-a.Box.Y1 < boxGap && (a.NumRows == 1 || b.NumRows == 1)
	}
	most := 0
	for i := range between {
		n := len(between[i].row.chunks)
		most = max(most, n)
		if n == 1 && !attached(between, i) {
			return false
		}
	}
	return most > 1 && 2*most >= a.NumCols
}

// repeats reports whether a table begins with the same texts as another.
func repeats(a, b *Table) bool {
	for k := range a.NumCols {
		x, y := a.At(0, k), b.At(0, k)
		if x == nil || y == nil || plain(x) != plain(y) {
			return false
		}
	}
	return true
}

func plain(c *Cell) string { return joinPrinted(c.printedLines(), widths{}, NewKnown()) }

// below gives the lines from one height to another that stand in the columns
// of a table, up to the first that does not, and whether these are all.
func (u *uniting) below(t *Table, top, bottom float64) (found []columnLine, all bool) {
	last := top
	for i := range u.lines {
		l := &u.lines[i]
		if l.Base-0.5*l.Size < top || len(l.Words) == 0 {
			continue
		}
		if l.Base > bottom {
			break
		}
		c, some := t.inColumns(l, i)
		if !some {
			continue
		}
		far := maxRowGap
		if len(found) == 0 {
			far = uniteGap
		}
		if c.row.chunks == nil || l.Base-last > far*l.Size {
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
			top = math.Max(top, math.Min(o.Box.Y1, t.Box.Y0))
		}
	}
	var found []columnLine
	last := t.Box.Y0
	for i := len(u.lines) - 1; i >= 0; i-- {
		l := &u.lines[i]
		if l.Base-0.5*l.Size > t.Box.Y0 || len(l.Words) == 0 {
			continue
		}
		if l.Base < top {
			break
		}
		c, some := t.inColumns(l, i)
		if !some {
			continue
		}
		if c.row.chunks == nil || last-l.Base > uniteGap*l.Size {
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
	outside := words[0].Box.X0 < t.Box.X0-1 || words[len(words)-1].Box.X1 > t.Box.X1+1 ||
		from > 0 && words[0].Box.X0-l.Words[from-1].Box.X1 < wideGap*l.Size ||
		to < len(l.Words) && l.Words[to].Box.X0-words[len(words)-1].Box.X1 < wideGap*l.Size
	if !outside {
		c.row.chunks = columnChunks(words, t.X)
	}
	c.row.Bold = true
	for i := range words {
		c.row.Bold = c.row.Bold && words[i].Bold
	}
	return c, true
}

// trimBelow takes lines off the end that are not the last of a table's: one
// piece of text that is no line of a cell beside the lines above.
func trimBelow(found []columnLine) []columnLine {
	for n := len(found); n > 0 && len(found[n-1].row.chunks) == 1 && !attached(found, n-1); n-- {
		found = found[:n-1]
	}
	return found
}

// attached reports whether a line of one piece is a line of a cell that has
// others: it stands close to its neighbour and begins where a line near by
// does. In the first column only what goes on with the line above is one.
func attached(found []columnLine, i int) bool {
	line := &found[i].row
	c := line.chunks[0]
	near := func(k int) bool {
		return k >= 0 && k < len(found) && math.Abs(found[k].row.Base-line.Base) < textGap*line.Size
	}
	if i > 0 && near(i-1) && goesOnBelow(&found[i-1].row, line) {
		return true
	}
	first := c.x0
	for k := range found {
		first = math.Min(first, found[k].row.chunks[0].x0)
	}
	if c.x0 < first+line.Size || !near(i-1) && !near(i+1) {
		return false
	}
	const reach = 3 // lines of cells set in the middle stand between each other
	for k := max(i-reach, 0); k <= min(i+reach, len(found)-1); k++ {
		o := &found[k].row
		if k == i || math.Abs(o.Size-line.Size) > 0.1*line.Size || math.Abs(o.Base-line.Base) > 2*textGap*line.Size {
			continue
		}
		if slices.ContainsFunc(o.chunks, func(up chunk) bool {
			return math.Abs(up.x0-c.x0) < 0.3*line.Size && up.words[0].Bold == c.words[0].Bold
		}) {
			return true
		}
	}
	return false
}

// goesOnBelow reports whether a line of one piece is the next line of a cell
// of the line above.
func goesOnBelow(above, line *row) bool {
	c := line.chunks[0]
	if line.Base-above.Base > textGap*line.Size || math.Abs(line.Size-above.Size) > 0.1*line.Size {
		return false
	}
	return slices.ContainsFunc(above.chunks, func(up chunk) bool {
		return math.Abs(up.x0-c.x0) < 0.3*line.Size && up.words[0].Bold == c.words[0].Bold
	})
}

// trimAbove takes titles off the beginning: one piece of text, unless it is
// the upper half of a heading.
func trimAbove(found []columnLine) []columnLine {
	for len(found) > 0 && len(found[0].row.chunks) == 1 {
		if len(found) > 1 {
			a, b := &found[0].row, &found[1].row
			if len(b.chunks) > 1 && b.Base-a.Base < headGap*a.Size && a.Bold == b.Bold && a.chunks[0].x0 > b.chunks[0].x1 {
				break
			}
		}
		found = found[1:]
	}
	return found
}

// belongs reports whether lines above or below a table are a part of it. They
// must fill at least half of its columns somewhere, and below several rows be
// aligned with these.
func belongs(strips []strip, found []columnLine, above bool) bool {
	t := firstRuled(strips)
	rows, most := 0, 0
	for _, s := range strips {
		if s.ruled != nil {
			rows += s.ruled.NumRows
		}
	}
	aligned, astray := 0, 0
	for _, c := range found {
		most = max(most, len(c.row.chunks))
		for _, ch := range c.row.chunks {
			if alignedIn(strips, columnAt(t.X, ch.words[0]), ch) {
				aligned++
			} else {
				astray++
			}
		}
	}
	if most < 2 || 2*most < t.NumCols {
		return false
	}
	return rows == 1 || above || aligned > 2*astray
}

func firstRuled(strips []strip) *Table {
	return strips[slices.IndexFunc(strips, func(s strip) bool { return s.ruled != nil })].ruled
}

// alignedIn reports whether a piece begins, ends or is centred where other
// text of its column does.
func alignedIn(strips []strip, col int, ch chunk) bool {
	near := 0.3 * ch.words[0].Size
	for _, s := range strips {
		if s.ruled == nil {
			continue
		}
		for i := range s.ruled.Cells {
			c := &s.ruled.Cells[i]
			if c.Col != col || c.Cols != 1 {
				continue
			}
			for _, p := range c.printedLines() {
				if math.Abs(p.x0-ch.x0) < near || math.Abs(p.x1-ch.x1) < near || math.Abs(p.x0+p.x1-ch.x0-ch.x1) < 2*near {
					return true
				}
			}
		}
	}
	return false
}

// headed reports whether the first row of a table may be its heading: it has
// no number.
func headed(t *Table) bool {
	for k := range t.Cells {
		c := &t.Cells[k]
		if c.Row > 0 {
			break
		}
		if amount(plain(c)) {
			return false
		}
	}
	return true
}

// amount reports whether a text is a number or the number of a row.
func amount(s string) bool {
	return keyText.MatchString(s) && !yearText.MatchString(s) || numberText.MatchString(s) && !yearText.MatchString(s)
}
