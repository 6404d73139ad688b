package plan

import (
	"sort"
	"strings"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// headCells are the cells of the text above a table.
type headCells struct {
	w     *words.Index
	cells []*grid.Cell
}

// headsOf reads what stands above a table: one head, or one for each part
// where titles stand side by side over the steps of one table. A bare date over
// a register is the day it was drawn up; over a follow-up it could be any.
func headsOf(w *words.Index, cells []*grid.Cell, register bool) []model.Head {
	cells, whole := dividedTitles(w, cells)
	heads := headsOfParts(w, cells, register)
	for i := range heads {
		h := &heads[i]
		restore(&h.Board, whole)
		restore(&h.Year, whole)
		restore(&h.Established, whole)
		restore(&h.Decided, whole)
		if text, ok := whole[h.At]; ok && h.Title != "" {
			h.Title = model.Clean(text)
		}
	}
	return heads
}

// headsOfParts is [headsOf] of cells that have been divided.
func headsOfParts(w *words.Index, cells []*grid.Cell, register bool) []model.Head {
	titles := sideBySide(w, cells)
	if len(titles) < 2 {
		return []model.Head{headCells{w, cells}.read(register)}
	}
	var heads []model.Head
	for i, title := range titles {
		from, to := title.At.Col, int32(1<<30)
		if i == 0 {
			from = 0
		}
		if i+1 < len(titles) {
			to = titles[i+1].At.Col
		}
		var part []*grid.Cell
		for _, c := range cells {
			if c.At.Col >= from && c.At.Col < to {
				part = append(part, c)
			}
		}
		heads = append(heads, headCells{w, part}.read(register))
	}
	alignDates(heads)
	return heads
}

// sideBySide gives the titles that stand on one row, left to right.
func sideBySide(w *words.Index, cells []*grid.Cell) []*grid.Cell {
	byRow := map[int32][]*grid.Cell{}
	var best []*grid.Cell
	for _, c := range cells {
		if w.Title(c.Text) {
			byRow[c.At.Row] = append(byRow[c.At.Row], c)
		}
	}
	rows := make([]int32, 0, len(byRow))
	for r := range byRow {
		rows = append(rows, r)
	}
	sort.Slice(rows, func(i, j int) bool { return rows[i] < rows[j] })
	for _, r := range rows {
		if len(byRow[r]) > len(best) {
			best = byRow[r]
		}
	}
	return best
}

func (h headCells) read(register bool) model.Head {
	var out model.Head
	for _, c := range h.cells {
		if out.Title == "" && h.w.Title(c.Text) {
			out.Title, out.At = model.Clean(c.Text), c.At
		}
	}
	if out.Title == "" && len(h.cells) > 0 {
		out.At = h.cells[0].At
	}
	out.Board = h.board()
	out.Year = h.year()
	out.Established = h.date(words.EstablishedLabel)
	out.Decided = h.date(words.DecidedLabel)
	for _, v := range []model.Value[model.Date]{out.Established, out.Decided} {
		if !v.OK && h.w.NoDay(v.Raw) {
			out.NoDays = append(out.NoDays, model.Text(v.Raw, v.At))
		}
	}
	if register && out.Established.At.IsZero() {
		out.Established = h.bareDate()
	}
	return out
}

// labelled finds the cell that begins with a label of the kind and gives what
// follows: the rest of the cell after a colon or space, or the next cell to
// the right.
func (h headCells) labelled(label words.Opening, colon bool) (value *grid.Cell, text string, ok bool) {
	for _, c := range h.cells {
		rest, found := h.w.After(label, c.Text)
		if !found || utf8.RuneCountInString(c.Text) > tolerances.maxLabelled {
			continue
		}
		if strings.Trim(rest, " :.") == "" {
			next := h.right(c)
			if next == nil {
				return c, "", true
			}
			return next, model.Clean(next.Text), true
		}
		clean := model.Clean(c.Text)
		if i := strings.IndexByte(clean, ':'); i >= 0 {
			return c, strings.TrimSpace(clean[i+1:]), true
		}
		if !colon {
			return c, clean, true
		}
	}
	return nil, "", false
}

// right gives the next cell with text on the row, if it is near and no label
// of its own.
func (h headCells) right(c *grid.Cell) *grid.Cell {
	var best *grid.Cell
	for _, o := range h.cells {
		if o.At.Row == c.At.Row && o.At.Place == c.At.Place && o.At.Col > c.At.Col && (best == nil || o.At.Col < best.At.Col) {
			best = o
		}
	}
	if best == nil || best.At.Col-c.At.Col > max(tolerances.besideLabel, c.ColSpan+1) {
		return nil
	}
	if strings.Contains(best.Text, ":") && !h.writtenAsDate(best.Text) {
		return nil
	}
	return best
}

// writtenAsDate reports whether a text holds a date, of the calendar or not:
// "12:e mars 2025" is no label.
func (h headCells) writtenAsDate(text string) bool {
	_, date := h.w.Date(text)
	return date || h.w.NoDay(text)
}

// board gives the name after a label, else a short text that reads as a
// board's name.
func (h headCells) board() model.Value[string] {
	if c, text, ok := h.labelled(words.BoardLabel, true); ok {
		v := model.Value[string]{Raw: c.Text, Formula: c.Formula, At: c.At}
		if text != "" && !h.w.Blank(text) {
			v.V, v.OK = text, true
		}
		return v
	}
	for _, titled := range []bool{false, true} {
		for _, c := range h.cells {
			text := model.Clean(c.Text)
			if titled != h.w.Title(text) {
				continue
			}
			if titled {
				text = h.w.Boards().BehindTitle(text)
			} else if name := h.w.Boards().Beside(text); name != "" {
				text = name
			}
			if h.w.Boards().Is(text) {
				return model.Value[string]{V: text, OK: true, Raw: c.Text, Formula: c.Formula, At: c.At}
			}
		}
	}
	return model.Value[string]{}
}

// year gives the year of a title, else the only year that a short text above
// the table states.
func (h headCells) year() model.Value[int] {
	for _, titles := range []bool{true, false} {
		var found model.Value[int]
		for _, c := range h.cells {
			if titles != h.w.Title(c.Text) || utf8.RuneCountInString(c.Text) > words.MaxTitle || h.dated(c) {
				continue
			}
			y, ok := grid.FindYear(c.Text)
			if !ok {
				continue
			}
			if found.OK && found.V != y {
				return model.Value[int]{}
			}
			if !found.OK {
				found = model.Value[int]{V: y, OK: true, Raw: c.Text, Formula: c.Formula, At: c.At}
			}
		}
		if found.OK {
			return found
		}
	}
	return model.Value[int]{}
}

// dated reports whether a cell tells of a date, whose year is not the table's.
func (h headCells) dated(c *grid.Cell) bool {
	if _, ok := h.w.Date(c.Text); ok || c.Kind == grid.Date {
		return true
	}
	return h.w.Opens(words.EstablishedLabel, c.Text) || h.w.Opens(words.DecidedLabel, c.Text)
}

// date reads the date after a label of the kind. A label without a date gives a
// value that is not understood, standing at the label.
func (h headCells) date(label words.Opening) model.Value[model.Date] {
	c, text, ok := h.labelled(label, false)
	if !ok {
		return model.Value[model.Date]{}
	}
	v := model.Value[model.Date]{Formula: c.Formula, At: c.At}
	if text != "" {
		v.Raw = c.Text
	}
	if v.V, v.OK = h.w.Date(text); !v.OK {
		if rest, labelled := h.w.After(label, text); labelled {
			text = strings.TrimLeft(rest, " :")
		}
		v.V, v.OK = grid.ShortDate(text)
	}
	return v
}

// bareDate gives a date that stands alone in a cell, as beside a labelled one.
func (h headCells) bareDate() model.Value[model.Date] {
	for _, c := range h.cells {
		text := model.Clean(c.Text)
		if utf8.RuneCountInString(text) > tolerances.maxBareDate || h.valueOfLabel(c) {
			continue
		}
		if d, ok := h.w.Date(text); ok {
			return model.Value[model.Date]{V: d, OK: true, Raw: c.Text, Formula: c.Formula, At: c.At}
		}
	}
	return model.Value[model.Date]{}
}

// valueOfLabel reports whether a cell is the date of a decision: that label
// stands in it or to its left.
func (h headCells) valueOfLabel(c *grid.Cell) bool {
	v, _, ok := h.labelled(words.DecidedLabel, false)
	return ok && v == c
}

// alignDates gives an unlabelled date the meaning of the labelled date on the
// same row of another part.
func alignDates(heads []model.Head) {
	for i := range heads {
		bare := heads[i].Established
		if !bare.OK || heads[i].Decided.OK {
			continue
		}
		for j := range heads {
			if i != j && heads[j].Decided.At.Row == bare.At.Row && heads[j].Decided.OK && heads[j].Established.At.Row != bare.At.Row {
				heads[i].Decided, heads[i].Established = bare, model.Value[model.Date]{}
			}
		}
	}
}
