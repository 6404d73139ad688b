package planted

import (
	"slices"
	"strings"

	"riskbok/rules/model"
)

// duplicate gives a risk that needs no follow-up the number of one before it,
// on every register.
func duplicate(d *Draft) []Want {
	if d.Layout.Numbers == Unnumbered {
		return nil
	}
	sheets := d.registers(model.FieldNumber)
	if len(sheets) != len(d.registers()) {
		return nil
	}
	first := -1
	second := d.risk(func(k int) bool {
		if d.required(k) && len(d.followUps()) > 0 && !d.followUps()[0].Spec.Steps.Analysis || !single(k, sheets) {
			return false
		}
		for j := k - 2; j >= 0; j-- {
			if single(j, sheets) && d.onAll(j, k, sheets) && d.claim(riskKey(j)) {
				first = j
				return true
			}
		}
		return false
	})
	if second < 0 {
		return nil
	}
	var out []Want
	for _, s := range sheets {
		for _, row := range s.rowsOf(second) {
			number := d.Layout.Numbers.text(&d.Plan.Risks[first], first+1)
			row.get(model.FieldNumber).Text = number
			if c := row.get(model.FieldPlanNumber); c != nil {
				c.Text = number
			}
			if row.First {
				out = append(out, inCell("duplicate-number", s, row, model.FieldNumber))
			}
		}
	}
	return out
}

// onAll reports whether every sheet that lists risk k lists risk j as well.
func (d *Draft) onAll(j, k int, sheets []*Sheet) bool {
	for _, s := range sheets {
		if len(s.rowsOf(k)) > 0 && len(s.rowsOf(j)) == 0 {
			return false
		}
	}
	return true
}

// mismatch writes another number in front of steg 3.
func mismatch(d *Draft) []Want {
	d.fresh++
	return d.onSheet(model.FieldPlanNumber, nil, func(_ int, _ *Row, c *Cell) []string {
		c.Text, c.Auto = d.Layout.Numbers.fresh(d.fresh), false
		return []string{"number-mismatch"}
	}, model.FieldNumber)
}

// missing empties a cell of the plan that the treatment requires.
func missing(rule string, f model.Field) func(*Draft) []Want {
	return func(d *Draft) []Want {
		sheets := d.registers(f)
		if len(sheets) == 0 {
			return nil
		}
		s := pick(d.rand, sheets)
		k := d.risk(func(k int) bool { return d.required(k) && len(s.rowsOf(k)) > 0 })
		if k < 0 {
			return nil
		}
		row := pick(d.rand, s.rowsOf(k))
		*row.get(f) = Cell{Text: pick(d.rand, []string{"", "", "–", " "})}
		return []Want{inCell(rule, s, row, f)}
	}
}

// direction lets the board choose another treatment than the value calls for.
func direction(d *Draft) []Want {
	sheets := d.sheets(func(*Sheet) bool { return true }, []model.Field{model.FieldDirection})
	if len(sheets) == 0 {
		return nil
	}
	s := pick(d.rand, sheets)
	k := d.risk(func(k int) bool { return len(s.rowsOf(k)) == 1 })
	if k < 0 {
		return nil
	}
	row := s.rowsOf(k)[0]
	right := d.Plan.Scale.Range(d.Plan.Risks[k].Value()).Label
	wrong := right
	for leading(wrong) == leading(right) {
		wrong = pick(d.rand, d.Plan.Scale.Treatments).Label
	}
	row.get(model.FieldDirection).Text = wrong
	return []Want{inCell("direction", s, row, model.FieldDirection)}
}

// leftOut takes a required risk from a plan or follow-up that lists others,
// while a register still has it.
func leftOut(followUp bool) func(*Draft) []Want {
	return func(d *Draft) []Want {
		registers := d.registers(model.FieldEvent)
		sheets := d.followUps()
		if !followUp {
			if len(registers) < 2 {
				return nil
			}
			sheets = registers[1:]
		}
		if len(sheets) == 0 || sheets[0].Spec.Steps.Analysis && followUp {
			return nil
		}
		s := sheets[0]
		k := d.risk(func(k int) bool { return d.required(k) && len(s.rowsOf(k)) > 0 && d.left(s) > 3 })
		if k < 0 {
			return nil
		}
		s.remove(k)
		return []Want{{Rule: "plan-membership", Sheet: s, Part: AtHead}}
	}
}

// left counts the required risks that a sheet still lists.
func (d *Draft) left(s *Sheet) int {
	seen := map[int]bool{}
	for _, row := range s.Rows {
		if row.Risk >= 0 && d.required(row.Risk) {
			seen[row.Risk] = true
		}
	}
	return len(seen)
}

// accepted lists a risk in the follow-up that needs no place there.
func accepted(d *Draft) []Want {
	s := d.followUpSheet()
	if s == nil {
		return nil
	}
	k := d.risk(func(k int) bool { return !d.required(k) && d.listed(k) })
	if k < 0 {
		return nil
	}
	row := d.invent(s, k)
	row.Risk = k
	s.Rows = append(s.Rows, row)
	return []Want{inCell("plan-membership", s, row, model.FieldNumber)}
}

// listed reports whether some register lists the risk.
func (d *Draft) listed(k int) bool {
	return slices.ContainsFunc(d.registers(), func(s *Sheet) bool { return len(s.rowsOf(k)) > 0 })
}

// followUpSheet gives a follow-up with numbers on a sheet of its own.
func (d *Draft) followUpSheet() *Sheet {
	for _, s := range d.followUps(model.FieldNumber) {
		if !s.Spec.Steps.Analysis && d.Layout.Numbers != Unnumbered {
			return s
		}
	}
	return nil
}

// invent makes a row with the texts of risk k and all reported periods filled.
func (d *Draft) invent(s *Sheet, k int) *Row {
	row := &Row{Risk: -1, First: true, Cells: map[Column]*Cell{}, at: map[Column]spot{}}
	for _, c := range s.Spec.Columns {
		row.Cells[c.Column] = d.cell(s, c.Column, k, 0)
	}
	return row
}

// unreported empties one period of a risk though others of the table have it.
func unreported(d *Draft) []Want {
	sheets := d.followUps()
	if len(sheets) == 0 || d.Plan.Reported < 2 && sheets[0].Spec.Steps.Analysis {
		return nil
	}
	s := sheets[0]
	period := Column{model.FieldPeriod, d.rand.IntN(d.Plan.Reported)}
	k := d.risk(func(k int) bool { return d.required(k) && len(s.rowsOf(k)) > 0 })
	if k < 0 {
		return nil
	}
	for _, row := range s.rowsOf(k) {
		row.Cells[period].Text = pick(d.rand, []string{"", "", "–", "\n"})
	}
	return []Want{{Rule: "followup-missing", Sheet: s, Row: s.rowsOf(k)[0], Field: period}}
}

// stranger follows up a number that no register has.
func stranger(d *Draft) []Want {
	s := d.followUpSheet()
	if s == nil {
		return nil
	}
	k := d.risk(func(k int) bool { return d.required(k) })
	if k < 0 {
		return nil
	}
	d.fresh++
	row := d.invent(s, k)
	row.get(model.FieldNumber).Text = d.Layout.Numbers.fresh(d.fresh)
	for f, text := range map[model.Field]string{model.FieldEvent: "Nytt: ", model.FieldAction: "Nytt: "} {
		if c := row.get(f); c != nil {
			c.Text = text + strings.TrimSpace(c.Text)
		}
	}
	s.Rows = append(s.Rows, row)
	return []Want{inCell("followup-unknown", s, row, model.FieldNumber)}
}
