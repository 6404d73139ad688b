package plan

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// Rows that stand in a table without being risks: what tells how to fill it
// in, numbers of columns, sums.

// spanPattern is a span of levels, "1–4".
var spanPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|\D)\d{1,2}\s?[-–—−]\s?\d{1,2}(?:$|\D)`)
})

// formulaPatterns are of formulas that take their figure from several rows.
var formulaPatterns = sync.OnceValue(func() (p struct{ aggregate, down, whole *regexp.Regexp }) {
	p.aggregate = regexp.MustCompile(`^(?:_xlfn\.)?(?:SUM|SUBTOTAL|AGGREGATE|AVERAGE|MEDIAN|MAX|MIN|COUNTA?)\(`)
	p.down = regexp.MustCompile(`\$?[A-Z]{1,3}\$?(\d+):\$?[A-Z]{1,3}\$?(\d+)`)
	p.whole = regexp.MustCompile(`\[[^#@\[\]]+\]`)
	return p
})

// aside reports whether a row says something about the table and is no risk:
// right under the headings how to fill it in, or the columns' numbers.
func (s *scan) aside(x row) bool {
	return s.risks == 0 && (x.r == s.h.bottom+1 && (s.counts(x) || s.hints(x)) || x.example())
}

// headed reports whether a row repeats the headings, as at the top of a page.
func (s *scan) headed(x row) bool {
	keys := s.h.headingKeys()
	last := min(s.h.right, len(keys)-1)
	same, filled := 0, 0
	var room [grid.MostKey]byte
	for col := s.h.left; col <= last; col++ {
		c := s.t.Cell(x.r, col)
		if c.Covered || c.Blank() {
			continue
		}
		filled++
		if c.Kind == grid.Text && string(grid.AppendHeadingKey(room[:0], c.Text)) == keys[col] {
			same++
		}
		if others := filled - same; others*10 > (last-s.h.left+1)*3 {
			return false // whatever the rest says
		}
	}
	return same >= tolerances.minRepeated && same*10 >= filled*7
}

// headingKeys gives the heading key of each column's text, worked out once.
func (h *header) headingKeys() []string {
	if len(h.keys) != len(h.texts) {
		h.keys = make([]string, len(h.texts))
		for i := range h.texts {
			h.keys[i] = grid.HeadingKey(h.texts[i].text)
		}
	}
	return h.keys
}

// likeAbove reports whether what a row says of its risk is as long as such texts
// are above it: a matrix below the table has short ones in the same column. A row
// with levels that does not say its risk has what no matrix and no list of levels has: a
// measure, or an area behind the next number, and its value.
func (s *scan) likeAbove(x row) bool {
	if s.events.n < 2 || !s.h.has(model.FieldEvent) {
		return true
	}
	n := utf8.RuneCountInString(x.text(model.FieldEvent).V)
	switch {
	case n > 0:
		return n*tolerances.shortEvent >= s.events.sum/s.events.n
	case x.valued():
		return x.says(model.FieldAction) || x.says(model.FieldOwner) ||
			x.says(model.FieldArea) && s.countsOn(x) && (!s.h.has(model.FieldScore) || x.says(model.FieldScore))
	}
	return !x.figures()
}

// figuresAmong reports whether a row is one of a grid of figures right below risks that
// are named in words: it has a figure where these stand, nothing else but what names the
// row, and no next number.
func (s *scan) figuresAmong(x row) bool {
	c := x.own(model.FieldEvent)
	if c == nil || c.Blank() || x.says(model.FieldAction) || x.says(model.FieldOwner) || !s.mostly(s.seen.worded) || s.countsOn(x) {
		return false
	}
	if number := x.number(); number != nil && numberIn(number) == 0 {
		return x.figuresFrom(s.h.columns[model.FieldEvent])
	}
	return x.figures()
}

// figures reports whether a row has several cells and nothing but figures in them, which
// somebody has typed.
func (x row) figures() bool { return x.figuresFrom(x.h.left) }

// figuresFrom reports whether it has from a column on.
func (x row) figuresFrom(left int) bool {
	n := 0
	for col := left; col <= x.h.right; col++ {
		c := x.t.Cell(x.r, col)
		if c.Covered || c.Blank() {
			continue
		}
		if _, whole := c.Whole(); !whole || c.Formula != "" {
			return false
		}
		n++
	}
	return n > 1
}

// countsOn reports whether a row has the number after that of the risk before it.
func (s *scan) countsOn(x row) bool {
	return s.risks > 0 && follows(s.previous.number(), x.number()) == 1
}

// goesOnFrom reports whether a number is that of the row before, or the next.
func goesOnFrom(before, number *grid.Cell) bool {
	n := follows(before, number)
	return n == 0 || n == 1
}

// follows gives by how much the number of a risk is more than another of the same
// letters, -1 where that cannot be told.
func follows(before, number *grid.Cell) int {
	if before == nil || number == nil || lettersOf(before) != lettersOf(number) {
		return -1
	}
	n, then := numberIn(before), numberIn(number)
	if n == 0 || then < n {
		return -1
	}
	return then - n
}

// numberIn gives the digits of a cell as a number, 0 where they are none of a risk.
func numberIn(c *grid.Cell) int {
	n, _ := strconv.Atoi(strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, c.Text))
	return n
}

// number gives the cell of a row's number, nil where the table has none.
func (x row) number() *grid.Cell {
	if c := x.own(model.FieldNumber); c != nil {
		return c
	}
	return x.own(model.FieldPlanNumber)
}

// counts reports whether the row numbers the table's columns from 1.
func (s *scan) counts(x row) bool {
	n := 0
	for col := s.h.left; col <= s.h.right; col++ {
		c := s.t.Cell(x.r, col)
		if c.Covered || c.Blank() {
			continue
		}
		n++
		if v, ok := grid.ParseWhole(c.Text); !ok || v != n {
			return false
		}
	}
	return n >= tolerances.minCounted
}

// hints reports whether the row tells what to write in the columns: the range
// of both levels ("1-4"), or in all cells of the valuation texts that hold no
// number, in a row without number where the next one has its own.
func (s *scan) hints(x row) bool {
	l, c, score := x.own(model.FieldLikelihood), x.own(model.FieldConsequence), x.own(model.FieldScore)
	if l == nil || c == nil || l.Blank() || c.Blank() {
		return false
	}
	if score != nil && s.w.LevelWords().Score(score).OK {
		return false
	}
	if span(l.Text) && span(c.Text) {
		return true
	}
	return score != nil && score.Formula == "" && !score.Blank() && !strings.ContainsAny(l.Text+c.Text+score.Text, "0123456789") &&
		!x.numbered() && s.row(x.r+1).numbered()
}

// sums reports whether the row adds up those above: a label at most beside
// formulas over several rows, or beside the sum of all values above.
func (s *scan) sums(x row) bool {
	if s.risks == 0 || x.numbered() || s.judged(x) || x.says(model.FieldAction) || x.says(model.FieldOwner) {
		return false
	}
	if x.overRows() {
		return true
	}
	score := x.own(model.FieldScore)
	if score == nil || score.Formula != "" || s.above[2].n < 2 || !s.h.has(model.FieldLikelihood) && !s.numberColumn() {
		return false
	}
	v, ok := grid.ParseWhole(score.Text)
	return ok && v == s.above[2].sum
}

// overRows reports whether a formula of the row takes its figure from several
// rows.
func (x row) overRows() bool {
	for col := x.h.left; col <= x.h.right; col++ {
		c := x.t.Cell(x.r, col)
		if c.Covered || !aggregates(c.Formula) {
			continue
		}
		if formulaPatterns().whole.MatchString(c.Formula) {
			return true
		}
		for _, m := range formulaPatterns().down.FindAllStringSubmatch(c.Formula, -1) {
			if m[1] != m[2] {
				return true
			}
		}
	}
	return false
}

// aggregates reports whether a formula, "" where there is none, is a figure over others.
func aggregates(formula string) bool {
	return formula != "" && formulaPatterns().aggregate.MatchString(formula)
}

// span reports whether a text has a span of levels.
func span(text string) bool {
	return strings.ContainsAny(text, "-–—−") && spanPattern().MatchString(model.Clean(text))
}

// judged reports whether a row has a level that is more than a figure over others.
func (s *scan) judged(x row) bool {
	for _, f := range []model.Field{model.FieldLikelihood, model.FieldConsequence} {
		if x.says(f) && !aggregates(x.own(f).Formula) {
			return true
		}
	}
	return false
}

// summary reports whether the row adds up or counts others by what it says: it
// begins with a word for it, or has one and little else, and is not numbered.
// "Medel" is a level, too, and "Totalt" may begin a risk: beside both levels only
// a word alone counts.
func (s *scan) summary(x row) bool {
	if x.numbered() {
		return false
	}
	valued := x.says(model.FieldLikelihood) && x.says(model.FieldConsequence)
	n, texts := 0, 0
	found := false
	for col := s.h.left; col <= s.h.right; col++ {
		c := s.t.Cell(x.r, col)
		if c.Covered || c.Blank() {
			continue
		}
		n++
		sum := c.Kind == grid.Text && s.w.Sums(c.Text)
		if sum && (n == 1 || n <= tolerances.mostSummary) && (!valued || s.mostly(s.numbered) || s.w.SumsAlone(c.Text)) {
			found = true
		} else if c.Kind == grid.Text && !sum && !s.w.BlankKey(c.Key()) {
			texts++
		}
	}
	if !found {
		return (!x.says(model.FieldEvent) || s.mostly(s.numbered) && n > 2) && s.aggregates(x)
	}
	return texts == 0
}

// sumsOn reports whether a row goes on with those that add up others: right below
// one of them, without a number and not valued where the risks are both.
func (s *scan) sumsOn(x row) bool {
	return s.summed && s.gap == 0 && !x.numbered() && !x.valued() && (s.mostly(s.numbered) || !s.numberColumn() && !s.valuedBelow(x.r)) &&
		s.mostly(s.seen.valued) && !x.says(model.FieldAction) && !x.says(model.FieldOwner)
}

// aggregated are the columns whose figures a row may add up.
var aggregated = []model.Field{model.FieldLikelihood, model.FieldConsequence, model.FieldScore}

// aggregates reports whether a row without a text has figures that are all one
// of: the sum, mean, greatest, least or number of those above.
func (s *scan) aggregates(x row) bool {
	if !s.h.has(model.FieldEvent) || s.risks < 2 || x.says(model.FieldAction) || x.says(model.FieldOwner) || x.reports() {
		return false
	}
	if l, c, v := x.level(model.FieldLikelihood).V, x.level(model.FieldConsequence).V, x.w.LevelWords().Score(x.cell(model.FieldScore)); v.OK &&
		l.HasNumber && c.HasNumber && l.Number*c.Number == v.V {
		return false // a valuation, be it the highest
	}
	figures := 0
	for i, f := range aggregated {
		c := x.own(f)
		if c == nil || c.Blank() {
			continue
		}
		v, err := strconv.ParseFloat(strings.ReplaceAll(model.Clean(c.Stored()), ",", "."), 64)
		if err != nil || !s.above[i].gives(v) {
			return false
		}
		figures++
	}
	return figures > 0
}

// count notes the figures of a risk.
func (s *scan) count(x row) {
	for i, f := range aggregated[:2] {
		if v := x.level(f); v.OK && v.V.HasNumber {
			s.above[i].add(v.V.Number)
		}
	}
	if v := x.w.LevelWords().Score(x.cell(model.FieldScore)); v.OK {
		s.above[2].add(v.V)
	}
	if v := x.text(model.FieldEvent); v.OK {
		s.events.add(utf8.RuneCountInString(v.V))
	}
}

// figures are those of a column so far.
type figures struct{ n, sum, least, most int }

func (f *figures) add(v int) {
	if f.n == 0 {
		f.least, f.most = v, v
	}
	f.n, f.sum, f.least, f.most = f.n+1, f.sum+v, min(f.least, v), max(f.most, v)
}

func (f *figures) gives(v float64) bool {
	if f.n < 2 {
		return false
	}
	mean := float64(f.sum) / float64(f.n)
	return v == float64(f.sum) || v == float64(f.n) || v == float64(f.most) || v == float64(f.least) || v-mean < tolerances.roundedMean && mean-v < tolerances.roundedMean
}
