package rules

import "riskbok/rules/model"

var templateRows = Rule{Name: "template-rows", Severity: Info, Fix: Judgement, Check: checkTemplateRows}

func checkTemplateRows(c *Case) []Finding {
	var out []Finding
	leftover := func(t *model.Table, rows []model.Source) {
		if len(rows) == 0 {
			return
		}
		f := c.tableFinding(t, "one")
		if len(rows) > 1 {
			f.Variant = "several"
		}
		f.At = rows[0]
		f.Args["n"], f.Args["last"] = len(rows), rows[len(rows)-1]
		f.Fix = &Fix{Class: Judgement}
		out = append(out, f)
	}
	for i := range c.Registers {
		leftover(&c.Registers[i].Table, c.Registers[i].Leftover)
	}
	for _, fu := range c.FollowUps {
		leftover(&fu.Table, fu.Leftover)
	}
	return out
}
