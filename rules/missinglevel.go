package rules

import (
	"slices"
	"strings"

	"riskbok/rules/model"
)

var missingLevel = Rule{Name: "missing-level", Severity: Error, Fix: Judgement, Check: checkMissingLevel}

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
	var room roomForLevels
	cells := levelCells(a, &room)
	if !slices.ContainsFunc(cells, func(l levelCell) bool { return !l.value.Says() }) {
		return nil
	}
	written := map[model.Field]bool{}
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
		var room roomForLevels
		for _, l := range levelCells(&a, &room) {
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
