package importers

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// markIdle marks the sheets of a workbook that hold something, but nothing that was
// understood or told of: a reader of the report is to know that they were not
// checked.
func markIdle(d *model.Document, tables []grid.Table) {
	if d.Kind != model.KindWorkbook {
		return
	}
	used := make([]bool, len(d.Places))
	use := func(place int32) {
		if place >= 0 && int(place) < len(used) {
			used[place] = true
		}
	}
	d.Sources(func(s *model.Source) {
		if !s.IsZero() { // what stands nowhere has the first place
			use(s.Place)
		}
	})
	for i := range d.Damage { // of a whole sheet
		use(d.Damage[i].At.Place)
	}
	for i := range tables {
		t := &tables[i]
		if int(t.Place) < len(used) && !used[t.Place] && holds(t) {
			d.Places[t.Place].Idle = true
		}
	}
}

// holds reports whether a reader sees anything in a table.
func holds(t *grid.Table) bool {
	return slices.ContainsFunc(t.Rows, func(row []grid.Cell) bool {
		for i := range row {
			if !row[i].Covered && !row[i].Blank() {
				return true
			}
		}
		return false
	})
}
