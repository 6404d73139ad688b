package rules

import "riskbok/rules/model"

// followUpFinding starts a finding about a field of a follow-up's row.
func (c *Case) followUpFinding(fu *model.FollowUpTable, row *model.FollowUpRow, field model.Field, at model.Source, variant string) Finding {
	f := c.tableFinding(&fu.Table, variant)
	f.Path += "/" + identity(c.rowNumber(row), row.Event.V+row.Action.V) + "/" + string(field)
	f.At = at
	f.Risk, f.Event = row.Number.V, row.Event.V
	if r := c.twin(c.rowNumber(row), row.Event.V, nil); r != nil && f.Event == "" {
		f.Event = r.Event.V
	}
	f.Args["field"] = field
	return f
}
