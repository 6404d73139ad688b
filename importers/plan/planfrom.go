package plan

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// tellPlanLimit notes that value in a document, and that its line was read.
func tellPlanLimit(doc *model.Document, w *words.Index, tables []grid.Table) {
	if doc.PlanFrom = statedPlanLimit(w, tables, boardsOf(doc)); doc.PlanFrom.OK && len(doc.Registers) > 0 {
		doc.Unread = slices.DeleteFunc(doc.Unread, func(v model.Value[string]) bool { return v.At == doc.PlanFrom.At })
	}
}

// statedPlanLimit gives the risk value from which a line of text in any grid says
// that risks must be in the plan. Two lines that say different values tell none.
func statedPlanLimit(w *words.Index, tables []grid.Table, boards []string) model.Value[int] {
	var out model.Value[int]
	disputed := false
	look := func(c *grid.Cell) {
		n, ok := w.PlanLimit(c.Text, boards...)
		switch {
		case !ok:
		case !out.OK:
			out = model.Value[int]{V: n, OK: true, Raw: c.Text, At: c.At}
		case out.V != n:
			disputed = true
		}
	}
	for i := range tables {
		t := &tables[i]
		for _, list := range [][]grid.Cell{t.Above, t.Prose} {
			for j := range list {
				look(&list[j])
			}
		}
		for _, row := range t.Rows {
			if c := onlyCell(row); c != nil {
				look(c)
			}
		}
	}
	if disputed {
		return model.Value[int]{}
	}
	return out
}

// onlyCell gives the cell of a row with text in one, which is then no row of a table.
func onlyCell(row []grid.Cell) *grid.Cell {
	var only *grid.Cell
	for i := range row {
		if row[i].Covered || row[i].Blank() {
			continue
		}
		if only != nil {
			return nil
		}
		only = &row[i]
	}
	return only
}

// boardsOf gives the names of the boards that the heads of a document's tables say.
func boardsOf(doc *model.Document) []string {
	var out []string
	for _, t := range doc.Tables() {
		for i := range t.Heads {
			if b := &t.Heads[i].Board; b.OK && !slices.Contains(out, b.V) {
				out = append(out, b.V)
			}
		}
	}
	return out
}
