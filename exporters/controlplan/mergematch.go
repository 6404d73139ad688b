package controlplan

import (
	"slices"

	"riskbok/exporters/workbook"
	"riskbok/rules"
	"riskbok/rules/model"
)

// standsApart reports whether the risk stands in a table that shares numbers
// with this one and means other risks by them. known remembers the tables.
func (r *risk) standsApart(t *model.Register, known map[*model.Register]bool) bool {
	for o := range r.inRegister {
		apart, ok := known[o]
		if !ok {
			apart = rules.NumberedApart(o, t)
			known[o] = apart
		}
		if apart {
			return true
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
