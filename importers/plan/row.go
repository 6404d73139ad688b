package plan

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// row is one row of a table seen through its headings.
type row struct {
	w *words.Index
	t *grid.Table
	h *header
	r int
}

// own gives the cell of a field on this very row, or nil where the table has
// no such column or a merged area from another row or column covers it.
func (x row) own(f model.Field) *grid.Cell {
	col, ok := x.h.columns[f]
	if !ok {
		return nil
	}
	if c := x.t.Cell(x.r, col); !c.Covered {
		return c
	}
	return nil
}

// cell gives the cell that speaks for a field: its own, or the first cell of
// the merged area that reaches down over it. It is never nil; where the table
// has no such column it is empty and stands nowhere.
func (x row) cell(f model.Field) *grid.Cell {
	col, ok := x.h.columns[f]
	if !ok {
		return &grid.Cell{}
	}
	return x.at(col)
}

func (x row) at(col int) *grid.Cell {
	c := x.t.Cell(x.r, col)
	if c.Covered {
		if int(c.OriginCol) == col && int(c.OriginRow) > x.h.bottom {
			return x.t.Resolved(x.r, col)
		}
		return &grid.Cell{At: c.At}
	}
	return c
}

// says reports whether the row itself states something in a field. A bare
// zero, which a formula leaves where it refers to an empty cell, does not.
func (x row) says(f model.Field) bool {
	c := x.own(f)
	return c != nil && x.cellSays(c)
}

func (x row) cellSays(c *grid.Cell) bool {
	key := c.Key()
	return key != "" && !c.Zero() && !x.w.BlankKey(key)
}

// typed is says for a cell that a person filled in: no formula.
func (x row) typed(f model.Field) bool {
	c := x.own(f)
	return c != nil && c.Formula == "" && x.cellSays(c)
}

// filled counts the row's cells with text among the table's columns, and gives
// the last of them.
func (x row) filled() (n int, last *grid.Cell) {
	for col := x.h.left; col <= x.h.right; col++ {
		if c := x.t.Cell(x.r, col); !c.Covered && !c.Blank() {
			n++
			last = c
		}
	}
	return n, last
}

// line reports whether a row has one text alone, over the columns of several
// fields: it says nothing of any of them.
func (x row) line() bool {
	if n, only := x.filled(); n != 1 || only.ColSpan < 2 {
		return false
	}
	first := x.h.left
	for x.t.Cell(x.r, first).ColSpan < 2 {
		first++
	}
	over := 0
	for _, col := range x.h.columns {
		if col >= first && col < first+int(x.t.Cell(x.r, first).ColSpan) {
			over++
		}
	}
	return over > 1
}

// firstFilled gives the row's first cell with text.
func (x row) firstFilled() *grid.Cell {
	for col := x.h.left; col <= x.h.right; col++ {
		if c := x.t.Cell(x.r, col); !c.Covered && !c.Blank() {
			return c
		}
	}
	return x.t.Cell(x.r, x.h.left)
}

// numbered reports whether the row has a risk number: short, with a digit.
func (x row) numbered() bool {
	return x.says(model.FieldNumber) && numberLike(x.own(model.FieldNumber).Text) ||
		x.says(model.FieldPlanNumber) && numberLike(x.own(model.FieldPlanNumber).Text)
}

func numberLike(text string) bool {
	text = model.Clean(text)
	return utf8.RuneCountInString(text) <= tolerances.maxNumber && strings.ContainsFunc(text, unicode.IsDigit)
}

// states reports whether a person said something on the row about a risk or a
// measure: what makes a row more than a numbered template row.
func (x row) states() bool {
	return x.says(model.FieldEvent) || x.says(model.FieldLikelihood) || x.says(model.FieldConsequence) ||
		x.says(model.FieldAction) || x.says(model.FieldCost) ||
		x.typed(model.FieldOwner) || x.typed(model.FieldDirection) || x.reports() ||
		x.h.numbersOnly() && x.numbered()
}

// reports: something was reported for a period.
func (x row) reports() bool {
	for _, col := range x.h.periodCols {
		if c := x.t.Cell(x.r, col); !c.Covered && x.cellSays(c) {
			return true
		}
	}
	return false
}

func (x row) text(f model.Field) model.Value[string] {
	col, ok := x.h.columns[f]
	if !ok {
		return model.Value[string]{}
	}
	return x.said(x.at(col))
}

// riskNumber gives a risk's number without the mark of a note.
func (x row) riskNumber(f model.Field) model.Value[string] {
	v := x.text(f)
	v.V = model.Unmarked(v.V)
	return v
}

func (x row) said(c *grid.Cell) model.Value[string] {
	v := grid.TextValue(c, x.w.Blank)
	// A formula that refers to an empty cell shows 0, and so does a template row.
	if v.OK && c.Zero() && (c.Kind == grid.Number || c.Formula != "") {
		v.V, v.OK = "", false
	}
	return v
}

func (x row) level(f model.Field) model.Value[model.Level] {
	col, ok := x.h.columns[f]
	if !ok {
		return model.Value[model.Level]{}
	}
	return x.levelIn(x.at(col))
}

func (x row) levelIn(c *grid.Cell) model.Value[model.Level] {
	if x.h.levels == nil {
		x.h.levels = grid.NewLevelReader(x.w.Blank, x.w.LevelWords())
	}
	return x.h.levels.Value(c)
}

// levelKey gives the key of what stands in the cell of a level.
func (x row) levelKey(f model.Field) string {
	c := x.cell(f)
	if c.Kind == grid.Number {
		return model.Key(c.Stored())
	}
	return c.Key()
}

// score reads a risk value, be it one with a letter before it where those next to
// it have one, too: one among plain numbers is no value. Col is that of the table,
// which a register on its side has turned; −1 for none.
func (x row) score(col int) model.Value[int] {
	c := &grid.Cell{}
	if col >= 0 {
		c = x.at(col)
	}
	v := x.w.LevelWords().Score(c)
	if !v.OK && c.Kind == grid.Text {
		if _, n, ok := grid.LetteredValue(c.Text); ok && x.letteredNear(col) {
			v.V, v.OK = n, true
		}
	}
	return v
}

// letteredNear reports whether most of the next cells of a column hold values
// with a letter before them.
func (x row) letteredNear(col int) bool {
	lettered, filled := 0, 0
	for _, step := range []int{-1, 1} {
		for r, seen := x.r+step, 0; r >= 0 && r < len(x.t.Rows) && seen < tolerances.nearValues; r += step {
			c := x.t.Cell(r, col)
			if c.Covered || c.Clean() == "" {
				continue
			}
			seen++
			filled++
			if _, _, ok := grid.LetteredValue(c.Text); ok {
				lettered++
			}
		}
	}
	return 2*lettered > filled
}

func (x row) list(f model.Field) model.Value[[]string] {
	return grid.ListValue(x.cell(f), x.w.Blank)
}

func (x row) source() model.Source {
	for _, f := range []model.Field{model.FieldNumber, model.FieldEvent, model.FieldPlanNumber, model.FieldAction} {
		if col, ok := x.h.columns[f]; ok {
			return x.t.Cell(x.r, col).At
		}
	}
	return x.t.Cell(x.r, x.h.left).At
}

func (x row) assessment() model.Assessment {
	score := -1
	if col, ok := x.h.columns[model.FieldScore]; ok {
		score = col
	}
	a := model.Assessment{
		Likelihood:  x.level(model.FieldLikelihood),
		Consequence: x.level(model.FieldConsequence),
		Score:       x.score(score),
		Treatment:   x.text(model.FieldTreatment),
		At:          x.source(),
	}
	x.consequences(&a, x.h.weighed)
	return a
}

// consequences reads several consequences of one valuation: the one that counts
// is the greatest by its number, else the first that is written.
func (x row) consequences(a *model.Assessment, cols []int) {
	if len(cols) < 2 {
		return
	}
	chosen := -1
	for _, col := range cols {
		v := x.levelIn(x.at(col))
		a.Consequences = append(a.Consequences, v)
		i := len(a.Consequences) - 1
		switch {
		case !v.OK:
		case chosen < 0, v.V.HasNumber && v.V.Number > a.Consequences[chosen].V.Number:
			chosen = i
		}
	}
	a.Consequence = a.Consequences[max(chosen, 0)]
}

// furtherAssessments reads the valuations beside the first.
func (x row) furtherAssessments() []model.Assessment {
	var out []model.Assessment
	for _, v := range x.h.further {
		cell := func(col int) *grid.Cell {
			if col < 0 {
				return &grid.Cell{}
			}
			return x.at(col)
		}
		a := model.Assessment{
			Likelihood:  x.levelIn(cell(v.likelihood)),
			Consequence: x.levelIn(cell(v.consequences[0])),
			Score:       x.score(v.score),
			Treatment:   x.said(cell(v.treatment)),
			At:          x.source(),
		}
		x.consequences(&a, v.consequences)
		out = append(out, a)
	}
	return out
}

// cost reads the cost of a measure, with its unit where it names one.
func (x row) cost() model.Value[decimal.Decimal] {
	heading := ""
	if col, ok := x.h.columns[model.FieldCost]; ok {
		heading = x.t.Resolved(x.h.bottom, col).Text
	}
	return grid.CostValue(x.cell(model.FieldCost), x.w.Units(), heading)
}

func (x row) measure() model.Measure {
	number := x.riskNumber(model.FieldPlanNumber)
	if !x.h.has(model.FieldPlanNumber) {
		number = x.riskNumber(model.FieldNumber)
	}
	return model.Measure{
		Number:    number,
		Direction: x.text(model.FieldDirection),
		Action:    x.text(model.FieldAction),
		Cost:      x.cost(),
		Owner:     x.text(model.FieldOwner),
		Reporting: x.list(model.FieldReporting),
		At:        x.source(),
	}
}
