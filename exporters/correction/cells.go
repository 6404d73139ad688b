package correction

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// sheet writes the patched sheet part.
func (p *patches) sheet() []byte {
	l := p.layout
	positions := slices.SortedFunc(maps.Keys(p.byCell), func(a, b position) int {
		if a.row != b.row {
			return a.row - b.row
		}
		return a.col - b.col
	})
	var cuts []cut
	newRows := map[int][]string{}
	for _, pos := range positions {
		c := p.cells[pos]
		text := p.cell(pos, c, p.byCell[pos])
		switch r, exists := l.rows[pos.row]; {
		case c != nil:
			cuts = append(cuts, cut{c.whole, text})
		case exists:
			cuts = append(cuts, cut{span{r.before(pos.col), r.before(pos.col)}, text})
		default:
			newRows[pos.row] = append(newRows[pos.row], text)
		}
	}
	cuts = append(cuts, l.openRows(cuts)...)
	cuts = append(cuts, p.higher()...)
	for _, n := range slices.Sorted(maps.Keys(newRows)) {
		at := l.after[n]
		cuts = append(cuts, cut{span{at, at}, fmt.Sprintf(`<%srow r="%d">%s</%srow>`, l.prefix, n, strings.Join(newRows[n], ""), l.prefix)})
	}
	return splice(l.data, joinEmpty(l, cuts))
}

// before gives where a new cell of a row belongs.
func (r row) before(col int) int {
	for i := range r.cells {
		if r.cells[i].at.col > col {
			return r.cells[i].whole.start
		}
	}
	return r.end
}

// openRows gives an empty row element, <row/>, that gets a cell its two tags.
// The insertions after it stand between them.
func (l *layout) openRows(cuts []cut) []cut {
	var more []cut
	for _, r := range l.rows {
		if !r.tag.empty {
			continue
		}
		var cells strings.Builder
		for i := range cuts {
			if cuts[i].at == (span{r.end, r.end}) {
				cells.WriteString(cuts[i].text)
				cuts[i].text = ""
			}
		}
		if cells.Len() > 0 {
			more = append(more, cut{span{r.tag.start, r.tag.end}, opened(string(l.data[r.tag.start:r.tag.end])) + cells.String() + "</" + l.prefix + "row>"})
		}
	}
	return more
}

// joinEmpty puts new rows into a sheet whose data element is empty.
func joinEmpty(l *layout, cuts []cut) []cut {
	t := l.sheetData
	if !t.empty {
		return cuts
	}
	var b strings.Builder
	for _, c := range cuts {
		b.WriteString(c.text)
	}
	return []cut{{span{t.start, t.end}, opened(string(l.data[t.start:t.end])) + b.String() + "</" + l.prefix + "sheetData>"}}
}

// cell writes one cell element: what the patch does not name stays as it was.
func (p *patches) cell(pos position, c *cell, change *patch) string {
	l := p.layout
	var open tag
	formula, val, rest := "", "", ""
	if c == nil {
		text := []byte("<" + l.prefix + `c r="` + pos.String() + `">`)
		for t := range tags(text) {
			open = t
		}
	} else {
		for t := range tags(c.open.of(l.data)) {
			open = t
		}
		formula = string(c.formula.of(l.data))
		val = string(c.value.of(l.data)) + string(c.inline.of(l.data))
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
	text := open.with(pairs...)
	if body == "" {
		if open.empty {
			return text
		}
		return text + "</" + l.prefix + "c>"
	}
	return opened(text) + body + "</" + l.prefix + "c>"
}

// extension gives what stands in a cell beside formula and value.
func (c *cell) extension(data []byte) string {
	from := c.open.end
	for _, s := range []span{c.formula, c.value, c.inline} {
		from = max(from, s.end)
	}
	whole := data[from:c.whole.end]
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
