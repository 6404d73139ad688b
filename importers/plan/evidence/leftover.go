package evidence

import (
	"cmp"
	"maps"
	"slices"

	"riskbok/rules/model"
)

// leftover are the conditions under which a column whose heading says nothing is
// taken for a field that the table lacks: by its cells alone, and only where no
// other column that is left could be it. Measured on planted tables in which
// one heading or all are words that mean nothing.
var leftover = struct {
	actionLetters  float64 // texts of an action, on average
	actionLead     float64 // of their length that the texts of another column may have where the longest are the action
	riskUnique     float64 // of the risks, each counted once, whose texts differ
	ownerLetters   float64 // those of an owner, at most
	ownerUnique    float64 // of the owners that may differ
	fill           float64 // of the rows that have one
	actionOpenings int     // words that such texts begin with, at least: more than a scale has treatments
	actionOpens    float64 // of the texts, counted once, that begin with a word of their own
	labels         float64 // of a direction's cells that are treatments, of a reporting's that are periods, or of an owner's that name one
}{actionLetters: 12, actionLead: .6, riskUnique: .8, ownerLetters: 36, ownerUnique: .9, fill: .2, actionOpenings: 6, actionOpens: .6, labels: .6}

// Leftover finds, among columns that no field was found for, those that hold a
// field which the table lacks. Known gives the columns of the fields it has.
func (b *Body) Leftover(loose []int, known map[model.Field]int) map[model.Field]*Named {
	out, has := map[model.Field]*Named{}, maps.Clone(known)
	if has == nil {
		has = map[model.Field]int{}
	}
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
		{model.FieldAction, b.leftAction},
		{model.FieldOwner, func(c *Column) (model.Evidence, bool) { return b.leftOwner(c, known) }},
	} {
		if _, ok := known[f.field]; ok {
			continue
		}
		n := likeliestLeft(free, f.field, has, f.may)
		if n == nil {
			continue
		}
		out[f.field] = n
		has[f.field] = n.Column.Index
		free = slices.DeleteFunc(free, func(c *Column) bool { return c == n.Column })
	}
	return out
}

// likeliestLeft gives the column that alone could be a field where it stands:
// of several texts the first names the risk, and one much longer than the others
// what is done.
func likeliestLeft(free []*Column, f model.Field, has map[model.Field]int, may func(*Column) (model.Evidence, bool)) *Named {
	var all []*Named
	for _, c := range free {
		if e, ok := may(c); ok && inOrder(f, c, has) {
			all = append(all, &Named{Column: c, Evidence: []model.Evidence{e}})
		}
	}
	if f == model.FieldAction {
		if reporting, ok := has[model.FieldReporting]; ok && slices.ContainsFunc(all, func(n *Named) bool { return n.Column.Index < reporting }) {
			// what was done, behind it, is told in texts as long
			all = slices.DeleteFunc(all, func(n *Named) bool { return n.Column.Index > reporting })
		}
		slices.SortStableFunc(all, func(a, b *Named) int { return cmp.Compare(b.Column.letters, a.Column.letters) })
	}
	switch {
	case len(all) == 0:
		return nil
	case len(all) == 1 || f == model.FieldEvent:
		return all[0]
	case f == model.FieldNumber && sameNumbers(all[0].Column, all[1].Column):
		return all[0] // the other stands again in front of what is done
	case f == model.FieldAction && all[1].Column.letters <= leftover.actionLead*all[0].Column.letters:
		return all[0]
	}
	return nil
}

// sameNumbers reports whether two columns hold the same numbers, but for slips.
func sameNumbers(a, b *Column) bool {
	same := 0
	for i, key := range a.keys {
		if key != "" && key == b.keys[i] {
			same++
		}
	}
	return same > 2 && float64(same) >= tolerances.holds*float64(b.filled)
}

// inOrder reports whether a column stands where its field does: the risk before
// what is done about it.
func inOrder(f model.Field, c *Column, known map[model.Field]int) bool {
	event, has := known[model.FieldEvent]
	for _, o := range []model.Field{model.FieldAction, model.FieldOwner, model.FieldReporting, model.FieldDirection} {
		if at, ok := known[o]; ok && has && at >= 0 && at < event {
			return true // the columns stand in an order of their own
		}
	}
	switch f {
	case model.FieldAction, model.FieldOwner, model.FieldReporting, model.FieldDirection:
		return !has || c.Index > event
	}
	return true
}

// NumbersAgain gives the column without known heading that has the numbers of
// another, but for slips: of the two the right one is the plan's, which stand again
// in front of what is done.
func (b *Body) NumbersAgain(at int, loose []int) *Named {
	numbers := b.At(at)
	if numbers == nil {
		return nil
	}
	for _, c := range b.Columns {
		if c.Index == at || !slices.Contains(loose, c.Index) || len(c.Strengths) > 0 || !c.running {
			continue
		}
		if sameNumbers(numbers, c) {
			return &Named{Column: c, Evidence: []model.Evidence{{Kind: model.EvidenceRunning, Weight: weights.running, Of: c.filled}}}
		}
	}
	return nil
}

func (b *Body) leftNumber(c *Column) (model.Evidence, bool) {
	return model.Evidence{Kind: model.EvidenceRunning, Weight: weights.running, Of: c.filled}, c.running
}

func (b *Body) leftEvent(c *Column) (model.Evidence, bool) {
	long := c.share.texts >= tolerances.levelShare && c.letters >= leftover.actionLetters && !c.few && float64(c.filled) >= tolerances.eventFill*float64(len(b.Rows)-c.covered)
	long = long && !b.roles(c)
	return model.Evidence{Kind: model.EvidenceTexts, Weight: weights.texts, Of: int(c.letters)}, long && c.uniqueRuns() > leftover.riskUnique && !b.perMeasure(c) ||
		long && b.perRisk(c)
}

func (b *Body) leftAction(c *Column) (model.Evidence, bool) {
	long := c.share.texts >= tolerances.levelShare && c.letters >= leftover.actionLetters && c.letters > 0 && float64(c.filled) >= leftover.fill*float64(len(b.Rows))
	return model.Evidence{Kind: model.EvidenceTexts, Weight: weights.texts, Of: int(c.letters)}, long && c.filled > 1 && !b.roles(c)
}

// Actions gives a column that says of each risk in its own words what is done
// about it, whatever its heading promises; nil: the column at col is none. Treatments
// begin with one of a few words, be it that each has a remark behind it.
func (b *Body) Actions(col int) *Named {
	c := b.At(col)
	if c == nil {
		return nil
	}
	e, ok := b.leftAction(c)
	openings := map[string]bool{}
	for key := range c.counts {
		openings[model.LeadingWord(key)] = true
	}
	if !ok || len(openings) < leftover.actionOpenings || float64(len(openings)) < leftover.actionOpens*float64(len(c.counts)) {
		return nil
	}
	return &Named{Column: c, Evidence: []model.Evidence{e}}
}

// leftOwner: the cells are few words that recur, and no levels or treatments, whose
// words go with the value.
func (b *Body) leftOwner(c *Column, known map[model.Field]int) (model.Evidence, bool) {
	recur := c.share.texts >= tolerances.levelShare && c.letters <= leftover.ownerLetters && c.share.unique <= leftover.ownerUnique &&
		!c.levelish && float64(c.filled) >= leftover.fill*float64(len(b.Rows))
	if _, degrees := b.degreeShare(c); degrees || b.stepsWithValue(c, known) {
		recur = false
	}
	recur = recur || b.roles(c)
	return model.Evidence{Kind: model.EvidenceFewWords, Weight: weights.recurring}, recur && c.filled > 2
}

// stepsWithValue reports whether the words of a column follow from the value of the
// risk beside them.
func (b *Body) stepsWithValue(c *Column, known map[model.Field]int) bool {
	at, ok := known[model.FieldScore]
	if !ok {
		return false
	}
	value := b.At(at)
	if value == nil {
		return false
	}
	s, ok := stepsWith(c, value.values)
	return ok && s.good()
}

// Roles reports whether most cells of a column name one who answers for something.
func (b *Body) Roles(col int) bool {
	c := b.At(col)
	return c != nil && b.roles(c)
}

// statedTreatments: most cells are the treatments of one table of the document's.
func (b *Body) statedTreatments(c *Column) (model.Evidence, bool) {
	most := 0
	for _, names := range b.lex.Thresholds {
		n := 0
		for key, times := range c.counts {
			if _, ok := names[key]; ok {
				n += times
			}
		}
		most = max(most, n)
	}
	return model.Evidence{Kind: model.EvidenceLabels, Weight: weights.thresholds, Hits: most, Of: c.filled}, most > 1 && float64(most) >= leftover.labels*float64(c.filled)
}

// roles reports whether most cells name one who answers for something.
func (b *Body) roles(c *Column) bool {
	n := 0
	for key, times := range c.counts {
		if b.lex.Role(key) {
			n += times
		}
	}
	return n > 1 && float64(n) >= leftover.labels*float64(c.filled) && c.letters <= leftover.ownerLetters
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
		return b.statedTreatments(c)
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
