package controlplan

import (
	"slices"

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
func (b *builder) buildFollowUp() *sheet {
	l, f := &b.tpl.Layout.FollowUp, b.plan.follow
	s := &sheet{name: b.sheetName(l.Sheet), heights: map[int]float64{}}
	columns := expand(l.Columns, f.periods)
	for _, c := range columns {
		s.widths = append(s.widths, c.Width)
	}
	s.set(0, 0, cell{value: fill(l.Title, b.plan.board, b.plan.yearText()), look: lookTitle})
	s.set(rowFollowBoard, 0, cell{value: labelled(b.tpl.Layout.BoardLabel, b.plan.board), look: lookLine})
	s.bandsAt(rowFollowBand, l.Bands, columns)
	for i, c := range columns {
		s.set(rowFollowHeading, i, cell{value: c.Heading, look: lookHeading})
	}
	for i, r := range f.rows {
		b.followRow(s, rowFollowFirst+i, columns, r)
	}
	return s
}

// bandsAt writes bands over the follow-up's columns; that of the periods lies
// over all of them.
func (s *sheet) bandsAt(row int, list []model.Band, columns []model.LayoutColumn) {
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
		s.set(row, from, cell{value: band.Text, look: lookBand})
		s.merge(row, from, to)
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

func (b *builder) followRow(s *sheet, row int, columns []model.LayoutColumn, r *followRow) {
	for col, c := range columns {
		in := cell{look: lookInput}
		switch c.Field {
		case model.FieldNumber:
			in = numberCell(r.number)
			if !b.plan.follow.fresh {
				s.notes = append(s.notes, note{row, col, b.sourcesText([]model.Source{r.source})})
			}
		case model.FieldEvent:
			in.value = text(r.event)
		case model.FieldDirection:
			in.value = text(r.direction)
		case model.FieldAction:
			in.value = text(r.action)
		case model.FieldOwner:
			in.value = text(r.owner)
		case model.FieldReporting:
			in.value = text(r.reporting)
		case model.FieldPeriod:
			in.value = text(r.reports[c.Heading])
		}
		s.set(row, col, in)
	}
}
