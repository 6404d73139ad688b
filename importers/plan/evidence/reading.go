package evidence

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// Reading is the best reading of a body. Valuations are the first and those
// beside it, in the order of the table; none where no columns are levels. Names
// are the other fields that the cells tell. Unclear are fields of which two
// columns claim to be it with too little between them, the likelier first: the
// valuation does not hold those. Refused are valuations that came next, for
// whoever asks why.
type Reading struct {
	Valuations []*Valuation
	Names      map[model.Field]*Named
	Unclear    map[model.Field][]*Column
	Refused    []*Valuation
	Factors    []*Column // three columns whose product is the value: no rule computes that
	Told       float64
	Body       *Body
}

// Named is a column that holds one of the fields beside the valuations, with
// its evidence, and the next likeliest where it is hardly ahead of it.
type Named struct {
	Column   *Column
	Evidence []model.Evidence
	Next     *Column
}

// Weigh gives the best reading of a body.
func Weigh(b *Body) *Reading {
	r := &Reading{Body: b, Names: map[model.Field]*Named{}, Unclear: map[model.Field][]*Column{}}
	all := b.valuations()
	if len(all) == 0 {
		r.Factors = b.factors(nil)
		b.names(r)
		return r
	}
	first := exchanged(all)
	r.Refused = next(all, first)
	r.Told = first.told
	r.Valuations = append([]*Valuation{first}, b.further(all, first)...)
	r.margins(all, first)
	sort.SliceStable(r.Valuations, func(i, j int) bool { return leads(r.Valuations[i], r.Valuations[j]) })
	r.Factors = b.factors(first)
	b.names(r)
	return r
}

// exchanged gives the best valuation, or the best that reads its three columns
// the other way round where their headings are exchanged: nothing makes the value
// that the headings name, and a product the other one.
func exchanged(all []*Valuation) *Valuation {
	first := all[0]
	if first.Value == nil || first.Relation.Kind != "" || len(first.Consequences) != 1 {
		return first
	}
	for _, v := range all[1:] {
		if v.Value == nil || v.Value == first.Value || len(v.Consequences) != 1 || v.Relation.Kind != model.EvidenceProduct ||
			v.Relation.Hits < tolerances.smallBody || v.Relation.Telling < tolerances.telling {
			continue
		}
		if v.sameThree(first) {
			return v.without(model.EvidenceAgainst)
		}
	}
	return first
}

// sameThree reports whether two valuations read the same columns as levels and
// value, whichever is which.
func (v *Valuation) sameThree(o *Valuation) bool {
	three := []*Column{o.Likelihood, o.Consequences[0], o.Value}
	return slices.Contains(three, v.Likelihood) && slices.Contains(three, v.Consequences[0]) && slices.Contains(three, v.Value)
}

// without gives a valuation without one kind of evidence.
func (v *Valuation) without(kind model.EvidenceKind) *Valuation {
	out := *v
	out.Evidence, out.total, out.told = map[model.Field][]model.Evidence{}, 0, 0
	for f, list := range v.Evidence {
		for _, e := range list {
			if e.Kind != kind {
				out.add(f, e)
			}
		}
	}
	return &out
}

// leads reports whether a valuation comes before another: it is one before
// measures and the other is not, or of two years the later, or its headings are
// those of the other without the year that these add, or it stands first.
func leads(a, b *Valuation) bool {
	if a.After() != b.After() {
		return b.After()
	}
	if a.before() != b.before() {
		return a.before()
	}
	if x, y := a.year(), b.year(); x != y {
		switch {
		case x > 0 && y > 0:
			return x > y
		case x > 0 && a.Likelihood.dated(b.Likelihood):
			return false
		case y > 0 && b.Likelihood.dated(a.Likelihood):
			return true
		}
	}
	if a.Likelihood != b.Likelihood {
		return a.Likelihood.Index < b.Likelihood.Index
	}
	return a.Consequences[0].Index < b.Consequences[0].Index
}

// dated reports whether the heading of a column is that of another with a year
// added: what has no year is then this year's.
func (c *Column) dated(plain *Column) bool {
	text := model.Clean(c.Heading.Text)
	y, ok := grid.FindYear(text)
	return ok && grid.HeadingKey(strings.Replace(text, strconv.Itoa(y), "", 1)) == grid.HeadingKey(plain.Heading.Text)
}

// year gives the year that the headings of a valuation state, or 0.
func (v *Valuation) year() int {
	for _, text := range []string{v.Likelihood.Heading.Text, v.Likelihood.Heading.Band} {
		if y, ok := grid.FindYear(text); ok {
			return y
		}
	}
	return 0
}

// next gives the best few valuations that read other levels or another value.
func next(all []*Valuation, first *Valuation) []*Valuation {
	var out []*Valuation
	seen := []valuationKey{first.key()}
	for _, v := range all {
		if !slices.Contains(seen, v.key()) && len(out) < 3 {
			seen = append(seen, v.key())
			out = append(out, v)
		}
	}
	return out
}

// further gives the valuations beside the first, best first: each of other
// columns, but for the consequence, which one after measures may share with the
// first, and for the likelihood, where each consequence has a value of its own. It
// must have a value or a rating and either a relation or headings that
// say what it is.
func (b *Body) further(all []*Valuation, first *Valuation) []*Valuation {
	var out []*Valuation
	for _, v := range all {
		if v.beside(first) && !slices.ContainsFunc(out, func(o *Valuation) bool { return v.overlaps(o) }) {
			out = append(out, v)
		}
	}
	return out
}

// beside reports whether a valuation can stand beside another one.
func (v *Valuation) beside(first *Valuation) bool {
	if v.Value == nil && (v.Rating == nil || first.Value != nil) || v.total < gates.shown {
		return false
	}
	if v.eachConsequence(first) {
		return true
	}
	shares := slices.ContainsFunc(v.Columns(), func(c *Column) bool { return first.holds(c) && !slices.Contains(first.Consequences, c) })
	common := slices.ContainsFunc(v.Consequences, func(c *Column) bool { return slices.Contains(first.Consequences, c) })
	if shares || common && (len(v.Consequences) != len(first.Consequences) || !v.Likelihood.After) {
		return false
	}
	if v.told < gates.told/2 && v.Relation.Kind != model.EvidenceProduct {
		return false
	}
	return v.repeats(first) || v.Relation.proves() || v.Relation.Kind == model.EvidenceFormula || v.Likelihood.After || v.Likelihood.Before
}

// eachConsequence reports whether a valuation is that of another consequence at
// the same likelihood, with a value of its own that follows from both.
func (v *Valuation) eachConsequence(first *Valuation) bool {
	if v.Likelihood != first.Likelihood || v.Value == nil || first.Value == nil || len(v.Consequences) != 1 || len(first.Consequences) != 1 ||
		!v.Relation.proves() || !first.Relation.proves() || v.Relation.Kind != first.Relation.Kind {
		return false
	}
	c, other := v.Consequences[0], first.Consequences[0]
	return !first.holds(c) && !first.holds(v.Value) && (v.Rating == nil || !first.holds(v.Rating)) && (c.headed(model.FieldConsequence) || !other.headed(model.FieldConsequence))
}

// overlaps reports whether two valuations beside the first share a column other
// than the likelihood that they have in common with it.
func (v *Valuation) overlaps(o *Valuation) bool {
	return slices.ContainsFunc(v.Columns(), func(c *Column) bool { return o.holds(c) && !(c == v.Likelihood && v.eachConsequence(o)) })
}

// repeats reports whether a valuation has the headings of another once more.
func (v *Valuation) repeats(o *Valuation) bool {
	same := func(a, b *Column) bool {
		return a.Heading.Text != "" && grid.HeadingKey(a.Heading.Text) == grid.HeadingKey(b.Heading.Text)
	}
	return same(v.Likelihood, o.Likelihood) && same(v.Consequences[0], o.Consequences[0])
}

// margins refuses what is hardly ahead of another reading. Equal columns, an
// exchange of the two levels, which no symmetric relation tells apart, and the
// second valuation do not count against the first.
func (r *Reading) margins(all []*Valuation, first *Valuation) {
	rival := func(v *Valuation) bool {
		return !slices.ContainsFunc(r.Valuations[1:], func(o *Valuation) bool { return slices.ContainsFunc(v.Columns(), o.holds) })
	}
	for _, v := range all {
		if v == first || !rival(v) || first.Value != nil && v.Value != nil && first != all[0] && v.sameThree(first) || first.total-v.total >= Margins.Levels {
			continue
		}
		exchanged := v.Likelihood == first.Consequences[0] && v.Consequences[0] == first.Likelihood
		switch {
		case !exchanged && !alike(v.Likelihood, first.Likelihood):
			r.unclear(model.FieldLikelihood, first.Likelihood, v.Likelihood)
		case !exchanged && len(v.Consequences) == len(first.Consequences) && !alike(v.Consequences[0], first.Consequences[0]):
			r.unclear(model.FieldConsequence, first.Consequences[0], v.Consequences[0])
		case v.Value != nil && first.Value != nil && !alike(v.Value, first.Value) && !first.Relation.proves():
			r.unclear(model.FieldScore, first.Value, v.Value)
		case v.Value != nil && first.Value != nil && !alike(v.Value, first.Value) && v.Relation.proves():
			r.unclear(model.FieldScore, first.Value, v.Value)
		case v.Rating != nil && first.Rating != nil && !alike(v.Rating, first.Rating) && first.total-v.total < Margins.Rating && !first.ratedBefore(v):
			r.unclear(model.FieldTreatment, first.Rating, v.Rating)
		}
	}
}

// ratedBefore reports whether the rating of a valuation stands right behind its
// value and steps with it, and the other's further on, with no heading that says
// anything of either: first comes what is recommended, then what the board does.
func (v *Valuation) ratedBefore(o *Valuation) bool {
	_, headed := v.Rating.strength(model.FieldTreatment)
	_, other := o.Rating.strength(model.FieldTreatment)
	return v.Steps && v.Value != nil && !headed && !other && v.Rating.Index == v.Value.Index+1 && o.Rating.Index > v.Rating.Index
}

func (r *Reading) unclear(f model.Field, a, b *Column) {
	list := r.Unclear[f]
	for _, c := range []*Column{a, b} {
		if !slices.Contains(list, c) {
			list = append(list, c)
		}
	}
	r.Unclear[f] = list
}

// alike reports whether two columns are one, or hold the same.
func alike(a, b *Column) bool {
	return a == b || a != nil && b != nil && slices.Equal(a.keys, b.keys)
}

// factors gives three columns of levels whose product is the value where two
// are not, as a failure mode analysis has them.
func (b *Body) factors(first *Valuation) []*Column {
	if first != nil && first.Relation.proves() && first.Relation.Hits == first.Relation.Of {
		return nil
	}
	var levels []*Column
	for _, c := range b.levelColumns() {
		if c.levelish && len(levels) < tolerances.mostLevels {
			levels = append(levels, c)
		}
	}
	for _, v := range b.Columns {
		if !v.valueLike() {
			continue
		}
		for i := range levels {
			for j := range levels[:i] {
				for k := range levels[:j] {
					g := []*Column{levels[k], levels[j], levels[i]}
					if !slices.Contains(g, v) && productOfThree(g, v.values) {
						return append(g, v)
					}
				}
			}
		}
	}
	return nil
}

func productOfThree(g []*Column, values []int) bool {
	of, hits, telling := 0, 0, 0
	for i, v := range values {
		a, b, c := g[0].levels[i], g[1].levels[i], g[2].levels[i]
		if v == unread || a == unread || b == unread || c == unread {
			continue
		}
		of++
		if a*b*c == v {
			hits++
			if a > 1 && b > 1 && c > 1 {
				telling++
			}
		}
	}
	return of >= tolerances.allRows && float64(hits) >= tolerances.holds*float64(of) && telling >= 2
}
