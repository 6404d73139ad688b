package plan

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// One table may list the risks of several boards, with a column that says whose
// each is, and number them from 1 for every board.

// boardColumn reports whether a column is such a one: its heading is a label of
// boards, and nearly all rows under it have a board's name, not all the same.
func (w *words) boardColumn(t *grid.Table, from, col int, heading string) bool {
	if _, ok := startsWithWord(heading, w.v.Board.Labels); !ok {
		return false
	}
	rows, names, keys := 0, 0, map[string]bool{}
	for r := from; r < len(t.Rows); r++ {
		n := rowFilled(t, r)
		if n == 0 && rows > 0 {
			break
		}
		if n < 2 {
			continue
		}
		rows++
		if text := model.Clean(t.Resolved(r, col).Text); w.boardName(text) {
			names++
			keys[model.Key(text)] = true
		}
	}
	return names*10 >= rows*9 && len(keys) >= 2
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

// note keeps the board of a row that was added to the table; a row that names
// none is of the board above.
func (b *boardRows) note(t *tableReader, x row) {
	if !t.h.has(model.FieldBoard) {
		return
	}
	at := len(b.names) - 1
	if n := len(b.risks); n > 0 {
		at = b.risks[n-1]
	}
	if v := grid.TextValue(x.cell(model.FieldBoard), t.d.w.blank); v.OK {
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
	if len(b.names) < 2 {
		return []model.Register{*whole}
	}
	out := make([]model.Register, len(b.names))
	for i := range out {
		out[i] = *whole
		out[i].Table = b.head(whole.Table, i)
		out[i].Risks = nil
		if i > 0 {
			out[i].Leftover = nil
		}
	}
	for i, risk := range whole.Risks {
		of := &out[b.risks[i]]
		of.Risks = append(of.Risks, risk)
	}
	return out
}

// followUps divides a follow-up by board.
func (b *boardRows) followUps(whole *model.FollowUpTable) []model.FollowUpTable {
	if len(b.names) < 2 {
		return []model.FollowUpTable{*whole}
	}
	out := make([]model.FollowUpTable, len(b.names))
	for i := range out {
		out[i] = *whole
		out[i].Table = b.head(whole.Table, i)
		out[i].Rows = nil
		if i > 0 {
			out[i].Leftover = nil
		}
	}
	for i, row := range whole.Rows {
		of := &out[b.rows[i]]
		of.Rows = append(of.Rows, row)
	}
	return out
}
