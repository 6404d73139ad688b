package correction

import (
	"math"
	"strconv"

	newbook "riskbok/exporters/workbook"

	"riskbok/exporters/correction/opc"
)

// defaultWidth is the width in characters of a column that a sheet says nothing
// of (ECMA-376 part 1, 18.3.1.81).
const defaultWidth = 8.43

// columnWidth is the width of columns in characters.
type columnWidth struct {
	from, to int
	width    float64
}

// widthAt gives the room of a cell, with all columns that it is merged over.
func (l *layout) widthAt(p position) float64 {
	from, to := p.col, p.col
	for _, m := range l.merged {
		if m.has(0, p) {
			from, to = m.c1, m.c2
		}
	}
	total := 0.0
	for col := from; col <= to; col++ {
		total += l.columnWidth(col)
	}
	return total
}

func (l *layout) columnWidth(col int) float64 {
	for _, w := range l.widths {
		if w.from <= col && col <= w.to {
			return w.width
		}
	}
	return defaultWidth
}

// room makes a row with a height of its own higher, where a text that it gets
// wraps over more lines than the row shows. Programs fit a row without a height
// themselves.
func (p *patches) room(pos position, text string, wraps bool) {
	r, ok := p.layout.rows[pos.row]
	if !ok || !wraps || r.tag.Empty || p.layout.mergedDown(pos) {
		return
	}
	has, err := strconv.ParseFloat(r.tag.Attr("ht"), 64)
	if err != nil {
		return
	}
	if needs := float64(textHeight(text, int(p.layout.widthAt(pos)))); needs > max(has, p.heights[pos.row]) {
		p.heights[pos.row] = math.Min(needs, newbook.MaxHeight)
	}
}

// mergedDown reports whether a cell reaches over several rows, whose heights
// together are its room.
func (l *layout) mergedDown(p position) bool {
	for _, m := range l.merged {
		if m.has(0, p) && m.r2 > m.r1 {
			return true
		}
	}
	return false
}

// higher gives the tags of the rows that became higher.
func (p *patches) higher() []opc.Cut {
	var cuts []opc.Cut
	for number, height := range p.heights {
		t := p.layout.rows[number].tag
		cuts = append(cuts, opc.Cut{At: opc.Span{Start: t.Start, End: t.End}, Text: t.With("ht", strconv.FormatFloat(height, 'f', -1, 64), "customHeight", "1")})
	}
	return cuts
}

// wraps reports whether a cell format breaks its text into lines.
func (st *styles) wraps(style int) bool {
	if style < 0 || style >= len(st.xfs.items) {
		return false
	}
	for t := range opc.Tags(st.xfs.items[style].Of(st.data)) {
		if t.Name == "alignment" {
			on := t.Attr("wrapText")
			return on == "1" || on == "true"
		}
	}
	return false
}
