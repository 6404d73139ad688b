package compare

import (
	"riskbok/rules/model"
)

// followUps tells what changed between the follow-ups of two editions. A row
// is followed by the risk that the registers say it is about, whose number may
// have moved.
func (p *Pair) followUps(old, new []*Risk, matched map[*Risk]link) {
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
	p.Rows = items(o, n, matchRows(o, n, matched), rowChanges)
}

// rowsOf gathers the measures that the follow-ups of an edition are about.
// Where several report on one period the last that says something counts.
func rowsOf(e Edition) []*Risk {
	var out []*Risk
	index := map[rowKey]*Risk{}
	for _, b := range e.Books {
		for _, fu := range b.FollowUps {
			times := map[rowKey]int{}
			for i := range fu.Rows {
				row := &fu.Rows[i]
				k := rowKey{number: model.NumberKey(row.Number.V), text: model.Key(row.Event.V), action: model.Key(row.Action.V)}
				times[k]++
				k.nth = times[k]
				r := index[k]
				if r == nil {
					r = newRow(row, len(out))
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
	number, text, action string
	nth                  int
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
	byNumber, byText := map[string]*Risk{}, map[string]*Risk{}
	for _, r := range risks {
		if byNumber[r.number] == nil {
			byNumber[r.number] = r
		}
		if byText[r.text] == nil {
			byText[r.text] = r
		}
	}
	for _, row := range rows {
		row.about = byText[row.text]
		if row.about == nil || row.text == "" {
			row.about = byNumber[row.number]
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
func rowChanges(o, n *Risk) []Change {
	var out []Change
	if o.about == nil && o.number != n.number { // else the register tells of it
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
