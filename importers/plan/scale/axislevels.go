package scale

import (
	"strings"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// levelColumns are the columns of a table of levels, −1 for one that it lacks,
// and the row of its first level.
type levelColumns struct {
	label, number, definition int
	from                      int
}

// axisAt reads the levels under an axis heading. The number stands in the
// label itself ("3 - Möjlig"), in a column headed as one, or in a column of
// numbers beside the labels; else the printed order counts. Levels of which
// only some have a number are none.
func axisAt(w *words.Index, t *grid.Table, r, col int, long longLists) (AxisTable, bool) {
	a := AxisTable{Region: grid.Region{Top: r, Left: col, Right: col}}
	a.Axis.At = t.Cell(r, col).At
	c, ok := headedColumns(w, t, r, col)
	if !ok {
		c = besideColumns(w, t, r, col)
	}
	if !a.readLevels(w, t, c, long) {
		a.mixed = true
		return a, false
	}
	n := len(a.Axis.Levels)
	if n < 2 || n > tolerances.maxLevels || c.number >= 0 && !a.Axis.Levels[0].Numbered {
		return a, false
	}
	if c.number >= 0 {
		a.ownNumbers(t)
	}
	if !a.settleLabels() || !distinct(a.Axis.Levels) {
		a.mixed = n > 2 && a.counted() && !distinct(a.Axis.Levels)
		return a, false
	}
	a.rows = repeated(a.Axis.Levels) > tolerances.maxRepeated
	numberByOrder(a.Axis.Levels)
	for _, col := range []int{c.number, c.definition, c.label} {
		if col >= 0 {
			a.Left, a.Right = min(a.Left, col), max(a.Right, col)
		}
	}
	return a, true
}

// longLists are the lists that were read beyond the longest axis, by what a row that
// goes on with them is judged by. Where each of many rows names an axis, each begins a
// list that goes on as those above do, and their end is looked for once.
type longLists map[listKind]longList

type listKind struct {
	columns            levelColumns // without the row
	numbered, sentence bool         // of the first level
}

// longList is rows of a list: the end, and whether its levels are alike.
type longList struct {
	from, to int
	alike    bool
}

// readLevels reads the rows of levels as far as they go; it reports false where
// only some of them have a number. Of a list that is too long for an axis it need
// only tell that.
func (a *AxisTable) readLevels(w *words.Index, t *grid.Table, c levelColumns, long longLists) (alike bool) {
	kind, from := listKind{columns: c}, -1
	kind.columns.from = 0
	row := c.from
	defer func() {
		if from >= 0 {
			long[kind] = longList{from, row, alike}
		}
	}()
	for ; row < len(t.Rows); row++ {
		if from < 0 && len(a.Axis.Levels) > tolerances.maxLevels {
			first := &a.Axis.Levels[0]
			kind.numbered, kind.sentence = first.Numbered, words.Sentence(first.Label)
			if l, is := long[kind]; is && l.from <= row && row <= l.to {
				return l.alike
			}
			from = row
		}
		level, is := levelAt(w, t, row, c)
		switch {
		case is == levelCovered:
			continue
		case is == noLevel || endsLevels(w, t, row, c.label) || headsAcross(w, t, row, c.label):
			return true
		}
		if len(a.Axis.Levels) > 0 {
			first := &a.Axis.Levels[0]
			if !first.Numbered && c.number < 0 && words.Sentence(level.Label) && !words.Sentence(first.Label) {
				return true
			}
			if level.Numbered != first.Numbered {
				return !level.Numbered && !numbersGoOn(w, t, row+1, c) // a remark under the levels
			}
		}
		a.Axis.Levels = append(a.Axis.Levels, level)
		a.Bottom = row
	}
	return true
}

// levelIs is what a row under an axis heading turned out to be.
type levelIs int

const (
	noLevel      levelIs = iota
	levelCovered         // the level above goes on
	isLevel
)

func levelAt(w *words.Index, t *grid.Table, row int, at levelColumns) (model.ScaleLevel, levelIs) {
	c := t.Cell(row, at.label)
	if c.Covered {
		return model.ScaleLevel{}, levelCovered
	}
	text := strings.ReplaceAll(model.Clean(c.Text), "\n", " ")
	if text == "" || w.AxisOf(text) != words.NoAxis || headsTreatments(w, t, row) || headsAxis(w, t, row, at) {
		return model.ScaleLevel{}, noLevel
	}
	l := grid.ParseLevel(text)
	level := model.ScaleLevel{Label: l.Label, Value: l.Number, Numbered: l.HasNumber, At: c.At}
	if at.number >= 0 {
		if n, ok := grid.ParseWhole(t.Resolved(row, at.number).Text); ok {
			level.Value, level.Numbered = n, true
		} else {
			level.Numbered = false
		}
	}
	if at.definition >= 0 {
		level.Definition = model.Clean(t.Cell(row, at.definition).Text)
	}
	if n := utf8.RuneCountInString(level.Label); n > tolerances.maxLabel && !level.Numbered || n > tolerances.maxClause {
		return level, noLevel
	}
	return level, isLevel
}

// numbersGoOn reports whether one of the next rows has a number again: then a
// level without one is not the end of the levels.
func numbersGoOn(w *words.Index, t *grid.Table, row int, at levelColumns) bool {
	for r := row; r < row+2 && r < len(t.Rows); r++ {
		if l, is := levelAt(w, t, r, at); is == isLevel && l.Numbered {
			return true
		}
	}
	return false
}

// endsLevels reports whether a row is no level but heads a table of treatments,
// with ranges under it, or is the first of such ranges.
func endsLevels(w *words.Index, t *grid.Table, row, label int) bool {
	ranges := func(r, col int) bool {
		b, ok := w.Band(t.Cell(r, col).Text)
		return ok && b.Low != b.High
	}
	text := t.Cell(row, label).Clean()
	if b, ok := w.Band(text); ok && b.Low != b.High && b.Label == "" {
		return true
	}
	if !w.Is(words.Range|words.Treatment, text) {
		return false
	}
	for col := max(0, label-1); col <= label+2; col++ {
		if ranges(row+1, col) {
			return true
		}
	}
	return false
}

// headsAcross reports whether a row only says what stands across it, after the
// numbers of levels in the row above: "Benämning | Låg | Hög".
func headsAcross(w *words.Index, t *grid.Table, row, label int) bool {
	_, number := grid.ParseWhole(t.Cell(row-1, label+1).Text)
	return number && w.Is(words.Label|words.Number|words.Definition|words.MeaningOf, t.Cell(row, label).Text) && t.Cell(row, label+1).Kind == grid.Text
}

// headsTreatments reports whether a row heads a table of treatments.
func headsTreatments(w *words.Index, t *grid.Table, row int) bool {
	ranges, treatment := false, false
	for i := range t.Rows[row] {
		roles := w.Roles(t.Rows[row][i].Text)
		ranges = ranges || roles&words.Range != 0
		treatment = treatment || roles&words.Treatment != 0
	}
	return ranges && treatment
}

// headsAxis reports whether a row heads the levels of another axis, whose name
// stands where these levels have their numbers or definitions: "Konsekvens |
// Benämning" right below the levels of likelihood.
func headsAxis(w *words.Index, t *grid.Table, row int, at levelColumns) bool {
	named := func(col int) bool {
		return col >= 0 && !t.Cell(row, col).Covered && w.AxisOf(t.Cell(row, col).Text) != words.NoAxis
	}
	return named(at.number) || named(at.definition) && w.Is(words.Number|words.Label, t.Cell(row, at.label).Text)
}

// axisAcross reads levels that stand to the right of an axis's name, numbers
// and labels over each other or "3 - Möjlig" in one cell. Only counted levels
// are.
func axisAcross(w *words.Index, t *grid.Table, r, col int) (AxisTable, bool) {
	first := col + max(1, int(t.Cell(r, col).ColSpan))
	a := AxisTable{Region: grid.Region{Top: r, Bottom: r, Left: col, Right: col}}
	a.Axis.At = t.Cell(r, col).At
	for c := first; isKey(t.Cell(r, c)); c++ {
		upper, lower := t.Cell(r, c), t.Cell(r+1, c)
		l := grid.ParseLevel(model.Clean(upper.Text))
		level := model.ScaleLevel{Value: l.Number, Label: l.Label, Numbered: l.HasNumber, At: upper.At}
		beside := t.Cell(r+1, col)
		if beside.Blank() || beside.Covered || w.Is(words.Number|words.Label|words.Definition, beside.Text) {
			other := grid.ParseLevel(model.Clean(lower.Text))
			switch {
			case !isKey(lower):
			case level.Label == "" && !other.HasNumber:
				level.Label, level.At = other.Label, lower.At
				a.Bottom = r + 1
			case !level.Numbered && other.HasNumber && other.Label == "":
				level.Value, level.Numbered = other.Number, true
				a.Bottom = r + 1
			}
		}
		a.Axis.Levels = append(a.Axis.Levels, level)
		a.Right = c
	}
	if below := a.Bottom + 1; w.Is(words.Definition|words.MeaningOf, t.Cell(below, col).Text) && t.Cell(below, first).Kind == grid.Text {
		for i := range a.Axis.Levels {
			a.Axis.Levels[i].Definition = t.Cell(below, first+i).Clean()
		}
		a.Bottom = below
	}
	n := len(a.Axis.Levels)
	return a, n >= 2 && n <= tolerances.maxLevels && a.counted() && distinct(a.Axis.Levels)
}

func distinct(levels []model.ScaleLevel) bool {
	seen := map[string]bool{}
	for _, l := range levels {
		k := model.Key(l.Label)
		if k != "" && seen[k] {
			return false
		}
		seen[k] = true
	}
	return true
}

// repeated counts the printed numbers that an earlier level has.
func repeated(levels []model.ScaleLevel) int {
	seen := map[int]bool{}
	n := 0
	for _, l := range levels {
		if l.Numbered && seen[l.Value] {
			n++
		}
		seen[l.Value] = true
	}
	return n
}

// numberByOrder numbers an axis that prints no numbers, in printed order.
func numberByOrder(levels []model.ScaleLevel) {
	for i := range levels {
		if !levels[i].Numbered {
			levels[i].Value = i + 1
		}
	}
}
