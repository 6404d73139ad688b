package rules

import "riskbok/rules/model"

var duplicateNumber = Rule{Name: "duplicate-number", Severity: Error, Fix: Judgement, Check: checkDuplicateNumber}

func checkDuplicateNumber(c *Case) []Finding {
	var out []Finding
	for i := range c.Registers {
		first := map[string]*riskRef{}
		for _, r := range c.byEntry[&c.Registers[i]] {
			k := r.numberKey()
			if k == "" || len(c.byNumber[k]) == 1 || unknownLetters(k) {
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
