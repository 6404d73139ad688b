package rules

import (
	"riskbok/rules/model"
	"riskbok/rules/scales"
)

var unknownLevel = Rule{Name: "unknown-level", Severity: Error, Fix: Suggested, Check: checkUnknownLevel}

func checkUnknownLevel(c *Case) []Finding {
	var out []Finding
	for _, r := range c.risks {
		if r.entry.Scale == nil {
			continue
		}
		for a := range r.assessed() {
			if swapped(a) {
				continue
			}
			var room roomForLevels
			for _, l := range levelCells(a, &room) {
				if l.value.OK && l.level == nil && !unknownLetters(l.value.Raw) && (a.valuation != nil || !c.toldAsWhole(r.entry, l.field)) {
					out = append(out, c.unknownLevel(r, a, l))
				}
			}
		}
	}
	return out
}

func (c *Case) unknownLevel(r *riskRef, a *assessed, l levelCell) Finding {
	f := c.levelFinding(r, a, l, "unknown")
	f.Found = model.Clean(l.value.Raw)
	f.Args["levels"] = axisText(l.axis)
	f.scaleOrigin(r.entry.Scale)
	f.Fix = &Fix{Class: Judgement}
	if near := scales.Nearest(l.axis, l.value.V.Label); near != nil {
		f.Variant = "misspelt"
		f.Expected = near.Label
		if l.value.Formula == "" {
			f.Fix = &Fix{Class: Suggested, Edits: []Edit{{At: l.value.At, Kind: SetText, Old: l.value.Raw, New: near.Label, Result: near.Label}}}
		}
	}
	if !l.axis.At.IsZero() {
		f.Related = append(f.Related, l.axis.At)
	}
	return f
}
