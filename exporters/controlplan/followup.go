package controlplan

import (
	"slices"

	"riskbok/rules/model"
)

// followUp is steg 4 as it is to be written.
type followUp struct {
	periods []string
	rows    []*followRow
	fresh   bool // the book had none: rows are the measures of the plan
}

type followRow struct {
	number, event, direction, action, owner, reporting string
	reports                                            map[string]string // by period
	source                                             model.Source
}

// mergeFollowUps joins the follow-ups of a book. The one with the most reports
// is followed, the last of equals, for it tells the latest; reports that it
// lacks are taken from the others.
func (p *plan) mergeFollowUps(tables []*model.FollowUpTable) {
	lead := -1
	most := -1
	for i, t := range tables {
		if n := reported(t); n >= most && len(t.Rows) > 0 {
			lead, most = i, n
		}
	}
	if lead < 0 {
		return
	}
	p.follow = &followUp{}
	p.addFollowUp(tables[lead], nil)
	for i, t := range tables {
		if i != lead {
			p.addFollowUp(t, tables[lead])
		}
	}
	p.nameRisks()
}

func reported(t *model.FollowUpTable) int {
	n := 0
	for i := range t.Rows {
		for _, v := range t.Rows[i].Reports {
			if written(v) != "" {
				n++
			}
		}
	}
	return n
}

func (p *plan) addFollowUp(t, lead *model.FollowUpTable) {
	keys := make([]string, len(t.Periods))
	for i, c := range t.Periods {
		if keys[i] = c.Key; keys[i] == "" {
			keys[i] = c.Heading
		}
		if !slices.Contains(p.follow.periods, keys[i]) {
			p.follow.periods = append(p.follow.periods, keys[i])
		}
	}
	byNumber, used := map[string][]*followRow{}, map[*followRow]bool{}
	if lead != nil {
		for _, r := range p.follow.rows {
			n := model.NumberKey(r.number)
			byNumber[n] = append(byNumber[n], r)
		}
	}
	for i := range t.Rows {
		row := &t.Rows[i]
		number := model.NumberKey(written(row.Number))
		to := matchFollowRow(byNumber[number], used, number != "", model.Key(written(row.Action)))
		if to == nil {
			to = &followRow{
				number: written(row.Number), event: written(row.Event), direction: written(row.Direction),
				action: written(row.Action), owner: written(row.Owner), reporting: reportingText(row.Reporting),
				reports: map[string]string{}, source: row.At,
			}
			p.follow.rows = append(p.follow.rows, to)
		} else {
			p.logFollowRow(to, row, t, lead)
		}
		used[to] = true
		for j, v := range row.Reports {
			if j < len(keys) {
				p.putReport(to, keys[j], v, t, lead)
			}
		}
	}
}

// putReport puts the report of one period into a row of steg 4, unless the
// followed table has another there.
func (p *plan) putReport(to *followRow, period string, v model.Value[string], t, lead *model.FollowUpTable) {
	text := written(v)
	switch had := to.reports[period]; {
	case text == "":
	case had == "":
		to.reports[period] = text
	case model.Key(had) != model.Key(text) && lead != nil:
		p.logFollowed(to.number, model.FieldPeriod, v.At, text, had, t.Name, lead.Name)
	}
}

func (p *plan) logFollowRow(to *followRow, row *model.FollowUpRow, t, lead *model.FollowUpTable) {
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
			p.logFollowed(to.number, d.field, d.at, d.there, d.taken, t.Name, lead.Name)
		}
	}
}

// matchFollowRow gives the row for the same measure among those with its
// number: the one with its action, else the first where there is a number.
func matchFollowRow(rows []*followRow, used map[*followRow]bool, numbered bool, action string) *followRow {
	var first *followRow
	for _, r := range rows {
		if used[r] {
			continue
		}
		if model.Key(r.action) == action {
			return r
		}
		if first == nil && numbered {
			first = r
		}
	}
	return first
}

// nameRisks writes the risk's text beside a row that has only its number.
func (p *plan) nameRisks() {
	events := map[string]string{}
	for _, r := range p.risks {
		if n := model.NumberKey(r.number); n != "" && events[n] == "" {
			events[n] = r.event
		}
	}
	for _, r := range p.follow.rows {
		r.event = firstText(r.event, events[model.NumberKey(r.number)])
	}
}

// freshFollowUp gives a book without a follow-up an empty one: the measures of
// the risks that must be in the plan.
func (p *plan) freshFollowUp(periods []string) {
	if p.follow != nil {
		return
	}
	f := &followUp{periods: periods, fresh: true}
	for _, r := range p.risks {
		if !r.inPlan(p.scale) {
			continue
		}
		for _, m := range r.measures {
			f.rows = append(f.rows, &followRow{
				number: firstText(m.number, r.number), event: r.event, direction: m.direction,
				action: m.action, owner: m.owner, reporting: m.reporting, source: m.source,
			})
		}
	}
	if len(f.rows) > 0 {
		p.follow = f
	}
}
