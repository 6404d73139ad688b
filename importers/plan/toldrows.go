package plan

import (
	"riskbok/rules/model"
)

// toldRows are the rows of a grid that tell of risks before any definition is
// known.
type toldRows struct {
	deep    []bool
	numbers map[string]bool
	rows    int
}

// Deep reports whether a row stands deep inside a table of risks: it tells of
// one, so do the rows around it, and nothing stands beside the table.
func (l *layout) Deep(row int) bool {
	deep := l.tellRows().deep
	return row < len(deep) && deep[row]
}

// Told gives the numbers of the grid's risks, as keys, and how many rows tell of
// one.
func (l *layout) Told() (numbers map[string]bool, rows int) {
	told := l.tellRows()
	return told.numbers, told.rows
}

func (l *layout) tellRows() *toldRows {
	if l.told != nil {
		return l.told
	}
	l.told = &toldRows{numbers: map[string]bool{}}
	tells := make([]bool, len(l.t.Rows)) // of one block after the other
	for i := range l.before() {
		b := &l.plain[i]
		first, last := -1, -1 // of rows that tell, with few others among them
		for r := b.from; r < b.to; r++ {
			if tells[r] = b.tells(l.w, l.t, r); !tells[r] {
				continue
			}
			l.told.rows++
			if c := (row{l.w, l.t, b.header, r}).own(model.FieldNumber); c != nil {
				l.told.numbers[c.Key()] = true
			}
			if first < 0 || r-last > tolerances.restRows {
				l.deepRows(b, tells, first, last)
				first = r
			}
			last = r
		}
		l.deepRows(b, tells, first, last)
	}
	return l.told
}

// deepRows marks the rows of a block from first to last that tell of risks as
// deep, but for those at both ends.
func (l *layout) deepRows(b *block, tells []bool, first, last int) {
	if first < 0 || last-first <= 2*tolerances.shallowRows {
		return
	}
	if l.told.deep == nil {
		l.told.deep = make([]bool, len(l.t.Rows))
	}
	for r := first + tolerances.shallowRows; r <= last-tolerances.shallowRows; r++ {
		l.told.deep[r] = tells[r] && l.t.RowBlank(r, 0, b.left-1) && l.t.RowBlank(r, b.right+1, len(l.t.Rows[r])-1)
	}
}
