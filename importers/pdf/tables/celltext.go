package tables

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"riskbok/importers/pdf/text"
)

// printed is one printed line of a cell.
type printed struct {
	text   string
	x0     float64
	x1     float64
	size   float64
	words  int
	turned bool    // it does not read from left to right
	space  bool    // a space was painted at its end
	first  float64 // width of its first letter
}

// printedLines gives the printed lines of a cell, settled or not.
func (c *Cell) printedLines() []printed {
	if c.printed != nil {
		return c.printed
	}
	return c.lines()
}

// lines sorts a cell's words into its printed lines: what is upright first,
// then what is turned, each in its own frame.
func (c *Cell) lines() []printed {
	words := c.Words
	if !inOrder(words, byLine) {
		slices.SortStableFunc(words, func(a, b text.Word) int { return byLine(&a, &b) })
	}
	var out []printed
	for from := 0; from < len(words); {
		to := from + 1
		for to < len(words) && words[to].Angle == words[from].Angle && words[to].Dir == words[from].Dir &&
			words[to].Base-words[from].Base < tolerances.cellLine*max(words[from].Size, words[to].Size) {
			to++
		}
		row := words[from:to]
		if !inOrder(row, along) {
			slices.SortStableFunc(row, func(a, b text.Word) int { return along(&a, &b) })
		}
		out = append(out, printLine(row))
		from = to
	}
	return out
}

func byLine(a, b *text.Word) int {
	return cmp.Or(cmp.Compare(a.Angle, b.Angle), cmp.Compare(a.Dir, b.Dir), cmp.Compare(a.Base, b.Base))
}

func along(a, b *text.Word) int {
	x, _ := a.Along()
	y, _ := b.Along()
	return cmp.Compare(x, y)
}

// inOrder reports whether words stand in an order already, as most do: quicker to see
// than to sort them.
func inOrder(words []text.Word, order func(a, b *text.Word) int) bool {
	for i := 1; i < len(words); i++ {
		if order(&words[i], &words[i-1]) < 0 {
			return false
		}
	}
	return true
}

func printLine(row []text.Word) printed {
	p := printed{words: 1, turned: !row[0].Upright()}
	p.x0, p.x1 = row[0].Along()
	base := row[0].Base
	for i := range row {
		if row[i].Size > p.size {
			p.size, base = row[i].Size, row[i].Base
		}
	}
	length := len(row)
	for i := range row {
		length += len(row[i].Text)
	}
	var b strings.Builder
	b.Grow(length)
	b.WriteString(shown(&row[0], p.size, base))
	g := row[0].Glyphs
	if len(g) > 0 {
		p.first = math.Abs(g[0].EndX - g[0].X)
	}
	end := p.x1
	for i := 1; i < len(row); i++ {
		w := &row[i]
		x0, x1 := w.Along()
		if row[i-1].Space || x0-end > places.space*w.Size || x0-end < -places.backSpace*w.Size {
			b.WriteByte(' ')
			p.words++
		}
		end = x1
		p.x1 = max(p.x1, x1)
		b.WriteString(shown(w, p.size, base))
	}
	p.text, p.space = b.String(), row[len(row)-1].Space
	return p
}

// keepLines keeps the printed lines of the cells instead of their words.
func (t *Table) keepLines() {
	if !t.Ruled {
		t.bases = make([][2]float64, t.NumRows)
	}
	for i := range t.Cells {
		c := &t.Cells[i]
		for k := range c.Words {
			if t.Ruled {
				break
			}
			at, b := &t.bases[c.Row], c.Words[k].Base
			if at[0] == 0 || b < at[0] {
				at[0] = b
			}
			at[1] = max(at[1], b)
		}
		c.dropStruck()
		c.printed = c.lines()
		c.Words = nil
	}
}

// FillText sets the text of every cell. Known tells
// which words stand whole somewhere else.
func (t *Table) FillText(known *Known) {
	widest := map[int]*widths{} // by first column and span
	for i := range t.Cells {
		c := &t.Cells[i]
		for _, p := range c.printed {
			if p.turned {
				continue
			}
			k := c.Col<<16 | c.Cols
			if widest[k] == nil {
				widest[k] = &widths{}
			}
			widest[k].add(p.x1 - p.x0)
		}
	}
	for i := range t.Cells {
		c := &t.Cells[i]
		var room widths
		if w := widest[c.Col<<16|c.Cols]; w != nil {
			room = *w
		}
		switch {
		case len(c.printed) > 0 && c.printed[0].turned:
			room = widths{room: c.Box.H() - 2*tolerances.turnedPad, known: true}
		case t.Ruled:
			room = widths{room: max(room.room, c.room(c.printed)), known: true}
		case c.Cols == 1 && c.Col+1 < len(t.cols):
			room = widths{room: t.cols.room(c.Col), known: true}
		}
		c.Text = unmarked(joinPrinted(c.printed, room, known))
		c.printed = nil
	}
}

// widths is what the lines of a column tell about the room it has: its width,
// the longest line, which is sure to be its width only where rulings show it,
// and otherwise likely where a second line is about as long.
type widths struct {
	room, second float64
	known        bool
}

func (w *widths) add(width float64) {
	switch {
	case width > w.room:
		w.room, w.second = width, w.room
	case width > w.second:
		w.second = width
	}
}

// full reports whether a line of a width leaves no room for a letter.
func (w widths) full(width, letter float64) bool {
	if !w.known && w.room-w.second > letter {
		return false
	}
	return w.room-width < letter
}

// room is the width that a cell leaves for text: its own less its padding,
// which is taken to be the same on both sides.
func (c *Cell) room(lines []printed) float64 {
	pad := math.Inf(1)
	for _, p := range lines {
		pad = min(pad, min(p.x0-c.Box.X0, c.Box.X1-p.x1))
	}
	if math.IsInf(pad, 1) {
		return 0
	}
	return c.Box.W() - 2*max(pad, 0)
}

// joinPrinted joins the printed lines of a cell: a line break stays, unless it
// broke a word, at a hyphen or because it is wider than its cell.
func joinPrinted(lines []printed, room widths, known *Known) string {
	if len(lines) == 1 {
		return lines[0].text
	}
	var b strings.Builder
	asPrinted := len(lines) < 2 || known.phrase(lines)
	for i, p := range lines {
		whole := false
		if i+1 < len(lines) && !asPrinted {
			p.text, whole = known.hyphenated(p.text, lines[i+1].text)
		}
		b.WriteString(p.text)
		if i+1 < len(lines) && !whole && !known.broken(lines[i], lines[i+1], room) {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// dropStruck takes the struck words from a cell where others stand: whoever strikes
// "3" and writes "12" beside it means 12. Where all are struck they are read.
func (c *Cell) dropStruck() {
	struck := 0
	for i := range c.Words {
		if c.Words[i].Struck {
			struck++
		}
	}
	if struck == 0 {
		return
	}
	if c.Struck = struck == len(c.Words); !c.Struck {
		c.Words = slices.DeleteFunc(c.Words, func(w text.Word) bool { return w.Struck })
	}
}
