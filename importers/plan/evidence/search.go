package evidence

import (
	"slices"
	"sort"

	"riskbok/rules/model"
)

// valuations gives the valuations that a body could hold, best first.
func (b *Body) valuations() []*Valuation {
	levels := b.levelColumns()
	groups := b.consequenceGroups(levels)
	best := map[valuationKey]*Valuation{}
	keep := func(v *Valuation) {
		k := v.key()
		if o := best[k]; o == nil || v.total > o.total {
			best[k] = v
		}
	}
	for _, l := range levels {
		for _, g := range groups {
			if slices.Contains(g, l) {
				continue
			}
			b.pair(l, g, keep)
		}
	}
	out := make([]*Valuation, 0, len(best))
	for _, v := range best {
		out = append(out, v)
	}
	sortValuations(out)
	if len(out) > tolerances.best {
		out = out[:tolerances.best]
	}
	for _, v := range slices.Clone(out) {
		out = append(out, b.rated(v)...)
	}
	sortValuations(out)
	return out
}

// valuationKey tells valuations apart by their levels and value.
type valuationKey struct{ likelihood, first, last, value int }

func (v *Valuation) key() valuationKey {
	k := valuationKey{v.Likelihood.Index, v.Consequences[0].Index, v.Consequences[len(v.Consequences)-1].Index, -1}
	if v.Value != nil {
		k.value = v.Value.Index
	}
	return k
}

func sortValuations(all []*Valuation) {
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].total != all[j].total {
			return all[i].total > all[j].total
		}
		a, b := all[i].key(), all[j].key()
		return slices.Compare([]int{a.likelihood, a.first, a.last, a.value}, []int{b.likelihood, b.first, b.last, b.value}) < 0
	})
}

// levelColumns gives the columns that are tried as levels.
func (b *Body) levelColumns() []*Column {
	var out []*Column
	for _, c := range b.Columns {
		if c.levelish || c.few && !c.running {
			out = append(out, c)
		}
	}
	if len(out) <= tolerances.mostLevels {
		return out
	}
	worth := func(c *Column) float64 {
		w := c.labelled
		for _, f := range []model.Field{model.FieldLikelihood, model.FieldConsequence} {
			if e, ok := c.strength(f); ok {
				w = max(w, e.Weight)
			}
		}
		if c.levelish {
			w++
		}
		return w
	}
	sort.SliceStable(out, func(i, j int) bool { return worth(out[i]) > worth(out[j]) })
	out = out[:tolerances.mostLevels]
	sort.SliceStable(out, func(i, j int) bool { return out[i].Index < out[j].Index })
	return out
}

// consequenceGroups gives the columns that could be the consequence: each
// alone, and runs of neighbours of which all are levels and one at least is
// headed as a consequence, or as none.
func (b *Body) consequenceGroups(levels []*Column) [][]*Column {
	var out [][]*Column
	for _, c := range levels {
		out = append(out, []*Column{c})
	}
	for i := range levels {
		for j := i + 2; j <= min(len(levels), i+tolerances.consequences); j++ {
			run := levels[i:j]
			if i > 0 && alsoConsequence(levels[i-1], run) || j < len(levels) && alsoConsequence(levels[j], run) {
				continue // one of several is not left out
			}
			if run[len(run)-1].Index-run[0].Index == len(run)-1 && !slices.ContainsFunc(run, func(c *Column) bool {
				return !c.levelish || c.headed(model.FieldLikelihood) || c.headed(model.FieldScore) || c.formulas > half || c.After != run[0].After
			}) {
				out = append(out, slices.Clone(run))
			}
		}
	}
	return out
}

// alsoConsequence reports whether a column beside a run of consequences is one
// of them: headed as they are, or under the same text.
func alsoConsequence(c *Column, run []*Column) bool {
	first, last := run[0], run[len(run)-1]
	if c.Index != first.Index-1 && c.Index != last.Index+1 || !c.levelish || c.After != first.After || c.headed(model.FieldLikelihood) {
		return false
	}
	headed := true
	for _, o := range run {
		headed = headed && o.headed(model.FieldConsequence)
	}
	return headed && c.headed(model.FieldConsequence) || first.Heading.Band != "" && c.Heading.Band == first.Heading.Band && last.Heading.Band == first.Heading.Band
}

// pair weighs a likelihood and consequences with every column that could be
// their value, and without one.
func (b *Body) pair(l *Column, g []*Column, keep func(*Valuation)) {
	top := 5
	bare := b.weigh(l, g, nil, Relation{}, 0, top)
	sure := bare.told >= gates.told
	if (sure || bare.worded()) && len(g) == 1 {
		keep(bare)
	}
	for _, v := range b.Columns {
		if v == l || slices.Contains(g, v) || !v.valueLike() {
			continue
		}
		r, w := relate(l, g, v)
		named := v.formulas >= tolerances.formulaShare && v.formula.joins(l, g)
		if w == 0 && !named && v.running && !v.headed(model.FieldScore) {
			continue
		}
		if w == 0 && !named {
			if len(g) == 1 && sure && (!v.constant || v.headed(model.FieldScore)) {
				b.headedValue(l, g, v, top, keep)
			}
			continue
		}
		s := b.weigh(l, g, v, r, w, top)
		if named {
			if s.Relation.Kind == "" {
				s.Relation = Relation{Kind: model.EvidenceFormula, Hits: v.filled, Of: v.filled, Telling: v.filled}
			}
			s.add(model.FieldScore, model.Evidence{Kind: model.EvidenceFormula, Weight: weights.formula, With: letters(append([]*Column{l}, g...)...)})
		}
		keep(s)
	}
}

// headedValue weighs a value that no closed form makes out of the levels: one
// that rises with both, or that its heading names.
func (b *Body) headedValue(l *Column, g []*Column, v *Column, top int, keep func(*Valuation)) {
	if l.levelish && g[0].levelish {
		if r, ok := rises(l.levels, g[0].levels, v.values); ok {
			keep(b.weigh(l, g, v, r, r.rising(), top))
			return
		}
	}
	if v.headed(model.FieldScore) {
		keep(b.weigh(l, g, v, Relation{}, 0, top))
	}
}

// joins reports whether a form makes the value out of just these levels.
func (f form) joins(l *Column, g []*Column) bool {
	if f.kind <= otherForm {
		return false
	}
	cols := include(nil, l.Index)
	for _, c := range g {
		cols = include(cols, c.Index)
	}
	if len(g) > 1 && f.kind != greatestOf {
		return false
	}
	extra := 0
	for _, c := range f.cols {
		if !slices.Contains(cols, c) {
			extra++ // a test for an empty cell
		}
	}
	for _, c := range cols {
		if !slices.Contains(f.cols, c) {
			return false
		}
	}
	return extra <= 1
}

// weigh adds up the evidence of one valuation.
func (b *Body) weigh(l *Column, g []*Column, v *Column, r Relation, w float64, top int) *Valuation {
	s := &Valuation{Likelihood: l, Consequences: g, Value: v, Relation: r, Evidence: map[model.Field][]model.Evidence{}}
	for _, e := range b.level(l, model.FieldLikelihood, model.FieldConsequence) {
		s.add(model.FieldLikelihood, e)
	}
	for _, c := range g {
		for _, e := range b.level(c, model.FieldConsequence, model.FieldLikelihood) {
			e.Weight /= float64(len(g))
			s.add(model.FieldConsequence, e)
		}
	}
	if len(g) > 1 && w > 0 {
		s.add(model.FieldConsequence, model.Evidence{Kind: model.EvidencePlace, Weight: weights.place})
	}
	last := max(l.Index, g[len(g)-1].Index)
	if first := min(l.Index, g[0].Index); last-first == len(g) {
		s.add(model.FieldConsequence, model.Evidence{Kind: model.EvidencePlace, Weight: weights.place})
	}
	if l.Index > g[0].Index {
		s.add(model.FieldLikelihood, model.Evidence{Kind: model.EvidencePlace, Weight: -weights.place / 2})
	}
	after := map[bool]bool{l.After: true}
	for _, c := range g {
		after[c.After] = true
	}
	if v != nil {
		for _, e := range v.value(top) {
			s.add(model.FieldScore, e)
		}
		if w > 0 {
			s.add(model.FieldScore, model.Evidence{Kind: r.Kind, Weight: w, Hits: r.Hits, Of: r.Of, With: letters(append([]*Column{l}, g...)...)})
		}
		if v.Index > last && v.Index <= last+2 {
			s.add(model.FieldScore, model.Evidence{Kind: model.EvidencePlace, Weight: weights.place})
		}
		after[v.After] = true
	}
	switch {
	case b.apart(s):
		s.add(model.FieldLikelihood, model.Evidence{Kind: model.EvidenceAgainst, Weight: weights.apart})
	case len(after) > 1:
		s.add(model.FieldLikelihood, model.Evidence{Kind: model.EvidenceAgainst, Weight: weights.mixed})
	}
	return s
}

// rated gives a valuation once for each column that could be its rating and
// makes it surer.
func (b *Body) rated(v *Valuation) []*Valuation {
	var out []*Valuation
	for _, c := range b.Columns {
		if v.holds(c) || !c.few && !c.headed(model.FieldTreatment) || b.otherLevels(c) || c.chosen() || v.ahead(c) {
			continue
		}
		list := b.rating(c, v)
		if sumOfEvidence(list) <= 0 || !known(list) {
			continue
		}
		r := *v
		r.Rating, r.Evidence = c, map[model.Field][]model.Evidence{}
		for f, e := range v.Evidence {
			r.Evidence[f] = slices.Clone(e)
		}
		for _, e := range list {
			r.add(model.FieldTreatment, e)
			r.Steps = r.Steps || e.Kind == model.EvidenceSteps && e.Weight > 0
		}
		out = append(out, &r)
	}
	return out
}

// chosen reports whether a column's heading surely calls it the board's choice. Its
// words are those of the ratings and mostly go with a value, also with that of another
// valuation, so that only the heading tells it apart from what is computed.
func (c *Column) chosen() bool {
	direction, ok := c.strength(model.FieldDirection)
	treatment, _ := c.strength(model.FieldTreatment)
	return ok && direction.Weight >= weights.begins*tolerances.surely && direction.Weight > treatment.Weight
}

// ahead reports whether a column stands before all of a valuation after measures and
// its heading says nothing of these: with the valuation before them stand its rating and
// what is chosen by it, whose words go with the later value, too, where that is hardly lower.
func (v *Valuation) ahead(c *Column) bool {
	return v.After() && !c.After && !slices.ContainsFunc(v.Columns(), func(o *Column) bool { return o.After && o.Index < c.Index })
}

// otherLevels reports whether a column is of levels by its words, and by its heading or
// because the document names its ratings and none of them stands there, as those of what
// remains after the measures are: that its words go with a value makes it no rating.
func (b *Body) otherLevels(c *Column) bool {
	if c.headed(model.FieldTreatment) || c.axis == nil || c.labelled < tolerances.levelShare || b.thresholdLabels(c) > 0 {
		return false
	}
	_, likelihood := c.strength(model.FieldLikelihood)
	_, consequence := c.strength(model.FieldConsequence)
	return likelihood || consequence || !c.axis.Usual && len(b.lex.Thresholds) > 0
}
