package rules

import "riskbok/rules/model"

// formulasWithoutResult tells of the cells of a register whose formulas have no stored
// result and could not be calculated: what is judged by them is not. Excel stores a
// result with every formula; programs that only write workbooks leave it out.
func (c *Case) formulasWithoutResult(e *model.Entry) []Finding {
	of := map[columnKey]*unknownResults{}
	note := func(which int, field model.Field, unknown bool, at model.Source) {
		if !unknown {
			return
		}
		key := columnKey{e, field, which}
		if of[key] == nil {
			of[key] = &unknownResults{first: at}
		}
		of[key].n++
	}
	valued := func(which int, a *model.Assessment) {
		note(which, model.FieldLikelihood, a.Likelihood.Uncalculated, a.Likelihood.At)
		for _, v := range a.Weighed() {
			note(which, model.FieldConsequence, v.Uncalculated, v.At)
		}
		// A formula that has lost what it refers to is told as broken.
		note(which, model.FieldScore, a.Score.Uncalculated && !lostReference(a.Score.Formula), a.Score.At)
		note(which, model.FieldTreatment, a.Treatment.Uncalculated && !lostReference(a.Treatment.Formula), a.Treatment.At)
	}
	const first = -1
	for i := range e.Risks {
		r := &e.Risks[i]
		note(first, model.FieldNumber, r.Number.Uncalculated, r.Number.At)
		note(first, model.FieldArea, r.Area.Uncalculated, r.Area.At)
		note(first, model.FieldEvent, r.Event.Uncalculated, r.Event.At)
		valued(first, &r.Assessment)
		for k := range r.Repeats {
			valued(first, &r.Repeats[k])
		}
		for k := range r.Valuations {
			valued(k, &r.Valuations[k])
		}
		for k := range r.Measures {
			m := &r.Measures[k]
			note(first, model.FieldDirection, m.Direction.Uncalculated, m.Direction.At)
			note(first, model.FieldAction, m.Action.Uncalculated, m.Action.At)
			note(first, model.FieldOwner, m.Owner.Uncalculated, m.Owner.At)
			note(first, model.FieldReporting, m.Reporting.Uncalculated, m.Reporting.At)
		}
	}
	var out []Finding
	told := func(which int, columns []model.Column, path string) {
		for i := range columns {
			results := of[columnKey{e, columns[i].Field, which}]
			if results == nil {
				continue
			}
			delete(of, columnKey{e, columns[i].Field, which})
			f := c.tableFinding(&e.Table, "uncalculated")
			if results.n > 1 {
				f.Variant = "uncalculated-cells"
			}
			f.Path += path + "/" + string(columns[i].Field)
			f.At = results.first
			f.Args["field"], f.Args["columns"], f.Args["n"] = columns[i].Field, []model.Column{columns[i]}, results.n
			out = append(out, f)
		}
	}
	told(first, e.Columns, "")
	for k := range e.Valuations {
		told(k, e.Valuations[k].Columns, "/"+e.Valuations[k].Key)
	}
	return out
}

// unknownResults are the cells of a column whose formulas have no known result.
type unknownResults struct {
	n     int
	first model.Source
}
