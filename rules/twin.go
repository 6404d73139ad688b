package rules

import "riskbok/rules/model"

// maxTwins is how many risks with one number are compared by their texts.
const maxTwins = 50

// twin finds a risk of the book in another table that a row means: of those
// with its number the one that says the same, else nearly the same; else the one
// with its text to the letter, whatever its number; else the one that its number
// means, unless it means several risks, as where each unit numbers its own from
// 1. skip leaves one table out.
func (c *Case) twin(number, event string, skip *model.Table) *riskRef {
	numbered := c.byNumber[number]
	var text string
	var named []*riskRef
	if event != "" {
		text = model.Key(event)
		named = c.byEvent[text]
	}
	if len(named) <= c.crowds.few && len(numbered) <= c.crowds.few {
		return twinOf(named, numbered, number, event, skip)
	}
	return c.crowds.twins.of(twinKey{number, event, skip}, func() *riskRef {
		if len(named) > c.crowds.few {
			named = c.crowds.texts.of(text, func() *sameText { return newSameText(named) }).of(number)
		}
		return twinOf(named, numbered, number, event, skip)
	})
}

// twinOf finds the risk among those with the text to the letter and those with the
// number.
func twinOf(named, numbered []*riskRef, number, event string, skip *model.Table) *riskRef {
	var firstNamed, first *riskRef
	for _, r := range named {
		switch {
		case &r.entry.Table == skip:
		case number != "" && r.numberKey() == number:
			return r
		case firstNamed == nil:
			firstNamed = r
		}
	}
	several := false
	for _, r := range numbered[:min(len(numbered), maxTwins)] {
		switch {
		case &r.entry.Table == skip:
		case event != "" && r.Event.OK && alike(r.Event.V, event):
			return r
		case first == nil:
			first = r
		default:
			several = several || first.Event.OK && r.Event.OK && !alike(first.Event.V, r.Event.V)
		}
	}
	if firstNamed != nil || several {
		return firstNamed
	}
	return first
}
