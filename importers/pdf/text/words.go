package text

import (
	"math"
	"slices"
	"strings"

	"riskbok/importers/pdf/content"
	"riskbok/importers/pdf/geom"
)

// Word is a run of glyphs without a gap. Box reaches from the ascent to the
// descent of its font; Base is the baseline. Clip is an index into the page's
// Clips. Glyphs are its characters from left to right. Of a word that does not
// read from left to right, Base and Glyphs lie in a frame in which it does;
// Foot is the lowest point of the baseline of its line on the page.
type Word struct {
	Text   string
	Box    geom.Rect
	Base   float64
	Size   float64
	Clip   int32
	Dir    content.Dir
	Angle  int16 // of slanted words, as content.Glyph has it
	Foot   [2]float64
	Hidden bool
	Bold   bool
	Struck bool // a line goes through it
	Space  bool // a space was written after it
	Glyphs []content.Glyph
}

// Line is the words on one baseline, from left to right.
type Line struct {
	Text  string
	Box   geom.Rect
	Base  float64
	Size  float64
	Words []Word
	Bold  bool // every word is
}

// Gaps in em. wordGap is pdftotext's measure of where a word ends.
const (
	wordGap = 0.1
	backGap = -0.5 // a glyph that begins further back begins a new word
)

// sameBase is within how much, em, two baselines are of one line: what is set higher or
// lower stays with its word, and lines of text are three times as far apart. leastSize is
// the least size of type that gaps are measured by, points: some text has none.
const (
	sameBase  = 0.3
	leastSize = 0.1
)

// Read gives the words of a page in reading order and the lines they form.
// Text that does not read from left to right forms words and lines of its own,
// after the others.
func Read(p *content.Page) ([]Word, []Line) { return ReadIn(&Room{}, p) }

// Room is where the words and lines of a page stand, so that those of another may stand
// there when nobody needs them any more. The zero value is none yet.
type Room struct {
	words []Word
	lines []Line
}

// mostRoom is how many words of room are kept for another page: those of a page of the
// smallest print.
const mostRoom = 1 << 13

// Large reports whether a room is so large that it is not to be kept.
func (r *Room) Large() bool { return cap(r.words) > mostRoom || cap(r.lines) > mostRoom }

// ReadIn is [Read] for a page whose words and lines are to stand in a room.
func ReadIn(room *Room, p *content.Page) ([]Word, []Line) {
	var words []Word
	lines := room.lines[:0]
	defer func() { room.lines = lines }()
	p.Glyphs = composeAccents(p.Glyphs)
	var byDir [4][]content.Glyph
	var slanted []content.Glyph
	mixed := false
	for i := range p.Glyphs {
		mixed = mixed || p.Glyphs[i].Dir != content.Right || p.Glyphs[i].Angle != 0
	}
	if !mixed {
		byDir[content.Right] = p.Glyphs
	} else {
		for _, g := range p.Glyphs {
			if g.Angle != 0 {
				slanted = append(slanted, g)
			} else {
				byDir[g.Dir] = append(byDir[g.Dir], g)
			}
		}
	}
	for d, glyphs := range byDir {
		if len(glyphs) == 0 {
			continue
		}
		dir := content.Dir(d)
		if dir != content.Right {
			turnGlyphs(glyphs, content.Turn(dir, p.Width, p.Height))
		}
		if dir == content.Right {
			room.words = fragments(room.words[:0], glyphs)
			lines = assemble(lines, room.words)
			words = wordsOf(lines, room.words)
			continue
		}
		found := assemble(nil, fragments(nil, glyphs))
		for i := range found {
			l := &found[i]
			l.turnBack(back(dir, p.Width, p.Height), dir, 0)
			words = append(words, l.Words...)
		}
		lines = append(lines, found...)
	}
	for _, l := range slantedLines(slanted) {
		words = append(words, l.Words...)
		lines = append(lines, l)
	}
	return words, lines
}

// wordsOf gives the words of lines that were made of fragments. Mostly these are the
// words, one after the other.
func wordsOf(lines []Line, frags []Word) []Word {
	n := 0
	for i := range lines {
		words := lines[i].Words
		if n+len(words) > len(frags) || &words[0] != &frags[n] {
			return gathered(lines)
		}
		n += len(words)
	}
	return frags[:n:n]
}

func gathered(lines []Line) []Word {
	n := 0
	for i := range lines {
		n += len(lines[i].Words)
	}
	words := make([]Word, 0, n)
	for i := range lines {
		words = append(words, lines[i].Words...)
	}
	return words
}

// fragments joins glyphs in the order they were painted, and appends what they make to
// out, which is empty.
func fragments(out []Word, glyphs []content.Glyph) []Word {
	out = slices.Grow(out, len(glyphs)/5+1)
	all, at := textOf(glyphs), 0 // one text, of which each fragment's is a part
	from := -1                   // first glyph of the fragment under construction
	flush := func(to int, space bool) {
		if from >= 0 {
			end := at
			for i := from; i < to; i++ {
				end += len(glyphs[i].Text)
			}
			w := wordOf(glyphs[from:to:to], all[at:end])
			at = end
			w.Space = space
			out = append(out, w)
		}
		from = -1
	}
	for i := range glyphs {
		g := &glyphs[i]
		if blank(g.Text) {
			flush(i, true)
			at += len(g.Text)
			continue
		}
		if from >= 0 && breaks(&glyphs[i-1], g) {
			flush(i, false)
		}
		if from < 0 {
			from = i
		}
	}
	flush(len(glyphs), false)
	return out
}

func blank(s string) bool {
	return s == " " || s == "\u00a0" || strings.TrimSpace(s) == ""
}

func breaks(a, b *content.Glyph) bool {
	size := max(a.Size, b.Size)
	gap := b.X - a.EndX
	return math.Abs(a.Y-b.Y) > sameBase*size || gap > wordGap*size || gap < backGap*size || a.Clip != b.Clip || a.Struck != b.Struck || again(a, b)
}

// textOf gives the text of glyphs, one after the other.
func textOf(glyphs []content.Glyph) string {
	if len(glyphs) == 1 {
		return glyphs[0].Text
	}
	n := 0
	for i := range glyphs {
		n += len(glyphs[i].Text)
	}
	var b strings.Builder
	b.Grow(n)
	for i := range glyphs {
		b.WriteString(glyphs[i].Text)
	}
	return b.String()
}

func newWord(glyphs []content.Glyph) Word { return wordOf(glyphs, textOf(glyphs)) }

// wordOf makes a word of glyphs, whose text is at hand.
func wordOf(glyphs []content.Glyph, text string) Word {
	first := &glyphs[0]
	w := Word{Text: text, Base: first.Y, Clip: first.Clip, Hidden: first.Hidden, Bold: first.Bold, Struck: first.Struck, Box: geom.Nothing, Glyphs: glyphs}
	for i := range glyphs {
		g := &glyphs[i]
		w.Size = max(w.Size, g.Size)
		w.Box.X0 = min(w.Box.X0, min(g.X, g.EndX))
		w.Box.X1 = max(w.Box.X1, max(g.X, g.EndX))
		w.Box.Y0 = min(w.Box.Y0, g.Y-float64(g.Ascent)*g.Size)
		w.Box.Y1 = max(w.Box.Y1, g.Y-float64(g.Descent)*g.Size)
	}
	return w
}

// join makes one word of two that touch.
func join(a, b Word) Word {
	glyphs := make([]content.Glyph, 0, len(a.Glyphs)+len(b.Glyphs))
	w := newWord(append(append(glyphs, a.Glyphs...), b.Glyphs...))
	w.Space = b.Space
	w.Dir, w.Angle, w.Foot = a.Dir, a.Angle, a.Foot
	return w
}

// assemble sorts fragments into lines, drops what is painted twice and joins
// what touches. It appends the lines to others.
func assemble(lines []Line, frags []Word) []Line {
	settleMarks(frags)
	byBase(frags)
	for from := 0; from < len(frags); {
		base, size := frags[from].Base, frags[from].Size
		to := from + 1
		for to < len(frags) && frags[to].Base-base < sameBase*max(size, frags[to].Size) {
			size = max(size, frags[to].Size)
			to++
		}
		lines = append(lines, newLine(frags[from:to:to]))
		from = to
	}
	return lines
}

func newLine(words []Word) Line {
	byLeft(words)
	words = touching(once(words))
	words = spread(words)
	return lineOf(words)
}

// touching joins words between which there is no gap, as when a word is
// painted in pieces. Words with different clips stay apart: they belong to
// different cells.
func touching(words []Word) []Word {
	out := words[:0]
	for _, w := range words {
		if n := len(out); n > 0 {
			p := &out[n-1]
			gap := w.Box.X0 - p.Box.X1
			size := max(p.Size, w.Size)
			if !p.Space && p.Clip == w.Clip && p.Struck == w.Struck && gap < wordGap*size && gap > -wordGap*size && math.Abs(p.Base-w.Base) < sameBase*size {
				*p = join(*p, w)
				continue
			}
		}
		out = append(out, w)
	}
	return out
}

// Part gives the glyphs from up to to of a word as a word.
func Part(w Word, from, to int) Word {
	p := newWord(w.Glyphs[from:to:to])
	p.Base = w.Base // of a mark too, which is raised above it
	p.Dir, p.Angle, p.Foot = w.Dir, w.Angle, w.Foot
	p.Space = w.Space && to == len(w.Glyphs)
	return p
}
