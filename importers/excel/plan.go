package excel

import (
	"riskbok/importers/grid"
	"riskbok/rules/model/calc"
)

// position is a cell by its table, row and column, counted from 0.
type position struct{ table, row, col int }

// plan is a formula to compute: its program, nil where calc does not know all
// of it, and which plans must come first.
type plan struct {
	at      position
	style   int
	program *calc.Program
	needs   []int
	mixed   bool // it reads a formula whose result is stored
}

// plans prepares the formulas without a stored result. looks is how many cells
// may be looked at to find their order.
func (r *reader) plans(env *cells, looks *int) []plan {
	plans := make([]plan, 0, len(r.pending))
	index := map[position]int{}
	text := 0
	for _, p := range r.pending {
		at := position{int(p.table), int(p.row), int(p.col)}
		if cell := r.cellAt(at); cell == nil || !cell.Uncalculated || cell.Formula == "" {
			continue // beyond a limit, or beneath a merged area
		}
		if _, twice := index[at]; twice {
			continue
		}
		index[at] = len(plans)
		var program *calc.Program
		if text += len(r.cellAt(at).Formula); text <= maxText {
			program, _ = env.compile(r.cellAt(at).Formula, at)
		}
		plans = append(plans, plan{at: at, style: int(p.style), program: program})
	}
	for i := range plans {
		if plans[i].program != nil && !r.order(plans, i, index, looks) {
			plans[i].program = nil
		}
	}
	return plans
}

// order finds the plans that a plan needs. It gives false when that costs too
// much.
func (r *reader) order(plans []plan, i int, index map[position]int, looks *int) bool {
	p := &plans[i]
	seen := map[int]bool{}
	for _, a := range p.program.Areas {
		rows := r.wb.Tables[a.Sheet].Rows
		for row := a.Top - 1; row < min(a.Bottom, len(rows)); row++ {
			*looks--
			for col := a.Left - 1; col < min(a.Right, len(rows[row])); col++ {
				if *looks--; *looks < 0 {
					return false
				}
				if !rows[row][col].Uncalculated {
					p.mixed = p.mixed || rows[row][col].Formula != ""
					continue
				}
				if j, ok := index[position{a.Sheet, row, col}]; ok && !seen[j] {
					seen[j] = true
					p.needs = append(p.needs, j)
				}
			}
		}
	}
	return true
}

// inOrder gives the plans that can be computed, each after those it needs.
// Those that need themselves, directly or around, are left out, and so is what
// needs them.
func inOrder(plans []plan) []int {
	waiting := make([]int, len(plans))
	users := make([][]int, len(plans))
	var order []int
	for i := range plans {
		waiting[i] = len(plans[i].needs)
		for _, j := range plans[i].needs {
			users[j] = append(users[j], i)
		}
		if waiting[i] == 0 && plans[i].program != nil {
			order = append(order, i)
		}
	}
	for next := 0; next < len(order); next++ {
		for _, j := range users[order[next]] {
			if waiting[j]--; waiting[j] == 0 && plans[j].program != nil {
				order = append(order, j)
			}
		}
	}
	return order
}

// cellAt gives a stored cell, nil where there is none.
func (r *reader) cellAt(p position) *grid.Cell {
	rows := r.wb.Tables[p.table].Rows
	if p.row >= len(rows) || p.col >= len(rows[p.row]) {
		return nil
	}
	return &rows[p.row][p.col]
}
