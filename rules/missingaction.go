package rules

import "riskbok/rules/model"

var missingAction = Rule{Name: "missing-action", Severity: Error, Fix: Judgement, Check: func(c *Case) []Finding {
	return c.missing(model.FieldAction, func(m *model.Measure) (bool, model.Source) {
		return m.Action.Says(), m.Action.At
	})
}}
