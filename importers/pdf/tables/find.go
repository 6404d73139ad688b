package tables

import (
	"cmp"
	"slices"

	"riskbok/importers/pdf/content"
	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/rulings"
	"riskbok/importers/pdf/text"
)

// Input is one page as the earlier stages left it.
type Input struct {
	Page     *content.Page
	Words    []text.Word           // Find takes them over
	Room     []text.Word           // where the words may stand that are in no table; may be nil
	Headings func(s string) bool   // whether a text is the heading of a column; may be nil
	Defines  func(s []string) bool // whether texts side by side head levels or treatments, or one alone can; may be nil
	Longest  int                   // letters of the longest text that Defines knows; 0 where that is not known
	Previous *Table                // the table that the page before ends with, or nil
	Earlier  []*Table              // ruled tables of the pages before, whose columns may go on here
}

// Find gives the tables of a page from top to bottom, and the words that
// stand in none of them.
func Find(in Input) (found []*Table, rest []text.Word) {
	h, v := rulings.Find(in.Page.Lines)
	h, v = withoutHatching(h, in.Words, false), withoutHatching(v, in.Words, true)
	rest = in.Words
	components := rulings.Components(h, v)
	for _, c := range components {
		// A single column is a frame around text, not a table.
		// But it may be the last of a sheet wider than the paper.
		if t, ok := fromRulings(c); ok && t.NumCols > 1 || t != nil && t.NumCols == 1 && slices.ContainsFunc(in.Earlier, func(e *Table) bool { return sameRows(e, t) }) {
			found = append(found, t)
		}
	}
	found = append(found, columnLines(components, in.Words)...)
	found = outermost(largest(found))
	for _, t := range found {
		rest = t.assign(rest, in.Page.Clips)
	}
	found = slices.DeleteFunc(found, (*Table).blank)
	for _, t := range found {
		t.adoptColumns(in.Previous)
		t.divide(in.Page.Fills)
	}
	found, rest = fromText(in, rest, h, found)
	if slices.ContainsFunc(rest, func(w text.Word) bool { return !w.Upright() }) {
		for _, t := range found {
			rest = t.turnedCells(t.turnedHeading(rest), in.Page.Clips)
		}
	}
	for _, t := range found {
		t.keepLines()
	}
	if len(found) > 1 || in.Previous != nil && in.Previous.card {
		noteCards(found, in.Headings)
	}
	slices.SortStableFunc(found, func(a, b *Table) int {
		return cmp.Or(cmp.Compare(a.Box.Y0, b.Box.Y0), cmp.Compare(a.Box.X0, b.Box.X0))
	})
	return found, rest
}

// largest keeps the tables with the most cells, where there are too many.
func largest(found []*Table) []*Table {
	if len(found) <= tolerances.maxTables {
		return found
	}
	slices.SortStableFunc(found, func(a, b *Table) int { return cmp.Compare(len(b.Cells), len(a.Cells)) })
	return found[:tolerances.maxTables]
}

// outermost settles tables that lie inside one another, as drawn check boxes
// do: the one with fewer cells goes.
func outermost(all []*Table) []*Table {
	return slices.DeleteFunc(slices.Clone(all), func(t *Table) bool {
		return slices.ContainsFunc(all, func(o *Table) bool {
			switch {
			case o == t:
				return false
			case t.Box.Within(o.Box, places.sameEdge) && area(t.Box) < area(o.Box):
				return len(t.Cells) <= len(o.Cells)
			case o.Box.Within(t.Box, places.sameEdge) && area(o.Box) < area(t.Box):
				return len(t.Cells) < len(o.Cells)
			}
			return false
		})
	})
}

func area(r geom.Rect) float64 { return r.W() * r.H() }

func (t *Table) blank() bool {
	for i := range t.Cells {
		if len(t.Cells[i].Words) > 0 {
			return false
		}
	}
	return true
}
