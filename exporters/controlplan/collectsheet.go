package controlplan

import (
	"cmp"
	"strings"

	"riskbok/exporters/workbook"
	"riskbok/rules/model"
)

// CollectedName is the hidden name, local to a sheet, that marks a sheet which
// one owner is to fill in: importers read it as a part of the follow-up.
const CollectedName = "_riskbok_collected"

// roomHeight is the least height of a row that a report is written in, in
// points: six lines.
const roomHeight = 92

// render writes one owner's workbook: one sheet, laid out with its headings in a
// row, locked but for the reports.
func (w *collector) render(o owner, s *workbook.Sheet, heading int) ([]byte, error) {
	s.Frozen, s.Protected = workbook.Place{Row: heading + 1}, true
	s.Mark(CollectedName)
	s.Footer = workbook.Footer(w.plan.board, s.Name, w.cat.T("controlplan.footer", "page", "&P", "pages", "&N"))
	s.Repeat(heading, heading)
	book := workbook.NewBook(w.about(o), s.Name)
	book.Add(s)
	return book.Bytes()
}

// sheet lays out the sheet and gives the row of its headings.
func (w *collector) sheet(o owner) (s *workbook.Sheet, heading int) {
	l := &w.opts.Template.Layout
	columns := []struct {
		field   model.Field
		heading string
		width   float64
	}{
		{model.FieldNumber, w.headingOf(model.FieldNumber), 8},
		{model.FieldEvent, w.headingOf(model.FieldEvent), 30},
		{model.FieldAction, w.headingOf(model.FieldAction), 40},
		{model.FieldOwner, w.headingOf(model.FieldOwner), 18},
		{model.FieldEarlier, cmp.Or(l.Earlier, w.cat.T("controlplan.collect.earlier")), 40},
		{model.FieldPeriod, w.period, 54},
	}
	s = workbook.NewSheet(w.cat.T("controlplan.collect", "period", w.period))
	for _, c := range columns {
		s.Widths = append(s.Widths, c.width)
	}
	last := len(columns) - 1
	s.Set(0, 0, workbook.Cell{Value: w.title(), Look: workbook.LookTitle})
	s.Set(1, 0, workbook.Cell{Value: labelled(l.BoardLabel, w.plan.board), Look: workbook.LookLine.AsLocked()})
	to := w.cat.T("controlplan.collect.nobody")
	if o.name != "" {
		to = w.cat.T("controlplan.collect.for", "owner", o.name)
	}
	for i, line := range []string{to, w.cat.T("controlplan.collect.how", "period", w.period)} {
		s.Set(2+i, 0, workbook.Cell{Value: line, Look: workbook.LookNote})
		s.Merge(2+i, 0, last)
	}
	heading = 5
	for i, c := range columns {
		look := workbook.LookHeading
		if i == last {
			look.Fill = workbook.FillWarn
		}
		s.Set(heading, i, workbook.Cell{Value: c.heading, Look: look})
	}
	for i, r := range o.rows {
		row := heading + 1 + i
		s.Heights[row] = roomHeight
		for col, c := range columns {
			in := workbook.Cell{Look: workbook.LookOwn}
			switch c.field {
			case model.FieldNumber:
				in = numberCell(r.number)
				in.Look.Locked = true
			case model.FieldEvent:
				in.Value = text(r.event)
			case model.FieldAction:
				in.Value = text(r.action)
			case model.FieldOwner:
				in.Value = text(o.name)
			case model.FieldEarlier:
				in.Value = text(w.last(r))
			case model.FieldPeriod:
				in = workbook.Cell{Value: text(r.reports[w.period]), Look: workbook.LookReply}
			}
			s.Set(row, col, in)
		}
	}
	return s, heading
}

// title is the follow-up's, with the year even where the template's has none: by
// it the sheet is known to belong to the plan.
func (w *collector) title() string {
	year := w.plan.yearText()
	title := fill(w.opts.Template.Layout.FollowUp.Title, w.plan.board, year)
	if !strings.Contains(title, year) {
		title += " " + year
	}
	return title
}

// headingOf calls a field as the template's follow-up does, else as its plan
// does.
func (w *collector) headingOf(f model.Field) string {
	l := &w.opts.Template.Layout
	if i := l.FollowUp.Column(f); i >= 0 {
		return l.FollowUp.Columns[i].Heading
	}
	b := builder{tpl: w.opts.Template}
	return b.heading(f)
}

func (w *collector) about(o owner) workbook.About {
	return workbook.About{
		Title:   w.cat.T("controlplan.collect", "period", w.period) + " " + w.plan.yearText() + " – " + o.name,
		Subject: w.plan.board, Description: w.cat.T("controlplan.description", "version", w.opts.Version), Language: w.cat.T("controlplan.language"),
	}
}
