package controlplan

import (
	"slices"
	"strings"
	"unicode/utf8"

	"riskbok/rules"
	"riskbok/rules/model"
)

// unit is what a register that numbers its risks for itself is called: in front
// of the numbers, and in full.
type unit struct{ short, name string }

// units are those of a book. A register that shares its numbers with no other has
// none.
type units map[*model.Register]unit

// unitsOf finds the units of a book; nil where it has none.
func (p *plan) unitsOf(entries []model.Entry) units {
	if !haveUnits(entries) {
		return nil
	}
	var parts []*model.Entry
	for i := range entries {
		for j := range entries {
			if i != j && rules.Apart(&entries[i], &entries[j]) {
				parts = append(parts, &entries[i])
				break
			}
		}
	}
	called := p.unitFileNames(entries)
	var names []string // each once: analysis and plan of a unit may both say it
	files := map[int]int{}
	room := 0
	of := make([]int, len(parts))
	for i, e := range parts {
		name, at, known := unitName(e.Register), 0, false
		switch {
		case e.Unit != "":
			at = slices.IndexFunc(names, func(o string) bool { return model.Key(o) == model.Key(name) })
			known = at >= 0
		case e.UnitFile > 0:
			name = called[e.UnitFile]
			at, known = files[e.UnitFile]
		}
		if !known {
			at = len(names)
			names = append(names, name)
		}
		if of[i] = at; e.UnitFile > 0 {
			files[e.UnitFile] = at
		}
		room = max(room, longestOf(e.Register))
	}
	out, short := units{}, prefixes(names, room)
	for i, e := range parts {
		out[e.Register] = unit{short[of[i]], names[of[i]]}
	}
	return out
}

// adopt gives a plan the name of the one analysis that it shares risks with.
func (u units) adopt(risks []*risk, entries []model.Entry) {
	for i := range entries {
		e := &entries[i]
		if u[e.Register] == (unit{}) || !e.Plan || e.Unit != "" {
			continue
		}
		shared := map[unit]bool{}
		for _, r := range risks {
			for o := range r.inRegister {
				if r.inRegister[e.Register] != nil && !o.Plan && u[o] != (unit{}) {
					shared[u[o]] = true
				}
			}
		}
		for name := range shared {
			if len(shared) == 1 {
				u[e.Register] = name
			}
		}
	}
}

// unitOf is the unit of a risk, the zero one where it is of none.
func (u units) unitOf(r *risk, turn []int, entries []model.Entry) unit {
	for _, i := range turn {
		if own := u[entries[i].Register]; own != (unit{}) && r.inRegister[entries[i].Register] != nil {
			return own
		}
	}
	return unit{}
}

// renumber gives a risk of a unit that counts for itself the unit's name before
// its number. log is what was noted of the risk.
func (p *plan) renumber(r *risk, log []logEntry) {
	unit := r.unit.short
	if unit == "" || model.NumberKey(r.number) == "" {
		return
	}
	before := r.number
	r.number = inUnit(unit, before)
	for i := range log {
		if log[i].risk == before {
			log[i].risk = r.number
		}
	}
	e := logEntry{kind: renumbered, risk: r.number, field: model.FieldNumber, before: before, after: r.number, why: "controlplan.why.unit", args: []any{"unit", unit, "name", r.unit.name}}
	if model.Key(unit) != model.Key(r.unit.name) {
		e.why = "controlplan.why.unit-short"
	}
	for _, o := range r.inRegister {
		if at := numberAt(o); e.at == (model.Source{}) || at.Less(e.at) {
			e.at = at
		}
	}
	p.log = append(p.log, e)
	for i := range r.measures {
		if n := r.measures[i].number; n != "" {
			r.measures[i].number = inUnit(unit, n)
		}
	}
	if r.planNumber != "" {
		r.planNumber = inUnit(unit, r.planNumber)
	}
	if p.renumbered == nil {
		p.renumbered = map[string][]*risk{}
	}
	p.renumbered[model.NumberKey(before)] = append(p.renumbered[model.NumberKey(before)], r)
}

// widthOf is the width of a column: that of the template, or what the longest number
// with a unit's name in front takes.
func (p *plan) widthOf(c model.LayoutColumn) float64 {
	width := c.Width
	if c.Field == model.FieldNumber || c.Field == model.FieldPlanNumber {
		for _, r := range p.risks {
			if r.unit != (unit{}) {
				width = max(width, float64(utf8.RuneCountInString(r.number)+2))
			}
		}
	}
	return width
}

// followedUnits gives the follow-ups with the numbers that the risks of units
// have got. A row that could be of several units keeps its number.
func (p *plan) followedUnits(tables []*model.FollowUpTable) []*model.FollowUpTable {
	if p.renumbered == nil {
		return tables
	}
	out := make([]*model.FollowUpTable, len(tables))
	for i, t := range tables {
		c := *t
		c.Rows = slices.Clone(t.Rows)
		for j := range c.Rows {
			row := &c.Rows[j]
			if r := p.unitRisk(t, row); r != nil {
				row.Number.V, row.Number.Raw = r.number, r.number
			}
		}
		out[i] = &c
	}
	return out
}

// unitRisk gives the risk of a unit that a row is about: of those with its number
// the one with its text, else with its action, else of its document or of the
// unit that its table is named after.
func (p *plan) unitRisk(t *model.FollowUpTable, row *model.FollowUpRow) *risk {
	same := p.renumbered[model.NumberKeyOf(row.Number)]
	event, action := model.Key(written(row.Event)), model.Key(written(row.Action))
	for _, is := range []func(*risk) bool{
		func(r *risk) bool { return event != "" && model.Key(r.event) == event },
		func(r *risk) bool {
			return action != "" && slices.ContainsFunc(r.measures, func(m measure) bool { return model.Key(m.action) == action })
		},
		func(r *risk) bool {
			owner := model.Key(written(row.Owner))
			return action != "" && owner != "" && slices.ContainsFunc(r.measures, func(m measure) bool { return model.Key(m.action) == action && model.Key(m.owner) == owner })
		},
		func(r *risk) bool { return row.Unit.OK && model.Key(row.Unit.V) == model.Key(r.unit.name) },
		func(r *risk) bool {
			return strings.Contains(model.Key(t.Name), model.Key(r.unit.short)) && utf8.RuneCountInString(r.unit.short) > 1
		},
		func(r *risk) bool {
			return slices.ContainsFunc(r.sources, func(at model.Source) bool { return at.Doc == t.At.Doc })
		},
	} {
		if found := slices.DeleteFunc(slices.Clone(same), func(r *risk) bool { return !is(r) }); len(found) == 1 {
			return found[0]
		}
	}
	return nil
}

// numberIn is what a risk is called in the workbook that a finding of its source
// is about.
func (p *plan) numberIn(f *rules.Finding) string {
	for _, r := range p.renumbered[model.NumberKey(f.Risk)] {
		for _, at := range r.sources {
			if at.Doc == f.At.Doc && at.Place == f.At.Place && at.Row == f.At.Row {
				return r.number
			}
		}
		if f.Event != "" && model.Key(f.Event) == model.Key(r.event) {
			return r.number
		}
	}
	return f.Risk
}
