package plan

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// class is what a row under the headings turned out to be.
type class int

const (
	blankRow    class = iota
	riskRow           // a risk, or a row of a follow-up
	repeatRow         // the risk of the row before, valued or measured again
	measureRow        // a further measure of the risk before
	leftoverRow       // numbered or zeroed, without a risk
	noteRow           // text that is no row of the table
	outsideRow        // text after blank rows that does not belong to the table
	headingRow        // the headings once more
)

// scan walks the rows of a block and tells what each one is.
type scan struct {
	w   *words.Index
	t   *grid.Table
	h   *header
	to  int // the first row of the next table in the grid, or the end
	gap int // blank rows since the last row that was filled

	risks, numbered int        // risks so far, and those with a number
	above           [3]figures // those of the aggregated columns so far
	events          figures    // how long the texts of the risks are so far
	previous        row        // the last row that names a risk
	last            int        // the last row that belongs to the table
	partly          partRun
	seen            seen
	ended           bool // another table has begun
	prepared        int  // the first of the rows at the end that were only prepared
	summed          bool // the row before adds up others

	legendEnd  int // the row below a list of levels
	loneGroups loneGroups
}

func newScan(w *words.Index, t *grid.Table) *scan { return &scan{w: w, t: t} }

// under begins the rows under a heading, or under one that is repeated, up to
// row to.
func (s *scan) under(h *header, to int) {
	s.h, s.to, s.gap, s.last, s.partly, s.ended, s.summed, s.legendEnd = h, to, 0, h.bottom, partRun{}, false, false, 0
	s.prepared = s.preparedFrom()
}

func (s *scan) row(r int) row { return row{s.w, s.t, s.h, r} }

// next classifies row r; rows must be given in order.
func (s *scan) next(r int) class {
	x := s.row(r)
	if s.ended {
		return outsideRow
	}
	n, only := x.filled()
	if n == 0 {
		if s.h.left <= s.h.right && !s.mergedRow(r) {
			s.gap++
		}
		return blankRow
	}
	if s.ends(x) || n == 1 && s.titles(x) {
		s.ended = true // a text right above the next headings is their title
		return outsideRow
	}
	c := s.classify(x, n, only)
	// After a gap, text that is no row is a remark below the table, or heads
	// the next one; what has several cells could be a row that was not
	// understood, and is kept.
	if c == noteRow && s.gap > 0 {
		if n == 1 || s.to < len(s.t.Rows) {
			return outsideRow
		}
		return noteRow
	}
	s.gap, s.summed = 0, s.summed && c == noteRow
	s.last = r
	switch c {
	case riskRow:
		s.risks++
		if x.numbered() {
			s.numbered++
		}
		s.count(x)
		s.seen.noteLikeness(x)
		s.previous = x
	case repeatRow:
		s.previous = x
	}
	return c
}

// titles reports whether a row that has one text alone, in the first column, is
// the title of the next table: its headings come right below.
func (s *scan) titles(x row) bool {
	return x.r+1 == s.to && s.to < len(s.t.Rows) && s.risks > 0 && !x.numbered() && !s.t.Cell(x.r, s.h.left).Blank()
}

// mergedRow reports whether a merged area reaches over the row, which then is
// no gap.
func (s *scan) mergedRow(r int) bool {
	for col := s.h.left; col <= s.h.right; col++ {
		if s.t.Cell(r, col).Covered {
			return true
		}
	}
	return false
}

func (s *scan) classify(x row, n int, only *grid.Cell) class {
	switch {
	case s.headed(x):
		return headingRow
	case s.aside(x), x.r >= s.prepared:
		return leftoverRow
	case s.goesOnIn(x):
		return repeatRow
	case s.summary(x), s.average(x), s.sums(x), s.sumsOn(x):
		s.summed = true
		return noteRow
	case s.groupRow(x), s.legend(x), s.events.n > 1 && (s.gap > 0 && x.figures() || s.figuresAmong(x)):
		return noteRow
	case !x.states():
		if x.numbered() && s.partOf(x) {
			return riskRow
		}
		return s.classifyEmpty(x, n)
	case s.gap > 0 && !s.resumes(x):
		return noteRow
	case s.continues(x):
		return measureRow
	case s.repeats(x):
		return repeatRow
	case n == 1 && !s.alone(x, only) && !s.partOf(x):
		return noteRow
	}
	return riskRow
}

// classifyEmpty is for a row on which nothing is said of a risk.
func (s *scan) classifyEmpty(x row, n int) class {
	score := x.own(model.FieldScore)
	number := x.number()
	switch {
	case x.numbered() && s.band(x, n):
		return noteRow
	case x.numbered():
		return leftoverRow
	case score != nil && !score.Blank() && (score.Formula != "" || score.Zero()):
		return leftoverRow
	case number != nil && number.Zero():
		return leftoverRow
	case n > 1 && s.gap == 0 && s.onlyDefaults(x):
		return leftoverRow
	}
	return noteRow
}

// band reports whether the only text of a row names the risks below it, though it has
// a digit: it reaches over several fields, or has a word that their numbers lack.
func (s *scan) band(x row, n int) bool {
	if n != 1 || s.gap > 0 || x.r+1 >= s.to {
		return false
	}
	below := s.row(x.r + 1)
	if !below.says(model.FieldEvent) || !below.numbered() {
		return false
	}
	number := below.number()
	word := lettersOf(x.firstFilled())
	return x.line() || utf8.RuneCountInString(word) >= tolerances.bandWord && number != nil && word != lettersOf(number)
}

// lettersOf gives the letters of a cell.
func lettersOf(c *grid.Cell) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, model.Clean(c.Text))
}

// onlyDefaults reports whether all the row's text comes from formulas and
// zeros.
func (s *scan) onlyDefaults(x row) bool {
	for col := s.h.left; col <= s.h.right; col++ {
		c := x.t.Cell(x.r, col)
		if !c.Covered && !c.Blank() && c.Formula == "" && !c.Zero() {
			return false
		}
	}
	return true
}

// resumes reports whether the table goes on after blank rows: with a numbered
// row where rows are numbered, else with one that is valued or tells of a risk
// and a measure.
func (s *scan) resumes(x row) bool {
	if s.h.has(model.FieldNumber) || s.h.has(model.FieldPlanNumber) {
		if s.risks == 0 || s.numbered*2 >= s.risks {
			return x.numbered() && s.likeAbove(x)
		}
	}
	return s.likeAbove(x) && x.says(model.FieldEvent) && (x.says(model.FieldLikelihood) || x.says(model.FieldConsequence) || x.says(model.FieldAction))
}

// continues reports whether the row holds a further measure of the risk
// before: no number, text, levels or value of its own.
func (s *scan) continues(x row) bool {
	if s.risks == 0 || s.gap > 0 || s.h.routines() && x.says(model.FieldArea) || x.line() {
		return false
	}
	for _, f := range []model.Field{
		model.FieldNumber, model.FieldPlanNumber, model.FieldEvent, model.FieldLikelihood, model.FieldConsequence, model.FieldScore,
	} {
		if x.says(f) {
			return false
		}
	}
	return x.says(model.FieldAction) || s.h.has(model.FieldAction) && (x.says(model.FieldOwner) || x.reports()) && s.coveredAction(x)
}

// coveredAction reports whether the action is that of the row before, merged
// down over this one.
func (s *scan) coveredAction(x row) bool {
	col := s.h.columns[model.FieldAction]
	return x.t.Cell(x.r, col).Covered
}

// repeats reports whether the row names the risk of the row before once more:
// the same number and the same text, or one of them with the other left out. A further
// measure may have the levels once more.
func (s *scan) repeats(x row) bool {
	if s.risks == 0 || s.gap > 0 {
		return false
	}
	p := s.previous
	if s.h.has(model.FieldBoard) && x.board() != "" && model.Key(x.board()) != model.Key(p.board()) {
		return false // the same risk of another board
	}
	if unit := x.text(model.FieldUnit); unit.OK && model.Key(unit.V) != model.Key(p.text(model.FieldUnit).V) && p.text(model.FieldUnit).OK {
		return false // or of another unit
	}
	sameNumber := s.sameNumber(x, p)
	if !sameNumber && (s.numberColumn() || !s.h.has(model.FieldEvent)) {
		return false
	}
	event, lastEvent := x.text(model.FieldEvent), p.text(model.FieldEvent)
	sameEvent := event.OK && model.Key(event.V) == model.Key(lastEvent.V)
	switch {
	case s.h.has(model.FieldEvent) && s.numberColumn():
		return sameEvent || !event.OK && (!x.valued() || x.measured() && x.valuedAs(p))
	case s.h.has(model.FieldEvent):
		return sameEvent
	}
	return s.h.has(model.FieldAction) && !s.followsUp()
}

// sameNumber reports whether two rows have the same number of a risk.
func (s *scan) sameNumber(x, before row) bool {
	number, last := x.riskNumber(model.FieldNumber), before.riskNumber(model.FieldNumber)
	if !s.h.has(model.FieldNumber) {
		number, last = x.riskNumber(model.FieldPlanNumber), before.text(model.FieldPlanNumber)
	}
	return number.OK && (number.V == last.V || model.NumberKey(number.V) == model.NumberKey(last.V))
}

// goesOnIn reports whether a row values the risk of the row before once more
// without naming it: beside both levels a column that no field is bound to says
// what, something else than it does on the row before.
func (s *scan) goesOnIn(x row) bool {
	if s.risks == 0 || s.gap > 0 || s.previous.r != x.r-1 || !s.h.has(model.FieldEvent) || x.says(model.FieldEvent) || x.numbered() ||
		!x.says(model.FieldLikelihood) || !x.says(model.FieldConsequence) || x.measured() {
		return false
	}
	for _, col := range s.h.loose {
		c, before := s.t.Cell(x.r, col), s.t.Cell(x.r-1, col)
		if !c.Covered && !before.Covered && c.Kind == grid.Text && before.Kind == grid.Text && x.cellSays(c) && x.cellSays(before) && c.Key() != before.Key() && !s.w.Sums(c.Text) {
			return true
		}
	}
	return false
}

func (s *scan) numberColumn() bool {
	return s.h.has(model.FieldNumber) || s.h.has(model.FieldPlanNumber)
}

// followsUp: in a follow-up each row stands for itself.
func (s *scan) followsUp() bool { return len(s.h.periods) > 0 && !s.h.analysis() }

// valuedAs reports whether two rows have the same two levels.
func (x row) valuedAs(y row) bool {
	for _, f := range []model.Field{model.FieldLikelihood, model.FieldConsequence} {
		if a, b := x.level(f), y.level(f); !a.OK || !b.OK || a.V != b.V {
			return false
		}
	}
	return true
}

func (x row) valued() bool {
	return x.says(model.FieldLikelihood) || x.says(model.FieldConsequence)
}

// alone reports whether a single filled cell can be a row of its own: a risk
// in the risk column where rows are not numbered, a number where rows have
// nothing else.
func (s *scan) alone(x row, only *grid.Cell) bool {
	if only.ColSpan > 1 {
		return false
	}
	if s.h.numbersOnly() && x.numbered() {
		return true
	}
	if x.says(model.FieldEvent) {
		return !s.numberColumn() || s.numbered*2 < s.risks
	}
	return false
}
