package rules

import "riskbok/rules/model"

var duplicateNumber = Rule{Name: "duplicate-number", Severity: Error, Fix: Judgement, Check: checkDuplicateNumber}

var numberMismatch = Rule{Name: "number-mismatch", Severity: Error, Fix: Judgement, Check: checkNumberMismatch}

func checkDuplicateNumber(c *Case) []Finding {
	var out []Finding
	for i := range c.Registers {
		first := map[string]*riskRef{}
		for _, r := range c.byEntry[&c.Registers[i]] {
			k := r.numberKey()
			if k == "" {
				continue
			}
			at := r.numberValue().At
			other, ok := first[k]
			if !ok {
				first[k] = r
				continue
			}
			if other.numberValue().At == at {
				continue // one merged cell numbers both
			}
			f := c.riskFinding(r, model.FieldNumber, at, "duplicate")
			f.Found = r.number()
			f.Args["other"] = other.numberValue().At
			f.Args["otherEvent"] = other.Event.V
			f.Related = []model.Source{other.numberValue().At}
			f.Fix = &Fix{Class: Judgement}
			out = append(out, f)
		}
	}
	return out
}

func checkNumberMismatch(c *Case) []Finding {
	var out []Finding
	for _, r := range c.risks {
		if !r.Number.OK || !r.PlanNumber.OK || model.NumberKey(r.Number.V) == model.NumberKey(r.PlanNumber.V) {
			continue
		}
		f := c.riskFinding(r, model.FieldPlanNumber, r.PlanNumber.At, "differs")
		f.Found, f.Expected = r.PlanNumber.V, r.Number.V
		f.Args["other"] = r.Number.At
		f.Related = []model.Source{r.Number.At}
		f.Fix = &Fix{Class: Judgement}
		out = append(out, f)
	}
	return out
}

// numberValue gives the cell of the risk's number.
func (r *riskRef) numberValue() model.Value[string] {
	if r.Number.OK {
		return r.Number
	}
	return r.PlanNumber
}
