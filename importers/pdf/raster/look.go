package raster

import (
	"cmp"
	"slices"

	"riskbok/importers/pdf/objects"
)

// Sight is what a picture shows.
type Sight uint8

// What a picture may show: nothing that is read, lines of running text, or
// lines of words that stand in columns.
const (
	Nothing Sight = iota
	Text
	Table
)

// Heights of letters as they are printed, in points: a dot is no letter, and a
// sign over a drawing none either.
const (
	leastLetter = 1.8
	mostLetter  = 26
)

// A word that the scanner or the scaling has run together is this much wider
// than high at most.
const longWord = 14

// perPoint is how many dots a point keeps at least when a picture is made
// smaller to be looked at: small letters of 5 points are 7 dots high.
const perPoint = 3

// Look tells what a picture shows that is painted so many points across and
// down, turned by a quarter or not. A photograph shows nothing. The error says that
// it cannot be unpacked.
func Look(im objects.Image, across, down float64, turned bool) (Sight, error) {
	if im.Width*im.Height > mostDots || !(across > 0) || !(down > 0) {
		return Nothing, errPicture
	}
	light, err := lightness(im)
	if err != nil {
		return Nothing, err
	}
	if photographed(light, im.Width, im.Height) {
		return Nothing, nil
	}
	density := min(float64(im.Width)/across, float64(im.Height)/down)
	step := max(1, int(density/perPoint))
	b := ink(light, im.Width, im.Height, step)
	if turned {
		b = b.transposed()
	}
	points := float64(step) / density // a dot's side
	var rows []row
	for _, p := range b.pieces() {
		h, w := float64(p.y1-p.y0)*points, float64(p.x1-p.x0)
		if h >= leastLetter && h <= mostLetter && w <= longWord*float64(p.y1-p.y0) {
			rows = place(rows, p)
		}
	}
	words := make([][]piece, 0, len(rows))
	for i := range rows {
		words = append(words, rows[i].words())
	}
	switch {
	case inColumns(words):
		return Table, nil
	case running(rows, b.w):
		return Text, nil
	}
	return Nothing, nil
}

// contrast is how much darker or lighter than the paper ink is. The shades of
// rows and headings are nearer to the paper.
const contrast = 72

// ink gives the dots of a picture that stand out from its paper, every block of
// step by step dots as one.
func ink(light func(x, y int) uint8, width, height, step int) *bitmap {
	w, h := width/step, height/step
	gray := make([]uint8, w*h)
	var count [256]int
	for y := range h {
		for x := range w {
			sum := 0
			for k := range step * step {
				sum += int(light(x*step+k%step, y*step+k/step))
			}
			v := uint8(sum / (step * step))
			gray[y*w+x] = v
			count[v]++
		}
	}
	paper := 0
	for v, n := range count {
		if n > count[paper] {
			paper = v
		}
	}
	b := &bitmap{w: w, h: h, dark: make([]bool, w*h)}
	for i, v := range gray {
		b.dark[i] = int(v) > paper+contrast || int(v) < paper-contrast
	}
	return b
}

// piece is the box of dark dots that touch each other, or of several such.
type piece struct{ x0, y0, x1, y1 int }

func (p piece) with(q piece) piece {
	return piece{min(p.x0, q.x0), min(p.y0, q.y0), max(p.x1, q.x1), max(p.y1, q.y1)}
}

// mostPieces bounds what is looked at: a page of the smallest print has fewer.
const mostPieces = 50_000

// pieces gives the boxes of the dots that touch, from the top.
func (b *bitmap) pieces() []piece {
	seen := make([]bool, len(b.dark))
	var out []piece
	var todo []int
	for start, d := range b.dark {
		if !d || seen[start] {
			continue
		}
		p := piece{b.w, b.h, 0, 0}
		seen[start] = true
		todo = append(todo[:0], start)
		for len(todo) > 0 {
			at := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			x, y := at%b.w, at/b.w
			p = p.with(piece{x, y, x + 1, y + 1})
			for dy := max(0, y-1); dy <= min(b.h-1, y+1); dy++ {
				for dx := max(0, x-1); dx <= min(b.w-1, x+1); dx++ {
					if i := dy*b.w + dx; b.dark[i] && !seen[i] {
						seen[i] = true
						todo = append(todo, i)
					}
				}
			}
		}
		if out = append(out, p); len(out) >= mostPieces {
			break
		}
	}
	return out
}

// row is the letters of one line, over the whole picture.
type row struct {
	letters []piece
	base    int // where most of them stand
	height  int // of the tallest
}

// place puts a letter, which begins below those before it, on the line that it
// shares half of its height with.
func place(rows []row, p piece) []row {
	const recent = 24 // lines that may still be growing
	for i := len(rows) - 1; i >= max(0, len(rows)-recent); i-- {
		r := &rows[i]
		top := r.base - r.height
		shared := min(p.y1, r.base) - max(p.y0, top)
		if 2*shared > min(p.y1-p.y0, r.height) {
			r.letters = append(r.letters, p)
			if 3*(p.y1-top) < 4*r.height {
				r.base = max(r.base, p.y1)
			}
			r.height = max(r.height, r.base-min(p.y0, top))
			return rows
		}
	}
	return append(rows, row{[]piece{p}, p.y1, p.y1 - p.y0})
}

// wordGap is the least space between words in different columns, as a share of
// the height of the line.
const wordGap = 1.1

// words gives the groups of letters of a line that wide gaps divide.
func (r *row) words() []piece {
	slices.SortFunc(r.letters, func(a, b piece) int { return cmp.Compare(a.x0, b.x0) })
	var out []piece
	for _, p := range r.letters {
		if n := len(out); n > 0 && float64(p.x0-out[n-1].x1) < wordGap*float64(r.height) {
			out[n-1] = out[n-1].with(p)
			continue
		}
		out = append(out, p)
	}
	return out
}

// Lines that make a table: so many have words in the same two columns.
const leastRows = 3

// inColumns reports whether the words of the lines stand in columns: two edges
// or middles of words that several lines have in common, and the same lines
// both. The labels of a diagram share one edge.
func inColumns(lines [][]piece) bool {
	height := 0
	var all []piece
	for _, words := range lines {
		if len(words) > 1 {
			all = append(all, words...)
		}
	}
	for _, w := range all {
		height += w.y1 - w.y0
	}
	if len(all) < 2*leastRows {
		return false
	}
	near := max(2, height/len(all)/3)
	seen := map[[2]column]int{}
	for _, words := range lines {
		if len(words) < 2 || len(words) > mostColumns {
			continue
		}
		for p := range columnPairs(words, near) {
			if seen[p]++; seen[p] >= leastRows {
				return true
			}
		}
	}
	return false
}

// column is an edge or the middle of a word, to a step. A word at the edge of two
// steps is in both: one with the steps as they are, one with them moved by half.
type column struct{ kind, at int }

func columnsOf(p piece, near int) []column {
	var out []column
	for kind, at := range [...]int{p.x0, p.x1, (p.x0 + p.x1) / 2} {
		out = append(out, column{2 * kind, at / near}, column{2*kind + 1, (at + near/2) / near})
	}
	return out
}

// columnPairs gives the columns of every two words of a line.
func columnPairs(words []piece, near int) map[[2]column]bool {
	pairs := map[[2]column]bool{}
	for i, a := range words {
		for _, b := range words[i+1:] {
			for _, ca := range columnsOf(a, near) {
				for _, cb := range columnsOf(b, near) {
					pairs[[2]column{ca, cb}] = true
				}
			}
		}
	}
	return pairs
}

// mostColumns bounds the words of a line that are compared.
const mostColumns = 40

// Running text: so many lines with so many letters each, over so much of the
// width of the picture.
const (
	runningLines   = 5
	runningLetters = 18
	runningWidth   = 0.4
)

func running(rows []row, width int) bool {
	n := 0
	for i := range rows {
		l := rows[i].letters
		if len(l) >= runningLetters && float64(l[len(l)-1].x1-l[0].x0) > runningWidth*float64(width) {
			n++
		}
	}
	return n >= runningLines
}
