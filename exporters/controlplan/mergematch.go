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
// own: its risk is the one with its text, of the board itself where that has one, among
// several units the one that takes the same action.
func (p *plan) matchBy(byNumber, byEvent map[string][]*risk, e *model.Entry) func(*model.Risk) *risk {
	if p.ofBoard(e) {
		return func(at *model.Risk) *risk {
			text := model.Key(written(at.Event))
			same := byEvent[text]
			if own := slices.DeleteFunc(slices.Clone(same), p.ofUnit); len(own) > 0 {
				same = own
			} else if len(same) > 1 {
				if same = slices.DeleteFunc(slices.Clone(same), func(r *risk) bool { return !r.takes(at) }); len(same) > 1 {
					return nil
				}
			}
			return free(same, e.Register, text)
		}
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
