package plan

import (
	"slices"

	"riskbok/importers/plan/evidence"
	"riskbok/rules/model"
)

// leave leaves the valuation of a table alone that no rule computes: a product of
// three factors, as a failure mode analysis has it, or levels with decimals, as
// means of votes are. Two of the factors, or the whole levels alone, would make
// errors that nobody made. It is told. The last of the columns is the value.
func (b *binder) leave(h *header, r *evidence.Reading, columns []*evidence.Column) {
	told := model.NotChecked{What: model.SubjectRegister, Why: model.UnknownForm, Part: true, Table: b.t.Name}
	for i, c := range columns {
		f := model.Field("")
		if i == len(columns)-1 {
			f, told.At = model.FieldScore, c.Heading.At
		}
		told.Columns = append(told.Columns, columnOf(f, c, nil))
		h.release(c.Index)
	}
	for _, f := range []model.Field{model.FieldLikelihood, model.FieldConsequence, model.FieldScore, model.FieldTreatment} {
		if col, ok := h.columns[f]; ok {
			h.release(col)
		}
		h.unclear = slices.DeleteFunc(h.unclear, func(u model.Unclear) bool { return u.Field == f })
	}
	h.evidenced = true
	b.applyNames(h, r)
	h.settleColumns()
	h.loose = slices.DeleteFunc(h.loose, func(col int) bool {
		return slices.ContainsFunc(columns, func(c *evidence.Column) bool { return c.Index == col })
	})
	b.told = append(b.told, told)
}
