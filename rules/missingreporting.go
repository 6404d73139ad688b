package rules

import "riskbok/rules/model"

var missingReporting = Rule{Name: "missing-reporting", Severity: Warning, Fix: Judgement, Check: func(c *Case) []Finding {
	return c.missing(model.FieldReporting, func(m *model.Measure) (bool, model.Source) {
		return m.Reporting.Says(), m.Reporting.At
	})
}}
