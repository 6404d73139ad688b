package controlplan

import (
	"cmp"
	"slices"

	"riskbok/rules"
	"riskbok/rules/model"
)

// followUp is steg 4 as it is to be written.
type followUp struct {
	periods []string
	rows    []*followRow
	fresh   bool // the book had none: rows are the measures of the plan
	filled  bool // the same, but reports were collected on sheets
}

type followRow struct {
	number, event, direction, action, owner, reporting string
	reports                                            map[string]string // by period
	source                                             model.Source
	unplanned                                          bool // a risk that no measure is planned for
}

// mergeFollowUps joins the follow-ups of a book. The one with the most reports
// is followed, the last of equals, for it tells the latest; reports that it
// lacks are taken from the others.
func (p *plan) mergeFollowUps(tables []*model.FollowUpTable) {
	lead := rules.LeadFollowUp(tables)
	name := p.board
	if lead != nil {
		name = lead.Name
		p.follow = &followUp{}
		p.addFollowUp(lead, "")
		p.nameRisks()
	}
	for _, t := range tables {
		if t == lead || len(t.Rows) == 0 {
			continue
		}
		if p.follow == nil {
			// Sheets that were filled in, and no follow-up to put them in.
			p.freshFollowUp(nil)
			if p.follow == nil {
				p.follow = &followUp{}
			}
			p.follow.fresh, p.follow.filled = false, true
		}
		p.addFollowUp(t, name)
	}
	if p.follow != nil {
		p.nameRisks()
	}
}

// addFollowUp adds a table's rows and reports. lead names the follow-up that is
// followed where they differ, "" for that one itself.
func (p *plan) addFollowUp(t *model.FollowUpTable, lead string) {
	keys := make([]string, len(t.Periods))
	for i, c := range t.Periods {
		if keys[i] = c.Key; keys[i] == "" {
			keys[i] = c.Heading
		}
		if !slices.Contains(p.follow.periods, keys[i]) {
			p.follow.periods = append(p.follow.periods, keys[i])
		}
	}
	match, doubt := make([]int, len(t.Rows)), make([]string, len(t.Rows))
	if lead != "" {
		match, doubt = p.matchRows(t)
	}
	known := p.follow.rows
	for i := range t.Rows {
		row := &t.Rows[i]
		var to *followRow
		if lead != "" && match[i] >= 0 {
			to = known[match[i]]
		}
		if to == nil {
			to = &followRow{
				number: written(row.Number), event: written(row.Event), direction: written(row.Direction),
				action: written(row.Action), owner: written(row.Owner), reporting: reportingText(row.Reporting),
				reports: map[string]string{}, source: row.At,
			}
			p.follow.rows = append(p.follow.rows, to)
		} else {
			if doubt[i] != "" && t.Collected {
				p.logDoubtful(to, row, doubt[i])
				continue
			}
			p.logFollowRow(to, row, t, lead)
		}
		for j, v := range row.Reports {
			if j < len(keys) {
				p.putReport(to, keys[j], v, t, lead)
			}
		}
	}
}

// putReport puts the report of one period into a row of steg 4, unless the
// followed table has another there. A mark of nothing, "–", gives way.
func (p *plan) putReport(to *followRow, period string, v model.Value[string], t *model.FollowUpTable, lead string) {
	text := written(v)
	switch had := to.reports[period]; {
	case text == "":
	case nothingKey(had) == "":
		to.reports[period] = text
		if lead != "" {
			p.log = append(p.log, logEntry{kind: entered, risk: to.number, field: model.FieldPeriod, at: v.At, why: "controlplan.why.entered", args: []any{"period", period}})
		}
	case model.Key(had) != model.Key(text) && lead != "":
		p.logFollowed(to.number, model.FieldPeriod, v.At, text, had, t.Name, lead)
	}
}

// logDoubtful notes the reports of a row whose number and texts are of two
// measures: they are put in for neither.
func (p *plan) logDoubtful(to *followRow, row *model.FollowUpRow, other string) {
	e := logEntry{kind: doubtful, risk: to.number, field: model.FieldPeriod, why: "controlplan.why.doubtful", args: []any{"number", written(row.Number), "other", other}}
	for _, v := range row.Reports {
		if e.before, e.at = written(v), v.At; e.before != "" {
			p.log = append(p.log, e)
		}
	}
}

func (p *plan) logFollowRow(to *followRow, row *model.FollowUpRow, t *model.FollowUpTable, lead string) {
	for _, d := range []struct {
		field        model.Field
		there, taken string
		at           model.Source
	}{
		{model.FieldEvent, written(row.Event), to.event, row.Event.At},
		{model.FieldDirection, written(row.Direction), to.direction, row.Direction.At},
		{model.FieldAction, written(row.Action), to.action, row.Action.At},
		{model.FieldOwner, written(row.Owner), to.owner, row.Owner.At},
		{model.FieldReporting, reportingText(row.Reporting), to.reporting, row.Reporting.At},
	} {
		if d.there != "" && model.Key(d.there) != model.Key(d.taken) {
			p.logFollowed(to.number, d.field, d.at, d.there, d.taken, t.Name, lead)
		}
	}
}

// matchRows gives for each row of a table the row of steg 4 for the same
// measure, an index, or −1, and what its texts say where its number says another.
// A row that has only a number is about the risk of that number.
func (p *plan) matchRows(t *model.FollowUpTable) (match []int, doubt []string) {
	events := p.events()
	have, rows := make([]rules.Followed, len(p.follow.rows)), make([]rules.Followed, len(t.Rows))
	for i, r := range p.follow.rows {
		have[i] = rules.Followed{Number: r.number, Event: r.event, Action: r.action, Owner: r.owner}
	}
	for i := range t.Rows {
		r := &t.Rows[i]
		rows[i] = rules.Followed{Number: written(r.Number), Event: written(r.Event), Action: written(r.Action), Owner: written(r.Owner)}
		rows[i].Event = cmp.Or(rows[i].Event, events[model.NumberKey(rows[i].Number)])
	}
	p.inTheirUnits(have, rows)
	match, doubt = rules.MatchMeasures(have, rows), make([]string, len(rows))
	for i, to := range match {
		if to < 0 {
			continue
		}
		switch text, is := rules.Contradiction(have, rows[i], to); {
		case is && text >= 0:
			doubt[i] = cmp.Or(have[text].Number, have[text].Event, have[text].Action)
		case is:
			doubt[i] = rows[i].Event
		}
	}
	return match, doubt
}

// nameRisks writes the risk's text beside a row that has only its number, or
// only an action that one risk has.
func (p *plan) nameRisks() {
	events, byAction := p.events(), map[string][]string{}
	for _, r := range p.risks {
		for _, m := range r.measures {
			byAction[model.Key(m.action)] = append(byAction[model.Key(m.action)], r.event)
		}
	}
	for _, r := range p.follow.rows {
		r.event = cmp.Or(r.event, events[model.NumberKey(r.number)])
		if one := byAction[model.Key(r.action)]; r.number == "" && r.action != "" && len(one) == 1 {
			r.event = cmp.Or(r.event, one[0])
		}
	}
}

// events gives the risks' texts by their numbers.
func (p *plan) events() map[string]string {
	events := map[string]string{}
	for _, r := range p.risks {
		if n := model.NumberKey(r.number); n != "" && events[n] == "" {
			events[n] = r.event
		}
	}
	return events
}

// freshFollowUp gives a book without a follow-up an empty one: the measures of
// the risks that must be in the plan, and a row for each that has none yet.
func (p *plan) freshFollowUp(periods []string) {
	if p.follow != nil {
		if p.follow.filled {
			p.follow.periods = union(periods, p.follow.periods)
		}
		return
	}
	f, planned := &followUp{periods: periods, fresh: true}, false
	for _, r := range p.risks {
		if !r.inPlan(p.scale) {
			continue
		}
		planned = planned || len(r.measures) > 0
		if len(r.measures) > 0 || r.required(p.scale) {
			f.rows = append(f.rows, followRows(r)...)
		}
	}
	if planned {
		p.follow = f
	}
}

// union gives the texts of both lists, each once, those of the first in front.
func union(a, b []string) []string {
	out := slices.Clone(a)
	for _, s := range b {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
