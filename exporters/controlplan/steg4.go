package controlplan

import (
	"slices"

	"riskbok/exporters/workbook"

	"riskbok/rules/model"
)

// The rows of the follow-up: title and board, an empty row, then as above.
const (
	rowFollowBoard   = 1
	rowFollowBand    = 3
	rowFollowHeading = 4
	rowFollowFirst   = 5
)

// buildFollowUp lays out the sheet of steg 4.
func (b *builder) buildFollowUp() *workbook.Sheet {
	l, f := &b.tpl.Layout.FollowUp, b.plan.follow
	s := &workbook.Sheet{Name: b.sheetName(l.Sheet), Heights: map[int]float64{}}
	columns := expand(l.Columns, f.periods)
	for _, c := range columns {
		s.Widths = append(s.Widths, b.plan.widthOf(c))
	}
	s.Set(0, 0, workbook.Cell{Value: fill(l.Title, b.plan.board, b.plan.yearText()), Look: workbook.LookTitle})
	s.Set(rowFollowBoard, 0, workbook.Cell{Value: labelled(b.tpl.Layout.BoardLabel, b.plan.board), Look: workbook.LookLine})
	b.sayLacking(s)
	bandsAt(s, rowFollowBand, l.Bands, columns)
	for i, c := range columns {
		s.Set(rowFollowHeading, i, workbook.Cell{Value: c.Heading, Look: workbook.LookHeading})
	}
	for i, r := range f.rows {
		b.followRow(s, rowFollowFirst+i, columns, r)
	}
	return s
}

// bandsAt writes bands over the follow-up's columns; that of the periods lies
// over all of them.
func bandsAt(s *workbook.Sheet, row int, list []model.Band, columns []model.LayoutColumn) {
	for _, band := range list {
		from := slices.IndexFunc(columns, func(c model.LayoutColumn) bool { return c.Field == band.From })
		to := from
		for i, c := range columns {
			if c.Field == band.To {
				to = i
			}
		}
		if from < 0 || to < from {
			continue
		}
		s.Set(row, from, workbook.Cell{Value: band.Text, Look: workbook.LookBand})
		s.Merge(row, from, to)
	}
}

// expand puts a column for each period where the layout has one for all.
func expand(columns []model.LayoutColumn, periods []string) []model.LayoutColumn {
	var out []model.LayoutColumn
	for _, c := range columns {
		if c.Field != model.FieldPeriod {
			out = append(out, c)
			continue
		}
		for _, p := range periods {
			out = append(out, model.LayoutColumn{Field: c.Field, Heading: p, Width: c.Width})
		}
	}
	return out
}

func (b *builder) followRow(s *workbook.Sheet, row int, columns []model.LayoutColumn, r *followRow) {
	for col, c := range columns {
		in := workbook.Cell{Look: workbook.LookInput}
		switch c.Field {
		case model.FieldNumber:
			in = numberCell(r.number)
			if !b.plan.follow.fresh {
				s.Note(row, col, b.sourcesText([]model.Source{r.source}))
			}
		case model.FieldEvent:
			in.Value = text(r.event)
		case model.FieldDirection:
			in.Value = text(r.direction)
		case model.FieldAction:
			in.Value = text(r.action)
			if r.unplanned {
				in.Value = b.cat.T("controlplan.unplanned")
			}
		case model.FieldOwner:
			in.Value = text(r.owner)
		case model.FieldReporting:
			in.Value = text(r.reporting)
		case model.FieldPeriod:
			in.Value = text(r.reports[c.Heading])
		}
		s.Set(row, col, in)
	}
}
