package budget

import (
	"testing"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// What stands over a budget in a text box is read where no cell does; a unit in one
// also beside a title in cells.
func TestBoxOverBudget(t *testing.T) {
	const rows = "|Budget 2025|Budget 2026\nPersonal|#100|#110\nLokaler|#50|#55\nSumma|#150|#165"
	box := func(row int32, lines ...string) grid.Box {
		return grid.Box{Lines: lines, At: model.Source{Row: row, Col: 1}}
	}
	for _, c := range []struct {
		name, cells, title, board string
		boxes                     []grid.Box
		unit                      model.Unit
	}{
		{"none", "\n\n" + rows, "Blad1", "", nil, model.NoUnit},
		{"title and unit", "\n\n" + rows, "Driftbudget 2026 för Torgnämnden", "Torgnämnden", []grid.Box{box(1, "Driftbudget 2026 för Torgnämnden", "Belopp i tkr")}, model.UnitTkr},
		{"below", "\n\n" + rows, "Blad1", "", []grid.Box{box(9, "Driftbudget 2026 för Torgnämnden")}, model.NoUnit},
		{"beside a title in cells", "Driftbudget för Hamnnämnden\n\n" + rows, "Driftbudget för Hamnnämnden", "Hamnnämnden", []grid.Box{box(1, "Budget för Torgnämnden", "Belopp i tkr")}, model.UnitTkr},
	} {
		s := sheet("Blad1", "x\n"+c.cells)
		s.Rows[0] = nil
		s.Boxes = c.boxes
		_, budgets, _ := read(s)
		if len(budgets) != 1 {
			t.Errorf("%s: %d budgets", c.name, len(budgets))
			continue
		}
		if b := &budgets[0]; b.Title != c.title || b.Board != c.board || b.Unit != c.unit {
			t.Errorf("%s: %q of %q in %v", c.name, b.Title, b.Board, b.Unit)
		}
	}
}
