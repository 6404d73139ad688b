package plan

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// One table may list the risks of several boards, with a column that says whose
// each is, and number them from 1 for every board.

// boardColumn reports whether a column is such a one: its heading is a label of
// boards, and nearly all rows under it have a board's name, not all the same.
func (l *layout) boardColumn(from, col int, heading string) bool {
	if !l.w.Opens(words.BoardLabel, heading) || from >= len(l.t.Rows) {
		return false
	}
	c := l.boardsAt(col)[from]
	return c.names*10 >= c.rows*int32(tolerances.sureTenths) && c.apart
}

// boardCount is how many rows there are from one on, as far as a table goes that
// begins there or after blank rows, and what a column holds in them.
type boardCount struct {
	rows, names int32
	apart       bool  // two of the names are not the same
	name        int32 // the row of one of the names; −1: none
}

// boardsAt counts the names of boards in a column from each row on, once.
func (l *layout) boardsAt(col int) []boardCount {
	if out := l.boards[col]; out != nil {
		return out
	}
	out := make([]boardCount, len(l.t.Rows))
	key := func(r int32) string { return model.Key(l.t.Resolved(int(r), col).Text) }
	before := boardCount{name: -1} // from the row below on
	on := before                   // likewise, of a table that has begun
	for r := len(out) - 1; r >= 0; r-- {
		switch n := l.filled(r); {
		case n == 0:
			on = boardCount{name: -1}
		case n > 1:
			on.rows++
			if l.w.Boards().Is(model.Clean(l.t.Resolved(r, col).Text)) {
				on.names++
				on.apart = on.apart || on.name >= 0 && key(on.name) != key(int32(r))
				on.name = int32(r)
			}
			before = on
		}
		out[r] = before
	}
	l.boards[col] = out
	return out
}

// board gives the board that a row names, "" where it names none.
func (x row) board() string {
	return model.Clean(x.cell(model.FieldBoard).Text)
}

// boardRows are the boards of a table's rows, in order of appearance, and which
// of them each risk and each row of a follow-up is of.
type boardRows struct {
	names       []model.Value[string]
	risks, rows []int
}

// noteBoard keeps the board of a row that was added to the table; a row that names
// none is of the board above.
func (b *boardRows) noteBoard(t *tableReader, x row) {
	if !t.h.has(model.FieldBoard) {
		return
	}
	at := len(b.names) - 1
	if n := len(b.risks); n > 0 {
		at = b.risks[n-1]
	}
	if v := grid.TextValue(x.cell(model.FieldBoard), t.d.w.Blank); v.OK {
		at = slices.IndexFunc(b.names, func(o model.Value[string]) bool { return model.Key(o.V) == model.Key(v.V) })
		if at < 0 {
			at = len(b.names)
			b.names = append(b.names, v)
		}
	}
	for len(b.risks) < len(t.reg.Risks) {
		b.risks = append(b.risks, max(at, 0))
	}
	for len(b.rows) < len(t.fu.Rows) {
		b.rows = append(b.rows, max(at, 0))
	}
}

// head gives a table as it is for one of its boards. What is said of the table
// itself is said once, with the first board.
func (b *boardRows) head(t model.Table, board int) model.Table {
	t.Board = b.names[board].V
	t.Heads = slices.Clone(t.Heads)
	for i := range t.Heads {
		t.Heads[i].Board = b.names[board]
	}
	if board > 0 {
		t.Unclear = nil
	}
	return t
}

// registers divides a register by board.
func (b *boardRows) registers(whole *model.Register) []model.Register {
	return divided(b, *whole, b.risks, whole.Risks, func(part *model.Register, board int, risks []model.Risk) {
		part.Table, part.Risks = b.head(whole.Table, board), risks
		if board > 0 {
			part.Leftover = nil
		}
	})
}

// followUps divides a follow-up by board.
func (b *boardRows) followUps(whole *model.FollowUpTable) []model.FollowUpTable {
	return divided(b, *whole, b.rows, whole.Rows, func(part *model.FollowUpTable, board int, rows []model.FollowUpRow) {
		part.Table, part.Rows = b.head(whole.Table, board), rows
		if board > 0 {
			part.Leftover = nil
		}
	})
}

// divided gives a copy of a table for each board, with the rows that are its
// own; of says which board each row is of, and fill puts the rows in. A table of
// one board is left whole.
func divided[T, R any](b *boardRows, whole T, of []int, rows []R, fill func(part *T, board int, rows []R)) []T {
	if len(b.names) < 2 {
		return []T{whole}
	}
	mine := make([][]R, len(b.names))
	for i, row := range rows {
		mine[of[i]] = append(mine[of[i]], row)
	}
	out := make([]T, len(b.names))
	for i := range out {
		out[i] = whole
		fill(&out[i], i, mine[i])
	}
	return out
}
