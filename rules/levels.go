package rules

import (
	"strings"

	"riskbok/rules/model"
	"riskbok/rules/scales"
)

var unknownLevel = Rule{Name: "unknown-level", Severity: Error, Fix: Suggested, Check: checkUnknownLevel}

var missingLevel = Rule{Name: "missing-level", Severity: Error, Fix: Judgement, Check: checkMissingLevel}

// levelCell is a written likelihood or consequence with the axis it is on, nil
// where no scale is known. Name is the heading of its column where several
// consequences are weighed.
type levelCell struct {
	field model.Field
	name  string
	value model.Value[model.Level]
	axis  *model.Axis
	level *model.ScaleLevel
}

// levelCells gives the levels for which a valuation has columns of its own.
func levelCells(a *assessed) []levelCell {
	var likelihood, consequence *model.Axis
	if s := a.entry.Scale; s != nil {
		likelihood, consequence = &s.Likelihood, &s.Consequence
	}
	out := make([]levelCell, 0, 2+len(a.Consequences))
	cell := func(field model.Field, name string, v model.Value[model.Level], axis *model.Axis) {
		l := levelCell{field: field, name: name, value: v, axis: axis}
		if axis != nil && v.OK {
			l.level = axis.Find(v.V)
		}
		out = append(out, l)
	}
	if a.has(model.FieldLikelihood) {
		cell(model.FieldLikelihood, "", a.Likelihood, likelihood)
	}
	if a.has(model.FieldConsequence) {
		several := a.consequences()
		for i, v := range a.Weighed() {
			name := ""
			if i < len(several) {
				name = model.Clean(several[i].Heading)
			}
			cell(model.FieldConsequence, name, v, consequence)
		}
	}
	return out
}

// levelFinding starts a finding about a level. Of several consequences it says
// which.
func (c *Case) levelFinding(r *riskRef, a *assessed, l levelCell, variant string) Finding {
	f := c.assessedFinding(r, a, l.field, l.value.At, variant)
	if l.name != "" {
		f.Path += "/" + model.Key(l.name)
		f.Args["field"] = "”" + l.name + "”"
	}
	return f
}

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
			for _, l := range levelCells(a) {
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
	kinds := levelColumns{}
	for _, r := range c.risks {
		if !r.Event.OK {
			continue
		}
		i := 0
		for a := range r.assessed() {
			if i == 0 || i > len(r.Repeats) { // further rows of a risk need not value it again
				out = append(out, c.missingLevels(r, a, kinds)...)
			}
			i++
		}
	}
	return out
}

// missingLevels finds the empty level cells of a valuation. Of several
// consequences one is enough.
func (c *Case) missingLevels(r *riskRef, a *assessed, kinds levelColumns) []Finding {
	var out []Finding
	written := map[model.Field]bool{}
	cells := levelCells(a)
	for _, l := range cells {
		written[l.field] = written[l.field] || l.value.Says()
	}
	for _, l := range cells {
		if written[l.field] || !kinds.needs(c, a, l.field) {
			continue
		}
		written[l.field] = true
		l.name = ""
		f := c.levelFinding(r, a, l, "empty")
		f.Found = model.Clean(l.value.Raw)
		if l.axis == nil {
			f.Variant = "empty-unknown"
		} else {
			f.Args["levels"] = axisText(l.axis)
		}
		f.Fix = &Fix{Class: Judgement}
		out = append(out, f)
	}
	return out
}

// levelColumns tells which level columns of valuations must be filled, as far as
// it was asked for.
type levelColumns map[columnKey]bool

// needs reports whether a level column must be filled for every risk. The first
// valuation's must where a scale says what a level is; any other column must
// where most of its cells hold levels. Where they hold remarks, or measures are
// yet to be valued, an empty one is no fault.
func (k levelColumns) needs(c *Case, a *assessed, field model.Field) bool {
	if a.which < 0 && a.entry.Scale != nil {
		return true
	}
	key := columnKey{a.entry, field, a.which}
	needs, ok := k[key]
	if !ok {
		needs = mostlyLevels(c.byEntry[a.entry], key)
		k[key] = needs
	}
	return needs
}

// mostlyLevels reports whether most cells of a level column are written, each
// with a number or a few words.
func mostlyLevels(risks []*riskRef, key columnKey) bool {
	const words = 4
	written, other := 0, 0
	for _, r := range risks {
		var a assessed
		switch {
		case key.which < 0:
			a = r.first()
		case key.which < len(r.Valuations):
			a = r.valued(key.which)
		default:
			continue
		}
		for _, l := range levelCells(&a) {
			switch {
			case l.field != key.field:
			case !l.value.Says():
				other++
			case l.value.V.HasNumber || len(strings.Fields(l.value.Raw)) <= words:
				written++
			default:
				other += len(risks)
			}
		}
	}
	return written > other
}
