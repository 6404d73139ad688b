package controlplan

import (
	"strconv"
	"strings"

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
	sheet
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
	s := &registerSheet{layout: l, sheet: sheet{name: b.sheetName(l.Sheet), heights: map[int]float64{}}}
	for _, c := range l.Columns {
		s.widths = append(s.widths, c.Width)
	}
	b.titles(&s.sheet, l)
	bands(&s.sheet, l.Bands, func(f model.Field) (int, int) { i := l.Column(f); return i, i })
	for i, c := range l.Columns {
		s.set(rowHeading, i, cell{value: c.Heading, look: lookHeading})
	}
	for _, r := range b.plan.risks {
		switch {
		case !l.Plan:
			s.lines = append(s.lines, line{risk: r})
		case l.Analysis && len(b.tpl.Layout.Registers) == 1 || r.listed || !b.anyListed():
			for i, m := range r.rows() {
				s.lines = append(s.lines, line{risk: r, measure: m, nth: i})
			}
		}
	}
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
func (b *builder) titles(s *sheet, l *model.RegisterLayout) {
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
		s.set(rowTitle, col, cell{value: fill(t.Text, b.plan.board, b.plan.yearText()), look: lookTitle})
		s.set(rowBoard, col, cell{value: labelled(lay.BoardLabel, b.plan.board), look: lookLine})
		s.set(rowEstablished, col, cell{value: labelled(lay.Established, h.established), look: lookLine})
		s.set(rowDecided, col, cell{value: labelled(lay.Decided, h.decided), look: lookLine})
	}
}

func labelled(label, text string) string { return strings.TrimSpace(label + " " + text) }

// bands writes the headings over several columns; place gives the first and
// last column of a field.
func bands(s *sheet, list []model.Band, place func(model.Field) (int, int)) {
	for _, band := range list {
		from, _ := place(band.From)
		_, to := place(band.To)
		if from < 0 || to < from {
			continue
		}
		s.set(rowBand, from, cell{value: band.Text, look: lookBand})
		s.merge(rowBand, from, to)
	}
}

// registerRow writes one risk and measure.
func (b *builder) registerRow(s *registerSheet, row int, ln *line) {
	r, m := ln.shown(), ln.measure
	for col, c := range s.layout.Columns {
		in := cell{look: lookInput}
		switch c.Field {
		case model.FieldNumber:
			in = numberCell(r.number)
			if ln.nth == 0 {
				s.notes = append(s.notes, note{row, col, b.sourceText(r)})
			}
		case model.FieldArea:
			in.value = text(r.area)
		case model.FieldEvent:
			in.value = text(r.event)
		case model.FieldLikelihood:
			in.value = levelCell(r.likelihood)
		case model.FieldConsequence:
			in.value = levelCell(r.consequence)
		case model.FieldScore:
			in = b.scoreCell(s.layout, row, r)
		case model.FieldTreatment:
			in = b.treatmentCell(s.layout, row, r)
		case model.FieldPlanNumber:
			in = planNumberCell(s.layout, row, r, m)
		case model.FieldDirection:
			in.value = text(m.direction)
		case model.FieldAction:
			in.value = text(m.action)
		case model.FieldCost:
			in = costCell(m)
		case model.FieldOwner:
			in.value = text(m.owner)
		case model.FieldReporting:
			in.value = text(m.reporting)
		}
		s.set(row, col, in)
	}
}

// text gives a cell's value, nil for an empty text: an empty cell, not one
// with a text of no length.
func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// numberCell writes a risk's number: a plain whole number as such, so that it
// sorts and raises no warning, all else as text.
func numberCell(number string) cell {
	c := cell{value: text(number), look: lookNumber}
	if n, err := strconv.Atoi(number); err == nil && strconv.Itoa(n) == number && n >= 0 && n < 1_000_000_000 {
		c.value = n
	}
	return c
}

func levelCell(l level) any {
	if l.on != nil {
		return levelValue(l.on)
	}
	return text(l.text)
}

// levelValue is what a level's cell holds: the label, or on an axis without
// labels the number as a number.
func levelValue(l *model.ScaleLevel) any {
	if l.Label == "" {
		return l.Value
	}
	return l.Label
}

// scoreCell writes the risk value as a formula. Where a level is not on the
// scale the formula shows what was written, until the level is put right.
func (b *builder) scoreCell(l *model.RegisterLayout, row int, r *risk) cell {
	product := b.defs.value(ref(row, l.Column(model.FieldLikelihood)), ref(row, l.Column(model.FieldConsequence)))
	c := cell{look: lookValue}
	if r.score.calculated {
		c.formula, c.value = "IFERROR("+product+`,"")`, r.score.value
		return c
	}
	literal, value, ok := literal(r.score.written)
	if !ok {
		return cell{value: r.score.written, look: unlocked(c.look)}
	}
	c.formula, c.value = "IFERROR("+product+","+literal+")", value
	return c
}

// treatmentCell writes the treatment as a formula of the risk value. Where that
// would show something else than what was written, because a level is not on
// the scale or the scale has no treatment for the value, the formula shows the
// written one until the levels are put right.
func (b *builder) treatmentCell(l *model.RegisterLayout, row int, r *risk) cell {
	at := ref(row, l.Column(model.FieldScore))
	c := cell{look: lookFormula}
	if r.recommended || b.follows(r) {
		c.formula, c.value = "IF(ISNUMBER("+at+"),"+b.defs.treatment(at, `""`)+`,"")`, r.treatment
		return c
	}
	stays, value, ok := literal(r.treatment)
	if !ok {
		return cell{value: r.treatment, look: unlocked(c.look)}
	}
	known := b.defs.known(ref(row, l.Column(model.FieldLikelihood)), ref(row, l.Column(model.FieldConsequence)))
	c.formula, c.value = "IF("+known+","+b.defs.treatment(at, stays)+","+stays+")", value
	return c
}

// follows reports whether the written treatment is what the usual formula
// shows for the written value.
func (b *builder) follows(r *risk) bool {
	shown := ""
	n, err := strconv.Atoi(r.score.written)
	if r.score.calculated {
		n, err = r.score.value, nil
	}
	if t := b.plan.scale.Treatment(n); err == nil && t != nil {
		shown = t.Label
	}
	return shown == r.treatment
}

func unlocked(l look) look {
	l.locked = false
	return l
}

// literal gives a written text as a formula says it, and as its result. A
// formula's text can have 255 characters.
func literal(s string) (formula string, value any, ok bool) {
	if n, err := strconv.Atoi(s); err == nil && strconv.Itoa(n) == s {
		return s, n, true
	}
	clean, _ := cellText(s)
	if len(clean) > 250 || strings.ContainsAny(clean, "\n\t") {
		return "", nil, false
	}
	return `"` + strings.ReplaceAll(clean, `"`, `""`) + `"`, clean, true
}

// planNumberCell repeats the risk's number in front of steg 3 by a formula,
// unless another one was written there.
func planNumberCell(l *model.RegisterLayout, row int, r *risk, m measure) cell {
	if other := firstText(m.number, r.planNumber); other != "" {
		c := numberCell(other)
		c.look.fill = fillWarn
		return c
	}
	at := ref(row, l.Column(model.FieldNumber))
	c := cell{formula: "IF(" + at + `="","",` + at + ")", value: numberCell(r.number).value, look: lookFormula}
	c.look.center = true
	if c.value == nil {
		c.value = ""
	}
	return c
}

func costCell(m measure) cell {
	if m.cost == nil {
		return cell{value: text(m.costText), look: lookInput}
	}
	c := cell{value: m.cost.InexactFloat64(), look: lookAmount}
	if !m.cost.IsInteger() {
		c.look = lookCents
	}
	return c
}
