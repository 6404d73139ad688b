package importers

import (
	"slices"
	"strings"

	"riskbok/importers/atonce"
	"riskbok/importers/grid"
	"riskbok/importers/pdf"
	"riskbok/rules/model"
)

// printed is a printed line with its words, and after which of them it is
// divided into columns.
type printed struct {
	pdf.Line
	words []pdf.Word
	ends  []bool
}

// lineRoom is where the lines of a page stand while they are divided, one page after the
// other.
type lineRoom struct {
	lines []printed
	ends  []bool
	parts []grid.Line
}

// someLines is how many pages one worker divides the lines of before it looks for more,
// and fewLines for how many such lots another is worth it: it takes 15 microseconds a
// page, and as long as six of them to wake somebody.
const (
	someLines = 16
	fewLines  = 2
)

// columned gives pages with their lines divided into columns.
func columned(pages []pdf.Page, doc int32) []grid.Page {
	out := make([]grid.Page, len(pages))
	lots := (len(pages) + someLines - 1) / someLines
	atonce.Each(lots, atonce.Workers(lots, fewLines), func(k int) {
		var room lineRoom
		for i := k * someLines; i < min((k+1)*someLines, len(pages)); i++ {
			out[i] = room.columned(&pages[i], doc)
		}
	})
	return out
}

// columned gives a page with its lines divided into columns.
func (x *lineRoom) columned(p *pdf.Page, doc int32) grid.Page {
	words := p.Words
	x.lines = x.lines[:0]
	x.ends = slices.Grow(x.ends[:0], len(words))[:len(words)]
	clear(x.ends)
	ends := x.ends
	for _, l := range p.Lines {
		n := len(l.Spaces) + 1
		line := printed{Line: l, words: words[:n], ends: ends[:n]}
		line.divide()
		words, ends = words[n:], ends[n:]
		x.lines = append(x.lines, line)
	}
	divideCells(x.lines)
	x.parts = x.parts[:0]
	for i := range x.lines {
		x.parts = x.lines[i].columns(x.parts, doc, p.Place, i+1)
	}
	return grid.Page{Number: p.Number, Place: p.Place, Width: p.Width, Height: p.Height, Lines: slices.Clone(x.parts)}
}

// divide finds the wide gaps of a line, where nothing is found yet.
func (l *printed) divide() {
	weight := tolerances.weightGap
	if l.Table {
		weight = tolerances.cellWeightGap
	}
	for i, space := range l.Spaces {
		l.ends[i] = space > tolerances.columnGap || space > weight && l.words[i].Bold != l.words[i+1].Bold
	}
}

// divideCells divides the lines of each table where cells that are almost full
// stand side by side: at the places where the columns of its other lines begin.
func divideCells(lines []printed) {
	for from := 0; from < len(lines); {
		to := from
		for to < len(lines) && lines[to].Table {
			to++
		}
		if table := lines[from:to]; len(table) > tolerances.cellLines {
			begins := make([][]float32, len(table))
			for i := range table {
				begins[i] = table[i].begins()
			}
			for i := range table {
				table[i].divideAt(begins, i)
			}
		}
		from = max(to, from+1)
	}
}

// begins gives where the columns of a line begin, but the first.
func (l *printed) begins() []float32 {
	var out []float32
	for i := range l.Spaces {
		if l.ends[i] {
			out = append(out, l.words[i+1].Box.X0)
		}
	}
	return out
}

// divideAt divides a line, the one of some number, where the columns of others
// begin.
func (l *printed) divideAt(begins [][]float32, own int) {
	for i, space := range l.Spaces {
		if l.ends[i] || space < tolerances.cellGap {
			continue
		}
		alike := 0
		for k, others := range begins {
			if k != own && near(others, l.words[i+1].Box.X0) {
				alike++
			}
		}
		l.ends[i] = alike >= tolerances.cellLines
	}
}

func near(places []float32, x float32) bool {
	for _, p := range places {
		if d := p - x; d > -tolerances.cellAside && d < tolerances.cellAside {
			return true
		}
	}
	return false
}

// columns appends the parts of the line to those of others. They share its row and are
// numbered as its columns.
func (l *printed) columns(out []grid.Line, doc, place int32, row int) []grid.Line {
	from, before := 0, len(out)
	for i := range l.words {
		if i+1 < len(l.words) && !l.ends[i] {
			continue
		}
		part := grid.Line{Size: l.Size, Bold: true, InTable: l.Table, At: model.Source{
			Doc: doc, Place: place, Row: int32(row), Col: int32(len(out) - before + 1), Box: l.words[from].Box,
		}}
		part.Text = joined(l.words[from : i+1])
		for _, w := range l.words[from : i+1] {
			part.Bold = part.Bold && w.Bold
			b := &part.At.Box
			b.X0, b.Y0, b.X1, b.Y1 = min(b.X0, w.Box.X0), min(b.Y0, w.Box.Y0), max(b.X1, w.Box.X1), max(b.Y1, w.Box.Y1)
		}
		out = append(out, part)
		from = i + 1
	}
	return out
}

// joined gives the text of words with blanks between them.
func joined(words []pdf.Word) string {
	if len(words) == 1 {
		return words[0].Text
	}
	n := len(words)
	for i := range words {
		n += len(words[i].Text)
	}
	var b strings.Builder
	b.Grow(n)
	for i := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(words[i].Text)
	}
	return b.String()
}
