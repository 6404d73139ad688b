package config

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"riskbok/rules/model"
)

// templateFields are the fields that a column of a template may have.
var templateFields = []model.Field{
	model.FieldNumber, model.FieldArea, model.FieldEvent, model.FieldLikelihood, model.FieldConsequence,
	model.FieldScore, model.FieldPrevious, model.FieldChange, model.FieldTreatment, model.FieldDirection,
	model.FieldAction, model.FieldCost, model.FieldOwner, model.FieldReporting, model.FieldPlanNumber, model.FieldPeriod,
}

// riskFields are those that a sheet of risks must have: without them the risk
// value cannot be a formula, nor the matrix list the risks.
var riskFields = []model.Field{
	model.FieldNumber, model.FieldEvent, model.FieldLikelihood,
	model.FieldConsequence, model.FieldScore, model.FieldTreatment,
}

func (c *templateChecker) layout(l *templateLayout) {
	c.text("layout.boardLabel", l.BoardLabel)
	c.text("layout.established", l.Established)
	c.text("layout.decided", l.Decided)
	if len(l.Registers) == 0 {
		c.fault("layout.registers", "none")
	}
	analysis, plan := false, false
	for i := range l.Registers {
		c.register(fmt.Sprintf("layout.registers[%d]", i), &l.Registers[i])
		analysis = analysis || l.Registers[i].Analysis
		plan = plan || l.Registers[i].Plan
	}
	if len(l.Registers) > 0 && !(analysis && plan) {
		c.fault("layout.registers", "steps")
	}
	c.followUp("layout.followUp", &l.FollowUp)
	c.definitions("layout.definitions", &l.Definitions)
	c.sheets(l)
}

func (c *templateChecker) register(field string, r *templateRegister) {
	c.sheet(field+".sheet", r.Sheet)
	if len(r.Titles) == 0 {
		c.fault(field+".titles", "none")
	}
	for i, t := range r.Titles {
		at := fmt.Sprintf("%s.titles[%d]", field, i)
		c.text(at+".text", t.Text)
		c.within(at+".from", r.Columns, t.From)
	}
	c.columns(field+".columns", r.Columns)
	for _, f := range riskFields {
		if place(r.Columns, f) < 0 {
			c.fault(field+".columns", "field-missing", "value", f)
		}
	}
	if i := place(r.Columns, model.FieldPeriod); i >= 0 {
		c.fault(fmt.Sprintf("%s.columns[%d].field", field, i), "period")
	}
	if r.Plan && place(r.Columns, model.FieldAction) < 0 {
		c.fault(field+".columns", "action")
	}
	c.bands(field+".bands", r.Bands, r.Columns)
}

func (c *templateChecker) followUp(field string, f *templateFollowUp) {
	c.sheet(field+".sheet", f.Sheet)
	c.text(field+".title", f.Title)
	c.columns(field+".columns", f.Columns)
	for _, need := range []model.Field{model.FieldNumber, model.FieldAction, model.FieldPeriod} {
		if place(f.Columns, need) < 0 {
			c.fault(field+".columns", "field-missing", "value", need)
		}
	}
	c.bands(field+".bands", f.Bands, f.Columns)
	if len(f.Periods) == 0 {
		c.fault(field+".periods", "none")
	}
}

func (c *templateChecker) definitions(field string, d *templateDefinitions) {
	c.sheet(field+".sheet", d.Sheet)
	for _, t := range []struct{ name, value string }{
		{"title", d.Title}, {"likelihood", d.Likelihood}, {"consequence", d.Consequence},
		{"definition", d.Definition}, {"number", d.Number}, {"treatments", d.Treatments},
		{"range", d.Range}, {"treatment", d.Treatment}, {"means", d.Means},
		{"from", d.From}, {"to", d.To}, {"grid", d.Grid},
	} {
		c.text(field+"."+t.name, t.value)
	}
}

func (c *templateChecker) columns(field string, columns []templateColumn) {
	for i, col := range columns {
		at := fmt.Sprintf("%s[%d]", field, i)
		if col.Field != "" && !slices.Contains(templateFields, col.Field) {
			c.fault(at+".field", "field", "value", col.Field, "known", fieldNames())
		}
		if col.Field != "" && place(columns[:i], col.Field) >= 0 {
			c.fault(at+".field", "twice", "value", col.Field)
		}
		if col.Field != model.FieldPeriod {
			c.text(at+".heading", col.Heading)
		}
		if col.Width < 4 || col.Width > 200 {
			c.fault(at+".width", "width", "value", col.Width)
		}
	}
}

// bands checks that each band lies over columns that there are, from left to
// right, and over none that another band has.
func (c *templateChecker) bands(field string, bands []templateBand, columns []templateColumn) {
	last := -1
	for i, b := range bands {
		at := fmt.Sprintf("%s[%d]", field, i)
		c.text(at+".text", b.Text)
		c.within(at+".from", columns, b.From)
		c.within(at+".to", columns, b.To)
		from, to := place(columns, b.From), place(columns, b.To)
		if from < 0 || to < 0 {
			continue
		}
		if to < from || from <= last {
			c.fault(at+".from", "bands", "value", b.From)
		}
		last = to
	}
}

func (c *templateChecker) within(field string, columns []templateColumn, f model.Field) {
	if place(columns, f) < 0 {
		c.fault(field, "no-column", "value", f)
	}
}

// sheet checks a name that a workbook can have: at most 31 characters, none of
// the seven that Excel forbids. A year fills four of them.
func (c *templateChecker) sheet(field, name string) {
	c.text(field, name)
	if strings.ContainsAny(name, `:\/?*[]`) || strings.HasPrefix(name, "'") || strings.HasSuffix(name, "'") {
		c.fault(field, "sheet", "value", name)
	}
	if n := utf8.RuneCountInString(strings.ReplaceAll(name, "{year}", "0000")); n > 31 {
		c.fault(field, "sheet-long", "value", name, "n", n)
	}
}

func (c *templateChecker) sheets(l *templateLayout) {
	names := []struct{ field, name string }{{"layout.followUp.sheet", l.FollowUp.Sheet}, {"layout.definitions.sheet", l.Definitions.Sheet}}
	for i := range l.Registers {
		names = append(names, struct{ field, name string }{fmt.Sprintf("layout.registers[%d].sheet", i), l.Registers[i].Sheet})
	}
	for i, n := range names {
		for _, o := range names[:i] {
			if strings.EqualFold(n.name, o.name) && n.name != "" {
				c.fault(n.field, "same-sheet", "value", n.name, "other", o.field)
			}
		}
	}
}

func place(columns []templateColumn, f model.Field) int {
	return slices.IndexFunc(columns, func(c templateColumn) bool { return c.Field == f })
}

func fieldNames() string {
	names := make([]string, len(templateFields))
	for i, f := range templateFields {
		names[i] = string(f)
	}
	return strings.Join(names, ", ")
}
