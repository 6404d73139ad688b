package rules

import (
	"slices"

	"riskbok/rules/model"
)

// NotChecked is the name of the rule that says what was not checked.
const NotChecked = "not-checked"

var notChecked = Rule{Name: NotChecked, Severity: Warning, Check: checkNotChecked}

// checkNotChecked tells what the check does not cover: what importers saw and
// could not read, and the parts of registers that could be read but not judged.
// One cause is told once for a table.
func checkNotChecked(c *Case) []Finding {
	var out []Finding
	for i := range c.NotChecked {
		if n := &c.NotChecked[i]; !c.toldAsUnclear(n) {
			out = append(out, c.notRead(n))
		}
	}
	out = append(out, c.unclearColumns()...)
	for i := range c.Registers {
		out = append(out, c.notJudged(&c.Registers[i])...)
	}
	for _, l := range c.limited {
		if l.limit.Unproven {
			f := c.tableFinding(l.table, "chosen-plan")
			f.Path += "/chosen-plan"
			f.limited(l.limit)
			out = append(out, f)
		}
	}
	for _, b := range c.Budgets {
		out = append(out, c.totalsNotJudged(b)...)
	}
	return append(out, c.tablesNotHeld()...)
}

// tablesNotHeld tells once of a book with more tables than are held against each
// other that disagreements were not looked for between all of them.
func (c *Case) tablesNotHeld() []Finding {
	if c.Settings.Severities[sheetDisagreement.Name] == Off {
		return nil
	}
	c.findFirsts()
	if len(c.notHeld) == 0 {
		return nil
	}
	f := c.tableFinding(&c.notHeld[0].Table, "many-tables")
	f.Path += "/many-tables"
	f.Args["n"], f.Args["most"] = len(c.notHeld), Held(len(c.Registers))
	return []Finding{f}
}

// partVariant ends the names of messages about a part of a table, where the
// same reason can be of a whole one.
const partVariant = "-part"

// notRead makes a finding of what an importer could not read: an error where
// nothing of it was read or rows or cells are left over, else a warning; that a
// summons has only its agenda is for information.
func (c *Case) notRead(n *model.NotChecked) Finding {
	f := c.tableFinding(&model.Table{Name: n.Table, At: n.At}, string(n.Why))
	f.Severity = Warning
	if !n.Part || n.Why == model.Unjoined || n.Why == model.UnusedCells {
		f.Severity = Error
	}
	if n.Why == model.AgendaOnly {
		f.Severity = Info // an agenda is all that such a summons has
	}
	switch n.Why {
	case model.NotUnderstood, model.UnclearColumns, model.UnknownForm, model.UnknownColumns:
		if n.Part {
			f.Variant += partVariant
		}
	case model.UnreadScale:
		if n.Args["text"] != "" {
			f.Variant += "-text"
		}
	}
	f.Path += "/" + string(n.Why)
	for name, text := range n.Args {
		f.Args[name] = text
	}
	f.Found = n.Args["text"]
	f.Args["subject"] = n.What
	if len(n.Columns) > 0 {
		f.Args["headings"] = n.Columns
	}
	if len(n.Suggest) > 0 {
		f.Args["map"] = n.Suggest
	} else if n.Why == model.NotUnderstood || n.Why == model.UnclearColumns {
		f.Args["map"] = guesses(n.Columns)
	}
	return f
}

// guesses binds each column to the field that it was weighed for.
func guesses(columns []model.Column) []binding {
	var out []binding
	for _, column := range columns {
		if column.Field != "" {
			out = append(out, binding{column.At, column.Field})
		}
	}
	return out
}

// toldAsUnclear reports whether an importer also gave the columns as unclear
// ones of a table that it read.
func (c *Case) toldAsUnclear(n *model.NotChecked) bool {
	if n.Why != model.UnclearColumns || !n.Part {
		return false
	}
	told := false
	c.eachTable(func(t *model.Table) {
		for _, u := range t.Unclear {
			for _, column := range u.Columns {
				told = told || slices.ContainsFunc(n.Columns, func(o model.Column) bool { return o.At == column.At })
			}
		}
	})
	return told
}

// eachTable visits the registers and follow-ups of the book, one that is both
// once.
func (c *Case) eachTable(visit func(*model.Table)) {
	seen := map[model.Source]bool{}
	for i := range c.Registers {
		seen[c.Registers[i].At] = true
		visit(&c.Registers[i].Table)
	}
	for _, fu := range c.FollowUps {
		if !seen[fu.At] {
			visit(&fu.Table)
		}
	}
}

// unclearColumns tells of the fields that several columns could be, so that
// none was chosen, and of what was not checked for it. The fields of a valuation
// are told together: columns that stand twice stand twice for one reason.
func (c *Case) unclearColumns() []Finding {
	var out []Finding
	c.eachTable(func(t *model.Table) {
		var values, others []model.Unclear
		for _, u := range t.Unclear {
			switch u.Field {
			case model.FieldLikelihood, model.FieldConsequence, model.FieldScore, model.FieldTreatment:
				values = append(values, u)
			default:
				others = append(others, u)
			}
		}
		switch {
		case len(values) > 1:
			out = append(out, c.unclearColumn(t, "unclear-several", values...))
		case len(values) == 1 && values[0].Field == model.FieldTreatment:
			out = append(out, c.unclearColumn(t, "unclear-treatment", values...))
		case len(values) == 1:
			out = append(out, c.unclearColumn(t, "unclear-value", values...))
		}
		for _, u := range others {
			out = append(out, c.unclearColumn(t, "unclear-column", u))
		}
	})
	return out
}

func (c *Case) unclearColumn(t *model.Table, variant string, all ...model.Unclear) Finding {
	f := c.tableFinding(t, variant)
	f.Path += "/" + string(all[0].Field)
	f.At = all[0].Columns[0].At
	var choices []binding
	for _, u := range all {
		for _, column := range u.Columns {
			f.Related = append(f.Related, column.At)
			choices = append(choices, binding{column.At, u.Field})
		}
	}
	f.Related = f.Related[1:]
	f.Args["field"], f.Args["columns"], f.Args["fields"], f.Args["map"] = all[0].Field, all[0].Columns, all, choices
	return f
}

// binding is a column that the user may bind to a field, an argument of a
// message. Its key says sheet and cell, or page and column.
type binding struct {
	At    model.Source
	Field model.Field
}
