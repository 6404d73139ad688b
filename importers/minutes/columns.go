package minutes

import (
	"slices"
	"unicode"

	"riskbok/importers/grid"
	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// columns is where the columns of an agenda begin, by what their heads say.
type columns struct {
	title, number, caseNumber float32
	numbered, cased           bool // there is such a column
}

// columnsOf reads a row as the heads of an agenda's columns: that of the titles
// among them and nothing else.
func (w *vocabulary) columnsOf(row *row) (c columns, ok bool) {
	if len(row.segs) < 2 {
		return c, false
	}
	titled := false
	for _, l := range row.segs {
		role, outcome := w.columns.line(model.Clean(l.Text))
		if outcome != ocr.Found {
			return c, false
		}
		switch x := l.At.Box.X0; role {
		case model.AgendaTitle:
			// "Ärende" over the numbers, "Rubrik" over the titles.
			if titled && !c.numbered {
				c.number, c.numbered, c.title = c.title, true, x
			}
			if !titled {
				c.title, titled = x, true
			}
		case model.AgendaNumber:
			c.number, c.numbered = x, true
		case model.AgendaCaseNumber:
			c.caseNumber, c.cased = x, true
		}
	}
	return c, titled
}

// unnumbered reads a row of an agenda whose table has no column of numbers. An
// entry begins where another column has something too, or at a distance. A
// title that comes again, alone, is that of the item itself, below the table.
func (a *agenda) unnumbered(w *vocabulary, r *row) {
	title := segAt(r, a.columns.title)
	if title == nil {
		return
	}
	text := model.Clean(title.Text)
	if len(r.segs) == 1 && slices.ContainsFunc(a.entries, func(e agendaLine) bool { return ocr.Key(e.Title.V) == ocr.Key(text) }) {
		a.started = false
		return
	}
	if n := len(a.entries); n > 0 && len(r.segs) == 1 && (r.step < places.entryStep || unicode.IsLower(initial(text))) {
		e := &a.entries[n-1]
		e.Title.V, e.Title.Raw = joinLines(e.Title.V, text, w), e.Title.Raw+"\n"+title.Text
		return
	}
	e := agendaLine{columned: true, x: title.At.Box.X0}
	e.At = r.at()
	e.Title = model.Value[string]{V: text, OK: true, Raw: title.Text, At: title.At}
	if l := segAt(r, a.columns.caseNumber); a.columns.cased && l != nil && l != title {
		number := model.Clean(l.Text)
		e.CaseNumber = model.Value[string]{V: caseOf(w, number), OK: true, Raw: number, At: l.At}
	}
	a.entries = append(a.entries, e)
}

// segAt gives the part of a row that begins at a column, nil for none.
func segAt(r *row, x float32) *grid.Line {
	for _, l := range r.segs {
		if d := l.At.Box.X0 - x; d > -tolerances.columnAside && d < tolerances.columnAside {
			return l
		}
	}
	return nil
}
