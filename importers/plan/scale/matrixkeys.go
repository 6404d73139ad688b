package scale

import (
	"strconv"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// matrixKey is one level on a side of a matrix.
type matrixKey struct {
	level model.Level
	at    model.Source
}

// keyRuns gives the runs of neighbouring cells in a row that could be levels.
func keyRuns(t *grid.Table, row int) [][2]int {
	var out [][2]int
	from := -1
	for col := 0; col <= len(t.Rows[row]); col++ {
		if col < len(t.Rows[row]) && isKey(&t.Rows[row][col]) {
			if from < 0 {
				from = col
			}
			continue
		}
		if from >= 0 && col-from >= 2 && col-from <= tolerances.maxLevels+1 {
			out = append(out, [2]int{from, col - 1})
		}
		from = -1
	}
	return out
}

func isKey(c *grid.Cell) bool {
	return !c.Covered && (c.Kind == grid.Text || c.Kind == grid.Number) && !c.Blank() && utf8.RuneCountInString(c.Text) <= tolerances.maxKey
}

// sideOf gives the column of the row's level beside a matrix: left of it, else
// right of it.
func sideOf(t *grid.Table, row, left, right int) int {
	for _, c := range []int{left - 1, right + 1} {
		if c >= 0 && isKey(t.Cell(row, c)) {
			return c
		}
	}
	return -1
}

// keyLevel reads a row's level: a bare number takes the label on its other
// side.
func keyLevel(w *words.Index, t *grid.Table, row, side, left int) model.Level {
	l := grid.ParseLevel(model.Clean(t.Cell(row, side).Text))
	outside := side - 1
	if side > left {
		outside = side + 1
	}
	return labelledBeside(w, l, t.Cell(row, outside))
}

// headLevel reads a column's level in the same way.
func headLevel(w *words.Index, t *grid.Table, row, col, step int) model.Level {
	return labelledBeside(w, grid.ParseLevel(model.Clean(t.Cell(row, col).Text)), t.Cell(row-step, col))
}

func labelledBeside(w *words.Index, l model.Level, beside *grid.Cell) model.Level {
	if l.Label == "" && isKey(beside) && beside.Kind == grid.Text && w.AxisOf(bare(beside.Text)) == words.NoAxis {
		if o := grid.ParseLevel(model.Clean(beside.Text)); !o.HasNumber {
			l.Label = o.Label
		}
	}
	return l
}

// numberKeys takes numbers off the ends of levels that all have one, "Möjlig
// 3".
func numberKeys(keys []matrixKey) {
	texts := make([]string, len(keys))
	for i, k := range keys {
		if k.level.HasNumber {
			return
		}
		texts[i] = k.level.Label
	}
	if cut, numbers, ok := numbersBehind(texts); ok {
		for i := range keys {
			keys[i].level = model.Level{Label: cut[i], Number: numbers[i], HasNumber: true}
		}
	}
}

func distinctKeys(keys []matrixKey) bool {
	seen := map[string]bool{}
	for _, k := range keys {
		s := model.Key(k.level.Label)
		if s == "" {
			s = strconv.Itoa(k.level.Number)
		}
		if seen[s] {
			return false
		}
		seen[s] = true
	}
	return true
}
