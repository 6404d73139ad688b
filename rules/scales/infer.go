package scales

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"riskbok/rules/model"
)

// inferOrDefault chooses the scale of a register without definitions: the
// usual 4×4, or one that explains its rows better. It gives nil where the
// usual scale is plainly not the register's and no other can be told: then
// nothing is said of its values, for nothing is known.
//
// The usual scale stands where it explains nine rows in ten, and where most
// labels are its own or near misses of them: values that do not fit are errors
// then. Where levels are written with numbers these say what they are worth,
// and only the length of the axes is inferred. Labels alone are solved for.
func inferOrDefault(t *evidence, r *model.Register, b *model.Book) *model.Scale {
	usual := Default()
	if t.numbered() {
		if s := t.numberedScale(); t.beyond(s) || t.values(s) > t.values(usual) {
			if t.plausible(s) {
				return t.settled(s, r, b)
			}
			if t.beyond(s) {
				return nil
			}
		}
		if t.foreignLabels() || t.enough() && t.values(usual)*2 < len(t.rows) {
			return nil
		}
		return t.settled(usual, r, b)
	}
	if t.enough() {
		if s := t.mixedScale(); s != nil {
			return t.settled(s, r, b)
		}
		if s := t.wordedScale(); s != nil {
			return t.settled(s, r, b)
		}
	}
	if t.foreignLabels() {
		return nil
	}
	return t.settled(usual, r, b)
}

// evidence is what a register tells of its scale. The axes are in the order
// likelihood, consequence.
type evidence struct {
	rows   []inferenceRow
	cells  [2][]model.Level // all written levels, also of rows without a value
	tops   [2]int           // the greatest level as the heading states it, 0: not stated
	nought bool             // the levels begin at nought: a heading says so, or rows do
	scores []int            // all written values, also of rows without levels
	valued bool             // the register has risk values

	lists [][]string      // labels in their usual orders, lowest first
	rule  model.ValueRule // by which rows are tried
}

// inferenceRow is a fully written row: two levels and a value.
type inferenceRow struct {
	levels [2]model.Level
	score  int
}

func gather(r *model.Register, lists [][]string) *evidence {
	t := &evidence{valued: r.Has(model.FieldScore), lists: lists}
	noughts := 0
	for i, f := range []model.Field{model.FieldLikelihood, model.FieldConsequence} {
		if c := r.Column(f); c != nil {
			bottom, top := statedEnds(c.Heading)
			t.tops[i], t.nought = top, t.nought || top > 0 && bottom == 0
		}
	}
	for i := range r.Risks {
		for a := range r.Risks[i].Assessments() {
			if (isNought(a.Likelihood) != isNought(a.Consequence)) && a.Score.OK && a.Score.V == 0 {
				noughts++
			}
			t.add(a)
		}
	}
	t.nought = t.nought || noughts > 1
	return t
}

// add notes what one row tells.
func (t *evidence) add(a *model.Assessment) {
	if a.Likelihood.OK {
		t.cells[0] = append(t.cells[0], a.Likelihood.V)
	}
	for _, v := range a.Weighed() {
		if v.OK {
			t.cells[1] = append(t.cells[1], v.V)
		}
	}
	if !a.Score.OK || a.Score.V == 0 {
		return
	}
	t.scores = append(t.scores, a.Score.V)
	if l, c := a.Likelihood, greatestWritten(a); l.OK && c.OK && a.Score.V > 0 {
		t.rows = append(t.rows, inferenceRow{[2]model.Level{l.V, c.V}, a.Score.V})
	}
}

// greatestWritten gives the consequence that counts, as far as the cells alone
// tell: the only one, or the greatest of several that are written by number.
func greatestWritten(a *model.Assessment) model.Value[model.Level] {
	var best model.Value[model.Level]
	written := 0
	for _, v := range a.Weighed() {
		if !v.OK {
			continue
		}
		if written++; written > 1 && (!v.V.HasNumber || !best.V.HasNumber) {
			return model.Value[model.Level]{}
		}
		if !best.OK || v.V.Number > best.V.Number {
			best = v
		}
	}
	return best
}

var plainNumber = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\s*\d+([.,]\d+)?\s*$`) })

// numberOf gives a written value, which may be no whole number; 0 where it is
// none.
func numberOf(v model.Value[int]) float64 {
	if v.OK {
		return float64(v.V)
	}
	if !plainNumber().MatchString(v.Raw) {
		return 0
	}
	n, _ := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSpace(v.Raw), ",", "."), 64)
	return n
}

// isNought reports whether a level is written as a bare 0.
func isNought(v model.Value[model.Level]) bool {
	return v.OK && v.V.HasNumber && v.V.Number == 0
}

var endsInHeading = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\b([01])\s*[-–—]\s*([2-9]|10)\b`) })

// statedEnds reads the least and greatest level from a heading such as
// "Påverkan (1-5)"; 0, 0 where it states none.
func statedEnds(heading string) (bottom, top int) {
	m := endsInHeading().FindStringSubmatch(heading)
	if m == nil {
		return 0, 0
	}
	bottom, _ = strconv.Atoi(m[1])
	top, _ = strconv.Atoi(m[2])
	return bottom, top
}

func (t *evidence) enough() bool { return len(t.rows) >= tolerances.minRows }

// onScale gives the rows whose levels are on a scale.
func (t *evidence) onScale(s *model.Scale) []pairRow {
	var out []pairRow
	for i := range t.rows {
		l, c := s.Likelihood.Find(t.rows[i].levels[0]), s.Consequence.Find(t.rows[i].levels[1])
		if l != nil && c != nil {
			out = append(out, pairRow{[2]int{l.Value, c.Value}, float64(t.rows[i].score)})
		}
	}
	return out
}

// right reports whether a row's value is what the scale says.
func (row *inferenceRow) right(s *model.Scale) bool {
	l, c := s.Likelihood.Find(row.levels[0]), s.Consequence.Find(row.levels[1])
	return l != nil && c != nil && s.Score(l.Value, c.Value) == row.score
}

// follows reports whether the row's value is what a rule makes of the numbers
// that it writes. [model.RuleOther] may make anything.
func (row *inferenceRow) follows(rule model.ValueRule) bool {
	l, c := row.levels[0], row.levels[1]
	return l.HasNumber && c.HasNumber && (rule == model.RuleOther || rule.Of(l.Number, c.Number) == row.score)
}

// values counts the rows whose value is what the scale says.
func (t *evidence) values(s *model.Scale) int {
	n := 0
	for i := range t.rows {
		if t.rows[i].right(s) {
			n++
		}
	}
	return n
}

// foreignLabels reports whether most of the levels that are written on an axis
// are neither on the usual scale nor near misses of it.
func (t *evidence) foreignLabels() bool {
	for axis, cells := range t.cells {
		foreign := 0
		for _, l := range cells {
			if foreignLevel(axis, l) {
				foreign++
			}
		}
		if foreign*2 > len(cells) {
			return true
		}
	}
	return false
}

// foreignLevel reports whether a level is not on the usual scale, on neither
// axis, nor a near miss of it.
func foreignLevel(axis int, l model.Level) bool {
	own, across := usualAxes(axis)
	return own.Find(l) == nil && across.Find(l) == nil && Nearest(own, l.Label) == nil
}

// usualAxes gives the usual scale's axis and the one across it.
func usualAxes(axis int) (own, across *model.Axis) {
	if axis == 0 {
		return &usualScale.Likelihood, &usualScale.Consequence
	}
	return &usualScale.Consequence, &usualScale.Likelihood
}
