package controlplan

import (
	"slices"
	"strings"

	"riskbok/exporters/workbook"

	"riskbok/rules/model"
)

// The rows of a sheet of risks: titles, board and dates, then bands, headings
// and the first risk.
const (
	rowTitle = iota
	rowBoard
	rowEstablished
	rowDecided
	rowBand
	rowHeading
	rowFirst
)

// beyond is how many rows below the last one drop-downs, colours and the
// matrix reach, for risks that are added later.
const beyond = 200

// registerSheet is a sheet of risks that is being built. lines says which risk
// and measure each row has, from rowFirst on.
type registerSheet struct {
	workbook.Sheet
	layout *model.RegisterLayout
	lines  []line
}

type line struct {
	risk    *risk
	measure measure
	nth     int // of the risk's rows
}

// continues reports whether the line is a further measure of a risk without a
// number: it says nothing of the risk itself, for only a number tells that two
// rows are of one risk.
func (ln *line) continues() bool { return ln.nth > 0 && model.NumberKey(ln.risk.number) == "" }

// shown is what the line says of its risk.
func (ln *line) shown() *risk {
	if ln.continues() {
		return &risk{}
	}
	return ln.risk
}

// buildRegister lays out one sheet of risks.
func (b *builder) buildRegister(l *model.RegisterLayout) *registerSheet {
	s := &registerSheet{layout: l, Sheet: workbook.Sheet{Name: b.sheetName(l.Sheet), Heights: map[int]float64{}}}
	for _, c := range l.Columns {
		s.Widths = append(s.Widths, b.plan.widthOf(c))
	}
	b.titles(&s.Sheet, l)
	bands(&s.Sheet, l.Bands, func(f model.Field) (int, int) { i := l.Column(f); return i, i })
	for i, c := range l.Columns {
		s.Set(rowHeading, i, workbook.Cell{Value: c.Heading, Look: workbook.LookHeading})
	}
	s.lines = make([]line, 0, len(b.plan.risks))
	none := !b.anyListed()
	for _, r := range b.plan.risks {
		switch {
		case !l.Plan:
			s.lines = append(s.lines, line{risk: r})
		case l.Analysis && len(b.tpl.Layout.Registers) == 1 || r.listed || none:
			for i, m := range r.rows() {
				s.lines = append(s.lines, line{risk: r, measure: m, nth: i})
			}
		}
	}
	s.Rows = slices.Grow(s.Rows, len(s.lines))
	for i := range s.lines {
		b.registerRow(s, rowFirst+i, &s.lines[i])
	}
	return s
}

// anyListed reports whether any table of the book is a plan; where none is,
// the plan sheet has every risk.
func (b *builder) anyListed() bool {
	for _, r := range b.plan.risks {
		if r.listed {
			return true
		}
	}
	return false
}

// titles writes the titles, and below each the board and the dates of its part.
func (b *builder) titles(s *workbook.Sheet, l *model.RegisterLayout) {
	lay := &b.tpl.Layout
	for i, t := range l.Titles {
		col := max(l.Column(t.From), 0)
		if i == 0 {
			col = 0
		}
		h := b.plan.heads[0]
		if t.Plan {
			h = b.plan.heads[1]
		}
		s.Set(rowTitle, col, workbook.Cell{Value: fill(t.Text, b.plan.board, b.plan.yearText()), Look: workbook.LookTitle})
		s.Set(rowBoard, col, workbook.Cell{Value: labelled(lay.BoardLabel, b.plan.board), Look: workbook.LookLine})
		s.Set(rowEstablished, col, workbook.Cell{Value: labelled(lay.Established, h.established), Look: workbook.LookLine})
		s.Set(rowDecided, col, workbook.Cell{Value: labelled(lay.Decided, h.decided), Look: workbook.LookLine})
	}
}

func labelled(label, text string) string { return strings.TrimSpace(label + " " + text) }

// bands writes the headings over several columns; place gives the first and
// last column of a field.
func bands(s *workbook.Sheet, list []model.Band, place func(model.Field) (int, int)) {
	for _, band := range list {
		from, _ := place(band.From)
		_, to := place(band.To)
		if from < 0 || to < from {
			continue
		}
		s.Set(rowBand, from, workbook.Cell{Value: band.Text, Look: workbook.LookBand})
		s.Merge(rowBand, from, to)
	}
}

// registerRow writes one risk and measure.
func (b *builder) registerRow(s *registerSheet, row int, ln *line) {
	r, m := ln.shown(), ln.measure
	for col, c := range s.layout.Columns {
		in := workbook.Cell{Look: workbook.LookInput}
		switch c.Field {
		case model.FieldNumber:
			in = numberCell(r.number)
			if ln.nth == 0 {
				s.Note(row, col, b.sourceText(r))
			}
		case model.FieldArea:
			in.Value = text(r.area)
		case model.FieldEvent:
			in.Value = text(r.event)
		case model.FieldLikelihood:
			in.Value = levelCell(r.likelihood)
		case model.FieldConsequence:
			in.Value = levelCell(r.consequence)
		case model.FieldScore:
			in = b.scoreCell(s.layout, row, r)
		case model.FieldPrevious:
			in = previousCell(r)
		case model.FieldChange:
			in = changeCell(s.layout, row, r)
		case model.FieldTreatment:
			in = b.treatmentCell(s.layout, row, r)
		case model.FieldPlanNumber:
			in = planNumberCell(s.layout, row, r, m)
		case model.FieldDirection:
			in.Value = text(m.direction)
		case model.FieldAction:
			in.Value = text(m.action)
		case model.FieldCost:
			in = costCell(m)
		case model.FieldOwner:
			in.Value = text(m.owner)
		case model.FieldReporting:
			in.Value = text(m.reporting)
		default:
			if kept, ok := r.kept[c.Field]; ok {
				in = keptCell(c.Field, kept)
			}
		}
		s.Set(row, col, in)
	}
}
