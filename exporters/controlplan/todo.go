package controlplan

import (
	"cmp"

	"riskbok/exporters/causes"
	"riskbok/exporters/workbook"
	"riskbok/rules"
	"riskbok/rules/model"
)

// todo is what remains to be done in a workbook that was rolled over from the
// plan of an earlier year, 0 where that is not known.
type todo struct {
	from   int
	open   []openMeasure
	judged *rules.Report // of the workbook itself; nil before it was judged
}

// task is one row of the list: what it is, what it is about, where it is done.
type task struct {
	kind, risk, about, what string
	sheet, cell             string
}

// writeTodo writes the first sheet: what was carried over, and the list of what
// remains.
func (b *builder) writeTodo() {
	s := workbook.NewSheet(b.cat.T("controlplan.todo"), 20, 9, 46, 80, 22, 9, 14)
	s.Set(0, 0, workbook.Cell{Value: fill(b.cat.T("controlplan.todo.title"), b.plan.board, b.plan.yearText()), Look: workbook.LookTitle})
	s.Set(1, 0, workbook.Cell{Value: labelled(b.tpl.Layout.BoardLabel, b.plan.board), Look: workbook.LookLine})
	tasks := b.tasks()
	lines := b.todoLines()
	if len(tasks) == 0 {
		lines = append(lines, b.cat.T("controlplan.todo.nothing"))
	}
	for i, line := range lines {
		s.Set(2+i, 0, workbook.Cell{Value: line, Look: workbook.LookNote})
		s.Merge(2+i, 0, len(s.Widths)-1)
	}
	heading := len(s.Rows) + 1
	for i, key := range []string{"kind", "risk", "about", "what", "sheet", "cell", "done"} {
		s.Set(heading, i, workbook.Cell{Value: b.cat.T("controlplan.todo." + key), Look: workbook.LookHeading})
	}
	for i := range tasks {
		t := &tasks[i]
		for col, value := range []string{t.kind, t.risk, t.about, t.what, t.sheet, t.cell, ""} {
			c := workbook.Cell{Value: text(abridged(value)), Look: workbook.LookInput}
			if col == 5 && t.cell != "" {
				c.Look.Link = true
				s.Link(heading+1+i, col, t.sheet, t.cell)
			}
			s.Set(heading+1+i, col, c)
		}
	}
	s.Frozen = workbook.Place{Row: heading + 1}
	if len(tasks) > 0 {
		b.table(s, heading, len(s.Widths), b.name("todo"))
	}
	s.Own()
	s.Footer = b.footer(s)
	s.Repeat(heading, heading)
	b.book.Add(s)
}

// todoLines say what was carried over and what was not.
func (b *builder) todoLines() []string {
	measures := 0
	for _, r := range b.plan.risks {
		measures += len(r.measures)
	}
	from := b.cat.T("controlplan.todo.from.unknown")
	if b.plan.todo.from != 0 {
		from = b.cat.T("controlplan.todo.from", "year", b.plan.todo.from)
	}
	lines := []string{
		b.cat.T("controlplan.todo.carried", "from", from, "risks", b.cat.N("controlplan.todo.risks", len(b.plan.risks)), "measures", b.cat.N("controlplan.todo.measures", measures)),
		b.cat.T("controlplan.todo.emptied"),
		b.cat.T("controlplan.todo.previous", "previous", b.heading(model.FieldPrevious), "change", b.heading(model.FieldChange)),
	}
	if b.plan.source != nil {
		lines = append(lines, b.cat.T("controlplan.todo.converted."+b.plan.turned()))
	}
	counts := map[kind]int{}
	for _, e := range b.plan.log {
		counts[e.kind]++
	}
	for _, k := range []kind{changed, disagreed, remaining} {
		if counts[k] > 0 {
			lines = append(lines, b.cat.N("controlplan.todo."+string(k), counts[k]))
		}
	}
	return lines
}

// aboutLength is how many letters of a risk or action the list shows: enough to
// know it by, for the whole stands where the link leads.
const aboutLength = 120

// tasks lists what remains: errors, open measures, warnings, the rest.
func (b *builder) tasks() []task {
	var out []task
	judged := b.plan.todo.judged
	var teller *causes.Teller
	var all []causes.Cause
	if judged != nil {
		teller = causes.New(judged, b.cat)
		all = teller.All()
	}
	add := func(severity rules.Severity) {
		for _, c := range all {
			f := c.Head()
			if c.Severity() != severity {
				continue
			}
			place := judged.Place(f.At)
			out = append(out, task{
				kind: b.cat.T("controlplan.todo.finding", "severity", b.cat.T("severity."+string(c.Severity()))),
				risk: f.Risk, about: rules.Shorten(f.Event, aboutLength), what: teller.Text(&c), sheet: place.Sheet, cell: f.At.Cell(),
			})
		}
	}
	add(rules.Error)
	places := b.places()
	for _, m := range b.plan.todo.open {
		t := task{kind: b.cat.T("controlplan.todo.open"), risk: m.number, about: rules.Shorten(cmp.Or(m.action, m.event), aboutLength), what: b.cat.T(m.why, m.args...)}
		t.sheet, t.cell = places.of(m)
		out = append(out, t)
	}
	add(rules.Warning)
	add(rules.Info)
	return out
}

// measurePlaces says where the measures of the new plan stand: cells of actions,
// by number and action, by action, and the first of each number.
type measurePlaces map[[2]string]measurePlace

type measurePlace struct{ sheet, cell string }

// places finds the measures of all sheets; of equals the first of the last
// sheet, which is the plan.
func (b *builder) places() measurePlaces {
	out := measurePlaces{}
	for i := len(b.registers) - 1; i >= 0; i-- {
		s := b.registers[i]
		col := s.layout.Column(model.FieldAction)
		if col < 0 {
			continue
		}
		for j := range s.lines {
			ln := &s.lines[j]
			number, action := model.NumberKey(cmp.Or(ln.measure.number, ln.risk.number)), model.Key(ln.measure.action)
			for _, key := range [][2]string{{number, action}, {"", action}, {number, ""}} {
				if _, taken := out[key]; !taken && key != [2]string{} {
					out[key] = measurePlace{s.Name, workbook.Ref(rowFirst+j, col)}
				}
			}
		}
	}
	return out
}

// of gives the place of an open measure: its action, else the first row of its
// risk's number.
func (p measurePlaces) of(m openMeasure) (sheet, cell string) {
	number, action := model.NumberKey(m.number), model.Key(m.action)
	at, ok := p[[2]string{number, action}]
	if !ok {
		at = p[[2]string{number, ""}]
	}
	return at.sheet, at.cell
}
