package controlplan

import (
	"cmp"
	"slices"
	"strconv"

	"riskbok/exporters/workbook"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// takePrevious takes the value of the year before, and the change since, from
// the first table that states them.
func (p *plan) takePrevious(r *risk, o *model.Risk) {
	if r.previous == (score{}) {
		r.previous = score{written: scoreText(o.Previous)}
		r.rescaled = p.source != nil
	}
	r.change = cmp.Or(r.change, written(o.Change))
	p.showPrevious = p.showPrevious || r.previous != (score{}) || r.change != ""
}

// parsed is the value as calculated, else as written where that is a number.
func (s score) parsed() (int, bool) {
	if s.calculated {
		return s.value, true
	}
	n, err := strconv.Atoi(s.written)
	return n, err == nil
}

// withPrevious gives a template whose sheets of risks have, beside the value,
// that of the year before and the change since.
func withPrevious(t *model.Template, cat *lang.Catalog) *model.Template {
	out := *t
	out.Layout.Registers = slices.Clone(t.Layout.Registers)
	for i := range out.Layout.Registers {
		l := &out.Layout.Registers[i]
		at := l.Column(model.FieldScore)
		if at < 0 || l.Column(model.FieldPrevious) >= 0 {
			continue
		}
		l.Columns = slices.Insert(slices.Clone(l.Columns), at+1,
			model.LayoutColumn{Field: model.FieldPrevious, Heading: cmp.Or(t.Layout.Previous, cat.T("controlplan.previous")), Width: 11},
			model.LayoutColumn{Field: model.FieldChange, Heading: cmp.Or(t.Layout.Change, cat.T("controlplan.change")), Width: 11},
		)
	}
	return &out
}

// previousCell writes last year's value, which nobody changes any more.
func previousCell(r *risk) workbook.Cell {
	c := workbook.Cell{Value: text(r.previous.written), Look: workbook.LookOwn}
	c.Look.Center = true
	if n, ok := r.previous.parsed(); ok {
		c.Value = n
	}
	return c
}

// changeFormat shows a change with its sign.
const changeFormat = "+0;-0;0"

// changeCell writes the change since last year as a formula; where last year's
// value is not known, or one of another scale, the text that stood there.
func changeCell(l *model.RegisterLayout, row int, r *risk) workbook.Cell {
	c := workbook.Cell{Look: workbook.LookOwn}
	c.Look.Center, c.Look.Format = true, changeFormat
	before, ok := r.previous.parsed()
	if r.rescaled || !ok && r.change != "" {
		return workbook.Cell{Value: text(r.change), Look: c.Look.Unlocked()}
	}
	now, old := workbook.Ref(row, l.Column(model.FieldScore)), workbook.Ref(row, l.Column(model.FieldPrevious))
	c.Formula, c.Value = "IF(AND(ISNUMBER("+now+"),ISNUMBER("+old+")),"+now+"-"+old+`,"")`, ""
	if after, valued := r.score.parsed(); ok && valued {
		c.Value = after - before
	}
	return c
}
