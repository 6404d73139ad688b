package rules

import (
	"strconv"

	"riskbok/rules/model"
	"riskbok/rules/scales"
)

var levelLabel = Rule{Name: "level-label", Severity: Warning, Fix: Judgement, Check: checkLevelLabel}

func checkLevelLabel(c *Case) []Finding {
	var out []Finding
	for _, r := range c.risks {
		if r.entry.Scale == nil {
			continue
		}
		for a := range r.assessed() {
			for _, l := range levelCells(a) {
				if !scales.Contradicts(l.value.V, l.level) {
					continue
				}
				f := c.levelFinding(r, a, l, "differs")
				f.Found = model.Clean(l.value.Raw)
				f.Expected = strconv.Itoa(l.level.Value)
				f.Args["label"], f.Args["number"] = l.level.Label, l.value.V.Number
				f.scaleOrigin(r.entry.Scale)
				if !l.level.At.IsZero() {
					f.Related = []model.Source{l.level.At}
				}
				f.Fix = &Fix{Class: Judgement}
				out = append(out, f)
			}
		}
	}
	return out
}
