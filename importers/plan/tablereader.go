package plan

import (
	"maps"
	"slices"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// tableReader reads one table, which may be printed in several blocks that
// repeat its headings, into a register, a follow-up, or both.
type tableReader struct {
	d    *reader
	h    *header
	s    *scan
	reg  model.Register
	fu   model.FollowUpTable
	area model.Value[string] // of the row above
	unit model.Value[string] // likewise

	boards boardRows
	groups groupRows
	band   model.Value[string] // of the line above that names one
	line   *grid.Cell          // that may name one, above the last headings

	texts textsByNumber // of the first risks
	known int           // how many those are

	room room
}

func (d *reader) newTable(b block, heads []model.Head) *tableReader {
	table := model.Table{Name: d.name(heads), Heads: heads, Columns: b.bound, Unclear: b.unclear, Refused: b.refused, Unknown: b.unknown(), At: d.startOf(b), Confidence: d.t.Confidence}
	for i := range table.Unknown {
		c := &table.Unknown[i]
		if field, said := d.mapped.mapped(grid.HeadingKey(c.Heading), c.At); said && field == "" {
			c.Reason = model.ReasonMapped
		}
	}
	for _, c := range b.bound {
		if slices.Contains(d.t.Dated, c.At.Col) {
			table.Dated = append(table.Dated, c.At)
		}
	}
	reg := model.Register{Table: table, Analysis: b.analysis(), Plan: b.plan(), Scale: -1, Consequences: b.consequences}
	for _, v := range b.further {
		reg.Valuations = append(reg.Valuations, v.head)
	}
	return &tableReader{
		d: d, h: b.header, s: newScan(d.w, d.t),
		reg: reg,
		fu:  model.FollowUpTable{Table: table, Periods: b.periods, Collected: d.t.Collected},
	}
}

// startOf gives where a table begins: at the first heading that is bound, or where
// that is one of several under a text merged over them, at the first of these.
func (d *reader) startOf(b block) model.Source {
	if len(b.bound) == 0 { // every field that is headed is headed many times
		return d.t.Resolved(b.top, max(b.left, 0)).At
	}
	at := b.bound[0].At
	col := slices.IndexFunc(b.texts, func(x headingText) bool { return x.at == at && x.text != "" })
	if col < 0 || b.top == b.bottom {
		return at
	}
	over := d.t.Resolved(b.top, col)
	for k := col - 1; k >= 0 && over.ColSpan > 1 && d.t.Resolved(b.top, k) == over; k-- {
		at = d.t.Cell(b.bottom, k).At
	}
	return at
}

// name gives a table's name: the sheet's, or the title above it on a page.
func (d *reader) name(heads []model.Head) string {
	if d.t.Name != "" {
		return d.t.Name
	}
	return heads[0].Title
}

// continues reports whether a block goes on with the table: the same columns,
// and no title or board above it.
func (t *tableReader) continues(b block, heads []model.Head) bool {
	if !maps.Equal(t.h.columns, b.columns) || !slices.Equal(t.h.periodCols, b.periodCols) {
		return false
	}
	if t.restarts(b) {
		return false
	}
	for _, h := range heads {
		if h.Title != "" || h.Board.OK || h.Year.OK {
			return false
		}
	}
	return true
}

// restarts reports whether the numbers under repeated headings begin anew: the
// first two are those of risks that the table already has with other texts.
func (t *tableReader) restarts(b block) bool {
	if !b.has(model.FieldNumber) || !b.has(model.FieldEvent) {
		return false
	}
	known, again := t.knownTexts(), 0
	for r := b.from; r < b.to && again < 2; r++ {
		x := row{t.d.w, t.d.t, b.header, r}
		if !x.numbered() || !x.says(model.FieldEvent) {
			continue
		}
		if !known.otherwise(x.riskNumber(model.FieldNumber), x.text(model.FieldEvent)) {
			return false
		}
		again++
	}
	return again == 2
}

// knownTexts are the texts of the risks so far. It goes on from where it ended, with
// the last risk again, whose text may have grown: every repeated heading asks.
func (t *tableReader) knownTexts() textsByNumber {
	if t.texts == nil {
		t.texts = textsByNumber{}
	}
	t.texts.add(t.reg.Risks[max(t.known-1, 0):])
	t.known = len(t.reg.Risks)
	return t.texts
}

// block reads the rows under one heading and gives the last that belongs to
// the table.
func (t *tableReader) block(b block) (last int) {
	s := t.s
	s.under(b.header, b.to)
	t.room.under(b, len(t.reg.Risks), len(t.d.doc.Unread))
	for r := b.from; r < b.to; r++ {
		c := s.next(r)
		x := s.row(r)
		switch c {
		case riskRow, repeatRow, measureRow:
			t.d.doc.Unread = t.room.forUnread(t.d.doc.Unread, r, len(x.h.loose))
			t.d.looseCells(x)
			if u := x.text(model.FieldUnit); u.OK {
				t.unit = u
			}
			if b.followUp() {
				t.fu.Rows = append(t.fu.Rows, followUpRow(x))
				t.fu.Rows[len(t.fu.Rows)-1].Unit = t.unit
			}
			t.addRisk(c, x)
			t.boards.noteBoard(t, x)
			t.groups.noteRead(c, len(t.reg.Risks))
		case leftoverRow:
			t.reg.Leftover = append(t.reg.Leftover, x.firstFilled().At)
		case noteRow:
			t.groups.noteRead(c, len(t.reg.Risks))
			if t.d.areaBand(s, x) {
				_, cell := x.filled()
				t.band = grid.TextValue(cell, t.d.w.Blank)
			} else {
				t.d.unreadRow(x)
			}
		}
	}
	return s.last
}

// finish adds what was read to the document.
func (t *tableReader) finish() {
	// A sheet to fill in has the plan's columns, but is no plan.
	if t.h.register() && !t.fu.Collected {
		parts := t.boards.registers(&t.reg)
		if len(parts) == 1 && !t.h.followUp() {
			parts = t.groups.divide(parts[0])
		}
		t.d.doc.Registers = append(t.d.doc.Registers, parts...)
	} else {
		t.fu.Leftover = t.reg.Leftover
	}
	if t.h.followUp() {
		t.d.doc.FollowUps = append(t.d.doc.FollowUps, t.boards.followUps(&t.fu)...)
	}
}

// addRisk adds a row to the register. A blank area is the one above.
func (t *tableReader) addRisk(c class, x row) {
	reg := &t.reg
	if c != riskRow && len(reg.Risks) > 0 {
		risk := &reg.Risks[len(reg.Risks)-1]
		if reg.Plan {
			risk.Measures = append(risk.Measures, x.measure())
		}
		if c == repeatRow && (x.valued() || x.says(model.FieldScore) || x.says(model.FieldTreatment)) {
			risk.Repeats = append(risk.Repeats, x.assessment())
		}
		return
	}
	var measures []model.Measure
	if reg.Plan {
		measures = t.room.measure(len(reg.Risks), x)
	}
	// filled in where it stands: a risk is large
	reg.Risks = append(t.room.forRisk(reg.Risks, x.r), model.Risk{Measures: measures})
	risk := &reg.Risks[len(reg.Risks)-1]
	risk.Number = x.riskNumber(model.FieldNumber)
	risk.PlanNumber = x.riskNumber(model.FieldPlanNumber)
	risk.Area = x.text(model.FieldArea)
	risk.Event = x.text(model.FieldEvent)
	risk.Unit = t.unit
	risk.Assessment = x.assessment()
	risk.Previous = x.w.LevelWords().Score(x.cell(model.FieldPrevious))
	risk.Change = x.text(model.FieldChange)
	risk.Valuations = x.furtherAssessments()
	switch {
	case !x.h.has(model.FieldArea):
		risk.Area = t.band
	case risk.Area.OK:
		t.area = risk.Area
	case t.area.OK:
		risk.Area = t.area
	}
}

func followUpRow(x row) model.FollowUpRow {
	m := x.measure()
	out := model.FollowUpRow{
		Number:    m.Number,
		Event:     x.text(model.FieldEvent),
		Direction: m.Direction,
		Action:    m.Action,
		Owner:     m.Owner,
		Reporting: m.Reporting,
		Earlier:   x.text(model.FieldEarlier),
		At:        m.At,
	}
	for _, col := range x.h.periodCols {
		out.Reports = append(out.Reports, grid.TextValue(x.at(col), x.w.Blank))
	}
	return out
}

// areaBand reports whether a note is the name of the area of the rows under
// it: alone on its row, over several columns, in a table without area column,
// with a risk below, be it one that does not say which.
func (d *reader) areaBand(s *scan, x row) bool {
	n, cell := x.filled()
	if n != 1 || cell.ColSpan < 2 || x.h.has(model.FieldArea) || len(cell.Text) > words.MaxHeading {
		return false
	}
	below := s.row(x.r + 1)
	return below.says(model.FieldEvent) || below.numbered() && below.valued()
}

// looseCells keeps the text of columns that no field was found for, or whose
// field has no place in an analysis without measures.
func (d *reader) looseCells(x row) {
	if !x.h.plan() && !x.h.followUp() {
		for _, f := range model.MeasureFields {
			if c := x.own(f); c != nil {
				d.unread(c)
			}
		}
	}
	for _, col := range x.h.loose {
		if c := x.t.Cell(x.r, col); !c.Covered {
			d.unread(c)
		}
	}
}

func (d *reader) unreadRow(x row) {
	for col := x.h.left; col <= x.h.right; col++ {
		if c := x.t.Cell(x.r, col); !c.Covered {
			d.unread(c)
		}
	}
}

func (d *reader) unread(c *grid.Cell) {
	text := model.Clean(c.Text)
	if text == "" || text == "0" || d.w.Blank(text) {
		return
	}
	d.doc.Unread = append(d.doc.Unread, model.Value[string]{V: text, OK: true, Raw: c.Text, Formula: c.Formula, At: c.At})
}
