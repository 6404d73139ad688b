package controlplan

import (
	"slices"
	"strings"
	"unicode/utf8"

	"riskbok/rules"
	"riskbok/rules/model"
)

// longestNumber is the longest number of a risk that a reader knows as one, in
// letters: maxNumber of importers/plan.
const longestNumber = 12

// units says how the registers of a book that number their risks each for
// itself are called in front of these numbers. A register that shares its
// numbers with no other has no name.
type units map[*model.Register]string

// unitsOf finds the units of a book; nil where it has none.
func unitsOf(entries []model.Entry) units {
	if !haveUnits(entries) {
		return nil
	}
	var parts []*model.Register
	for i := range entries {
		for j := range entries {
			if i != j && rules.NumberedApart(entries[i].Register, entries[j].Register) {
				parts = append(parts, entries[i].Register)
				break
			}
		}
	}
	names := make([]string, len(parts))
	for i, r := range parts {
		names[i] = unitName(r)
	}
	out := units{}
	for i, r := range parts {
		out[r] = prefix(names, i, longestOf(r))
	}
	return out
}

// unitName is what a unit is called: the area that all its risks have, where it
// is part of a table of several, else its table.
func unitName(r *model.Register) string {
	area := ""
	for i := range r.Risks {
		a := written(r.Risks[i].Area)
		if a == "" || i > 0 && model.Key(a) != model.Key(area) {
			return r.Name
		}
		area = a
	}
	return firstText(area, r.Name)
}

// longestOf is how many letters a register's longest number has.
func longestOf(r *model.Register) int {
	n := 0
	for i := range r.Risks {
		n = max(n, utf8.RuneCountInString(numberOf(&r.Risks[i])))
	}
	return n
}

// prefix gives the name of a unit, or as much of its beginning as leaves room for
// a number of so many letters; "A", "B" … where that would be another's too.
func prefix(names []string, i, digits int) string {
	room := longestNumber - digits - 1
	short := func(s string) string {
		r := []rune(strings.Join(strings.Fields(s), " "))
		return strings.TrimRight(string(r[:max(0, min(len(r), room))]), " -–—&,.")
	}
	mine := short(names[i])
	for j, o := range names {
		if mine == "" || j != i && model.NumberKey(short(o)) == model.NumberKey(mine) {
			return letters(i)
		}
	}
	return mine
}

// letters counts A, B … Z, AA, AB as columns do.
func letters(i int) string {
	s := ""
	for i++; i > 0; i = (i - 1) / 26 {
		s = string(rune('A'+(i-1)%26)) + s
	}
	return s
}

// adopt gives a plan the name of the one analysis that it shares risks with.
func (u units) adopt(risks []*risk, entries []model.Entry) {
	for i := range entries {
		e := &entries[i]
		if u[e.Register] == "" || !e.Plan {
			continue
		}
		shared := map[string]bool{}
		for _, r := range risks {
			for o := range r.inRegister {
				if r.inRegister[e.Register] != nil && !o.Plan && u[o] != "" {
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

// unitOf is what a risk's unit is called, "" where it is of none.
func (u units) unitOf(r *risk, turn []int, entries []model.Entry) string {
	for _, i := range turn {
		if name := u[entries[i].Register]; name != "" && r.inRegister[entries[i].Register] != nil {
			return name
		}
	}
	return ""
}

// renumber gives a risk of a unit that counts for itself the unit's name before
// its number. log is what was noted of the risk.
func (p *plan) renumber(r *risk, log []entry) {
	unit := r.unit
	if unit == "" || model.NumberKey(r.number) == "" {
		return
	}
	before := r.number
	r.number = unit + " " + before
	for i := range log {
		if log[i].risk == before {
			log[i].risk = r.number
		}
	}
	e := entry{kind: changed, risk: r.number, field: model.FieldNumber, before: before, after: r.number, why: "controlplan.why.unit", args: []any{"unit", unit}}
	for _, o := range r.inRegister {
		if at := numberAt(o); e.at == (model.Source{}) || at.Less(e.at) {
			e.at = at
		}
	}
	p.log = append(p.log, e)
	for i := range r.measures {
		if n := r.measures[i].number; n != "" {
			r.measures[i].number = unit + " " + n
		}
	}
	if r.planNumber != "" {
		r.planNumber = unit + " " + r.planNumber
	}
	if p.renumbered == nil {
		p.renumbered = map[string][]*risk{}
	}
	p.renumbered[model.NumberKey(before)] = append(p.renumbered[model.NumberKey(before)], r)
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
		func(r *risk) bool { return strings.Contains(model.Key(t.Name), model.Key(r.unit)) },
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
