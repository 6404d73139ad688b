package planted

import (
	"strconv"

	"riskbok/rules/model"
)

// dropped is how a wrong value harms: a risk just above the threshold is
// written below it, accepted, and left out of the follow-up.
func dropped(d *Draft) []Want {
	registers := d.registers()
	valued := d.registers(model.FieldScore, model.FieldLikelihood, model.FieldConsequence)
	follow := d.followUps()
	if len(valued) == 0 || len(valued) != len(d.registers(model.FieldScore)) || len(follow) != 1 || follow[0].Spec.Steps.Analysis || len(follow[0].Rows) < 5 {
		return nil
	}
	accept := d.Plan.Scale.Treatments[0]
	k := d.risk(func(k int) bool { return d.required(k) && single(k, registers) })
	if k < 0 {
		return nil
	}
	var out []Want
	set := func(rule string, s *Sheet, row *Row, f model.Field, text string) {
		if c := row.get(f); c != nil {
			for _, rule := range typed(c, text, rule) {
				out = append(out, inCell(rule, s, row, f))
			}
		}
	}
	for _, s := range registers {
		for _, row := range s.rowsOf(k) {
			if row.First {
				set("risk-value", s, row, model.FieldScore, strconv.Itoa(accept.Max))
				set("treatment", s, row, model.FieldTreatment, accept.Label)
			}
			set("direction", s, row, model.FieldDirection, accept.Label)
		}
	}
	follow[0].remove(k)
	return append(out, Want{Rule: "plan-membership", Sheet: follow[0], Part: AtHead})
}

// remove takes a risk's rows from a sheet.
func (s *Sheet) remove(k int) {
	var kept []*Row
	for _, row := range s.Rows {
		if row.Risk != k {
			kept = append(kept, row)
		}
	}
	s.Rows = kept
}
