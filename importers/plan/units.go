package plan

import (
	"slices"

	"riskbok/rules/model"
)

// divideUnits gives a register for each unit of those whose tables name the units
// of their risks in a column, where the units number their risks each from the
// beginning: a number means something within its unit only. That is shown by some
// table of the document, and holds for all of them.
func divideUnits(registers []model.Register) []model.Register {
	if !numberedByUnit(registers) {
		return registers
	}
	var out []model.Register
	for i := range registers {
		out = append(out, byUnit(registers[i])...)
	}
	return out
}

// numberedByUnit reports whether numbers of a unit are those of another one of the
// same kind of table, with other texts or, where they have a list of risks in common, with
// other levels: as many as no slip makes.
func numberedByUnit(registers []model.Register) bool {
	for _, of := range []func(*model.Register) bool{
		func(r *model.Register) bool { return !r.Plan },
		func(r *model.Register) bool { return r.Plan },
	} {
		units := map[string][]model.Risk{}
		var keys []string
		for i := range registers {
			if r := &registers[i]; of(r) && r.Has(model.FieldUnit) {
				for _, risk := range r.Risks {
					key := model.Key(risk.Unit.V)
					if units[key] == nil {
						keys = append(keys, key)
					}
					units[key] = append(units[key], risk)
				}
			}
		}
		for i, a := range keys {
			for _, b := range keys[:i] {
				if again(units[b], units[a]) >= tolerances.leastGroup || valuedAgain(units[b], units[a]) >= tolerances.leastValued {
					return true
				}
			}
		}
	}
	return false
}

// valuedAgain counts the risks that have numbers and texts of others, with other levels.
func valuedAgain(before, risks []model.Risk) int {
	type named struct{ number, text string }
	of := func(r *model.Risk) named { return named{model.NumberKey(r.Number.V), model.Key(r.Event.V)} }
	known, n := map[named]*model.Risk{}, 0
	for i := range before {
		known[of(&before[i])] = &before[i]
	}
	for i := range risks {
		r := &risks[i]
		name := of(r)
		o := known[name]
		if o == nil || name.number == "" || name.text == "" || !r.Likelihood.OK || !o.Likelihood.OK || !r.Consequence.OK || !o.Consequence.OK {
			continue
		}
		if model.Key(r.Likelihood.Raw) != model.Key(o.Likelihood.Raw) || model.Key(r.Consequence.Raw) != model.Key(o.Consequence.Raw) {
			n++
		}
	}
	return n
}

// byUnit divides a register. What is said of the table itself is said once, with
// the first unit.
func byUnit(whole model.Register) []model.Register {
	if !whole.Has(model.FieldUnit) || len(whole.Risks) == 0 {
		return []model.Register{whole}
	}
	var out []model.Register
	for _, risk := range whole.Risks {
		i := slices.IndexFunc(out, func(r model.Register) bool { return model.Key(r.Unit) == model.Key(risk.Unit.V) })
		if i < 0 {
			i = len(out)
			part := whole
			part.Unit, part.Risks = risk.Unit.V, nil
			if i > 0 {
				part.Unclear, part.Leftover = nil, nil
			}
			out = append(out, part)
		}
		out[i].Risks = append(out[i].Risks, risk)
	}
	return out
}
