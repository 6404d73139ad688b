package rules

import "riskbok/rules/model"

var undecided = Rule{Name: "undecided", Severity: Info, Fix: Judgement, Check: checkUndecided}

func checkUndecided(c *Case) []Finding {
	var out []Finding
	someDecided := false
	for i := range c.Registers {
		for _, h := range c.Registers[i].Heads {
			someDecided = someDecided || h.Decided.OK
		}
	}
	for i := range c.Registers {
		t := &c.Registers[i].Table
		decided, label := false, model.Source{}
		for _, h := range t.Heads {
			for _, v := range h.NoDays {
				f := c.tableFinding(t, "no-day")
				f.Severity, f.At, f.Found = Warning, v.At, v.Raw
				f.Path += "/no-day"
				f.Fix = &Fix{Class: Judgement}
				out = append(out, f)
				decided = decided || v.At == h.Decided.At // said
			}
			decided = decided || h.Decided.Says()
			if label.IsZero() {
				label = h.Decided.At
			}
		}
		// A table without a place for the date is decided with the others.
		if decided || label.IsZero() && someDecided || len(c.Registers[i].Risks) == 0 {
			continue
		}
		f := c.tableFinding(t, "no-date")
		if !label.IsZero() {
			f.At = label
		}
		f.Fix = &Fix{Class: Judgement}
		out = append(out, f)
	}
	return out
}
