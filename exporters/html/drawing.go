package html

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"riskbok/rules/model"
)

// The measures of a drawing, in its own units: it is some 820 wide, as the page
// is in points of the screen.
const (
	wide        = 820
	labelWide   = 138 // the names of likelihoods, to the left
	labelHigh   = 26  // the names of consequences, below, where they take one line
	nameHigh    = 15  // a further line of them
	cellHigh    = 78
	cellLeast   = 58
	cellMost    = 170
	letterWide  = 8.2 // of the numbers in the cells, at their size
	lineHigh    = 17
	namesWide   = 7.0 // of the names of levels
	arrowRoom   = 22  // to the right and below the numbers, for arrows
	mostDrawn   = 12  // levels of an axis: above it only the table tells
	mostLetters = 10  // of one number in a cell

	labelLetters = 15 // of the name of a likelihood on a line
)

// drawing is a heat map as shapes.
type drawing struct {
	Width, Height int
	Cells         []box
	Rows, Columns []name
	Arrows        []arrow
	AxisY         int // where the name of the lower axis stands
}

// box is one cell; Lines are the numbers of its risks.
type box struct {
	X, Y, W, H int
	Class      string
	Score      int
	Lines      []numberLine
}

type numberLine struct {
	Y       int
	Numbers []number
}

// number is a risk's number in a cell. Gone is one whose written value stands
// here, and whose levels give another cell.
type number struct {
	Text        string
	Moved, Gone bool
}

// name is the name of a level, in lines.
type name struct {
	X, Y  int
	Lines []nameLine
}

type nameLine struct {
	Y    int
	Text string
}

// arrow leads from a written value to what the levels give: a line, and the
// corners of its head.
type arrow struct {
	X1, Y1, X2, Y2 string
	Head           string
	Risk           string
}

// draw lays out the map, nil where it has too many levels to be read.
func (w *writer) draw(s *model.Scale, g grid, risks []mapped) *drawing {
	rows, cols := len(g.levels[0]), len(g.levels[1])
	if rows == 0 || cols == 0 || rows > mostDrawn || cols > mostDrawn {
		return nil
	}
	cell := min(max((wide-labelWide)/cols, cellLeast), cellMost)
	d := &drawing{Width: labelWide + cols*cell + 2, Height: rows*cellHigh + labelHigh, AxisY: rows*cellHigh + 18}
	order := byRange(s)
	held := map[[2]int][]number{}
	for i := range risks {
		if r := &risks[i]; r.Placed {
			held[r.at] = append(held[r.at], number{Text: shorten(r.Label, mostLetters), Moved: r.Wrong})
			if r.from != nil {
				held[*r.from] = append(held[*r.from], number{Text: shorten(r.Label, mostLetters), Gone: true})
			}
		}
	}
	for i := range rows {
		y := (rows - 1 - i) * cellHigh
		d.Rows = append(d.Rows, named(g.levels[0][i], labelWide-10, y+cellHigh/2, labelLetters))
		for j := range cols {
			b := box{X: labelWide + j*cell, Y: y, W: cell - 3, H: cellHigh - 3, Class: shadeOf(order, g.scores[i][j]), Score: g.scores[i][j]}
			b.Lines = w.numberLines(held[[2]int{i, j}], b)
			d.Cells = append(d.Cells, b)
		}
	}
	for j := range cols {
		d.Columns = append(d.Columns, named(g.levels[1][j], labelWide+j*cell+cell/2, rows*cellHigh+18, int(float64(cell-8)/namesWide)))
	}
	lines := 1
	for _, c := range d.Columns {
		lines = max(lines, len(c.Lines))
	}
	d.Height += (lines - 1) * nameHigh
	d.arrows(risks, rows, cell)
	return d
}

// named breaks the name of a level into lines around a point.
func named(l model.ScaleLevel, x, y, letters int) name {
	text := strconv.Itoa(l.Value)
	if label := oneLine(l.Label); label != "" && label != text {
		text += " " + label
	}
	n := name{X: x, Y: y}
	for i, line := range broken(text, letters, 3) {
		n.Lines = append(n.Lines, nameLine{y + i*nameHigh, line})
	}
	return n
}

// broken breaks a text at spaces into at most so many lines of so many letters.
func broken(s string, letters, lines int) []string {
	var out []string
	line := ""
	for _, word := range strings.Fields(s) {
		word = shorten(word, max(letters, 4))
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > letters {
			out, line = append(out, line), ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	out = append(out, line)
	if len(out) > lines {
		out = out[:lines]
		out[lines-1] += "…"
	}
	return out
}

// numberLines fills a cell with numbers, and counts those for which there is no
// room: not the moved ones, to which the arrows lead, as long as others can go.
func (w *writer) numberLines(all []number, b box) []numberLine {
	out, shown := layNumbers(all, b)
	if shown == len(all) {
		return out
	}
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(x, y number) int { return y.rank() - x.rank() })
	out, shown = layNumbers(all, b)
	return w.counted(out, len(all)-shown)
}

// rank is greater for a number that an arrow leads to or from.
func (n number) rank() int {
	if n.Moved || n.Gone {
		return 1
	}
	return 0
}

// layNumbers fills the lines of a cell, and tells how many numbers found room.
func layNumbers(all []number, b box) (out []numberLine, shown int) {
	perLine := max(int(float64(b.W-arrowRoom-6)/letterWide), 3)
	lines := (b.H - 22) / lineHigh
	used := 0
	for i, n := range all {
		size := utf8.RuneCountInString(n.Text) + 1
		if len(out) == 0 || used+size > perLine+1 {
			if len(out) == lines {
				return out, i
			}
			out = append(out, numberLine{Y: b.Y + 37 + len(out)*lineHigh})
			used = 0
		}
		last := &out[len(out)-1]
		last.Numbers = append(last.Numbers, n)
		used += size
	}
	return out, len(all)
}

// counted puts how many numbers are left out in the place of the last line.
func (w *writer) counted(out []numberLine, left int) []numberLine {
	last := &out[len(out)-1]
	left += len(last.Numbers)
	last.Numbers = []number{{Text: "+ " + strconv.Itoa(left)}}
	return out
}

// arrows leads each wrong risk from the cell of its written value to its own,
// along the right and lower edges of the cells, where no numbers stand.
func (d *drawing) arrows(risks []mapped, rows, cell int) {
	same := map[[4]int]int{}
	for i := range risks {
		r := &risks[i]
		if !r.Placed || r.from == nil {
			continue
		}
		key := [4]int{r.from[0], r.from[1], r.at[0], r.at[1]}
		lane := same[key]
		same[key]++
		if lane > 2 {
			continue // the numbers themselves tell
		}
		point := func(at [2]int) (x, y float64) {
			x = float64(labelWide+at[1]*cell+cell-14) - float64(lane*5)
			y = float64((rows-1-at[0])*cellHigh+cellHigh-13) - float64(lane*5)
			return x, y
		}
		x1, y1 := point(*r.from)
		x2, y2 := point(r.at)
		d.Arrows = append(d.Arrows, newArrow(x1, y1, x2, y2, r.Label))
	}
}

// headLong is the length of an arrow's head.
const headLong = 10

func newArrow(x1, y1, x2, y2 float64, risk string) arrow {
	length := math.Hypot(x2-x1, y2-y1)
	ux, uy := (x2-x1)/length, (y2-y1)/length
	bx, by := x2-ux*headLong, y2-uy*headLong
	corner := func(x, y float64) string { return coordinate(x) + "," + coordinate(y) }
	half := headLong / 2.0
	head := strings.Join([]string{corner(x2, y2), corner(bx-uy*half, by+ux*half), corner(bx+uy*half, by-ux*half)}, " ")
	return arrow{coordinate(x1), coordinate(y1), coordinate(bx), coordinate(by), head, risk}
}

func coordinate(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }
