package budget

import (
	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// namedAmount is an amount that names its unit, "4,2 mkr", and with how many
// decimals it stands in its column.
type namedAmount struct {
	unit       model.Unit
	at         model.Source
	col, shown int
}

// namedUnit gives the unit that most amounts with a unit name, and where one first
// does. most is false where most amounts name none.
func (r *reading) namedUnit() (unit model.Unit, at model.Source, most bool) {
	counts := map[model.Unit]int{}
	for _, n := range r.named {
		if counts[n.unit]++; counts[n.unit] > counts[unit] {
			unit = n.unit
		}
	}
	for _, n := range r.named {
		if n.unit == unit {
			at = n.at
			break
		}
	}
	return unit, at, len(r.named)*2 > r.filled
}

// inUnit makes the amounts that name another unit than the table's amounts in
// that: "4,2 mkr" is 4200 in a table in tkr. The decimals of the others are those
// of their columns.
func (r *reading) inUnit(lines []model.BudgetLine, unit model.Unit) {
	others := map[model.Source]model.Unit{}
	for _, n := range r.named {
		if n.unit == unit || unit == model.NoUnit {
			r.shown[n.col] = max(r.shown[n.col], n.shown)
			continue
		}
		others[n.at] = n.unit
	}
	if len(others) == 0 {
		return
	}
	for i := range lines {
		for j := range lines[i].Amounts {
			if v := &lines[i].Amounts[j]; v.OK && others[v.At] != model.NoUnit {
				v.V = grid.InUnit(v.V, others[v.At], unit)
			}
		}
	}
}
