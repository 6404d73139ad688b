package compare

import (
	"cmp"

	"riskbok/rules/model"
)

// followUps tells what changed between the follow-ups of two editions. A row
// is followed by the risk that the registers say it is about, whose number may
// have moved.
func (p *Pair) followUps(old, new []*Risk, m *matching) {
	o, n := rowsOf(p.Old), rowsOf(p.New)
	switch {
	case len(o) == 0 && len(n) == 0:
		p.NoFollowUp = Both
		return
	case len(o) == 0:
		p.NoFollowUp = OldSide
		return
	case len(n) == 0:
		p.NoFollowUp = NewSide
		return
	}
	describe(o, old)
	describe(n, new)
	p.Rows = items(o, n, matchRows(o, n, m.links), m.rowChanges)
}

// rowsOf gathers the measures that the follow-ups of an edition are about.
// Where several report on one period the last that says something counts.
func rowsOf(e Edition) []*Risk {
	var out []*Risk
	index := map[rowKey]*Risk{}
	for at, b := range e.Books {
		files := map[int32]string{} // of units
		for i := range b.Registers {
			if r := &b.Registers[i]; r.UnitFile > 0 {
				files[r.At.Doc], _ = unitOf(r, &model.Risk{}, at)
			}
		}
		for _, fu := range b.FollowUps {
			times := map[rowKey]int{}
			for i := range fu.Rows {
				row := &fu.Rows[i]
				unit := files[fu.At.Doc]
				if name := model.Key(row.Unit.V); unit == "" && name != "" {
					unit = "unit " + name
				}
				k := rowKey{unit: unit, number: model.NumberKey(row.Number.V), text: model.Key(row.Event.V), action: model.Key(row.Action.V)}
				times[k]++
				k.nth = times[k]
				r := index[k]
				if r == nil {
					r = newRow(row, len(out))
					r.unit = unit
					index[k] = r
					out = append(out, r)
				}
				r.report(fu, row)
			}
		}
	}
	return out
}

type rowKey struct {
	unit, number, text, action string
	nth                        int
}

func newRow(row *model.FollowUpRow, order int) *Risk {
	return &Risk{
		Number: row.Number, Event: row.Event, At: row.At, order: order, number: model.NumberKey(row.Number.V), text: model.Key(row.Event.V),
		Measures: []model.Measure{{Number: row.Number, Direction: row.Direction, Action: row.Action, Owner: row.Owner, Reporting: row.Reporting, At: row.At}},
	}
}

func (r *Risk) report(fu *model.FollowUpTable, row *model.FollowUpRow) {
	for p, column := range fu.Periods {
		if p >= len(row.Reports) {
			break
		}
		v := row.Reports[p]
		found := false
		for i := range r.Reports {
			if r.Reports[i].Period == column.Key {
				found = true
				if v.OK {
					r.Reports[i].Text = v
				}
			}
		}
		if !found {
			r.Reports = append(r.Reports, Report{Period: column.Key, Heading: column.Heading, Text: v})
		}
	}
	m := &r.Measures[0]
	first(&m.Owner, row.Owner)
	first(&m.Direction, row.Direction)
}

// describe gives rows without a text that of the risk with their number.
func describe(rows, risks []*Risk) {
	type key struct{ unit, action, says string }
	byNumber, byText := map[key]*Risk{}, map[key]*Risk{}
	note := func(in map[key]*Risk, k key, r *Risk) {
		if in[k] == nil {
			in[k] = r
		}
	}
	for _, r := range risks {
		note(byNumber, key{says: r.number}, r)
		note(byText, key{says: r.text}, r)
		if r.unit == "" {
			continue
		}
		note(byNumber, key{unit: r.unit, says: r.number}, r)
		note(byText, key{unit: r.unit, says: r.text}, r)
		for i := range r.Measures {
			action := model.Key(r.Measures[i].Action.V)
			note(byNumber, key{action: action, says: r.number}, r)
			note(byText, key{action: action, says: r.text}, r)
		}
	}
	about := func(in map[key]*Risk, row *Risk, says string) *Risk {
		var own *Risk
		if row.unit != "" {
			own = in[key{unit: row.unit, says: says}]
		}
		return cmp.Or(own, in[key{action: model.Key(row.Measures[0].Action.V), says: says}], in[key{says: says}])
	}
	for _, row := range rows {
		row.about = about(byText, row, row.text)
		if row.about == nil || row.text == "" {
			row.about = about(byNumber, row, row.number)
		}
		if row.number == "" && row.text == "" {
			row.about = nil
		}
		if row.text == "" && row.about != nil {
			row.Event = row.about.Event
		}
	}
}

// matchRows joins rows about the same risk, measure by measure, and rows about
// no known risk by number and text or by their action.
func matchRows(old, new []*Risk, matched map[*Risk]link) map[*Risk]link {
	links := map[*Risk]link{}
	groups := map[any][]*Risk{}
	for _, o := range old {
		groups[o.subject()] = append(groups[o.subject()], o)
	}
	mine := map[any][]*Risk{}
	var order []any
	for _, n := range new {
		subject := n.subject()
		if l, ok := matched[n.about]; ok && n.about != nil {
			subject = l.old
		}
		if len(mine[subject]) == 0 {
			order = append(order, subject)
		}
		mine[subject] = append(mine[subject], n)
	}
	for _, subject := range order {
		o, n := groups[subject], mine[subject]
		for j, i := range matchMeasures(measuresOf(o), measuresOf(n)) {
			by, score := ByNumberText, 1.0
			if l, ok := matched[n[j].about]; ok && n[j].about != nil {
				by, score = l.By, l.Score
			}
			links[n[j]] = link{o[i], Match{By: by, Score: score}}
		}
	}
	return links
}

// subject is what rows of one measure have in common: the risk that they are
// about, else what they say.
func (r *Risk) subject() any {
	switch {
	case r.about != nil:
		return r.about
	case r.number != "":
		return "number " + r.number
	case r.text != "":
		return "text " + r.text
	}
	return "action " + r.actions()
}

func measuresOf(rows []*Risk) []model.Measure {
	out := make([]model.Measure, len(rows))
	for i, r := range rows {
		out[i] = r.Measures[0]
	}
	return out
}

// rowChanges tells what became of one measure in the follow-up.
func (m *matching) rowChanges(o, n *Risk) []Change {
	var out []Change
	if o.about == nil && m.renumbered(o, n) { // else the register tells of it
		out = append(out, change(Renumbered, model.FieldNumber, o.Number, n.Number))
	}
	out = append(out, oneMeasure(&o.Measures[0], &n.Measures[0], "")...)
	for _, r := range n.Reports {
		if was, ok := o.reported(r.Period); ok && !sameText(was.Text, r.Text) {
			c := change(Changed, model.FieldPeriod, was.Text, r.Text)
			c.Period = r.Heading
			out = append(out, c)
		}
	}
	return out
}

func (r *Risk) reported(period string) (Report, bool) {
	for _, p := range r.Reports {
		if p.Period == period {
			return p, true
		}
	}
	return Report{}, false
}
