package controlplan

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"riskbok/exporters/workbook"
	"riskbok/rules/model"
)

// keptColumn is a column of a source that no template has, as of a valuation
// after the measures or one of several consequences: it is kept beside the value
// and treatment as it was written.
type keptColumn struct {
	field   model.Field // of the layout, no field of a register
	heading string      // "" of units that no column names
}

// keptUnit is the column of units, which stands before what it tells of.
const keptUnit = model.Field("kept/unit")

// keep takes what a table says of a risk in such columns; what an earlier table
// says stands.
func (p *plan) keep(r *risk, o *model.Risk, t *model.Register) {
	cell := func(key, heading, text string) { p.keepCell(r, model.Field("kept/"+key), heading, text) }
	weighed := func(key, name string, columns []model.Column, levels []model.Value[model.Level]) {
		for i := range min(len(columns), len(levels)) {
			heading := model.Clean(columns[i].Heading)
			cell(key+"/"+model.Key(heading), named(heading, name), levelText(levels[i]))
		}
	}
	if c := t.Column(model.FieldUnit); c != nil {
		cell("unit", model.Clean(c.Heading), written(o.Unit))
	}
	weighed("", "", t.Consequences, o.Consequences)
	for i := range min(len(t.Valuations), len(o.Valuations)) {
		v, a := &t.Valuations[i], &o.Valuations[i]
		for _, c := range v.Columns {
			text := ""
			switch c.Field {
			case model.FieldLikelihood:
				text = levelText(a.Likelihood)
			case model.FieldConsequence:
				text = levelText(a.Consequence)
			case model.FieldScore:
				text = scoreText(a.Score)
			case model.FieldTreatment:
				text = written(a.Treatment)
			default:
				continue
			}
			cell(v.Key+"/"+string(c.Field), named(model.Clean(c.Heading), v.Name), text)
		}
		weighed(v.Key, v.Name, v.Consequences, a.Consequences)
	}
}

func (p *plan) keepCell(r *risk, field model.Field, heading, text string) {
	switch at := slices.IndexFunc(p.kept, func(k keptColumn) bool { return k.field == field }); {
	case at < 0:
		p.kept = append(p.kept, keptColumn{field, heading})
	case p.kept[at].heading == "":
		p.kept[at].heading = heading
	}
	if r.kept == nil {
		r.kept = map[model.Field]string{}
	}
	r.kept[field] = cmp.Or(r.kept[field], text)
}

// named gives a heading with the name of its valuation, unless it says that.
func named(heading, valuation string) string {
	if valuation == "" || strings.Contains(model.Key(heading), model.Key(valuation)) {
		return heading
	}
	return strings.TrimSpace(heading + " " + valuation)
}

func levelText(v model.Value[model.Level]) string {
	switch {
	case v.Raw != "":
		return v.Raw
	case !v.OK:
		return ""
	case v.V.Label != "":
		return v.V.Label
	}
	return strconv.Itoa(v.V.Number)
}

// withKept gives a template whose sheets of risks with a value have the kept
// columns behind those of the valuation, and that of units before the risk: unitHeading
// where it has none of its own.
func withKept(t *model.Template, kept []keptColumn, unitHeading string) *model.Template {
	out := *t
	out.Layout.Registers = slices.Clone(t.Layout.Registers)
	for i := range out.Layout.Registers {
		l := &out.Layout.Registers[i]
		l.Columns = slices.Clone(l.Columns)
		if at := max(l.Column(model.FieldScore), l.Column(model.FieldTreatment)); at >= 0 {
			var columns []model.LayoutColumn
			for _, k := range kept {
				if k.field != keptUnit {
					columns = append(columns, model.LayoutColumn{Field: k.field, Heading: k.heading, Width: 13})
				}
			}
			l.Columns = slices.Insert(l.Columns, at+1, columns...)
		}
		unit := slices.IndexFunc(kept, func(k keptColumn) bool { return k.field == keptUnit })
		if event := l.Column(model.FieldEvent); unit >= 0 && event >= 0 {
			l.Columns = slices.Insert(l.Columns, event, model.LayoutColumn{Field: keptUnit, Heading: cmp.Or(kept[unit].heading, unitHeading), Width: 16})
		}
	}
	return &out
}

// keptCell writes what was kept, a number as such.
func keptCell(f model.Field, written string) workbook.Cell {
	if f == keptUnit {
		return workbook.Cell{Value: text(written), Look: workbook.LookInput}
	}
	c := workbook.Cell{Value: text(written), Look: workbook.LookOwn}
	c.Look.Center = true
	if n, err := strconv.Atoi(written); err == nil && strconv.Itoa(n) == written {
		c.Value = n
	}
	return c
}
