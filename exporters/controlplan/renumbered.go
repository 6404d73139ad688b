package controlplan

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"riskbok/rules"
	"riskbok/rules/model"
)

// numberRisks gives numbers to risks that none of their tables numbers, in the order in
// which they stand: those of a unit each for itself, and those of the board. Where some
// of them have numbers, or a follow-up of the board has, the others are left as they are.
func (p *plan) numberRisks(b *model.Book) {
	var of []unit
	parts := map[unit][]*risk{}
	for _, r := range p.risks {
		if parts[r.unit] == nil {
			of = append(of, r.unit)
		}
		parts[r.unit] = append(parts[r.unit], r)
	}
	followed := slices.ContainsFunc(b.FollowUps, func(t *model.FollowUpTable) bool {
		return slices.ContainsFunc(t.Rows, func(row model.FollowUpRow) bool { return model.NumberKeyOf(row.Number) != "" })
	})
	why := "controlplan.why.numbered"
	given := map[*model.Register]bool{}
	for _, u := range of {
		if slices.ContainsFunc(parts[u], (*risk).hasNumber) || u == (unit{}) && followed {
			continue
		}
		if u != (unit{}) {
			why = "controlplan.why.numbered-units"
		}
		for i, r := range parts[u] {
			r.given = strconv.Itoa(i + 1)
			for t := range r.inRegister {
				given[t] = true
			}
		}
	}
	for i := range b.Registers {
		if e := &b.Registers[i]; given[e.Register] && (p.units == nil || !p.ofBoard(e)) {
			p.log = append(p.log, logEntry{kind: numberless, field: model.FieldNumber, at: e.At, why: why})
		}
	}
}

// hasNumber reports whether a source numbers the risk or one of its measures.
func (r *risk) hasNumber() bool {
	return model.NumberKey(r.number) != "" || r.planNumber != "" || slices.ContainsFunc(r.measures, func(m measure) bool { return m.number != "" })
}

// numbers reports whether a risk is called by the number that a table has for it: not a
// unit's by that of the whole board's, which would be taken for the unit's own.
func (p *plan) numbers(r *risk, e *model.Entry) bool { return !p.ofBoard(e) || !p.ofUnit(r) }

// renumber gives a risk of a unit that counts for itself the unit's name before
// its number, and a risk without one the number that it is given. log is what was
// noted of the risk.
func (p *plan) renumber(r *risk, log []logEntry) {
	unit, before := r.unit.short, r.number
	switch {
	case r.given != "" && unit != "":
		r.number = inUnit(unit, r.given)
	case r.given != "":
		r.number = r.given
	case unit == "" || model.NumberKey(before) == "":
		return
	default:
		r.number = inUnit(unit, before)
	}
	for i := range log {
		e := &log[i]
		if e.risk == before {
			e.risk = r.number
		}
		if e.kind == disagreed && e.field == model.FieldNumber && e.after == before {
			e.after = r.number
		}
	}
	if r.given == "" {
		p.logRenumbered(r, before)
		for i := range r.measures {
			if n := r.measures[i].number; n != "" {
				r.measures[i].number = inUnit(unit, n)
			}
		}
		if r.planNumber != "" {
			r.planNumber = inUnit(unit, r.planNumber)
		}
	}
	if p.renumbered == nil {
		p.renumbered = newRenumbered()
	}
	p.renumbered.add(r, before)
}

// logRenumbered notes that a risk has its unit's name before the number.
func (p *plan) logRenumbered(r *risk, before string) {
	unit := r.unit.short
	e := logEntry{kind: renumbered, risk: r.number, field: model.FieldNumber, before: before, after: r.number, why: "controlplan.why.unit", args: []any{"unit", unit, "name", r.unit.name}}
	if model.Key(unit) != model.Key(r.unit.name) {
		e.why = "controlplan.why.unit-short"
	}
	for t, o := range r.inRegister {
		if at := numberAt(o); p.numbers(r, p.entries[t]) && (e.at == (model.Source{}) || at.Less(e.at)) {
			e.at = at
		}
	}
	p.log = append(p.log, e)
}

// renumberedRisks are the risks whose numbers are not those of their sources: by the
// numbers that any source has for them, by their texts and actions, and by the rows in
// which they stand.
type renumberedRisks struct {
	byNumber, byEvent, byAction map[string][]*risk
	byRow                       map[model.Source]*risk
}

func newRenumbered() *renumberedRisks {
	return &renumberedRisks{map[string][]*risk{}, map[string][]*risk{}, map[string][]*risk{}, map[model.Source]*risk{}}
}

// add takes in a risk that had a number before, "" where it had none.
func (n *renumberedRisks) add(r *risk, before string) {
	put := func(in map[string][]*risk, key string) {
		if list := in[key]; len(list) == 0 || list[len(list)-1] != r {
			in[key] = append(list, r)
		}
	}
	put(n.byNumber, model.NumberKey(before))
	if event := model.Key(r.event); event != "" {
		put(n.byEvent, event)
	}
	for i := range r.measures {
		if action := model.Key(r.measures[i].action); action != "" {
			put(n.byAction, action)
		}
	}
	for _, o := range r.inRegister {
		if number := model.NumberKey(numberOf(o)); number != "" {
			put(n.byNumber, number)
		}
		n.byRow[rowOf(o.At)] = r
		for i := range o.Measures {
			n.byRow[rowOf(o.Measures[i].At)] = r
		}
	}
	for _, at := range r.sources {
		n.byRow[rowOf(at)] = r
	}
}

// mostSame is how many risks with one text, or one action, are looked through for the one
// that a row without a number means: more say nothing.
const mostSame = 200

// fewSame gives the risks of a key, none where there are too many.
func fewSame(in map[string][]*risk, key string) []*risk {
	if same := in[key]; key != "" && len(same) <= mostSame {
		return same
	}
	return nil
}

// rowOf is the row of a sheet in which something stands.
func rowOf(at model.Source) model.Source {
	return model.Source{Doc: at.Doc, Place: at.Place, Row: at.Row}
}

// followedUnits gives the follow-ups with the numbers that the risks of units
// have got. A row that could be of several units keeps its number.
func (p *plan) followedUnits(tables []*model.FollowUpTable) []*model.FollowUpTable {
	if p.units == nil || p.renumbered == nil {
		return tables
	}
	out := make([]*model.FollowUpTable, len(tables))
	for i, t := range tables {
		c := *t
		c.Rows = slices.Clone(t.Rows)
		for j := range c.Rows {
			row := &c.Rows[j]
			if r := p.unitRisk(t, row); r != nil {
				row.Number.V, row.Number.Raw, row.Number.OK = r.number, r.number, true
			}
		}
		out[i] = &c
	}
	return out
}

// unitRisk gives the risk of a unit that a row is about: the one that stands in the row,
// else of those with its number, or without one with its text or its action, the one that
// its text, its action, its owner and its unit leave, or that the unit leaves which its
// table is named after or stands in a file of.
func (p *plan) unitRisk(t *model.FollowUpTable, row *model.FollowUpRow) *risk {
	known := p.renumbered
	if d := p.report.Document(row.At.Doc); d != nil && d.Kind == model.KindWorkbook {
		if r := known.byRow[rowOf(row.At)]; r != nil {
			return r
		}
	}
	number, event, action, owner := model.NumberKeyOf(row.Number), model.Key(written(row.Event)), model.Key(written(row.Action)), model.Key(written(row.Owner))
	same := known.byNumber[number]
	if number == "" {
		if same = fewSame(known.byEvent, event); len(same) == 0 {
			same = fewSame(known.byAction, action)
		}
	}
	said := false
	for _, is := range []func(*risk) bool{
		func(r *risk) bool { return event != "" && model.Key(r.event) == event },
		func(r *risk) bool {
			return action != "" && slices.ContainsFunc(r.measures, func(m measure) bool { return model.Key(m.action) == action })
		},
		func(r *risk) bool {
			return action != "" && owner != "" && slices.ContainsFunc(r.measures, func(m measure) bool { return model.Key(m.action) == action && model.Key(m.owner) == owner })
		},
		func(r *risk) bool { return row.Unit.OK && model.Key(row.Unit.V) == model.Key(r.unit.name) },
		func(r *risk) bool {
			return strings.Contains(model.Key(t.Name), model.Key(r.unit.short)) && utf8.RuneCountInString(r.unit.short) > 1
		},
		func(r *risk) bool {
			for _, o := range r.inRegister {
				if o.At.Doc == t.At.Doc && model.NumberKey(numberOf(o)) == number {
					return true
				}
			}
			return false
		},
	} {
		if left := slices.DeleteFunc(slices.Clone(same), func(r *risk) bool { return !is(r) }); len(left) > 0 {
			same, said = left, true
		}
		if said && len(same) == 1 {
			return same[0]
		}
	}
	return nil
}

// inTheirUnits puts the units of risks in front of what rows say of them: units with a list
// of risks in common take the same actions too.
func (p *plan) inTheirUnits(lists ...[]rules.Followed) {
	if p.units == nil {
		return
	}
	of := map[string]string{}
	for _, r := range p.risks {
		if n := model.NumberKey(r.number); n != "" && r.unit.name != "" {
			of[n] = r.unit.name
		}
	}
	for _, rows := range lists {
		for i := range rows {
			unit := of[model.NumberKey(rows[i].Number)]
			for _, says := range []*string{&rows[i].Event, &rows[i].Action} {
				if unit != "" && *says != "" {
					*says = unit + ": " + *says
				}
			}
		}
	}
}

// numberFollowed gives the rows of the follow-up that have no number the ones that were
// given to their risks, which they name by their texts and actions.
func (p *plan) numberFollowed() {
	if p.follow == nil || p.renumbered == nil {
		return
	}
	for _, row := range p.follow.rows {
		if nothingKey(row.number) != "" {
			continue
		}
		action := model.Key(row.action)
		same := fewSame(p.renumbered.byEvent, model.Key(row.event))
		if len(same) == 0 {
			same = fewSame(p.renumbered.byAction, action)
		}
		if len(same) > 1 {
			same = slices.DeleteFunc(slices.Clone(same), func(r *risk) bool {
				return !slices.ContainsFunc(r.measures, func(m measure) bool { return model.Key(m.action) == action })
			})
		}
		if len(same) == 1 && same[0].given != "" {
			row.number = same[0].number
		}
	}
}

// asNumbered takes back the numbers that risks were given: a sheet that is filled in is read
// together with the plan, which does not know them. Those of units stay, for a text and an
// action may be those of several.
func (p *plan) asNumbered() {
	given := map[string]bool{}
	for _, r := range p.risks {
		if r.given != "" && r.unit == (unit{}) {
			given[r.number] = true
			r.number = ""
		}
	}
	if p.follow == nil {
		return
	}
	for _, row := range p.follow.rows {
		if given[row.number] {
			row.number = ""
		}
	}
}

// numberIn is what a risk is called in the workbook that a finding of its source
// is about.
func (p *plan) numberIn(f *rules.Finding) string {
	if p.renumbered == nil {
		return f.Risk
	}
	number := model.NumberKey(f.Risk)
	if r := p.renumbered.byRow[rowOf(f.At)]; r != nil && r.calledBefore(number) {
		return r.number
	}
	event := model.Key(f.Event)
	for _, ofDoc := range []bool{true, false} {
		for _, r := range fewSame(p.renumbered.byEvent, event) {
			if r.calledBefore(number) && (!ofDoc || slices.ContainsFunc(r.sources, func(at model.Source) bool { return at.Doc == f.At.Doc })) {
				return r.number
			}
		}
	}
	return f.Risk
}

// calledBefore reports whether a source has the number for the risk; "" where one has none.
func (r *risk) calledBefore(number string) bool {
	for _, o := range r.inRegister {
		if model.NumberKey(numberOf(o)) == number {
			return true
		}
	}
	return false
}
