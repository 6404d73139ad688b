package controlplan

import (
	"slices"

	"riskbok/exporters/workbook"
	"riskbok/rules"
	"riskbok/rules/model"
)

// standsApart reports whether a risk stands in a table of another unit than this one,
// see [rules.Apart]. known remembers the tables.
func (p *plan) standsApart(r *risk, e *model.Entry, known map[*model.Register]bool) bool {
	for o := range r.inRegister {
		apart, ok := known[o]
		if !ok {
			apart = rules.Apart(p.entries[o], e)
			known[o] = apart
		}
		if apart {
			return true
		}
	}
	return false
}

// matchBy gives how a table's risk is found among those there are, by the keys of their
// numbers and texts: by number, among equal numbers by text, without a match by text
// alone. A table of the whole board, beside files of its units, numbers in a way of its
// own, see [plan.inUnits].
func (p *plan) matchBy(byNumber, byEvent map[string][]*risk, e *model.Entry) func(*model.Risk) *risk {
	if p.ofBoard(e) {
		return func(at *model.Risk) *risk { return p.inUnits(byEvent[model.Key(written(at.Event))], at, e) }
	}
	return func(at *model.Risk) *risk {
		number, text := model.NumberKey(numberOf(at)), model.Key(written(at.Event))
		switch found := free(byNumber[number], e.Register, text); {
		case found != nil:
			return found
		case number == "":
			return free(byEvent[text], e.Register, text)
		}
		return free(unnumbered(byEvent[text], number), e.Register, text)
	}
}

// inUnits finds a risk of the whole board's table among those with its text: the one of
// another table of the board, else of a unit, among several units the one that it names,
// that takes the same action, that is valued alike. It may be in the table before, on a
// row for another of its measures.
func (p *plan) inUnits(same []*risk, at *model.Risk, e *model.Entry) *risk {
	var units []*risk
	for _, r := range same {
		switch {
		case p.ofUnit(r):
			units = append(units, r)
		case r.inRegister[e.Register] == nil:
			return r
		}
	}
	named := model.Key(written(at.Unit))
	known, several := false, len(units) > 1
	for _, is := range []func(*risk) bool{
		func(r *risk) bool { return named != "" && p.units.of(r, named) },
		func(r *risk) bool { return r.takes(at) },
		func(r *risk) bool { return e.Has(model.FieldLikelihood) && r.valuedAs(at) },
	} {
		if left := slices.DeleteFunc(slices.Clone(units), func(r *risk) bool { return !is(r) }); len(left) > 0 {
			units, known = left, true
		}
	}
	switch {
	case len(units) != 1, !known && (several || units[0].inRegister[e.Register] != nil):
		return nil
	case !p.units.of(units[0], named) && p.units.have(named):
		return nil // of another unit
	}
	return units[0]
}

// of reports whether a risk is of the unit that is called so.
func (u units) of(r *risk, name string) bool {
	for t := range r.inRegister {
		if own := u[t]; own != (unit{}) && (model.Key(own.name) == name || model.Key(own.short) == name) {
			return true
		}
	}
	return false
}

// have reports whether a unit is called so.
func (u units) have(name string) bool {
	for _, own := range u {
		if name != "" && (model.Key(own.name) == name || model.Key(own.short) == name) {
			return true
		}
	}
	return false
}

// valuedAs reports whether a table has the levels for the risk that another has.
func (r *risk) valuedAs(other *model.Risk) bool {
	for _, own := range r.inRegister {
		if own.Likelihood.OK && own.Consequence.OK && model.Key(own.Likelihood.Raw) == model.Key(other.Likelihood.Raw) && model.Key(own.Consequence.Raw) == model.Key(other.Consequence.Raw) {
			return true
		}
	}
	return false
}

// takes reports whether a table has for the risk an action that another says of it.
func (r *risk) takes(other *model.Risk) bool {
	for _, own := range r.inRegister {
		for i := range own.Measures {
			action := model.Key(written(own.Measures[i].Action))
			if action != "" && slices.ContainsFunc(other.Measures, func(m model.Measure) bool { return model.Key(written(m.Action)) == action }) {
				return true
			}
		}
	}
	return false
}

// free gives the first risk that the table has no row for yet, before others
// one whose text is the same.
func free(candidates []*risk, t *model.Register, text string) *risk {
	var first *risk
	for _, r := range candidates {
		if r.inRegister[t] != nil {
			continue
		}
		if text != "" && model.Key(r.event) == text {
			return r
		}
		if first == nil {
			first = r
		}
	}
	return first
}

// unnumbered keeps the risks that a numbered row may be the same as though
// their numbers differ: any with the same text.
func unnumbered(candidates []*risk, number string) []*risk {
	if len(candidates) > 1 {
		// Several risks with one text: only those without a number can be meant.
		return slices.DeleteFunc(slices.Clone(candidates), func(r *risk) bool {
			return model.NumberKey(r.number) != "" && model.NumberKey(r.number) != number
		})
	}
	return candidates
}

// numberOf is a risk's number: that of steg 1, else that of steg 3. A mark of
// an empty cell ("–") is none.
func numberOf(r *model.Risk) string {
	n, _ := numbered(r)
	return n
}

// numberAt is where that number stands.
func numberAt(r *model.Risk) model.Source {
	_, at := numbered(r)
	return at
}

func numbered(r *model.Risk) (string, model.Source) {
	for _, v := range []model.Value[string]{r.Number, r.PlanNumber} {
		if n, _ := workbook.CellText(v.V); v.OK && n != "" {
			return n, v.At
		}
	}
	return "", r.At
}
