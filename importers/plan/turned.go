package plan

import (
	"riskbok/importers/grid"
	"riskbok/importers/plan/evidence"
	"riskbok/rules/model"
)

// turnedGrid is a grid whose risks stand in columns, read with rows and columns
// exchanged.
type turnedGrid struct {
	*layout
	blocks []block
}

// turnedTables finds the tables of a grid whose risks stand in columns. Only
// what headings and labels tell to be levels is one: products alone are found
// in any list that is turned.
func turnedTables(l *layout, means *meanings, labels map[model.Field]map[string]bool, defined []grid.Region) (turnedGrid, bool) {
	if len(l.t.Rows) < 3 || len(l.t.Rows) > tolerances.mostTurned {
		return turnedGrid{}, false
	}
	if !l.levelRows(means, defined) {
		return turnedGrid{}, false
	}
	t := evidence.Turned(l.t)
	out := turnedGrid{layout: newLayout(l.w, t, l.mapped, nil)}
	out.layout.turned = true
	turned := make([]grid.Region, len(defined))
	for i, g := range defined {
		turned[i] = grid.Region{Top: g.Left, Bottom: g.Right, Left: g.Top, Right: g.Bottom}
	}
	b := out.layout.binder(means, labels, turned)
	for _, k := range b.tables(true).blocks {
		if k.evidenced {
			out.blocks = append(out.blocks, k)
		}
	}
	return out, len(out.blocks) > 0
}

// levelRows reports whether two rows of a grid have a cell beside their heading
// that could be a level, outside of definitions: a register that is turned has one
// for the likelihood and one for the consequence. Most grids have none, and need
// not be turned.
func (l *layout) levelRows(means *meanings, defined []grid.Region) bool {
	lex := means.levels()
	rows := 0
	for row := range l.t.Rows {
		for col := 1; col < len(l.t.Rows[row]); col++ {
			c := &l.t.Rows[row][col]
			if c.Covered || c.Blank() || grid.Within(defined, row, col) || !lex.MayLevel(c) {
				continue
			}
			if rows++; rows == 2 {
				return true
			}
			break
		}
	}
	return false
}
