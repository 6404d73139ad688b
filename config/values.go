package config

import (
	"time"

	"riskbok/rules"
	"riskbok/rules/model"
)

// severity reads "off", "info", "warning" or "error".
func severity(s string) (rules.Severity, bool) {
	sev := rules.Severity(s)
	return sev, sev == rules.Off || sev.Rank() > 0
}

// day reads an ISO 8601 day that is in the calendar.
func day(s string) (model.Date, bool) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return model.Date{}, false
	}
	return model.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}, true
}
