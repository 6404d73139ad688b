package controlplan

import (
	"cmp"
	"strconv"
	"strings"

	"riskbok/exporters/workbook"
	"riskbok/rules/model"
)

// text gives a cell's value, nil for an empty text: an empty cell, not one
// with a text of no length.
func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// numberCell writes a risk's number: a plain whole number as such, so that it
// sorts and raises no warning, all else as text. So is 0, which as a number
// would be what a formula leaves of an empty cell.
func numberCell(number string) workbook.Cell {
	c := workbook.Cell{Value: text(number), Look: workbook.LookNumber}
	if n, err := strconv.Atoi(number); err == nil && strconv.Itoa(n) == number && n > 0 && n < 1_000_000_000 {
		c.Value = n
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
func (b *builder) scoreCell(l *model.RegisterLayout, row int, r *risk) workbook.Cell {
	if b.plan.scale.Rule == model.RuleOther { // no formula is known
		c := numberCell(r.score.written)
		c.Look = workbook.LookValue.Unlocked()
		return c
	}
	product := b.defs.value(workbook.Ref(row, l.Column(model.FieldLikelihood)), workbook.Ref(row, l.Column(model.FieldConsequence)))
	c := workbook.Cell{Look: workbook.LookValue}
	if r.score.calculated {
		c.Formula, c.Value = "IFERROR("+product+`,"")`, r.score.value
		return c
	}
	literal, value, ok := literal(r.score.written)
	if !ok {
		return workbook.Cell{Value: r.score.written, Look: c.Look.Unlocked()}
	}
	c.Formula, c.Value = "IFERROR("+product+","+literal+")", value
	return c
}

// treatmentCell writes the treatment as a formula of the risk value. Where that
// would show something else than what was written, because a level is not on
// the scale or the scale has no treatment for the value, the formula shows the
// written one until the levels are put right.
func (b *builder) treatmentCell(l *model.RegisterLayout, row int, r *risk) workbook.Cell {
	at := workbook.Ref(row, l.Column(model.FieldScore))
	c := workbook.Cell{Look: workbook.LookFormula}
	if b.plan.scale.TreatmentsUnsure {
		return workbook.Cell{Value: text(r.treatment), Look: c.Look.Unlocked()}
	}
	if r.recommended || b.follows(r) {
		c.Formula, c.Value = "IF(ISNUMBER("+at+"),"+b.defs.treatment(at, `""`)+`,"")`, r.treatment
		return c
	}
	stays, value, ok := literal(r.treatment)
	if !ok {
		return workbook.Cell{Value: r.treatment, Look: c.Look.Unlocked()}
	}
	known := b.defs.known(workbook.Ref(row, l.Column(model.FieldLikelihood)), workbook.Ref(row, l.Column(model.FieldConsequence)))
	c.Formula, c.Value = "IF("+known+","+b.defs.treatment(at, stays)+","+stays+")", value
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

// literal gives a written text as a formula says it, and as its result. A
// formula's text can have 255 characters.
func literal(s string) (formula string, value any, ok bool) {
	if n, err := strconv.Atoi(s); err == nil && strconv.Itoa(n) == s {
		return s, n, true
	}
	clean, _ := workbook.CellText(s)
	if len(clean) > 250 || strings.ContainsAny(clean, "\n\t") {
		return "", nil, false
	}
	return `"` + strings.ReplaceAll(clean, `"`, `""`) + `"`, clean, true
}

// planNumberCell repeats the risk's number in front of steg 3 by a formula,
// unless another one was written there.
func planNumberCell(l *model.RegisterLayout, row int, r *risk, m measure) workbook.Cell {
	if other := cmp.Or(m.number, r.planNumber); other != "" {
		c := numberCell(other)
		c.Look.Fill = workbook.FillWarn
		return c
	}
	at := workbook.Ref(row, l.Column(model.FieldNumber))
	c := workbook.Cell{Formula: "IF(" + at + `="","",` + at + ")", Value: numberCell(r.number).Value, Look: workbook.LookFormula}
	c.Look.Center = true
	if c.Value == nil {
		c.Value = ""
	}
	return c
}

func costCell(m measure) workbook.Cell {
	if m.cost == nil {
		return workbook.Cell{Value: text(m.costText), Look: workbook.LookInput}
	}
	c := workbook.Cell{Value: m.cost.InexactFloat64(), Look: workbook.LookAmount}
	if !m.cost.IsInteger() {
		c.Look = workbook.LookCents
	}
	return c
}
