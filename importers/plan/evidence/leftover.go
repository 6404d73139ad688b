package evidence

import (
	"slices"

	"riskbok/rules/model"
)

// leftover are the conditions under which a column whose heading says nothing is
// taken for a field that the table lacks: by its cells alone, and only where no
// other column that is left could be it. Measured on planted tables in which
// one heading or all are words that mean nothing.
var leftover = struct {
	actionLetters float64 // texts of an action, on average
	ownerLetters  float64 // those of an owner, at most
	ownerUnique   float64 // of the owners that may differ
	fill          float64 // of the rows that have one
	labels        float64 // of a direction's cells that are treatments, or of a reporting's that are periods
}{actionLetters: 12, ownerLetters: 36, ownerUnique: .9, fill: .2, labels: .6}

// Leftover finds, among columns that no field was found for, those that hold a
// field which the table lacks. Known gives the columns of the fields it has.
func (b *Body) Leftover(loose []int, known map[model.Field]int) map[model.Field]*Named {
	out := map[model.Field]*Named{}
	var free []*Column
	for _, c := range b.Columns {
		if slices.Contains(loose, c.Index) && len(c.Strengths) == 0 {
			free = append(free, c)
		}
	}
	for _, f := range []struct {
		field model.Field
		may   func(*Column) (model.Evidence, bool)
	}{
		{model.FieldNumber, b.leftNumber},
		{model.FieldEvent, b.leftEvent},
		{model.FieldReporting, b.leftReporting},
		{model.FieldDirection, func(c *Column) (model.Evidence, bool) { return b.leftDirection(c, known) }},
		{model.FieldOwner, b.leftOwner},
		{model.FieldAction, b.leftAction},
	} {
		if _, has := known[f.field]; has {
			continue
		}
		var may []*Column
		var why model.Evidence
		for _, c := range free {
			if e, ok := f.may(c); ok {
				may, why = append(may, c), e
			}
		}
		if f.field == model.FieldEvent && len(may) > 1 {
			may = may[:1] // of several texts the first names the risk, the others what is done
		}
		if len(may) != 1 || !inOrder(f.field, may[0], known) {
			continue
		}
		out[f.field] = &Named{Column: may[0], Evidence: []model.Evidence{why}}
		free = slices.DeleteFunc(free, func(c *Column) bool { return c == may[0] })
	}
	return out
}

// inOrder reports whether a column stands where its field does: the risk before
// what is done about it.
func inOrder(f model.Field, c *Column, known map[model.Field]int) bool {
	event, has := known[model.FieldEvent]
	switch f {
	case model.FieldAction, model.FieldOwner, model.FieldReporting, model.FieldDirection:
		return !has || c.Index > event
	}
	return true
}

func (b *Body) leftNumber(c *Column) (model.Evidence, bool) {
	return model.Evidence{Kind: model.EvidenceRunning, Weight: weights.running, Of: c.filled}, c.running
}

func (b *Body) leftEvent(c *Column) (model.Evidence, bool) {
	long := c.share.texts >= tolerances.levelShare && c.letters >= leftover.actionLetters && !c.few && float64(c.filled) >= tolerances.eventFill*float64(len(b.Rows)-c.covered)
	return model.Evidence{Kind: model.EvidenceTexts, Weight: weights.texts, Of: int(c.letters)}, long && c.share.unique > .8
}

func (b *Body) leftAction(c *Column) (model.Evidence, bool) {
	long := c.share.texts >= tolerances.levelShare && c.letters >= leftover.actionLetters && c.letters > 0 && float64(c.filled) >= leftover.fill*float64(len(b.Rows))
	return model.Evidence{Kind: model.EvidenceTexts, Weight: weights.texts, Of: int(c.letters)}, long && c.filled > 1
}

func (b *Body) leftOwner(c *Column) (model.Evidence, bool) {
	recur := c.share.texts >= tolerances.levelShare && c.letters <= leftover.ownerLetters && c.share.unique <= leftover.ownerUnique &&
		!c.levelish && float64(c.filled) >= leftover.fill*float64(len(b.Rows))
	if _, degrees := b.degreeShare(c); degrees {
		recur = false
	}
	return model.Evidence{Kind: model.EvidenceFewWords, Weight: weights.recurring}, recur && c.filled > 2
}

// leftReporting: the cells name periods of reporting.
func (b *Body) leftReporting(c *Column) (model.Evidence, bool) {
	n := 0
	for key, times := range c.counts {
		if b.lex.Period(key) {
			n += times
		}
	}
	return model.Evidence{Kind: model.EvidenceLabels, Weight: weights.few, Hits: n, Of: c.filled}, n > 1 && float64(n) >= leftover.labels*float64(c.filled)
}

// leftDirection: the cells are the treatments of another column, or printed
// ones.
func (b *Body) leftDirection(c *Column, known map[model.Field]int) (model.Evidence, bool) {
	at, has := known[model.FieldTreatment]
	if !has {
		return model.Evidence{}, false
	}
	n := 0
	for _, o := range b.Columns {
		if o.Index != at {
			continue
		}
		for key, times := range c.counts {
			if o.counts[key] > 0 {
				n += times
			}
		}
	}
	return model.Evidence{Kind: model.EvidenceLabels, Weight: weights.thresholds, Hits: n, Of: c.filled}, n > 1 && float64(n) >= leftover.labels*float64(c.filled)
}
