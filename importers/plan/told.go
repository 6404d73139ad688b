package plan

// before gives the tables as they are before any definition is known.
func (l *layout) before() []block {
	if !l.asked {
		l.asked, l.plain = true, (&binder{layout: l}).blocks()
	}
	return l.plain
}

// Tells reports whether a cell stands in a row that tells of a risk, in a table
// of risks or a follow-up: what stands there is text, be it the name of an axis.
func (l *layout) Tells(row, col int) bool {
	blocks := l.before()
	for i := range blocks {
		b := &blocks[i]
		if row >= b.from && row < b.to && col >= b.left && col <= b.right && b.tells(l.w, l.t, row) {
			return true
		}
	}
	return false
}

// Look spends steps of looking for what defines a scale; see [scale.Risks].
func (l *layout) Look(steps int) bool {
	l.cost.Enter(l.t.Place)
	return l.cost.Step(steps)
}

// Heads reports whether a heading is that of a column in a table of risks, by
// the headings around it without a gap.
func (l *layout) Heads(row, col int) bool {
	left, right := l.t.Run(row, col)
	h, ok := l.runs[[3]int{row, left, right}]
	if !ok {
		texts := make([]headingText, right+1)
		for c := left; c <= right; c++ {
			if cell := l.t.Resolved(row, c); !l.t.Cell(row, c).Covered || int(l.t.Cell(row, c).OriginCol) == c {
				texts[c] = headingText{cell.Text, cell.At}
			}
		}
		h = (&binder{layout: l}).bind(row, row, texts)
		l.runs[[3]int{row, left, right}] = h
	}
	return h.register() && h.binds(l.t, row, col)
}
