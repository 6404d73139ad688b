package importers

import (
	"strconv"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// clip gives the tables without what stands beyond the widest column, and tells of
// the sheets where something does.
func clip(d *model.Document, tables []grid.Table) []grid.Table {
	var out []grid.Table
	for i := range tables {
		lost := false
		var rows [][]grid.Cell
		for r, row := range tables[i].Rows {
			if len(row) <= tolerances.widest {
				continue
			}
			if rows == nil {
				rows = append([][]grid.Cell(nil), tables[i].Rows...)
			}
			for k := tolerances.widest; k < len(row) && !lost; k++ {
				lost = !row[k].Covered && !row[k].Blank()
			}
			rows[r] = row[:tolerances.widest:tolerances.widest]
		}
		if rows == nil {
			continue
		}
		if out == nil {
			out = append([]grid.Table(nil), tables...)
		}
		out[i].Rows = rows
		if lost {
			d.Damage = append(d.Damage, model.Damage{
				Code: "too-wide", Args: map[string]string{"sheet": tables[i].Name, "limit": strconv.Itoa(tolerances.widest)}, At: model.Source{Doc: d.ID, Place: tables[i].Place},
			})
		}
	}
	if out == nil {
		return tables
	}
	return out
}
