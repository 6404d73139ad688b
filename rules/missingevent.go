package rules

import "riskbok/rules/model"

var missingEvent = Rule{Name: "missing-event", Severity: Warning, Fix: Judgement, Check: checkMissingEvent}

func checkMissingEvent(c *Case) []Finding {
	var out []Finding
	for i := range c.Registers {
		e := &c.Registers[i]
		risks := c.byEntry[e]
		if !e.Has(model.FieldEvent) || !mostlyDescribed(risks) {
			continue
		}
		for _, r := range risks {
			if !r.Event.Says() && valuedAndMeant(r) {
				f := c.riskFinding(r, model.FieldEvent, r.Event.At, "empty")
				f.Fix = &Fix{Class: Judgement}
				out = append(out, f)
			}
		}
	}
	return out
}

// mostlyDescribed reports whether more than half of the risks say what the risk is: else the
// descriptions stand elsewhere, or each is that of several rows.
func mostlyDescribed(risks []*riskRef) bool {
	n := 0
	for _, r := range risks {
		if r.Event.Says() {
			n++
		}
	}
	return 2*n > len(risks)
}

// valuedAndMeant reports whether a row is a risk of its own though it does not say which:
// it has a number and both levels. Without a number it may be a further row of the risk
// above.
func valuedAndMeant(r *riskRef) bool {
	return r.numberKey() != "" && r.Likelihood.OK && r.Consequence.OK
}
