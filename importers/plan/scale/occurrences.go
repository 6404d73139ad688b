package scale

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// A matrix that shows which risks stand where has the levels of both axes on its
// sides, in whatever order, and in its cells numbers of risks, marks, counts or
// nothing. It defines nothing.

// sided is a part of a grid that has levels above or below and on one side.
type sided struct {
	grid.Region
	table         *grid.Table
	rows, columns []matrixKey
	marks         bool // no cell holds more than numbers of risks, marks or counts
}

// findSided finds all parts of a grid that have the shape of a matrix and sides that could
// be levels, whatever their cells hold.
func findSided(w *words.Index, t *grid.Table, risks Risks) []sided {
	var found []sided
	paid := 0 // of those found
	for r := range t.Rows {
		if risks.Deep(r) {
			continue
		}
		for _, run := range keyRuns(t, r) {
			if !risks.Look(tolerances.partLook * (len(found) - paid)) {
				return found
			}
			paid = len(found)
			for _, left := range []int{run[0], run[0] + 1} { // the corner may have a text
				for _, step := range []int{1, -1} {
					if s, ok := sidedAt(w, t, r, left, run[1], step); ok && couldBeLevels(s.rows) && couldBeLevels(s.columns) {
						found = append(found, s)
					}
				}
			}
		}
	}
	return found
}

// sidedAt reads the part of a grid whose columns are headed by the cells left to
// right of a row and whose rows stand below (step 1) or above it.
func sidedAt(w *words.Index, t *grid.Table, row, left, right, step int) (sided, bool) {
	if right-left < 1 || right-left >= tolerances.maxLevels {
		return sided{}, false
	}
	side := sideOf(t, row+step, left, right)
	if side < 0 {
		return sided{}, false
	}
	s := sided{table: t, marks: true}
	last := row
	rows := make([]int, 0, 16) // most are none, and have no more
	for r := row + step; r >= 0 && r < len(t.Rows) && len(rows) <= tolerances.maxLevels; r += step {
		beside := t.Cell(r, side)
		if !isKey(beside) && !(beside.Blank() && goesOn(t, r, left, right)) || w.AxisOf(bare(beside.Text)) != words.NoAxis {
			break
		}
		if isKey(beside) {
			rows = append(rows, r)
		}
		for c := left; c <= right; c++ {
			s.marks = s.marks && isMark(t.Cell(r, c).Clean())
		}
		last = r
	}
	if len(rows) < 2 || len(rows) > tolerances.maxLevels {
		return s, false
	}
	s.rows, s.columns = make([]matrixKey, 0, len(rows)), make([]matrixKey, 0, right-left+1)
	for _, r := range rows {
		s.rows = append(s.rows, matrixKey{keyLevel(w, t, r, side, left), t.Cell(r, side).At})
	}
	for c := left; c <= right; c++ {
		s.columns = append(s.columns, matrixKey{headLevel(w, t, row, c, step), t.Cell(row, c).At})
	}
	s.Region = grid.Region{Top: min(row, last), Bottom: max(row, last), Left: min(side, left), Right: max(side, right)}
	return s, true
}

// goesOn reports whether a row without a level of its own holds marks under
// those of the level above.
func goesOn(t *grid.Table, row, left, right int) bool {
	any := false
	for c := left; c <= right; c++ {
		text := t.Cell(row, c).Clean()
		if !isMark(text) {
			return false
		}
		any = any || text != ""
	}
	return any
}

// namedAxis reports whether a text in the corner or beside the sides names an
// axis, or both.
func (s *sided) namedAxis(w *words.Index) bool {
	for r := s.Top - 2; r <= s.Bottom+2; r++ {
		for c := s.Left - 2; c <= s.Right+1; c++ {
			if r < 0 || c < 0 || r >= len(s.table.Rows) {
				continue
			}
			text := s.table.Cell(r, c).Clean()
			if len(text) == 0 || len(text) > words.MaxHeading {
				continue
			}
			if names, _ := cornerNames(w, text); w.AxisOf(bare(text)) != words.NoAxis || len(names) == 2 && names[0] != names[1] {
				return true
			}
		}
	}
	return false
}

// isMark reports whether a text is nothing, a mark, a count, or numbers of risks:
// "R1, R2", "3 7", "x", "xxx", "•", "2 st".
func isMark(text string) bool {
	if len(text) > tolerances.maxMarks {
		return false
	}
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(" ,;/\n&+()", r) }) {
		letters, digits := 0, 0
		if tally(part) {
			continue
		}
		for _, r := range part {
			switch {
			case unicode.IsLetter(r):
				letters++
			case unicode.IsDigit(r):
				digits++
			}
		}
		if letters > tolerances.maxPrefix || digits == 0 && letters > len("st") {
			return false
		}
	}
	return true
}

// tally reports whether a text is one letter over and over, "xxx".
func tally(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(first) && strings.Trim(text, string(first)) == ""
}

// shows reports whether the part only shows which risks stand where: both sides
// are levels, and the cells hold marks, or anything at all where both sides are
// levels by their labels. Matrices are those that say something.
func (s *sided) shows(w *words.Index, d *Definitions) bool {
	if slices.ContainsFunc(d.Matrices, func(m *Matrix) bool { return m.table == s.table && m.Crosses(s.Region) }) {
		return false
	}
	rows, columns := s.levelsOf(w, d, s.rows), s.levelsOf(w, d, s.columns)
	switch {
	case rows == byLabel && columns == byLabel:
		return true
	case rows == noLevels || columns == noLevels || !s.marks:
		return false
	}
	return rows == byLabel || columns == byLabel || s.namedAxis(w)
}

// levelsBy is how the texts of a side are known to be levels.
type levelsBy int

const (
	noLevels levelsBy = iota
	byNumber
	byLabel
)

// levelsOf tells whether keys are levels: by a usual order, by an axis that
// stands elsewhere, or as numbers that follow each other.
func (s *sided) levelsOf(w *words.Index, d *Definitions, keys []matrixKey) levelsBy {
	if !couldBeLevels(keys) {
		return noLevels
	}
	labels := make([]string, len(keys))
	for i, k := range keys {
		labels[i] = k.level.Label
	}
	if !slices.Contains(labels, "") {
		if w.Ranks(labels) != nil {
			return byLabel
		}
		for i := range d.Axes {
			a := &d.Axes[i]
			if !s.gaveAxis(a) && containsLabels(&a.Axis, labels) {
				return byLabel
			}
		}
	}
	if followEachOther(keys) {
		return byNumber
	}
	return noLevels
}

// couldBeLevels reports whether all of some keys have labels, or are numbers that follow
// each other, without which they are levels of no axis: amounts are neither.
func couldBeLevels(keys []matrixKey) bool {
	return !slices.ContainsFunc(keys, func(k matrixKey) bool { return k.level.Label == "" }) || followEachOther(keys)
}

// followEachOther reports whether keys are numbers that follow each other, in any order.
func followEachOther(keys []matrixKey) bool {
	numbers := make([]int, 0, len(keys))
	for _, k := range keys {
		if k.level.HasNumber {
			numbers = append(numbers, k.level.Number)
		}
	}
	return len(numbers) == len(keys) && slices.Max(numbers)-slices.Min(numbers) == len(keys)-1 && differNumbers(numbers)
}

func differNumbers(numbers []int) bool {
	seen := map[int]bool{}
	for _, n := range numbers {
		if seen[n] {
			return false
		}
		seen[n] = true
	}
	return true
}

// containsLabels reports whether an axis has all the labels.
func containsLabels(a *model.Axis, labels []string) bool {
	for _, label := range labels {
		key := model.Key(label)
		if !slices.ContainsFunc(a.Levels, func(l model.ScaleLevel) bool { return model.Key(l.Label) == key }) {
			return false
		}
	}
	return true
}

// gaveAxis reports whether an axis was read from cells of the part.
func (s *sided) gaveAxis(a *AxisTable) bool {
	return s.table.Doc == a.Axis.At.Doc && s.table.Place == a.Axis.At.Place && slices.ContainsFunc(a.Axis.Levels, func(l model.ScaleLevel) bool {
		return s.Has(int(l.At.Row)-1, int(l.At.Col)-1)
	})
}

// dropShown leaves out the axes that were read from parts that only show which
// risks stand where, and gives these parts. Matrices are those that say
// something.
func (d *Definitions) dropShown(parts []sided, matrices []Matrix) []sided {
	var real []*Matrix
	for i := range matrices {
		if m := &matrices[i]; m.real(d.w, d) {
			real = append(real, m)
		}
	}
	var shown []sided
	for i := range parts {
		s := &parts[i]
		says := slices.ContainsFunc(real, func(m *Matrix) bool { return m.table == s.table && m.Crosses(s.Region) })
		if !says && s.shows(d.w, d) {
			shown = append(shown, *s)
		}
	}
	d.Axes = slices.DeleteFunc(d.Axes, func(a AxisTable) bool {
		return slices.ContainsFunc(shown, func(s sided) bool { return s.gaveAxis(&a) })
	})
	return shown
}
