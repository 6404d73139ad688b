package rules

import (
	"strings"

	"riskbok/rules/model"
	"riskbok/rules/scales"
)

var unknownLevel = Rule{Name: "unknown-level", Severity: Error, Fix: Suggested, Check: checkUnknownLevel}

var missingLevel = Rule{Name: "missing-level", Severity: Error, Fix: Judgement, Check: checkMissingLevel}

// levelCell is a written likelihood or consequence with the axis it is on, nil
// where no scale is known.
type levelCell struct {
	field model.Field
	value model.Value[model.Level]
	axis  *model.Axis
	level *model.ScaleLevel
}

func levelCells(e *model.Entry, a model.Assessment) []levelCell {
	v := scales.Judge(e.Scale, a.Likelihood, a.Consequence)
	var likelihood, consequence *model.Axis
	if e.Scale != nil {
		likelihood, consequence = &e.Scale.Likelihood, &e.Scale.Consequence
	}
	var out []levelCell
	if e.Has(model.FieldLikelihood) {
		out = append(out, levelCell{model.FieldLikelihood, a.Likelihood, likelihood, v.Likelihood})
	}
	if e.Has(model.FieldConsequence) {
		out = append(out, levelCell{model.FieldConsequence, a.Consequence, consequence, v.Consequence})
	}
	return out
}

func checkUnknownLevel(c *Case) []Finding {
	var out []Finding
	for _, r := range c.risks {
		if r.entry.Scale == nil {
			continue
		}
		for _, a := range r.Assessments() {
			if swapped(r.entry.Scale, a) {
				continue
			}
			for _, l := range levelCells(r.entry, a) {
				if l.value.OK && l.level == nil {
					out = append(out, c.unknownLevel(r, l))
				}
			}
		}
	}
	return out
}

func (c *Case) unknownLevel(r *riskRef, l levelCell) Finding {
	f := c.riskFinding(r, l.field, l.value.At, "unknown")
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

// axisText lists an axis: "Osannolik (1), Mindre sannolik (2)".
func axisText(a *model.Axis) string {
	text := ""
	for i := range a.Levels {
		if i > 0 {
			text += ", "
		}
		text += levelText(&a.Levels[i])
	}
	return text
}

func checkMissingLevel(c *Case) []Finding {
	var out []Finding
	levels := map[*model.Entry]map[model.Field]bool{}
	for _, r := range c.risks {
		if !r.Event.OK {
			continue
		}
		if r.entry.Scale == nil && levels[r.entry] == nil {
			levels[r.entry] = levelColumns(r.entry)
		}
		for _, l := range levelCells(r.entry, r.Assessments()[0]) {
			if l.value.Says() || l.axis == nil && !levels[r.entry][l.field] {
				continue
			}
			f := c.riskFinding(r, l.field, l.value.At, "empty")
			f.Found = model.Clean(l.value.Raw)
			if l.axis == nil {
				f.Variant = "empty-unknown"
			} else {
				f.Args["levels"] = axisText(l.axis)
			}
			f.Fix = &Fix{Class: Judgement}
			out = append(out, f)
		}
	}
	return out
}

// levelColumns tells which of a register's two columns hold levels where no
// scale says what a level is: most of the cells are written, each a number or a
// few words. Where they hold remarks an empty one is no fault.
func levelColumns(e *model.Entry) map[model.Field]bool {
	const words = 4
	written, other := map[model.Field]int{}, map[model.Field]int{}
	for i := range e.Risks {
		for _, l := range levelCells(e, e.Risks[i].Assessments()[0]) {
			switch {
			case !l.value.Says():
				other[l.field]++
			case l.value.V.HasNumber || len(strings.Fields(l.value.Raw)) <= words:
				written[l.field]++
			default:
				other[l.field] += len(e.Risks)
			}
		}
	}
	return map[model.Field]bool{
		model.FieldLikelihood:  written[model.FieldLikelihood] > other[model.FieldLikelihood],
		model.FieldConsequence: written[model.FieldConsequence] > other[model.FieldConsequence],
	}
}
