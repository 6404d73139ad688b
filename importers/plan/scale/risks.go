package scale

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// Risks tells what is known of the tables of risks in one grid before its
// definitions are: what stands in these defines nothing.
type Risks interface {
	// Tells reports whether a cell stands in a row of such a table that tells of
	// a risk: what stands there is text, be it the name of an axis.
	Tells(row, col int) bool
	// Heads reports whether a heading is that of a column in such a table, by
	// the headings around it without a gap: what stands under it are levels and
	// values then, be the first row one of hints ("1-4").
	Heads(row, col int) bool
	// Deep reports whether a row stands so far inside such a table, with nothing
	// beside it, that no definition can begin there or reach it.
	Deep(row int) bool
	// Look spends steps of looking for definitions, and reports whether the file may
	// cost them.
	Look(steps int) bool
	// Told gives the numbers of the risks, as keys, and how many rows tell of one.
	Told() (numbers map[string]bool, rows int)
}

// scoreHeading reports whether a heading is that of a risk value and of nothing
// else that a table of risks has.
func scoreHeading(w *words.Index, text string) bool {
	return !w.Heads(text, model.FieldEvent, model.FieldArea, model.FieldAction, model.FieldOwner)
}

// riskHeading reports whether a heading belongs to a table of risks and to no
// definition.
func riskHeading(w *words.Index, text string) bool {
	return !w.Is(words.MeaningOf|words.Definition, text) &&
		w.Heads(text, model.FieldEvent, model.FieldArea, model.FieldAction, model.FieldOwner, model.FieldScore)
}

// riskRow reports whether a row heads a table of risks anywhere.
func riskRow(w *words.Index, t *grid.Table, r int) bool {
	for i := range t.Rows[r] {
		if riskHeading(w, t.Rows[r][i].Text) {
			return true
		}
	}
	return false
}

// eventRow reports whether a row heads a column of the risks themselves
// anywhere.
func eventRow(w *words.Index, t *grid.Table, r int) bool {
	return slices.ContainsFunc(t.Rows[r], func(c grid.Cell) bool { return w.Heads(c.Text, model.FieldEvent) })
}
