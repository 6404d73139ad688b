package correction

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"riskbok/exporters/correction/opc"
)

// sheet writes the patched sheet part. The error is [opc.ErrOverlap].
func (p *patches) sheet() ([]byte, error) {
	l := p.layout
	positions := slices.SortedFunc(maps.Keys(p.byCell), func(a, b position) int {
		if a.row != b.row {
			return a.row - b.row
		}
		return a.col - b.col
	})
	var cuts []opc.Cut
	newRows := map[int][]string{}
	for _, pos := range positions {
		c := p.cells[pos]
		text := p.cell(pos, c, p.byCell[pos])
		switch r, exists := l.rows[pos.row]; {
		case c != nil:
			cuts = append(cuts, opc.Cut{At: c.whole, Text: text})
		case exists:
			cuts = append(cuts, opc.Cut{At: opc.Span{Start: r.placeOfNew(pos.col), End: r.placeOfNew(pos.col)}, Text: text})
		default:
			newRows[pos.row] = append(newRows[pos.row], text)
		}
	}
	cuts = append(cuts, l.openRows(cuts)...)
	cuts = append(cuts, p.higher()...)
	for _, n := range slices.Sorted(maps.Keys(newRows)) {
		at := l.after[n]
		cuts = append(cuts, opc.Cut{At: opc.Span{Start: at, End: at}, Text: fmt.Sprintf(`<%srow r="%d">%s</%srow>`, l.prefix, n, strings.Join(newRows[n], ""), l.prefix)})
	}
	return opc.Splice(l.data, joinEmpty(l, cuts))
}

// placeOfNew gives where a new cell of a row belongs.
func (r row) placeOfNew(col int) int {
	for i := range r.cells {
		if r.cells[i].at.col > col {
			return r.cells[i].whole.Start
		}
	}
	return r.end
}

// openRows gives an empty row element, <row/>, that gets a cell its two tags.
// The insertions after it stand between them.
func (l *layout) openRows(cuts []opc.Cut) []opc.Cut {
	var more []opc.Cut
	for _, r := range l.rows {
		if !r.tag.Empty {
			continue
		}
		var cells strings.Builder
		for i := range cuts {
			if cuts[i].At == (opc.Span{Start: r.end, End: r.end}) {
				cells.WriteString(cuts[i].Text)
				cuts[i].Text = ""
			}
		}
		if cells.Len() > 0 {
			more = append(more, opc.Cut{At: opc.Span{Start: r.tag.Start, End: r.tag.End}, Text: opc.Opened(string(l.data[r.tag.Start:r.tag.End])) + cells.String() + "</" + l.prefix + "row>"})
		}
	}
	return more
}

// joinEmpty puts new rows into a sheet whose data element is empty.
func joinEmpty(l *layout, cuts []opc.Cut) []opc.Cut {
	t := l.sheetData
	if !t.Empty {
		return cuts
	}
	var b strings.Builder
	for _, c := range cuts {
		b.WriteString(c.Text)
	}
	return []opc.Cut{{At: opc.Span{Start: t.Start, End: t.End}, Text: opc.Opened(string(l.data[t.Start:t.End])) + b.String() + "</" + l.prefix + "sheetData>"}}
}

// cell writes one cell element: what the patch does not name stays as it was.
func (p *patches) cell(pos position, c *cell, change *patch) string {
	l := p.layout
	var open opc.Tag
	formula, val, rest := "", "", ""
	if c == nil {
		text := []byte("<" + l.prefix + `c r="` + pos.String() + `">`)
		for t := range opc.Tags(text) {
			open = t
		}
	} else {
		for t := range opc.Tags(c.open.Of(l.data)) {
			open = t
		}
		formula = string(c.formula.Of(l.data))
		val = string(c.value.Of(l.data)) + string(c.inline.Of(l.data))
		rest = c.extension(l.data)
	}
	var pairs []string
	if change.marked {
		pairs = append(pairs, "s", strconv.Itoa(change.style))
	}
	if change.formula != nil {
		formula = *change.formula
	}
	switch {
	case change.clear:
		val = ""
		pairs = append(pairs, "t", "", "vm", "")
	case change.value != nil:
		kind := change.value.kind
		val = element(l.prefix, kind, change.value.text)
		pairs = append(pairs, "t", kind, "vm", "", "ph", "")
	}
	body := formula + val + rest
	text := open.With(pairs...)
	if body == "" {
		if open.Empty {
			return text
		}
		return text + "</" + l.prefix + "c>"
	}
	return opc.Opened(text) + body + "</" + l.prefix + "c>"
}

// extension gives what stands in a cell beside formula and value.
func (c *cell) extension(data []byte) string {
	from := c.open.End
	for _, s := range []opc.Span{c.formula, c.value, c.inline} {
		from = max(from, s.End)
	}
	whole := data[from:c.whole.End]
	if i := strings.LastIndex(string(whole), "</"); i > 0 {
		return strings.TrimSpace(string(whole[:i]))
	}
	return ""
}

// element writes a cell's value.
func element(prefix, kind, text string) string {
	keep := ""
	if strings.TrimSpace(text) != text {
		keep = ` xml:space="preserve"`
	}
	if kind == "inlineStr" {
		return fmt.Sprintf("<%sis><%st%s>%s</%st></%sis>", prefix, prefix, keep, cellText(text), prefix, prefix)
	}
	return fmt.Sprintf("<%sv%s>%s</%sv>", prefix, keep, cellText(text), prefix)
}
