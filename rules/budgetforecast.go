package rules

var budgetForecast = Rule{Name: "budget-forecast", Severity: Error, Fix: Judgement, Check: func(c *Case) []Finding {
	return c.deviationFindings(true)
}}
