package rules

import (
	"strconv"
	"strings"

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
			var room roomForLevels
			for _, l := range levelCells(a, &room) {
				if isRounded(l.value) {
					out = c.roundedLevel(out, r, a, l)
				}
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

// isRounded reports whether a level is shown as a whole number that its cell does
// not hold: 2.67 in a format without decimals.
func isRounded(v *model.Value[model.Level]) bool {
	if !v.V.HasNumber {
		return false
	}
	f, err := strconv.ParseFloat(v.Raw, 64)
	return err == nil && f != float64(v.V.Number)
}

// roundedLevel tells once a column that a level is shown rounded, and counts the
// others there.
func (c *Case) roundedLevel(out []Finding, r *riskRef, a *assessed, l levelCell) []Finding {
	f := c.levelFinding(r, a, l, "rounded")
	f.Path = strings.TrimSuffix(f.Path, "/"+string(l.field)) + "/rounded/" + string(l.field)
	for i := range out {
		o := &out[i]
		if first, counting := o.Args["rounded"].(int); counting && o.At.Place == f.At.Place && o.At.Col == f.At.Col {
			o.Args["rounded"], o.Args["n"], o.Variant = first+1, first+1, "rounded-more"
			return out
		}
	}
	held, _ := strconv.ParseFloat(l.value.Raw, 64)
	f.Found = strconv.FormatFloat(held, 'f', 2, 64)
	f.Expected = strconv.Itoa(l.value.V.Number)
	f.Args["number"], f.Args["rounded"] = l.value.V.Number, 1
	f.Args["held"] = strings.Replace(f.Found, ".", ",", 1)
	f.Fix = &Fix{Class: Judgement}
	return append(out, f)
}
