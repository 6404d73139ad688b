package planted

import (
	"fmt"
	"strings"

	"riskbok/rules/model"
)

// finish turns an automatic cell into its formula.
func (d *Draft) finish(s *Sheet, cell Cell, f model.Field, row int, refs [2]axisRefs) Cell {
	switch {
	case cell.Formula == "" && cell.Auto:
		cell.Formula = d.formula(f, refs)
	case cell.Formula == "":
		return cell
	}
	for i, k := range s.Spec.Columns {
		cell.Formula = strings.ReplaceAll(cell.Formula, "{"+string(k.Field)+"}", spot{row, s.Spec.Col + i}.ref())
	}
	cell.Auto = d.Layout.Values == Uncached
	return cell
}

// formula gives a column's formula, with {field} for a cell of the row.
func (d *Draft) formula(f model.Field, refs [2]axisRefs) string {
	switch f {
	case model.FieldPlanNumber:
		return "{number}"
	case model.FieldScore:
		if d.Layout.Values != Lookup {
			return "{likelihood}*{consequence}"
		}
		return "IFERROR(" + refs[0].lookup("{likelihood}") + "*" + refs[1].lookup("{consequence}") + ",0)"
	}
	t := d.Plan.Scale.Treatments
	formula := `"` + t[0].Label + `"`
	for _, k := range t[1:] {
		formula = fmt.Sprintf(`IF({value}>=%d,"%s",%s)`, k.Min, k.Label, formula)
	}
	return `IF({value}=0,"",` + formula + `)`
}

func (a axisRefs) lookup(cell string) string {
	match := "MATCH(" + cell + "," + a.labels + ",0)"
	switch {
	case a.table != "":
		return "VLOOKUP(" + cell + "," + a.table + ",3,FALSE)"
	case a.numbers != "":
		return "INDEX(" + a.numbers + "," + match + ")"
	}
	return match
}
