package html

import (
	"cmp"
	"html/template"
	"strconv"
	"strings"

	"riskbok/exporters/output"
	"riskbok/exporters/summary"
	"riskbok/rules"
	"riskbok/rules/baseline"
	"riskbok/rules/model"
)

// reading is the account of what was read.
type reading struct {
	Files      []file
	Bound      []string // columns that were read as something their headings do not say
	Unreadable []left
	PassedOver []left
	Others     string // how many files of other kinds were passed over
}

// file is one document: its tables and scales, and what of it could not be read.
type file struct {
	Name, Kind string
	Tables     []table
	Scales     []scale
	Damage     []damage
	Idle       string // the sheets in which nothing is known
	Control    template.HTML
}

// table is one table that was understood.
type table struct {
	Place, Kind, Facts, Scale string
	Columns                   []column
}

// column is what a column was taken for; Why says on what ground where it is not
// its heading.
type column struct {
	Letter, Heading, Field, Why string
	Control                     template.HTML
}

type scale struct {
	Place, Size string
	Axes        []string
	Treatments  []string
}

// damage is a part that could not be read; Href leads to the finding that tells
// what to do.
type damage struct{ Text, Href string }

// left is a file of which nothing was checked.
type left struct{ Name, Reason, Hint string }

func (w *writer) reading() reading {
	out := reading{Bound: summary.AccountOf(w.r, w.cat).Bound, Unreadable: w.left(w.r.Unreadable), PassedOver: w.left(w.r.PassedOver)}
	governing := map[*model.Register]*model.Scale{}
	for _, b := range w.r.Books {
		for _, e := range b.Registers {
			governing[e.Register] = e.Scale
		}
	}
	found := w.damaged()
	for _, d := range w.r.Documents {
		if d.Kind != baseline.Kind {
			out.Files = append(out.Files, w.file(d, governing, found))
		}
	}
	if n := len(w.r.Skipped) - len(w.r.PassedOver); n > 0 {
		out.Others = w.cat.N("text.skipped", n)
	}
	return out
}

func (w *writer) left(all []rules.Unreadable) []left {
	var out []left
	for _, u := range all {
		reason, hint := summary.Problem(w.cat, u.Code, u.Args)
		out = append(out, left{w.fileName(u.File), reason, hint})
	}
	return out
}

// damaged gives where the findings of parts that could not be read are told.
func (w *writer) damaged() map[model.Source]string {
	out := map[model.Source]string{}
	for i := range w.r.Findings {
		if f := &w.r.Findings[i]; f.Rule == "unreadable-part" {
			out[f.At] = "#" + w.id[f]
		}
	}
	return out
}

func (w *writer) file(d *model.Document, governing map[*model.Register]*model.Scale, found map[model.Source]string) file {
	out := file{Name: w.fileName(d.File), Kind: w.cat.T("text.kind." + string(d.Kind))}
	if c := w.in.Controls; c != nil && c.File != nil {
		out.Control = c.File(d.File)
	}
	for i := range d.Registers {
		out.Tables = append(out.Tables, w.register(&d.Registers[i], governing[&d.Registers[i]]))
	}
	for i := range d.FollowUps {
		t := &d.FollowUps[i]
		out.Tables = append(out.Tables, table{
			Place: w.placeOf(t.At), Kind: w.cat.T("text.followup"), Facts: w.facts(&t.Table, w.cat.N("text.rows", len(t.Rows))), Columns: w.columns(t.Columns),
		})
	}
	for i := range d.Budgets {
		b := &d.Budgets[i]
		facts := []string{w.boardName(b.Board, b.Year), w.cat.N("text.rows", len(b.Lines))}
		if b.Unit != model.NoUnit {
			facts = append(facts, string(b.Unit))
		}
		out.Tables = append(out.Tables, table{Place: w.placeOf(b.At), Kind: w.cat.T("text.budget"), Facts: strings.Join(facts, ", "), Columns: w.amounts(b)})
	}
	for i := range d.Allocations {
		a := &d.Allocations[i]
		out.Tables = append(out.Tables, table{Place: w.placeOf(a.At), Kind: w.cat.T("text.allocation"), Facts: w.boardName(a.Board, a.Year)})
	}
	for i := range d.Meetings {
		m := &d.Meetings[i]
		facts := []string{cmp.Or(shorten(oneLine(m.Board.Raw), mostInName), w.cat.T("text.no-board")), w.cat.N("text.items", len(m.Items))}
		if m.Date.OK {
			facts = append(facts, m.Date.V.String())
		}
		out.Tables = append(out.Tables, table{Place: w.placeOf(m.At), Kind: w.cat.T("text.meeting"), Facts: strings.Join(facts, ", ")})
	}
	for i := range d.Scales {
		out.Scales = append(out.Scales, w.scale(&d.Scales[i]))
	}
	if idle := w.idle(d); len(idle) > 0 {
		out.Idle = w.cat.T("html.idle", "sheets", w.listed(idle))
	}
	for _, dm := range d.Damage {
		reason, _ := summary.Problem(w.cat, dm.Code, dm.Args)
		if place := w.placeOf(dm.At); place != "" {
			reason = place + ": " + reason
		}
		out.Damage = append(out.Damage, damage{reason, found[dm.At]})
	}
	return out
}

// mostIdle is how many sheets in which nothing is known are named of a file.
const mostIdle = 30

// idle names the sheets of a document in which nothing is known.
func (w *writer) idle(d *model.Document) []string {
	var out []string
	more := 0
	for i := range d.Places {
		switch p := &d.Places[i]; {
		case !p.Idle:
		case len(out) == mostIdle:
			more++
		default:
			out = append(out, shorten(oneLine(p.Sheet), mostInName))
		}
	}
	if more > 0 {
		out = append(out, w.cat.N("html.idle.more", more))
	}
	return out
}

// placeOf names where something stands in its file.
func (w *writer) placeOf(at model.Source) string {
	return strings.TrimSpace(w.sheetName(at) + " " + w.cell(at))
}

func (w *writer) register(r *model.Register, s *model.Scale) table {
	kind := "neither"
	switch {
	case r.Analysis && r.Plan:
		kind = "both"
	case r.Analysis:
		kind = "analysis"
	case r.Plan:
		kind = "plan"
	}
	out := table{
		Place: w.placeOf(r.At), Kind: w.cat.T("text.register." + kind), Facts: w.facts(&r.Table, w.cat.N("text.risks", len(r.Risks))),
		Columns: w.columns(r.Columns), Scale: w.cat.T("html.scale.none"),
	}
	if s != nil && s.HasAxes() {
		out.Scale = w.scaleSize(s)
		if s.Origin != model.OriginDefinitions && s.Name != "" && s.Origin == model.OriginTemplate {
			out.Scale += " " + oneLine(s.Name)
		}
	}
	out.Columns = append(out.Columns, w.columns(r.Consequences)...)
	for i := range r.Valuations {
		out.Columns = append(out.Columns, w.columns(r.Valuations[i].Columns)...)
		out.Columns = append(out.Columns, w.columns(r.Valuations[i].Consequences)...)
	}
	return out
}

// facts tells a table's board, year and dates, and how much it holds.
func (w *writer) facts(t *model.Table, size string) string {
	facts := output.TableFacts(w.cat, shorten(oneLine(t.Board), mostInName), t)
	return strings.Join(append(facts, size), ", ")
}

func (w *writer) columns(all []model.Column) []column {
	var out []column
	for i := range all {
		c := &all[i]
		one := column{Heading: shorten(oneLine(c.Heading), 60), Field: capital(w.cat.T("field." + string(c.Field)))}
		if w.r.Place(c.At).Page == 0 {
			one.Letter = model.ColumnName(int(c.At.Col))
		}
		if c.Key != "" {
			one.Field += " " + oneLine(c.Key)
		}
		if c.Reason != model.ReasonHeading && c.Reason != "" {
			one.Why = w.cat.T("text.binding." + string(c.Reason))
		}
		if controls := w.in.Controls; controls != nil && controls.Column != nil {
			one.Control = controls.Column(c)
		}
		out = append(out, one)
	}
	return out
}

// amounts names the columns of a budget by what their amounts are.
func (w *writer) amounts(b *model.Budget) []column {
	var out []column
	for i := range b.Columns {
		c := &b.Columns[i]
		one := column{Heading: shorten(oneLine(c.Heading), 60), Field: output.RoleName(w.cat, c.Role)}
		if w.r.Place(c.At).Page == 0 {
			one.Letter = model.ColumnName(int(c.At.Col))
		}
		out = append(out, one)
	}
	return out
}

func (w *writer) scale(s *model.Scale) scale {
	out := scale{Place: w.placeOf(s.At), Size: w.cat.T("html.scale.treatments", "origin", w.origin(s))}
	if s.HasAxes() {
		out.Size = w.scaleSize(s)
	}
	for _, axis := range []struct {
		name   string
		levels []model.ScaleLevel
	}{{"likelihood", s.Likelihood.Levels}, {"consequence", s.Consequence.Levels}} {
		var levels []string
		for _, l := range axis.levels {
			levels = append(levels, strings.TrimSpace(strconv.Itoa(l.Value)+" "+shorten(oneLine(l.Label), 60)))
		}
		if len(levels) > 0 {
			out.Axes = append(out.Axes, capital(w.cat.T("text.levels", "axis", w.cat.T("text.axis."+axis.name), "levels", strings.Join(levels, ", "))))
		}
	}
	for _, t := range s.Treatments {
		key := "html.treatment.out"
		if t.InPlan {
			key = "html.treatment.in-plan"
		}
		out.Treatments = append(out.Treatments, w.cat.T(key, "range", rangeOf(t), "label", shorten(oneLine(t.Label), 80)))
	}
	return out
}
