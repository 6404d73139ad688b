package planted

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"

	"riskbok/rules/model"
)

// Draft is a plan spread over the sheets of a layout, not yet written. A
// [Planting] changes its rows and heads.
type Draft struct {
	Plan   *Plan
	Layout *Layout
	Sheets []*Sheet

	rand     *rand.Rand
	printed  Scale   // the plan's scale as the definitions print it
	ranges   []spot  // where they print each range
	stated   region  // where they stand
	sharing  []*Plan // the plans of the workbook, which share its definitions
	second   bool    // not the first of them
	standing []Want  // what the layout itself calls for: leftover rows, notes that touch the table
	claimed  map[string]bool
	fresh    int
	disputed map[int]bool // values of which the definitions say two things, or nothing
	allowed  string       // a rule that may speak of the definitions
	claims   []Want       // what the variation itself plants
}

// Sheet is one table of a draft.
type Sheet struct {
	Name   string
	Spec   *SheetSpec
	Heads  []*Head
	Rows   []*Row
	Blanks int          // leftover rows
	Lines  map[int]Line // rows that are no risks, by the index of the row that each stands before
	Totals []Line       // those below the table

	draft                   *Draft
	heading, leftover, note spot
	end                     int // the last row of the table
}

// Head is what stands above a table.
type Head struct {
	Spec                 *HeadSpec
	Title, Board         string
	Established, Decided time.Time // zero: empty after its label

	title, board, established, decided spot
}

// Row is one row. Risk is an index into the plan's risks, −1 for an invented
// row; Measure an index into the risk's measures.
type Row struct {
	Risk, Measure int
	First         bool // the risk's first row on its sheet
	Cells         map[Column]*Cell

	at   map[Column]spot
	line int
}

// Cell is the content of a cell: a text, or with Number a number. Auto cells
// are written by the layout's formula, Formula is one of the cell's own with
// {field} for a cell of the row.
type Cell struct {
	Text    string
	Number  bool
	Auto    bool
	Formula string
	Date    time.Time
}

// spot is where something was written.
type spot struct{ row, col int }

// Lay spreads a plan over the layout's sheets.
func (l *Layout) Lay(r *rand.Rand, p *Plan) *Draft {
	d := &Draft{Plan: p, Layout: l, rand: r, claimed: map[string]bool{}, printed: p.Scale}
	d.printed.Treatments = slices.Clone(p.Scale.Treatments)
	for i := range l.Sheets {
		spec := &l.Sheets[i]
		s := &Sheet{Name: spec.Name, Spec: spec, Blanks: spec.Template, draft: d}
		for j := range spec.Heads {
			h := &spec.Heads[j]
			head := &Head{Spec: h, Title: strings.ReplaceAll(h.Title, "{year}", strconv.Itoa(p.Year)), Board: p.Board}
			if h.Form != HeadNone {
				head.Established, head.Decided = p.Established, p.Decided
			}
			s.Heads = append(s.Heads, head)
		}
		for k := range p.Risks {
			d.layRisk(s, k)
		}
		if s.Blanks > 0 {
			d.standing = append(d.standing, Want{Rule: "template-rows", Sheet: s, Part: AtLeftover})
		}
		if spec.Close && spec.Notes > 0 {
			d.standing = append(d.standing, Want{Rule: "unread", Sheet: s, Part: AtNote})
		}
		d.Sheets = append(d.Sheets, s)
	}
	return d
}

func (d *Draft) layRisk(s *Sheet, k int) {
	risk := &d.Plan.Risks[k]
	if s.Spec.Required && !d.Plan.Required(risk) {
		return
	}
	n := len(risk.Measures)
	if !s.Spec.Steps.Plan && !s.Spec.Steps.FollowUp {
		n = 1
	}
	for m := range n {
		row := &Row{Risk: k, Measure: m, First: m == 0, Cells: map[Column]*Cell{}, at: map[Column]spot{}}
		for _, c := range s.Spec.Columns {
			row.Cells[c.Column] = d.cell(s, c.Column, k, m)
		}
		s.Rows = append(s.Rows, row)
	}
}

// cell gives the clean content of a column for a risk and one of its measures.
func (d *Draft) cell(s *Sheet, c Column, k, m int) *Cell {
	risk, l := &d.Plan.Risks[k], d.Layout
	measure := &risk.Measures[m]
	treatment := d.Plan.Scale.Range(risk.Value()).Label
	switch c.Field {
	case model.FieldNumber:
		return &Cell{Text: d.messNumber(l.Numbers.text(risk, k+1)), Number: l.Numbers == Counted}
	case model.FieldPlanNumber:
		return &Cell{Text: l.Numbers.text(risk, k+1), Number: l.Numbers == Counted, Auto: l.Values == Lookup}
	case model.FieldArea:
		return &Cell{Text: risk.Area}
	case model.FieldEvent:
		return &Cell{Text: d.messText(risk.Event)}
	case model.FieldLikelihood:
		return d.level(d.Plan.Scale.Likelihood, risk.Likelihood)
	case model.FieldConsequence:
		return d.level(d.Plan.Scale.Consequence, risk.Consequence)
	case model.FieldScore:
		return &Cell{Text: d.messNumber(strconv.Itoa(risk.Value())), Number: l.Values != TypedText, Auto: l.Values >= Lookup}
	case model.FieldTreatment:
		return &Cell{Text: d.messLabel(treatment), Auto: l.Values >= Lookup}
	case model.FieldDirection:
		if l.ShortLabels {
			treatment, _, _ = strings.Cut(treatment, " ")
		}
		return &Cell{Text: d.messLabel(treatment)}
	case model.FieldAction:
		return &Cell{Text: measure.Action}
	case model.FieldOwner:
		return &Cell{Text: measure.Owner}
	case model.FieldReporting:
		return &Cell{Text: measure.Reporting}
	case model.FieldCost:
		if d.rand.IntN(3) == 0 {
			return &Cell{Text: strconv.Itoa(10 * (1 + d.rand.IntN(40))), Number: true}
		}
	case model.FieldPeriod:
		if s.Spec.Steps.Analysis && !d.Plan.Required(risk) {
			return &Cell{}
		}
		return &Cell{Text: measure.Reports[c.Period]}
	}
	return &Cell{}
}

// level writes a level in the layout's style.
func (d *Draft) level(axis []Step, value int) *Cell {
	if d.Layout.Way != "" {
		return &Cell{Text: d.written(axis, value, axis[value-1].Label)}
	}
	label, number := d.messLabel(axis[value-1].Label), strconv.Itoa(value)
	style := d.Layout.Levels
	if style == Mixed {
		style = Levels(d.rand.IntN(int(Mixed)))
	}
	switch style {
	case ByNumber:
		return &Cell{Text: number, Number: true}
	case ByNumberText:
		return &Cell{Text: number}
	case ByBoth:
		return &Cell{Text: number + " - " + label}
	case ByBothDash:
		return &Cell{Text: number + " – " + label}
	}
	return &Cell{Text: label}
}

// claim reserves a part of the draft for one planting; it reports false where
// another has it.
func (d *Draft) claim(parts ...string) bool {
	for _, p := range parts {
		if d.claimed[p] {
			return false
		}
	}
	for _, p := range parts {
		d.claimed[p] = true
	}
	return true
}

func (r *Row) get(f model.Field) *Cell { return r.Cells[Column{Field: f}] }

// rowsOf gives the rows of a risk on a sheet.
func (s *Sheet) rowsOf(risk int) []*Row {
	var out []*Row
	for _, row := range s.Rows {
		if row.Risk == risk {
			out = append(out, row)
		}
	}
	return out
}
