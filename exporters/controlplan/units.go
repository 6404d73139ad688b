package controlplan

import (
	"slices"
	"strconv"
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
	files, rows := map[int]int{}, map[int]int{}
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
		rows[at] += len(e.Risks)
		if room = max(room, longestOf(e.Register)); longestOf(e.Register) == 0 {
			room = max(room, len(strconv.Itoa(rows[at]))) // they are given numbers
		}
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
