package model

// Sources calls visit with every source of the document, to renumber them or
// to check them.
func (d *Document) Sources(visit func(*Source)) {
	for i := range d.Scales {
		d.Scales[i].sources(visit)
	}
	for i := range d.Registers {
		r := &d.Registers[i]
		r.Table.sources(visit)
		for j := range r.Risks {
			r.Risks[j].sources(visit)
		}
		for j := range r.Leftover {
			visit(&r.Leftover[j])
		}
		columnSources(r.Consequences, visit)
		for j := range r.Valuations {
			columnSources(r.Valuations[j].Columns, visit)
			columnSources(r.Valuations[j].Consequences, visit)
		}
	}
	for i := range d.FollowUps {
		f := &d.FollowUps[i]
		f.Table.sources(visit)
		for j := range f.Periods {
			visit(&f.Periods[j].At)
		}
		for j := range f.Rows {
			f.Rows[j].sources(visit)
		}
		for j := range f.Leftover {
			visit(&f.Leftover[j])
		}
	}
	for i := range d.Budgets {
		d.Budgets[i].sources(visit)
	}
	for i := range d.Allocations {
		d.Allocations[i].sources(visit)
	}
	for i := range d.Meetings {
		d.Meetings[i].sources(visit)
	}
	for i := range d.Unread {
		visit(&d.Unread[i].At)
	}
	visit(&d.PlanFrom.At)
	for i := range d.Aside {
		visit(&d.Aside[i].At)
	}
	for i := range d.Beneath {
		visit(&d.Beneath[i].At)
	}
	for i := range d.Damage {
		visit(&d.Damage[i].At)
	}
	for i := range d.NotChecked {
		visit(&d.NotChecked[i].At)
		columnSources(d.NotChecked[i].Columns, visit)
	}
}

func columnSources(columns []Column, visit func(*Source)) {
	for i := range columns {
		visit(&columns[i].At)
	}
}

func (s *Scale) sources(visit func(*Source)) {
	visit(&s.At)
	visit(&s.RuleAt)
	for i := range s.Disputed {
		visit(&s.Disputed[i])
	}
	for _, a := range []*Axis{&s.Likelihood, &s.Consequence} {
		visit(&a.At)
		for i := range a.Levels {
			visit(&a.Levels[i].At)
		}
	}
	for i := range s.Treatments {
		visit(&s.Treatments[i].At)
	}
}

func (t *Table) sources(visit func(*Source)) {
	visit(&t.At)
	for i := range t.Heads {
		h := &t.Heads[i]
		for _, s := range []*Source{&h.At, &h.Board.At, &h.Year.At, &h.Established.At, &h.Decided.At} {
			visit(s)
		}
		for i := range h.NoDays {
			visit(&h.NoDays[i].At)
		}
	}
	for i := range t.Dated {
		visit(&t.Dated[i])
	}
	columnSources(t.Columns, visit)
	columnSources(t.Refused, visit)
	columnSources(t.Unknown, visit)
	for i := range t.Unclear {
		columnSources(t.Unclear[i].Columns, visit)
	}
}

func (r *Risk) sources(visit func(*Source)) {
	for _, s := range []*Source{
		&r.At, &r.Number.At, &r.PlanNumber.At, &r.Area.At, &r.Event.At, &r.Unit.At,
		&r.Likelihood.At, &r.Consequence.At, &r.Score.At,
		&r.Previous.At, &r.Change.At, &r.Treatment.At,
	} {
		visit(s)
	}
	for i := range r.Measures {
		m := &r.Measures[i]
		for _, s := range []*Source{&m.At, &m.Number.At, &m.Direction.At, &m.Action.At, &m.Cost.At, &m.Owner.At, &m.Reporting.At} {
			visit(s)
		}
	}
	for i := range r.Consequences {
		visit(&r.Consequences[i].At)
	}
	for _, list := range [][]Assessment{r.Repeats, r.Valuations} {
		for i := range list {
			list[i].sources(visit)
		}
	}
}

func (a *Assessment) sources(visit func(*Source)) {
	for _, s := range []*Source{&a.At, &a.Likelihood.At, &a.Consequence.At, &a.Score.At, &a.Treatment.At} {
		visit(s)
	}
	for i := range a.Consequences {
		visit(&a.Consequences[i].At)
	}
}

func (r *FollowUpRow) sources(visit func(*Source)) {
	for _, s := range []*Source{&r.At, &r.Number.At, &r.Event.At, &r.Unit.At, &r.Direction.At, &r.Action.At, &r.Owner.At, &r.Reporting.At, &r.Earlier.At} {
		visit(s)
	}
	for i := range r.Reports {
		visit(&r.Reports[i].At)
	}
}
