package rewrite

import (
	"slices"

	"riskbok/rules/model"
)

// followUp makes a row for each measure of two of three risks, with reports.
// Now and then one among others has nothing but its number, action or owner.
func (v *inventor) followUp(r *model.Register) *model.FollowUpTable {
	f := &model.FollowUpTable{}
	f.Name, f.Board, f.Year, f.At = "Uppföljning", r.Board, r.Year, model.Source{Place: 1, Row: 1, Col: 1}
	for i, p := range []string{"T1", "T2", "Årsbokslut"} {
		f.Periods = append(f.Periods, model.Column{Field: model.FieldPeriod, Key: p, Heading: p, At: model.Source{Place: 1, Row: 1, Col: int32(6 + i)}})
	}
	for i := range r.Risks {
		if i > 0 && v.rng.IntN(3) == 0 {
			continue
		}
		v.row = i > 0 && numberLike(r.Risks[i].Number.V)
		for j := range r.Risks[i].Measures {
			m := &r.Risks[i].Measures[j]
			row := model.FollowUpRow{Number: m.Number, Direction: m.Direction, Action: m.Action, Owner: m.Owner, Reporting: m.Reporting,
				At: model.Source{Place: 1, Row: int32(len(f.Rows) + 2), Col: 1}}
			if !v.stated(row.Action) {
				row.Action = v.says(0, 0)
			}
			for range f.Periods {
				row.Reports = append(row.Reports, v.text(0, 0, v.words()))
			}
			f.Rows = append(f.Rows, row)
		}
	}
	for i := 1; i+1 < len(f.Rows); i++ {
		if v.rng.IntN(10) == 0 {
			v.part(&f.Rows[i])
		}
	}
	return f
}

// part leaves one thing on a row of a follow-up, unless that could head a column.
func (v *inventor) part(r *model.FollowUpRow) {
	left := model.FollowUpRow{At: r.At, Reports: make([]model.Value[string], len(r.Reports))}
	for i := range left.Reports {
		left.Reports[i] = v.text(0, 0, "")
	}
	switch n := v.rng.IntN(3); {
	case n == 0 && numberLike(Kept(r.Number, v.vocab)):
		left.Number, left.Reporting = r.Number, r.Reporting
	case n == 1 && v.stated(r.Owner):
		left.Owner = r.Owner
	default:
		left.Action = r.Action
	}
	if slices.Contains(headings, left.Owner.V) || slices.Contains(headings, left.Action.V) {
		return
	}
	*r = left
}
