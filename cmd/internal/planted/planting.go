package planted

import (
	"strconv"

	"riskbok/rules/model"
)

// Planting is one kind of damage. Plant changes the draft and gives the
// findings that must follow, or nil where the draft has no room for it; then
// the draft is unchanged.
type Planting struct {
	Name  string
	Plant func(d *Draft) []Want
}

// Part is where on a sheet a finding stands.
type Part int

// The parts of a sheet.
const (
	InCell     Part = iota
	AtHead          // the row of the headings
	AtLeftover      // the first leftover row
	AtBoard
	AtEstablished
	AtDecided
	AtNote  // the first line below a table
	AtRange // a range of the definitions, by its place in Head
	AtScale // anywhere in the definitions
)

// Want is a finding that must follow, in terms of the draft.
type Want struct {
	Rule  string
	Sheet *Sheet
	Part  Part
	Row   *Row
	Field Column
	Head  int
}

// Expected is a finding that must follow, in terms of the workbook. Cell is
// "" where only the row is agreed.
type Expected struct {
	Rule, Sheet, Cell string
	Row               int
}

// Resolve gives the place of a finding in the workbook that was written.
func (w Want) Resolve() Expected {
	e := Expected{Rule: w.Rule, Sheet: w.Sheet.Name}
	var at spot
	switch w.Part {
	case InCell:
		at = w.Row.at[w.Field]
	case AtHead:
		at = w.Sheet.heading
	case AtLeftover:
		e.Row = w.Sheet.leftover.row
		return e
	case AtNote:
		at = w.Sheet.note
	case AtRange:
		d := w.Sheet.draft
		if ds := d.Layout.Definitions; ds.Beside == Apart {
			e.Sheet = ds.Sheet
		} else {
			e.Sheet = d.Sheets[0].Name
		}
		e.Row = d.ranges[w.Head].row
		return e
	case AtScale:
		e.Sheet = w.Sheet.draft.stated.sheet
		return e
	case AtBoard:
		at = w.Sheet.Heads[w.Head].board
	case AtEstablished:
		at = w.Sheet.Heads[w.Head].established
	case AtDecided:
		at = w.Sheet.Heads[w.Head].decided
	}
	e.Row, e.Cell = at.row, at.ref()
	return e
}

func inCell(rule string, s *Sheet, row *Row, f model.Field) Want {
	return Want{Rule: rule, Sheet: s, Row: row, Field: Column{Field: f}}
}

// registers gives the sheets with steg 1–3; columns limits them to those with
// all of the fields.
func (d *Draft) registers(columns ...model.Field) []*Sheet {
	return d.sheets(func(s *Sheet) bool { return s.Spec.Steps.Analysis || s.Spec.Steps.Plan }, columns)
}

func (d *Draft) followUps(columns ...model.Field) []*Sheet {
	return d.sheets(func(s *Sheet) bool { return s.Spec.Steps.FollowUp }, columns)
}

func (d *Draft) sheets(keep func(*Sheet) bool, columns []model.Field) []*Sheet {
	var out []*Sheet
	for _, s := range d.Sheets {
		ok := keep(s)
		for _, c := range columns {
			ok = ok && s.Spec.has(c)
		}
		if ok {
			out = append(out, s)
		}
	}
	return out
}

// candidates gives the indices of the plan's risks in random order.
func (d *Draft) candidates() []int { return d.rand.Perm(len(d.Plan.Risks)) }

// risk finds an unclaimed risk that suits and claims it, or gives −1.
func (d *Draft) risk(suits func(k int) bool) int {
	for _, k := range d.candidates() {
		if d.claimed[riskKey(k)] || !d.stillTold(k) {
			continue
		}
		if suits(k) && d.claim(riskKey(k)) {
			return k
		}
	}
	return -1
}

func riskKey(k int) string { return "risk " + strconv.Itoa(k) }

// single reports whether the risk has at most one row on each of the sheets,
// and at least one on some.
func single(k int, sheets []*Sheet) bool {
	found := false
	for _, s := range sheets {
		rows := s.rowsOf(k)
		if len(rows) > 1 && !s.Spec.Merged {
			return false
		}
		found = found || len(rows) > 0
	}
	return found
}

// required reports whether the risk must stand in the plan.
func (d *Draft) required(k int) bool { return d.Plan.Required(&d.Plan.Risks[k]) }

// axis gives the levels of an axis.
func (d *Draft) axis(f model.Field) []Step {
	if f == model.FieldLikelihood {
		return d.Plan.Scale.Likelihood
	}
	return d.Plan.Scale.Consequence
}

// cleared gives what the layout's formulas show where a level is not known:
// nothing.
func (d *Draft) cleared(row *Row) {
	if c := row.get(model.FieldScore); c != nil && c.Auto {
		c.Text = "0"
	}
	if c := row.get(model.FieldTreatment); c != nil && c.Auto {
		c.Text = ""
	}
}
