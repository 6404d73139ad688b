package evidence

import (
	"slices"

	"riskbok/rules/model"
)

// Valuation is one valuation of a table's risks, chosen as a whole: the columns
// of likelihood and consequences, of the value and of the rating (either may be
// nil), how the value follows from the levels, and the evidence of each field.
type Valuation struct {
	Likelihood   *Column
	Consequences []*Column
	Value        *Column
	Rating       *Column
	Relation     Relation
	Steps        bool // the rating steps with the value
	Evidence     map[model.Field][]model.Evidence

	total float64
	told  float64 // what headings, labels and words of degree say of the levels
}

// Total is the weight of all evidence for the valuation.
func (v *Valuation) Total() float64 { return v.total }

// Columns gives the valuation's columns.
func (v *Valuation) Columns() []*Column {
	out := append([]*Column{v.Likelihood}, v.Consequences...)
	for _, c := range []*Column{v.Value, v.Rating} {
		if c != nil {
			out = append(out, c)
		}
	}
	return out
}

func (v *Valuation) holds(c *Column) bool { return slices.Contains(v.Columns(), c) }

// SameColumns reports whether a valuation of another body has its levels and its
// value in the same columns.
func (v *Valuation) SameColumns(o *Valuation) bool { return v.key() == o.key() }

func (v *Valuation) add(f model.Field, e model.Evidence) {
	if e.Weight == 0 {
		return
	}
	v.Evidence[f] = append(v.Evidence[f], e)
	v.total += e.Weight
	if e.Weight > 0 && (f == model.FieldLikelihood || f == model.FieldConsequence) {
		switch e.Kind {
		case model.EvidenceHeading, model.EvidenceBegins, model.EvidenceNear, model.EvidenceLabels, model.EvidenceDegrees:
			v.told += e.Weight
		}
	}
}

// After reports whether the headings say that the valuation is one after
// measures.
func (v *Valuation) After() bool { return v.Likelihood.After || v.Value != nil && v.Value.After }

// before reports whether they say that it is one before.
func (v *Valuation) before() bool { return v.Likelihood.Before || v.Value != nil && v.Value.Before }

// level gives what speaks for a column being one of the two levels.
func (b *Body) level(c *Column, f, other model.Field) []model.Evidence {
	var out []model.Evidence
	if e, ok := c.strength(f); ok {
		out = append(out, e)
	}
	if !c.levelish && !c.few {
		return append(out, model.Evidence{Kind: model.EvidenceAgainst, Weight: weights.against})
	}
	labelled := int(c.labelled*float64(c.filled) + .5)
	switch {
	case c.axis != nil && c.labelled >= half && !c.axis.Usual && c.axis.Field != other:
		out = append(out, model.Evidence{Kind: model.EvidenceLabels, Weight: weights.labels, Hits: labelled, Of: c.filled})
	case c.axis != nil && c.labelled >= half:
		w := weights.otherLabels
		if c.axis.Usual && c.axis.Field == f {
			w = weights.degrees
		}
		out = append(out, model.Evidence{Kind: model.EvidenceLabels, Weight: w, Hits: labelled, Of: c.filled})
	case c.degrees:
		out = append(out, model.Evidence{Kind: model.EvidenceDegrees, Weight: weights.degrees})
	case c.levelish:
		out = append(out, model.Evidence{Kind: model.EvidenceNumbers, Weight: weights.numbers})
	}
	if b.beyond(c, f) && !b.beyond(c, other) {
		out = append(out, model.Evidence{Kind: model.EvidenceAgainst, Weight: weights.beyond})
	}
	switch {
	case c.sorted:
		out = append(out, model.Evidence{Kind: model.EvidenceAgainst, Weight: weights.against})
	case c.running:
		out = append(out, model.Evidence{Kind: model.EvidenceAgainst, Weight: weights.againstRunning})
	}
	return append(out, c.otherwise(f)...)
}

// beyond reports whether levels of a column, more than one, are greater than any
// that the document states for a field.
func (b *Body) beyond(c *Column, f model.Field) bool {
	top := 0
	for i := range b.lex.Axes {
		if a := &b.lex.Axes[i]; !a.Usual && a.Field == f {
			top = max(top, len(a.axis.Levels))
		}
	}
	n := 0
	for _, l := range c.levels {
		if l != unread && l > top {
			n++
		}
	}
	return top > 0 && n > 1
}

// value gives what speaks for a column being the risk value.
func (c *Column) value(top int) []model.Evidence {
	var out []model.Evidence
	if e, ok := c.strength(model.FieldScore); ok {
		out = append(out, e)
	}
	if !c.valueLike() {
		return append(out, model.Evidence{Kind: model.EvidenceAgainst, Weight: weights.against})
	}
	low, high := 0, 0
	for _, v := range c.values {
		if v != unread {
			low, high = min(low, v), max(high, v)
		}
	}
	if c.running {
		out = append(out, model.Evidence{Kind: model.EvidenceAgainst, Weight: weights.againstRunning})
	}
	if high > tolerances.maxValue || low < 0 || c.sorted {
		out = append(out, model.Evidence{Kind: model.EvidenceAgainst, Weight: weights.unlike})
	} else if high > top {
		out = append(out, model.Evidence{Kind: model.EvidenceNumbers, Weight: weights.beyondTop})
	}
	return append(out, c.otherwise(model.FieldScore)...)
}

// rating gives what speaks for a column being the rating of a valuation.
func (b *Body) rating(c *Column, v *Valuation) []model.Evidence {
	var out []model.Evidence
	if e, ok := c.strength(model.FieldTreatment); ok {
		out = append(out, e)
	}
	switch {
	case c.few:
		out = append(out, model.Evidence{Kind: model.EvidenceFewWords, Weight: weights.few})
	case c.letters > float64(tolerances.fewLetters) || c.share.texts < half:
		return append(out, model.Evidence{Kind: model.EvidenceAgainst, Weight: weights.against})
	default:
		out = append(out, model.Evidence{Kind: model.EvidenceAgainst, Weight: weights.manyWords})
	}
	labels := b.thresholdLabels(c)
	if labels > 0 {
		out = append(out, model.Evidence{Kind: model.EvidenceLabels, Weight: weights.thresholds, Hits: labels, Of: c.filled})
	}
	if _, ok := b.degreeShare(c); ok {
		out = append(out, model.Evidence{Kind: model.EvidenceDegrees, Weight: weights.place})
	}
	if v.Value != nil {
		out = append(out, c.beside(v.Value, labels > 0)...)
	}
	if c.After != v.Likelihood.After {
		out = append(out, model.Evidence{Kind: model.EvidenceAgainst, Weight: weights.mixed})
	}
	return out
}

// thresholdLabels gives how many of a column's cells are labels of printed
// thresholds, 0 where most are none.
func (b *Body) thresholdLabels(c *Column) int {
	for _, t := range b.lex.Thresholds {
		n := 0
		for key, times := range c.counts {
			if _, ok := t[key]; ok {
				n += times
			}
		}
		if n*10 >= c.filled*6 {
			return n
		}
	}
	return 0
}

// beside gives what speaks for a rating by the value that it follows from.
// Labels of printed thresholds right behind the value are the rating though many
// are wrong: first comes what is recommended, then what the board does, which
// nothing but a heading calls so.
func (c *Column) beside(value *Column, labels bool) []model.Evidence {
	var out []model.Evidence
	next := c.Index == value.Index+1
	recommended := next && labels && len(c.Strengths) == 0
	if s, ok := stepsWith(c, value.values); ok && s.good() {
		w := weights.steps * min(1, float64(s.of)/6) * float64(s.hits) / float64(s.of)
		out = append(out, model.Evidence{Kind: model.EvidenceSteps, Weight: w, Hits: s.hits, Of: s.of, With: letters(value)})
	} else if ok && !recommended {
		out = append(out, model.Evidence{Kind: model.EvidenceSteps, Weight: -1, Hits: s.hits, Of: s.of, With: letters(value)})
	}
	switch {
	case recommended:
		out = append(out, model.Evidence{Kind: model.EvidencePlace, Weight: weights.recommended})
	case next:
		out = append(out, model.Evidence{Kind: model.EvidencePlace, Weight: weights.place})
	}
	return out
}

// known reports whether evidence tells what a rating's words are: its heading,
// printed thresholds or degrees. Words that only step with the value may be a
// choice ("Transfer"), which nothing computes.
func known(list []model.Evidence) bool {
	return slices.ContainsFunc(list, func(e model.Evidence) bool {
		switch e.Kind {
		case model.EvidenceHeading, model.EvidenceBegins, model.EvidenceNear, model.EvidenceLabels, model.EvidenceDegrees:
			return e.Weight > 0
		}
		return false
	})
}

// sumOfEvidence adds up weights.
func sumOfEvidence(list []model.Evidence) float64 {
	t := 0.0
	for _, e := range list {
		t += e.Weight
	}
	return t
}

// Proves reports whether a closed form of the levels gives the value in most
// rows.
func (v *Valuation) Proves() bool { return v.Relation.proves() && v.Relation.Telling >= 2 }

// Each calls visit with every column of the valuation and its field.
func (v *Valuation) Each(visit func(model.Field, *Column)) {
	visit(model.FieldLikelihood, v.Likelihood)
	for _, c := range v.Consequences {
		visit(model.FieldConsequence, c)
	}
	if v.Value != nil {
		visit(model.FieldScore, v.Value)
	}
	if v.Rating != nil {
		visit(model.FieldTreatment, v.Rating)
	}
}

// Rated reports whether the cells show that the rating is one: it steps with the
// value, or holds the labels of printed thresholds.
func (v *Valuation) Rated() bool {
	return v.Steps || v.labelled()
}

// TellsRating reports whether the rating is one by its heading or its cells, or is all
// that the levels come to: beside a value words of degree that do not follow from it may
// be how far something has come.
func (v *Valuation) TellsRating() bool {
	_, headed := v.Rating.strength(model.FieldTreatment)
	return headed || v.Value == nil || v.Rated()
}

// FreeText reports whether a column of the table holds texts that are too long
// for the words of a rating.
func (b *Body) FreeText(col int) bool {
	return slices.ContainsFunc(b.Columns, func(c *Column) bool {
		return c.Index == col && c.share.texts > half && c.letters > float64(tolerances.fewLetters)
	})
}
