package rules

import "riskbok/rules/model"

var numberMismatch = Rule{Name: "number-mismatch", Severity: Error, Fix: Judgement, Check: checkNumberMismatch}

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
