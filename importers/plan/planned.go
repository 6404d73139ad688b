package plan

import (
	"riskbok/importers/plan/evidence"
	"riskbok/rules/model"
)

// planFields are what a plan or a follow-up without valuation is known by.
var planFields = []model.Field{
	model.FieldNumber, model.FieldEvent, model.FieldArea, model.FieldDirection, model.FieldAction, model.FieldOwner, model.FieldReporting,
}

// planned reads a place as a plan or a follow-up without valuation whose
// headings do not tell enough: by its title or by some headings, and what the
// cells tell of the other columns. What its title calls a plan or a follow-up
// and is neither is told.
func (b *binder) planned(c *candidate) {
	h := c.header
	told := 0
	for _, f := range planFields {
		if h.speaks(f) {
			told++
		}
	}
	if !h.planned && !h.titled && (told < tolerances.leastTold || !b.means.context()) || c.reading.Body.Headless() {
		return
	}
	h.loose = nil
	for col := h.left; col <= h.right; col++ {
		if !h.boundAt(col) && model.Clean(h.texts[col].text) != "" {
			h.loose = append(h.loose, col)
		}
	}
	b.leftover(h, c.reading)
	found := 0
	for _, f := range planFields {
		if h.speaks(f) {
			found++
		}
	}
	if len(h.periods) > 1 {
		found++ // one known word may head something else
	}
	named := h.speaks(model.FieldEvent) || h.speaks(model.FieldNumber)
	switch {
	case !named:
	case found >= tolerances.leastPlan && (!h.titled && h.register() || h.followUp()):
		c.verdict, c.rank, h.shaped = evidence.Register, float64(found), true
		if h.register() && !h.analysis() {
			c.unused = c.reading.Body.Levels(h.loose)
		}
	case h.titled:
		c.verdict, c.what, c.titled = evidence.LooksLike, model.SubjectFollowUp, found < tolerances.leastPlan
	case h.planned:
		c.verdict, c.what, c.titled = evidence.LooksLike, model.SubjectPlan, found < tolerances.leastPlan
	}
}

// tellUnused tells of columns that look like levels in a plan of which no
// valuation is known: too few rows show how they hang together, or errors hide it.
func (b *binder) tellUnused(c *candidate) {
	if len(c.unused) < tolerances.leastLevels {
		return
	}
	told := model.NotChecked{What: model.SubjectRegister, Why: model.UnusedCells, Part: true, Table: b.t.Name, At: c.unused[0].Heading.At}
	for _, x := range c.unused {
		told.Columns = append(told.Columns, columnOf("", x, nil))
	}
	b.told = append(b.told, told)
}
