package rules

import "riskbok/rules/model"

var missingOwner = Rule{Name: "missing-owner", Severity: Error, Fix: Judgement, Check: func(c *Case) []Finding {
	return append(c.missing(model.FieldOwner, func(m *model.Measure) (bool, model.Source) {
		return m.Owner.Says(), m.Owner.At
	}), c.ownerless()...)
}}
