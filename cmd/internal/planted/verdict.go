package planted

import (
	"slices"

	"riskbok/rules/model"
)

// Found is a finding in terms of the workbook. Rank is its severity's: error 3,
// warning 2, info 1. Cols are its column, from 1 (0 where it has none), and those
// that it names besides.
type Found struct {
	Expected
	Cols  []int
	Rank  int
	Scale bool // it says that a part of the scale was not understood
}

// notChecked is the rule that says what could not be judged.
const notChecked = "not-checked"

// Verdict is how the findings of one varied workbook compare with its planted
// errors. An error is found, or excused: a not-checked finding says that it
// could not be judged; else it is lost. Invented are errors that were not
// planted. Silent says that a workbook with an error got neither an error nor
// a warning.
type Verdict struct {
	Planted, Found          int
	Excused, Lost, Invented []Expected
	Silent                  bool
}

// tells are the rules that only inform: who misses them has not been told
// that all is well.
var tells = []string{"undecided", "template-rows", "unread"}

// Judge holds what was found against what was planted. Read reports the sheets
// on which a register or a follow-up was read.
func (c *Case) Judge(got []Found, read map[string]bool) Verdict {
	v := Verdict{Planted: len(c.errors)}
	used := make([]bool, len(got))
	loud, quiet := false, true
	for _, g := range got {
		loud = loud || g.Rank >= 2
	}
	standing := slices.DeleteFunc(slices.Clone(c.wants), func(w Want) bool { return slices.Contains(c.errors, w) })
	for _, w := range standing {
		c.hit(w, got, used)
	}
	for _, w := range c.errors {
		quiet = quiet && slices.Contains(tells, w.Rule)
		switch {
		case c.hit(w, got, used):
			v.Found++
		case slices.ContainsFunc(got, func(g Found) bool { return w.excused(g, read) }):
			v.Excused = append(v.Excused, w.Resolve())
		default:
			v.Lost = append(v.Lost, w.Resolve())
		}
	}
	for i, g := range got {
		if !used[i] && g.Rank == 3 && g.Rule != notChecked && !c.allowed(g) {
			v.Invented = append(v.Invented, g.Expected)
		}
	}
	v.Silent = !quiet && !loud
	return v
}

// hit uses up a finding that meets what was wanted.
func (c *Case) hit(w Want, got []Found, used []bool) bool {
	e := w.Resolve()
	for i, g := range got {
		meets := e.met(g.Expected)
		if w.Part == AtScale {
			meets = g.Rule == w.Rule && w.Sheet.draft.states(g)
		}
		if !used[i] && meets {
			used[i] = true
			return true
		}
	}
	return false
}

// allowed reports whether a finding speaks of definitions that the variation
// has damaged.
func (c *Case) allowed(g Found) bool {
	return slices.ContainsFunc(c.Drafts, func(d *Draft) bool { return d.allowed == g.Rule && d.states(g) })
}

// states reports whether a finding stands in the draft's definitions.
func (d *Draft) states(g Found) bool {
	col := d.stated.from.col
	if len(g.Cols) > 0 && g.Cols[0] > 0 {
		col = g.Cols[0]
	}
	return d.stated.holds(g.Sheet, spot{g.Row, col})
}

// What rules rest on: the ranges of the value; likelihood, consequence and
// value; other tables; the numbers of a table.
var (
	ranged   = []string{"treatment", "direction", "plan-membership", "missing-action", "missing-owner", "missing-reporting", "scale-definition"}
	valued   = append([]string{"risk-value", "unknown-level", "missing-level", "missing-event", "swapped-levels", "level-label", "formula-broken"}, ranged...)
	crossing = []string{"plan-membership", "sheet-disagreement", "followup-unknown"}
	numbered = []string{"duplicate-number", "number-mismatch", "missing-event"}
)

// excused reports whether a finding says that the error could not be judged:
// its table was not read, or its column, or what its rule rests on.
func (w Want) excused(g Found, read map[string]bool) bool {
	d := w.Sheet.draft
	if g.Rule == d.allowed && d.states(g) && w.disputed() {
		return slices.Contains(ranged, w.Rule) // it said that the definitions call for two things here, or for none
	}
	if g.Rule != notChecked {
		return false
	}
	if d.states(g) || g.Scale && g.Sheet == w.Sheet.Name {
		return slices.Contains(ranged, w.Rule) // what it rests on was not understood; one on a sheet without either is another matter
	}
	if w.Rule == "scale-definition" {
		return false
	}
	for _, s := range d.Sheets {
		if g.Sheet != s.Name || g.Row > s.end || s != w.Sheet && !slices.Contains(crossing, w.Rule) {
			continue
		}
		if !read[s.Name] || slices.ContainsFunc(g.Cols, func(col int) bool { return w.restsOn(s, col) }) {
			return true
		}
	}
	return false
}

// disputed reports whether the definitions say two things, or nothing, of the
// value of the error's risk. Which risk a table lacks is not known here.
func (w Want) disputed() bool {
	d := w.Sheet.draft
	if w.Row == nil || w.Row.Risk < 0 {
		return len(d.disputed) > 0
	}
	return d.disputed[d.Plan.Risks[w.Row.Risk].Value()]
}

// restsOn reports whether the error rests on a column of a table that was read
// in part. What stands at the table's edge is said of its valuation.
func (w Want) restsOn(s *Sheet, col int) bool {
	i := col - s.Spec.Col
	if (i <= 0 || i >= len(s.Spec.Columns)) && slices.Contains(valued, w.Rule) {
		return true
	}
	if i < 0 || i >= len(s.Spec.Columns) {
		return false
	}
	k := s.Spec.Columns[i].Column
	if s == w.Sheet && w.Part == InCell && w.Field == k {
		return true
	}
	switch k.Field {
	case model.FieldLikelihood, model.FieldConsequence, model.FieldScore:
		return slices.Contains(valued, w.Rule)
	case model.FieldTreatment:
		return slices.Contains(ranged, w.Rule)
	case model.FieldNumber, model.FieldPlanNumber:
		return slices.Contains(crossing, w.Rule) || slices.Contains(numbered, w.Rule)
	default:
		return s == w.Sheet && w.Part != InCell
	}
}
