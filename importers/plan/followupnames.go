package plan

import (
	"slices"

	"riskbok/rules/model"
)

// A follow-up has one column of texts as often as two. Where its heading says
// nothing the document's registers do: whether its texts are their risks or their
// measures.

// nameFollowUps gives the texts of follow-ups whose heading told nothing their
// field by what the registers say of the same numbers.
func nameFollowUps(doc *model.Document) {
	var events, actions map[string]bool
	for i := range doc.FollowUps {
		fu := &doc.FollowUps[i]
		col := slices.IndexFunc(fu.Columns, func(c model.Column) bool {
			return c.Reason == model.ReasonContent && (c.Field == model.FieldEvent || c.Field == model.FieldAction)
		})
		if col < 0 {
			continue
		}
		field, other := fu.Columns[col].Field, model.FieldAction
		if field == model.FieldAction {
			other = model.FieldEvent
		}
		if fu.Has(other) {
			continue
		}
		if events == nil {
			events, actions = saidOf(doc)
		}
		asRisks, asActions := sayAs(fu, field, events), sayAs(fu, field, actions)
		if field == model.FieldEvent && asActions > asRisks || field == model.FieldAction && asRisks > asActions {
			fu.Columns = slices.Clone(fu.Columns)
			fu.Columns[col].Field = other
			for j := range fu.Rows {
				k := &fu.Rows[j]
				k.Event, k.Action = k.Action, k.Event
			}
		}
	}
}

// sayAs counts the rows of a follow-up whose text the registers say of its number.
func sayAs(fu *model.FollowUpTable, f model.Field, said map[string]bool) int {
	n := 0
	for j := range fu.Rows {
		if text := followUpText(&fu.Rows[j], f); text.OK && said[model.NumberKeyOf(fu.Rows[j].Number)+"\n"+model.Key(text.V)] {
			n++
		}
	}
	return n
}

func followUpText(r *model.FollowUpRow, f model.Field) model.Value[string] {
	if f == model.FieldEvent {
		return r.Event
	}
	return r.Action
}

// saidOf gives what the registers say of each number: its risks and its measures.
func saidOf(doc *model.Document) (events, actions map[string]bool) {
	events, actions = map[string]bool{}, map[string]bool{}
	for i := range doc.Registers {
		for j := range doc.Registers[i].Risks {
			r := &doc.Registers[i].Risks[j]
			number := model.NumberKeyOf(r.Number) + "\n"
			events[number+model.Key(r.Event.V)] = r.Event.OK
			for k := range r.Measures {
				m := &r.Measures[k]
				actions[model.NumberKeyOf(m.Number)+"\n"+model.Key(m.Action.V)] = m.Action.OK
				actions[number+model.Key(m.Action.V)] = m.Action.OK
			}
		}
	}
	return events, actions
}
