package plan

import (
	"maps"
	"slices"
	"strings"

	"riskbok/importers/grid"
	"riskbok/importers/plan/evidence"
	"riskbok/rules/model"
)

// valuation are the columns of one valuation of a table's risks, −1 for one
// that it lacks. Where several consequences are weighed the first of them is
// the consequence.
type valuation struct {
	likelihood, score, treatment int
	consequences                 []int
	head                         model.Valuation
}

// headingsOf gives the headings of rows of a grid, column by column, joined where
// they take several rows, with the bands above them.
func (b *binder) headingsOf(top, bottom, left, right int) []evidence.Heading {
	out := make([]evidence.Heading, 0, right-left+1)
	for col := left; col <= right; col++ {
		h := evidence.Heading{At: b.t.Cell(max(bottom, top), col).At, Band: b.band(top, bottom, col)}
		var parts []string
		for r := top; r <= bottom; r++ {
			c := b.t.Cell(r, col)
			if c.Covered || c.Blank() || c.ColSpan > 1 && r < bottom {
				continue
			}
			parts = append(parts, c.Text)
			h.At = c.At
		}
		h.Text = strings.Join(parts, "\n")
		field, mapped := b.mappedTo(grid.HeadingKey(h.Text), h.At)
		h.Mapped, h.Left = mapped, mapped && field == ""
		out = append(out, h)
	}
	return out
}

// band gives the texts over several columns that stand over one: merged over
// it, or the nearest on its left with nothing between in a row of few texts.
func (b *binder) band(top, bottom, col int) string {
	var parts []string
	for r := max(0, top-tolerances.bandsAbove); r < bottom || r < top; r++ {
		c := b.t.Resolved(r, col)
		switch {
		case c.ColSpan > 1 && !c.Blank():
			parts = append(parts, c.Text)
		case r < top && b.t.Filled(r) > 1:
			for k := col; k >= 0 && k > col-tolerances.bandReach; k-- {
				if x := b.t.Cell(r, k); !x.Blank() {
					parts = append(parts, x.Text)
					break
				}
			}
		}
	}
	return model.Clean(strings.Join(parts, "\n"))
}

// weigh says what the columns under a header prove.
func (b *binder) weigh(h *header, rows []int) *evidence.Reading {
	headings := b.headingsOf(h.top, h.bottom, h.left, h.right)
	for i := range headings {
		if at := slices.IndexFunc(h.texts, func(x headingText) bool { return x.at == headings[i].At && x.text != "" }); at >= 0 {
			headings[i].Text = h.texts[at].text
		}
	}
	return evidence.Weigh(evidence.NewBody(b.t, b.lexicon(), h.bottom+1, rows, h.left, headings))
}

// review lets the cells of a table that its headings have bound speak: they
// find what the headings leave open, a second valuation and several
// consequences, and overrule a heading where they prove something else.
func (b *binder) review(h *header, turned bool) {
	if b.means == nil {
		return
	}
	if b.bodies == nil {
		b.bodies = evidence.NewBodies(b.t)
	}
	rows := b.bodies.Of(h.top, h.bottom-h.top+1, h.left, h.right, b.w.Sums)
	if len(rows) == 0 {
		return
	}
	r := b.weigh(h, rows)
	if b.valueBeside(h, rows) {
		h.right++
		if wider := b.weigh(h, rows); len(wider.Valuations) > 0 && wider.Valuations[0].Value != nil && wider.Valuations[0].Value.Index == h.right && wider.Valuations[0].Proves() {
			r = wider
		} else {
			h.right--
		}
	}
	if h.register() && (!h.followUp() || h.analysis()) || h.valuesRisks(r) {
		b.reviewValuations(h, r, turned)
	}
	if n := r.Names[model.FieldEvent]; n != nil && !h.speaks(model.FieldEvent) && h.valuesNumbers() && !h.boundAt(n.Column.Index) {
		h.take(model.FieldEvent, n.Column, n.Evidence)
		h.settleColumns()
	}
	h.actsInstead(r.Body)
	if !h.register() && h.valuesRisks(r) {
		b.tellValuation(h, r.Valuations[0])
	}
	b.leftover(h, r)
	b.tellLabels(h, r)
}

// tellValuation tells of the columns of a valuation that a follow-up seems to have
// and that is not sure enough to be judged.
func (b *binder) tellValuation(h *header, v *evidence.Valuation) {
	told := model.NotChecked{What: model.SubjectRegister, Why: model.UnusedCells, Part: true, Table: b.t.Name, At: v.Likelihood.Heading.At}
	v.Each(func(f model.Field, c *evidence.Column) {
		told.Columns = append(told.Columns, columnOf(f, c, v.Evidence[f]))
	})
	b.told = append(b.told, told)
}

// actsInstead binds the column that is headed as one of treatments and holds what is
// done about each risk as the actions, where the table has no others.
func (h *header) actsInstead(body *evidence.Body) {
	col, ok := h.columns[model.FieldTreatment]
	if !ok || !h.register() || h.speaks(model.FieldAction) || slices.ContainsFunc(h.bound, func(c model.Column) bool {
		return c.Field == model.FieldTreatment && c.Reason == model.ReasonMapped
	}) {
		return
	}
	if n := body.Actions(col); n != nil {
		h.release(col)
		h.take(model.FieldAction, n.Column, n.Evidence)
		h.settleColumns()
	}
}

// valuesRisks reports whether a table that its headings make a follow-up alone
// values the risks that it names: its cells prove a value of two levels, whatever
// these columns are called.
func (h *header) valuesRisks(r *evidence.Reading) bool {
	return h.followUp() && h.speaks(model.FieldEvent) && len(r.Factors) == 0 && len(r.Valuations) > 0 && r.Valuations[0].Proves()
}

// tellLabels tells of columns of a register that hold labels of levels and are
// used nowhere: a second valuation that was not understood, mostly. In a plan, where
// priorities and needs are graded too, they must be labels of two axes: the valuation
// itself, under headings that were cut off.
func (b *binder) tellLabels(h *header, r *evidence.Reading) {
	if !h.register() || len(r.Factors) > 0 {
		return
	}
	unused := r.Body.Labelled(h.loose)
	if len(unused) < tolerances.leastLevels || !h.analysis() && (h.followUp() || !evidence.SeveralAxes(unused)) {
		return
	}
	told := model.NotChecked{What: model.SubjectRegister, Why: model.UnusedCells, Part: true, Table: b.t.Name, At: unused[0].Heading.At}
	for _, c := range unused {
		told.Columns = append(told.Columns, columnOf("", c, nil))
	}
	b.told = append(b.told, told)
}

// valueBeside reports whether a table of levels without a value has numbers right
// beside it in a column that has no heading.
func (b *binder) valueBeside(h *header, rows []int) bool {
	col := h.right + 1
	if !h.has(model.FieldLikelihood) || !h.has(model.FieldConsequence) || h.speaks(model.FieldScore) || col < len(h.texts) && model.Clean(h.texts[col].text) != "" {
		return false
	}
	n := 0
	for _, r := range rows {
		if _, ok := b.t.Cell(r, col).Whole(); ok && !grid.Within(b.defined, r, col) {
			n++
		}
	}
	return n*10 >= len(rows)*tolerances.mostTenths
}

func (b *binder) reviewValuations(h *header, r *evidence.Reading, turned bool) {
	h.keepWeighed(r)
	if len(r.Factors) > 0 {
		b.leave(h, r, r.Factors)
		return
	}
	if decimals := r.Body.Decimals(h.numberAt(), h.columns[model.FieldLikelihood], h.columns[model.FieldConsequence]); h.has(model.FieldLikelihood) &&
		h.has(model.FieldConsequence) && len(decimals) > 0 {
		if c := r.Body.At(h.columns[model.FieldScore]); c != nil && h.has(model.FieldScore) {
			decimals = append(decimals, c)
		}
		b.leave(h, r, decimals)
		return
	}
	if len(r.Valuations) == 0 || r.Judge(b.means.context(), turned) != evidence.Register {
		return
	}
	if turned || h.open() || len(r.Valuations) > 1 || len(r.Valuations[0].Consequences) > 1 || h.disproved(r.Valuations[0]) {
		b.apply(h, r)
		return
	}
	if v := r.Valuations[0]; v.Rating != nil && v.Rated() && slices.Contains(h.loose, v.Rating.Index) && h.rates(r.Body) {
		h.take(model.FieldTreatment, v.Rating, v.Evidence[model.FieldTreatment])
		h.settleColumns()
	}
}

// numberAt gives the column of the risks' numbers, −1 where there is none.
func (h *header) numberAt() int {
	if col, ok := h.columns[model.FieldNumber]; ok {
		return col
	}
	return -1
}

// rates reports whether a table has room for a rating: no column is bound as the
// treatment, or one of free texts, which none is.
func (h *header) rates(body *evidence.Body) bool {
	col, ok := h.columns[model.FieldTreatment]
	return !h.speaks(model.FieldTreatment) || ok && body.FreeText(col)
}

// leftover binds what the cells alone tell of columns that no field was found
// for, where the table lacks it. The order is that of the fields, so that what
// follows from the cells does not depend on chance.
func (b *binder) leftover(h *header, r *evidence.Reading) {
	h.numbersAgain(r.Body)
	periods := slices.DeleteFunc(h.maybePeriods(), r.Body.Roles)
	loose := slices.DeleteFunc(slices.Clone(h.loose), func(col int) bool { return slices.Contains(periods, col) })
	found := r.Body.Leftover(loose, h.fields())
	for _, f := range []model.Field{model.FieldNumber, model.FieldEvent, model.FieldReporting, model.FieldDirection, model.FieldOwner, model.FieldAction} {
		if n := found[f]; n != nil && h.lacks(f) {
			h.take(f, n.Column, n.Evidence)
		}
	}
	if len(found) > 0 {
		h.settleColumns()
	}
	if found[model.FieldNumber] != nil {
		h.numbersAgain(r.Body)
	}
}

// numbersAgain finds the second of the two columns of numbers that a plan with its
// analysis has, where only one has a known heading. The left one is the risks'.
func (h *header) numbersAgain(body *evidence.Body) {
	at, ok := h.columns[model.FieldNumber]
	if !ok || h.speaks(model.FieldPlanNumber) {
		return
	}
	again := body.NumbersAgain(at, h.loose)
	if again == nil {
		return
	}
	if again.Column.Index > at {
		h.take(model.FieldPlanNumber, again.Column, again.Evidence)
		h.settleColumns()
		return
	}
	for i := range h.bound {
		if h.bound[i].Field == model.FieldNumber {
			h.bound[i].Field = model.FieldPlanNumber
		}
	}
	h.columns[model.FieldPlanNumber] = at
	h.take(model.FieldNumber, again.Column, again.Evidence)
	h.settleColumns()
}

// fields gives the columns of the fields that the table has or that are unclear.
func (h *header) fields() map[model.Field]int {
	out := maps.Clone(h.columns)
	for _, u := range h.unclear {
		out[u.Field] = -1
	}
	return out
}

// lacks reports whether a field that the table does not have belongs in it: an
// action, an owner and reporting only where it is a plan.
func (h *header) lacks(f model.Field) bool {
	if h.speaks(f) {
		return false
	}
	switch f {
	case model.FieldNumber, model.FieldEvent:
		return true
	}
	return h.plan() || h.planned || h.followUp() || h.speaks(model.FieldAction)
}

// open reports whether the headings leave one of the levels or the value open.
func (h *header) open() bool {
	for _, f := range []model.Field{model.FieldLikelihood, model.FieldConsequence, model.FieldScore} {
		if !h.has(f) {
			return true
		}
	}
	return slices.ContainsFunc(h.unclear, func(u model.Unclear) bool { return valued[u.Field] })
}

// disproved reports whether the cells prove another value or other levels than
// those that the headings name: a closed form holds for these.
func (h *header) disproved(v *evidence.Valuation) bool {
	if v.Value == nil || !v.Proves() {
		return false
	}
	levels := []int{h.columns[model.FieldLikelihood], h.columns[model.FieldConsequence]}
	return h.columns[model.FieldScore] != v.Value.Index || !slices.Contains(levels, v.Likelihood.Index) || !slices.Contains(levels, v.Consequences[0].Index)
}
