package evidence

import (
	"slices"

	"riskbok/rules/model"
)

// names finds the fields beside the valuations: what names the risk first, for
// without it there is no register.
func (b *Body) names(r *Reading) {
	free := slices.Clone(b.Columns)
	for _, v := range r.Valuations {
		free = slices.DeleteFunc(free, v.holds)
	}
	from := 1 << 30
	if len(r.Valuations) > 0 {
		from = r.Valuations[0].Likelihood.Index
	}
	for _, f := range []struct {
		field model.Field
		weigh func(*Column) []model.Evidence
	}{{model.FieldEvent, b.event}, {model.FieldNumber, number}, {model.FieldArea, recurring(model.FieldArea)},
		{model.FieldAction, action}, {model.FieldOwner, recurring(model.FieldOwner)}} {
		n, lead := likeliest(free, f.field, f.weigh, from)
		switch {
		case n == nil:
			continue
		case lead >= Margins.Event:
			n.Next = nil
		case f.field != model.FieldEvent:
			continue // only the risk must be named; of the others nothing is guessed
		}
		r.Names[f.field] = n
		free = slices.DeleteFunc(free, func(c *Column) bool { return c == n.Column })
	}
}

// likeliest gives the column that most speaks for a field, with the next and how
// far it is ahead of it; nil where too little speaks for any. From is the first
// column of the levels.
func likeliest(free []*Column, f model.Field, weigh func(*Column) []model.Evidence, from int) (n *Named, lead float64) {
	n = &Named{}
	most, second := 0.0, 0.0
	for _, c := range free {
		list := placed(c, f, weigh(c), from)
		switch w := sumOfEvidence(list); {
		case w > most:
			second, n.Next = most, n.Column
			most, n.Column, n.Evidence = w, c, list
		case w > second:
			second, n.Next = w, c
		}
	}
	switch {
	case n.Column == nil || most < minimal[f]:
		return nil, 0
	case n.Next == nil:
		return n, Margins.Event
	}
	return n, most - second
}

// placed adds to what speaks for a column that it stands where the field does:
// the risk, its number and its area before the levels, what is done behind them.
func placed(c *Column, f model.Field, list []model.Evidence, from int) []model.Evidence {
	before := f == model.FieldEvent || f == model.FieldNumber || f == model.FieldArea
	if before != (c.Index < from) || sumOfEvidence(list) <= 0 {
		return list
	}
	w := weights.place
	if _, headed := c.strength(f); f == model.FieldEvent && !headed {
		w *= tolerances.unheadedPlace // of two texts that nothing names the risk stands before its levels
	}
	return append(list, model.Evidence{Kind: model.EvidencePlace, Weight: w})
}

// minimal is the least evidence that a field is taken by: leftover columns
// attract fields by their shape, so that area, action and owner need a heading.
var minimal = map[model.Field]float64{
	model.FieldEvent: .9, model.FieldNumber: 1.5, model.FieldArea: 1.6, model.FieldAction: 1.6, model.FieldOwner: 1.6,
}

// event weighs a column as what names the risk.
func (b *Body) event(c *Column) []model.Evidence {
	var out []model.Evidence
	if e, ok := c.strength(model.FieldEvent); ok {
		out = append(out, e)
	}
	if c.share.texts < tolerances.textShare || c.few && c.filled > tolerances.smallBody || c.letters < float64(tolerances.shortText) {
		return append(out, model.Evidence{Kind: model.EvidenceAgainst, Weight: weights.unlike})
	}
	out = append(out, model.Evidence{Kind: model.EvidenceTexts, Weight: weights.texts * min(1, c.letters/float64(tolerances.longLetters)), Of: int(c.letters)})
	if c.share.unique > tolerances.unique {
		out = append(out, model.Evidence{Kind: model.EvidenceRunning, Weight: weights.recurring})
	}
	if c.covered > 0 && b.overSeveral(c) {
		out = append(out, model.Evidence{Kind: model.EvidenceAgainst, Weight: weights.doubt})
	} else if c.covered > 0 {
		// merged over the rows of its measures, as only what is said once a risk is
		out = append(out, model.Evidence{Kind: model.EvidencePlace, Weight: weights.place})
	}
	if b.perMeasure(c) {
		out = append(out, model.Evidence{Kind: model.EvidenceAgainst, Weight: weights.against})
	}
	if float64(c.filled) < tolerances.eventFill*float64(len(b.Rows)-c.covered) {
		out = append(out, model.Evidence{Kind: model.EvidenceAgainst, Weight: weights.doubt})
	}
	return append(out, c.otherwise(model.FieldEvent)...)
}

// otherwise is what a heading that is surely of another field weighs against
// this one.
func (c *Column) otherwise(fields ...model.Field) []model.Evidence {
	most, own := 0.0, 0.0
	for _, s := range c.Strengths {
		e, _ := c.strength(s.Field)
		if slices.Contains(fields, s.Field) {
			own = max(own, e.Weight)
		} else {
			most = max(most, e.Weight)
		}
	}
	if own >= most || most < weights.begins*tolerances.surely {
		return nil
	}
	return []model.Evidence{{Kind: model.EvidenceAgainst, Weight: -most}}
}

func number(c *Column) []model.Evidence {
	var out []model.Evidence
	if e, ok := c.strength(model.FieldNumber); ok {
		out = append(out, e)
	}
	switch {
	case c.running:
		return append(out, model.Evidence{Kind: model.EvidenceRunning, Weight: weights.running})
	case c.share.unique > tolerances.allUnique && c.letters < tolerances.numberLetters:
		return append(out, model.Evidence{Kind: model.EvidenceRunning, Weight: weights.unique})
	}
	return append(out, model.Evidence{Kind: model.EvidenceAgainst, Weight: weights.unlike})
}

func action(c *Column) []model.Evidence {
	e, ok := c.strength(model.FieldAction)
	if !ok || c.share.texts < tolerances.textShare || c.letters < float64(tolerances.shortText) {
		return nil
	}
	return append([]model.Evidence{e}, c.otherwise(model.FieldAction)...)
}

// recurring weighs a column as one of short words that recur, which only its
// heading can tell from others.
func recurring(f model.Field) func(*Column) []model.Evidence {
	return func(c *Column) []model.Evidence {
		e, ok := c.strength(f)
		if !ok || c.share.texts < tolerances.textShare || c.letters > tolerances.recurringLetters {
			return nil
		}
		out := []model.Evidence{e}
		if c.share.unique < tolerances.recurring {
			out = append(out, model.Evidence{Kind: model.EvidenceFewWords, Weight: weights.recurring})
		}
		return append(out, c.otherwise(f)...)
	}
}
