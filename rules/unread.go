package rules

import (
	"slices"
	"strconv"

	"riskbok/rules/model"
)

var unread = Rule{Name: "unread", Severity: Info, Check: checkUnread}

// sure is the confidence from which a table without printed lines is taken as
// it was read; below it the reader is asked to look.
const sure = 0.8

// checkUnsure finds the tables whose cells are not sure.
func (c *Case) checkUnsure() []Finding {
	var out []Finding
	c.eachTable(func(t *model.Table) {
		if t.Confidence > 0 && t.Confidence < sure {
			f := c.tableFinding(t, "unsure")
			f.Path += "/unsure"
			f.Args["percent"] = int(t.Confidence * 100)
			out = append(out, f)
		}
	})
	return out
}

// checkDated finds the columns whose numbers are shown as dates.
func (c *Case) checkDated() []Finding {
	var out []Finding
	c.eachTable(func(t *model.Table) {
		for _, at := range t.Dated {
			f := c.tableFinding(t, "dated")
			f.Severity, f.At = Warning, at
			f.Path += "/dated/" + strconv.Itoa(int(at.Col))
			f.Args["column"] = model.ColumnName(int(at.Col))
			out = append(out, f)
		}
	})
	return out
}

// column is a column of a place.
type column struct{ doc, place, col int32 }

// cell is a cell of a place.
type cell struct{ doc, place, row, col int32 }

// guessed gives the cells of the columns that not-checked names as the
// likeliest values.
func (c *Case) guessed() map[cell]bool {
	out := map[cell]bool{}
	if c.Settings.Severities[NotChecked] == Off {
		return out
	}
	for i := range c.Registers {
		e := &c.Registers[i]
		f := c.columnsMissing(e)
		if f == nil {
			continue
		}
		guess, _ := f.Args["guess"].([]model.Column)
		for _, g := range guess {
			for j := range e.Risks {
				out[cell{g.At.Doc, g.At.Place, e.Risks[j].At.Row, g.At.Col}] = true
			}
		}
	}
	return out
}

// checkUnread gives one finding for the unread texts of one column of a place,
// at the first of them, one for the tables of a place that are set aside, and one
// for each merged area that covers texts.
func checkUnread(c *Case) []Finding {
	index := map[column]int{}
	out := slices.Concat(c.checkUnsure(), c.checkDated(), c.checkAside(), c.checkBeneath())
	guessed := c.guessed()
	headings, ofMeasures := c.unknownHeadings(), c.headingsOfMeasures()
	for _, u := range c.Unread {
		if guessed[cell{u.At.Doc, u.At.Place, u.At.Row, u.At.Col}] {
			continue // not-checked tells of the column
		}
		if slices.ContainsFunc(c.Aside, func(a model.Aside) bool { return holds(&a, u.At) }) {
			continue
		}
		k := column{u.At.Doc, u.At.Place, u.At.Col}
		if headings[k].Reason == model.ReasonMapped {
			continue // the user has said that it is none
		}
		if i, ok := index[k]; ok {
			if more := several[out[i].Variant]; more != "" {
				out[i].Variant = more
			}
			out[i].Args["n"] = out[i].Args["n"].(int) + 1
			continue
		}
		index[k] = len(out)
		f := Finding{Variant: "one", At: u.At, Board: c.Board, Year: c.Year, Found: u.V}
		f.Path = model.Key(c.Board) + "/" + strconv.Itoa(c.Year) + "/" + identity("", u.V)
		f.Args = map[string]any{"text": u.V, "n": 1}
		if h, ok := headings[k]; ok {
			f.Variant, f.Args["column"] = "column-one", []model.Column{h}
		} else if h, ok := ofMeasures[k]; ok {
			f.Variant, f.Args["column"] = "measure-one", []model.Column{h}
		}
		out = append(out, f)
	}
	return out
}

// several is what a variant for one text is for more than one of a column.
var several = map[string]string{"one": "several", "column-one": "column", "measure-one": "measure"}

// headingsOfMeasures gives the columns that say something of measures in the
// tables that have none.
func (c *Case) headingsOfMeasures() map[column]model.Column {
	out := map[column]model.Column{}
	for i := range c.Registers {
		r := &c.Registers[i]
		if r.Plan {
			continue
		}
		for _, h := range r.Columns {
			if slices.Contains(model.MeasureFields, h.Field) {
				out[column{h.At.Doc, h.At.Place, h.At.Col}] = h
			}
		}
	}
	return out
}

// unknownHeadings gives the headed columns that no field was found for.
func (c *Case) unknownHeadings() map[column]model.Column {
	out := map[column]model.Column{}
	c.eachTable(func(t *model.Table) {
		for _, h := range t.Unknown {
			out[column{h.At.Doc, h.At.Place, h.At.Col}] = h
		}
	})
	return out
}

// manyBeneath is how many covered texts are more than what is left by chance
// where cells are merged: a table lies under them.
const manyBeneath = 20

// checkBeneath tells what merged areas cover, once for each area.
func (c *Case) checkBeneath() []Finding {
	var out []Finding
	for _, b := range c.Beneath {
		f := Finding{Variant: "beneath-one", At: b.At, Board: c.Board, Year: c.Year, Found: b.Text}
		if b.N > 1 {
			f.Variant = "beneath"
		}
		if b.N >= manyBeneath {
			f.Severity = Warning
		}
		f.Path = model.Key(c.Board) + "/" + strconv.Itoa(c.Year) + "/beneath/" + identity("", b.Text)
		f.Args = map[string]any{"text": b.Text, "area": b.Area, "n": b.N}
		out = append(out, f)
	}
	return out
}

// checkAside tells of the tables that are set aside, once for each place.
func (c *Case) checkAside() []Finding {
	type place struct{ doc, place int32 }
	index := map[place]int{}
	var out []Finding
	for _, a := range c.Aside {
		k := place{a.At.Doc, a.At.Place}
		if i, ok := index[k]; ok {
			out[i].Args["n"] = out[i].Args["n"].(int) + a.Rows
			continue
		}
		index[k] = len(out)
		f := Finding{Variant: "aside", At: a.At, Board: c.Board, Year: c.Year, Found: a.Title}
		f.Path = model.Key(c.Board) + "/" + strconv.Itoa(c.Year) + "/" + identity("", a.Title)
		f.Args = map[string]any{"text": a.Title, "n": a.Rows}
		out = append(out, f)
	}
	return out
}

// holds reports whether a text stands in a table that is set aside.
func holds(a *model.Aside, at model.Source) bool {
	return a.At.Doc == at.Doc && a.At.Place == at.Place && a.At.Row <= at.Row && at.Row <= a.Last
}
