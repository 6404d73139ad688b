package planted

import (
	"strconv"
	"strings"

	"riskbok/rules/model"
)

// onSheet damages one cell of one risk on one register that has the columns.
func (d *Draft) onSheet(f model.Field, suits func(k int) bool, damage func(k int, row *Row, c *Cell) []string, columns ...model.Field) []Want {
	sheets := d.registers(append(columns, f)...)
	if len(sheets) == 0 {
		return nil
	}
	s := pick(d.rand, sheets)
	k := d.risk(func(k int) bool { return single(k, []*Sheet{s}) && (suits == nil || suits(k)) })
	if k < 0 {
		return nil
	}
	row := s.rowsOf(k)[0]
	var out []Want
	for _, rule := range damage(k, row, row.get(f)) {
		out = append(out, inCell(rule, s, row, f))
	}
	if f == model.FieldScore {
		out = append(out, d.followed(s, row)...)
	}
	return out
}

// followed lets a treatment by formula follow its row's value, and gives the
// finding if that makes it wrong.
func (d *Draft) followed(s *Sheet, row *Row) []Want {
	t := row.get(model.FieldTreatment)
	if t == nil || !t.Auto {
		return nil
	}
	right := t.Text
	value, _ := strconv.Atoi(row.get(model.FieldScore).Text)
	t.Text = d.Plan.Scale.Range(min(value, d.Plan.Scale.Top())).Label
	if t.Text == right {
		return nil
	}
	return []Want{inCell("treatment", s, row, model.FieldTreatment)}
}

// typed makes a cell one that was typed over the layout's formula. An emptied
// cell is not spoken of twice.
func typed(c *Cell, text string, rule string) []string {
	rules := []string{rule}
	if c.Auto && text != "" {
		rules = append(rules, "formula-broken")
	}
	c.Text, c.Auto, c.Formula = text, false, ""
	return rules
}

// wrongValue writes another value beside two valid levels.
func wrongValue(d *Draft) []Want {
	return d.onSheet(model.FieldScore, nil, func(k int, _ *Row, c *Cell) []string {
		risk := &d.Plan.Risks[k]
		right := risk.Value()
		wrong := right
		for wrong == right || wrong < 1 {
			wrong = pick(d.rand, []int{right - 1, right + 1, risk.Likelihood + risk.Consequence, d.Plan.Scale.Top() + 1, 1 + d.rand.IntN(d.Plan.Scale.Top())})
		}
		return typed(c, strconv.Itoa(wrong), "risk-value")
	}, model.FieldLikelihood, model.FieldConsequence)
}

// impossibleValue writes a value that no two levels have, such as 7 on 4×4.
func impossibleValue(d *Draft) []Want {
	return d.onSheet(model.FieldScore, nil, func(_ int, _ *Row, c *Cell) []string {
		wrong := d.Plan.Scale.Top() - 1
		for d.Plan.Scale.Possible(wrong) {
			wrong--
		}
		return typed(c, strconv.Itoa(wrong), "risk-value")
	}, model.FieldLikelihood, model.FieldConsequence)
}

func emptyValue(d *Draft) []Want {
	return d.onSheet(model.FieldScore, nil, func(_ int, _ *Row, c *Cell) []string { return typed(c, "", "risk-value") },
		model.FieldLikelihood, model.FieldConsequence)
}

// wrongFormula adds the levels that the neighbours multiply.
func wrongFormula(d *Draft) []Want {
	if d.Layout.Values < Product {
		return nil
	}
	return d.onSheet(model.FieldScore, func(k int) bool {
		r := &d.Plan.Risks[k]
		return r.Likelihood+r.Consequence != r.Value()
	}, func(k int, _ *Row, c *Cell) []string {
		r := &d.Plan.Risks[k]
		c.Formula, c.Text, c.Auto = "{likelihood}+{consequence}", strconv.Itoa(r.Likelihood+r.Consequence), false
		return []string{"risk-value", "formula-broken"}
	}, model.FieldLikelihood, model.FieldConsequence)
}

// wrongTreatment writes the treatment of another range.
func wrongTreatment(d *Draft) []Want {
	return d.onSheet(model.FieldTreatment, nil, func(k int, _ *Row, c *Cell) []string {
		right := d.Plan.Scale.Range(d.Plan.Risks[k].Value()).Label
		wrong := right
		for leading(wrong) == leading(right) {
			wrong = pick(d.rand, d.Plan.Scale.Treatments).Label
		}
		return typed(c, wrong, "treatment")
	}, model.FieldLikelihood, model.FieldConsequence)
}

func leading(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return first
}

func emptyTreatment(d *Draft) []Want {
	return d.onSheet(model.FieldTreatment, nil, func(_ int, _ *Row, c *Cell) []string { return typed(c, "", "treatment") },
		model.FieldLikelihood, model.FieldConsequence)
}

// onLevel damages a level of one risk the same way on every register.
func (d *Draft) onLevel(rule string, f model.Field, text string) []Want {
	sheets := d.registers(f)
	k := d.risk(func(k int) bool { return single(k, sheets) })
	if k < 0 {
		return nil
	}
	var out []Want
	for _, s := range sheets {
		rows := s.rowsOf(k)
		if len(rows) == 0 {
			continue
		}
		*rows[0].get(f) = Cell{Text: text, Number: d.Layout.Levels == ByNumber}
		d.cleared(rows[0])
		out = append(out, inCell(rule, s, rows[0], f))
	}
	return out
}

func (d *Draft) eitherAxis() model.Field {
	return pick(d.rand, []model.Field{model.FieldLikelihood, model.FieldConsequence})
}

// unknownLevel writes a level that is not on the scale: a misspelt label, a
// foreign one, a number beyond the axis.
func unknownLevel(d *Draft) []Want {
	f := d.eitherAxis()
	axis := d.axis(f)
	place := 1 + d.rand.IntN(len(axis))
	label := []rune(axis[place-1].Label)
	cut := 1 + d.rand.IntN(len(label)-1)
	for label[cut-1] == ' ' {
		cut-- // a doubled space is no fault
	}
	wrong := pick(d.rand, []string{string(label[:cut]) + string(label[cut-1:]), "Ganska " + strings.ToLower(string(label)), "Vet ej"})
	bare, over := wrong, strconv.Itoa(len(axis)+1+d.rand.IntN(3))
	switch d.Layout.Levels {
	case ByNumber:
		if d.Layout.Values >= Product {
			return nil // the formula would multiply it
		}
		wrong = over
	case ByNumberText:
		wrong = over
	case ByBoth:
		wrong = strconv.Itoa(place) + " - " + wrong
	case ByBothDash:
		wrong = strconv.Itoa(place) + " – " + wrong
	}
	if w := d.Layout.Way; w.labelled() {
		wrong = d.written(axis, place, bare)
	} else if w != "" {
		n, _ := strconv.Atoi(over)
		wrong = d.written(axis, n, "")
	}
	return d.onLevel("unknown-level", f, wrong)
}

func missingLevel(d *Draft) []Want { return d.onLevel("missing-level", d.eitherAxis(), "") }

// missingLevels empties both levels of a risk on every register.
func missingLevels(d *Draft) []Want {
	first := d.onLevel("missing-level", model.FieldLikelihood, "")
	out := first
	for _, w := range first {
		*w.Row.get(model.FieldConsequence) = Cell{}
		out = append(out, inCell("missing-level", w.Sheet, w.Row, model.FieldConsequence))
	}
	return out
}

// missingEvent empties the text of a risk that has a number.
func missingEvent(d *Draft) []Want {
	return d.onSheet(model.FieldEvent, nil, func(_ int, row *Row, c *Cell) []string {
		if n := row.get(model.FieldNumber); n == nil || n.Text == "" {
			return nil
		}
		*c = Cell{}
		return []string{"missing-event"}
	}, model.FieldNumber, model.FieldLikelihood, model.FieldConsequence)
}

// swapped writes each label of a risk in the other's column, on every register.
func swapped(d *Draft) []Want {
	if d.Layout.Levels != ByLabel || !d.apart() {
		return nil
	}
	first := d.onLevel("swapped-levels", model.FieldLikelihood, "")
	for _, w := range first {
		r := &d.Plan.Risks[w.Row.Risk]
		w.Row.get(model.FieldLikelihood).Text = d.labelled(d.Plan.Scale.Consequence, r.Consequence)
		w.Row.get(model.FieldConsequence).Text = d.labelled(d.Plan.Scale.Likelihood, r.Likelihood)
	}
	return first
}

// halfSwapped writes a consequence label as likelihood, beside a consequence
// that is on neither axis: two unknown levels, not swapped ones.
func halfSwapped(d *Draft) []Want {
	if d.Layout.Levels != ByLabel || !d.apart() {
		return nil
	}
	first := d.onLevel("unknown-level", model.FieldLikelihood, "")
	out := first
	for _, w := range first {
		r := &d.Plan.Risks[w.Row.Risk]
		w.Row.get(model.FieldLikelihood).Text = d.labelled(d.Plan.Scale.Consequence, r.Consequence)
		w.Row.get(model.FieldConsequence).Text = "Vet ej"
		out = append(out, inCell("unknown-level", w.Sheet, w.Row, model.FieldConsequence))
	}
	return out
}

// apart reports whether no label stands on both axes.
func (d *Draft) apart() bool {
	for _, l := range d.Plan.Scale.Likelihood {
		for _, c := range d.Plan.Scale.Consequence {
			if l.Label == c.Label {
				return false
			}
		}
	}
	return true
}

// wrongNumber writes another number before a level's label, on one register.
func wrongNumber(d *Draft) []Want {
	if d.Layout.Levels != ByBoth && d.Layout.Levels != ByBothDash {
		return nil
	}
	f := d.eitherAxis()
	return d.onSheet(f, nil, func(k int, _ *Row, c *Cell) []string {
		if d.Layout.Way != "" {
			axis, right := d.axis(f), d.Plan.Risks[k].level(f)
			c.Text = d.written(axis, right%len(axis)+1, axis[right-1].Label)
			return []string{"level-label"}
		}
		written, rest, _ := strings.Cut(c.Text, " ")
		wrong := written
		for wrong == written {
			wrong = strconv.Itoa(1 + d.rand.IntN(len(d.axis(f))))
		}
		c.Text = wrong + " " + rest
		return []string{"level-label"}
	})
}
