package content

import "math"

// A recognized word that is as wide as the picture shows it leaves at least this
// much to the next one, em: printed spaces are a quarter of an em wide or more.
const leastSpace = 0.1

// widenWords makes recognized words as wide as they are printed where their
// program (ocrmypdf's) stretched each together with the space behind it to the
// width of the printed word. It shows in the gaps: a space that was painted for
// itself reaches to the next word or over it (Tesseract's), this one does not.
func (p *Page) widenWords() {
	stretched, others := 0, 0
	for i := 1; i+1 < len(p.Glyphs); i++ {
		space, next := &p.Glyphs[i], &p.Glyphs[i+1]
		if space.Text != " " || !space.Hidden || next.Dir != space.Dir || space.Dir != Right || math.Abs(next.Y-space.Y) > 0.3*space.Size || next.X < space.X {
			continue
		}
		if next.X-space.EndX > leastSpace*space.Size {
			stretched++
		} else {
			others++
		}
	}
	const most = 4 // times as many
	if stretched <= most*others {
		return
	}
	from := 0
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if g.Text == " " && g.Hidden {
			widenTo(p.Glyphs[from:i], g)
		}
		if g.Text == " " {
			from = i + 1
		}
	}
}

// A gap between recognized words up to this wide is the space between two words,
// em. Measured in scans of 200 and 300 dpi that Tesseract 5 read: spaces 0.2 to
// 0.55, because sizes are taken for smaller than they are and the boxes of words
// shrink; columns from 0.9 on.
const mostSpace = 0.65

// joinRuns makes recognized words that only a space divides one run of painting:
// each is painted for itself, which elsewhere tells cells apart.
func (p *Page) joinRuns() {
	last := -1 // glyph that is no space
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if g.Text == " " || !g.Hidden {
			continue
		}
		if last >= 0 {
			a := &p.Glyphs[last]
			size := max(a.Size, g.Size)
			if gap := g.X - a.EndX; a.Dir == Right && g.Dir == Right && math.Abs(g.Y-a.Y) < 0.3*size && gap > -size && gap < mostSpace*size {
				g.Run = a.Run
			}
		}
		last = i
	}
}

// widenTo stretches a word over the space behind it.
func widenTo(word []Glyph, space *Glyph) {
	if len(word) == 0 || space.Dir != Right {
		return
	}
	first, last := &word[0], &word[len(word)-1]
	width, all := last.EndX-first.X, space.EndX-first.X
	if !(width > 0) || all < width || all > 2.5*width || math.Abs(first.Y-space.Y) > 0.3*space.Size {
		return
	}
	x0 := first.X
	for i := range word {
		g := &word[i]
		g.X, g.EndX = x0+(g.X-x0)*all/width, x0+(g.EndX-x0)*all/width
	}
	space.X = space.EndX
}
