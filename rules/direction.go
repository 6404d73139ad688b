package rules

import (
	"riskbok/rules/model"
	"riskbok/rules/scales"
)

var direction = Rule{Name: "direction", Severity: Warning, Fix: Judgement, Check: checkDirection}

func checkDirection(c *Case) []Finding {
	var out []Finding
	for _, r := range c.risks {
		t := c.governing(r)
		if t == nil {
			continue
		}
		for i := range r.Measures {
			d := r.Measures[i].Direction
			if !d.OK || scales.SameTreatment(r.entry.Scale, d.V, t.Label) {
				continue
			}
			out = append(out, c.directionFinding(c.riskFinding(r, model.FieldDirection, d.At, "differs"), d, t))
		}
	}
	for _, fu := range c.FollowUps {
		for i := range fu.Rows {
			row := &fu.Rows[i]
			r := c.twin(c.rowNumber(row), row.Event.V, &fu.Table)
			if r == nil || !row.Direction.OK || c.sameTable(r, fu) {
				continue
			}
			if t := c.governing(r); t != nil && !scales.SameTreatment(r.entry.Scale, row.Direction.V, t.Label) {
				out = append(out, c.directionFinding(c.followUpFinding(fu, row, model.FieldDirection, row.Direction.At, "differs"), row.Direction, t))
			}
		}
	}
	return out
}

func (c *Case) directionFinding(f Finding, d model.Value[string], t *model.Treatment) Finding {
	f.Found, f.Expected = d.V, t.Label
	f.Args["treatment"] = t.Label
	f.Fix = &Fix{Class: Judgement}
	return f
}

// sameTable reports whether a follow-up and a risk's register are one table,
// in which each row is judged once.
func (c *Case) sameTable(r *riskRef, fu *model.FollowUpTable) bool { return r.entry.At == fu.At }
