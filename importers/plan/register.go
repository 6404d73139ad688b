package plan

import (
	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// readBlock reads the rows of a block into a register, a follow-up, or both,
// and gives the last row that belongs to the table.
func (d *reader) readBlock(b block, heads []model.Head) (last int) {
	s := newScan(d.w, d.t, b.header, b.to == len(d.t.Rows))
	table := model.Table{Name: d.name(heads), Heads: heads, Columns: b.bound, At: b.bound[0].At}
	reg := model.Register{Table: table, Analysis: b.analysis(), Plan: b.plan(), Scale: -1}
	fu := model.FollowUpTable{Table: table, Periods: b.periods}
	band := model.Value[string]{}
	area := model.Value[string]{}
	for r := b.from; r < b.to; r++ {
		c := s.next(r)
		x := s.row(r)
		if c == noteRow && d.areaBand(s, x) {
			_, cell := x.filled()
			band = grid.TextValue(cell, d.w.blank)
			continue
		}
		switch c {
		case riskRow, repeatRow, measureRow:
			d.looseCells(x)
			if b.followUp() {
				fu.Rows = append(fu.Rows, followUpRow(x))
			}
			addRisk(&reg, c, x, &area, band)
		case leftoverRow:
			reg.Leftover = append(reg.Leftover, x.firstFilled().At)
		case noteRow:
			d.unreadRow(x)
		}
	}
	if b.register() {
		d.doc.Registers = append(d.doc.Registers, reg)
	} else {
		fu.Leftover = reg.Leftover
	}
	if b.followUp() {
		d.doc.FollowUps = append(d.doc.FollowUps, fu)
	}
	return s.last
}

// addRisk adds a row to the register. A blank area is the one above.
func addRisk(reg *model.Register, c class, x row, area *model.Value[string], band model.Value[string]) {
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
	a := x.assessment()
	risk := model.Risk{
		Number:      x.text(model.FieldNumber),
		PlanNumber:  x.text(model.FieldPlanNumber),
		Area:        x.text(model.FieldArea),
		Event:       x.text(model.FieldEvent),
		Likelihood:  a.Likelihood,
		Consequence: a.Consequence,
		Score:       a.Score,
		Treatment:   a.Treatment,
		At:          a.At,
	}
	switch {
	case risk.Area.OK:
		*area = risk.Area
	case area.OK:
		risk.Area = *area
	case band.OK:
		risk.Area = band
	}
	if !x.h.has(model.FieldArea) && band.OK {
		risk.Area = band
	}
	if reg.Plan {
		risk.Measures = []model.Measure{x.measure()}
	}
	reg.Risks = append(reg.Risks, risk)
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
		At:        m.At,
	}
	for _, col := range x.h.periodCols {
		out.Reports = append(out.Reports, grid.TextValue(x.at(col), x.w.blank))
	}
	return out
}

// areaBand reports whether a note is the name of the area of the rows under
// it: alone on its row, over several columns, in a table without area column,
// with a risk below.
func (d *reader) areaBand(s *scan, x row) bool {
	n, cell := x.filled()
	if n != 1 || cell.ColSpan < 2 || x.h.has(model.FieldArea) || len(cell.Text) > maxHeading {
		return false
	}
	below := s.row(x.r + 1)
	return below.says(model.FieldEvent)
}

// looseCells keeps the text of columns that no field was found for.
func (d *reader) looseCells(x row) {
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
	if text == "" || text == "0" || d.w.blank(text) {
		return
	}
	d.doc.Unread = append(d.doc.Unread, model.Value[string]{V: text, OK: true, Raw: c.Text, Formula: c.Formula, At: c.At})
}
