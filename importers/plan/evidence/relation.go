package evidence

import (
	"slices"

	"riskbok/rules/model"
)

// Relation is how a value follows from the levels of its row.
type Relation struct {
	Kind    model.EvidenceKind // product, sum, maximum, rises or formula; "" for none
	Hits    int                // rows in which it holds
	Of      int                // rows that have all that it needs
	Telling int                // different rows that would show another relation
}

// proves reports whether a relation says what the value is, and not only which
// way it goes.
func (r Relation) proves() bool {
	return r.Kind == model.EvidenceProduct || r.Kind == model.EvidenceSum || r.Kind == model.EvidenceMaximum
}

// relations are the closed forms that are tried, with the weight of each.
var relations = []struct {
	kind    model.EvidenceKind
	weight  *float64
	compute func(l, c int) int
}{
	{model.EvidenceProduct, &weights.product, func(l, c int) int { return l * c }},
	{model.EvidenceSum, &weights.sum, func(l, c int) int { return l + c }},
	{model.EvidenceMaximum, &weights.maximum, func(l, c int) int { return max(l, c) }},
}

// reading is one way to read a column as levels.
type reading struct {
	levels []int
	rows   bool // the order is that of the rows' own values: it proves less
}

// readings gives the ways to read a column as levels beside a value: its own
// numbers; for a list of labels without numbers also counted from the end; for
// words of which nothing tells the order, that of the values beside them.
func (c *Column) readings(values []int) []reading {
	var out []reading
	if c.levelish {
		out = append(out, reading{levels: c.levels})
		if c.axis != nil && c.labelled > half && !c.axis.Printed {
			out = append(out, reading{levels: reversed(c.levels, len(c.axis.axis.Levels))})
		}
	}
	if c.degrees || !c.levelish && c.few {
		if ranks := c.ranksBy(values); ranks != nil {
			out = append(out, reading{levels: ranks, rows: true})
		}
	}
	return out
}

func reversed(levels []int, n int) []int {
	out := slices.Clone(levels)
	for i, v := range out {
		if v != unread {
			out[i] = n + 1 - v
		}
	}
	return out
}

// ranksBy orders a column's words by the middle of the values beside them.
func (c *Column) ranksBy(values []int) []int {
	beside := map[string][]int{}
	for i, key := range c.keys {
		if key != "" && values[i] != unread {
			beside[key] = append(beside[key], values[i])
		}
	}
	if len(beside) < 2 || len(beside) > tolerances.distinct {
		return nil
	}
	var words []string
	for word, v := range beside {
		slices.Sort(v)
		words = append(words, word)
	}
	slices.SortFunc(words, func(a, b string) int {
		x, y := beside[a], beside[b]
		if d := x[len(x)/2] - y[len(y)/2]; d != 0 {
			return d
		}
		if a < b {
			return -1
		}
		return 1
	})
	out := make([]int, len(c.keys))
	for i, key := range c.keys {
		out[i] = unread
		if k := slices.Index(words, key); k >= 0 {
			out[i] = k + 1
		}
	}
	return out
}

// greatest gives the greatest level of several columns on each row.
func greatest(columns []*Column) []int {
	out := slices.Clone(columns[0].levels)
	for _, c := range columns[1:] {
		for i, v := range c.levels {
			out[i] = max(out[i], v)
		}
	}
	return out
}

// holds counts the rows in which a value is what a function makes of two
// levels. Telling are different rows that another function would miss: for a
// product those without a factor 0 or 1.
func holds(l, c, values []int, kind model.EvidenceKind, compute func(l, c int) int) Relation {
	r := Relation{Kind: kind}
	telling := map[[3]int]bool{}
	for i, v := range values {
		if l[i] == unread || c[i] == unread || v == unread {
			continue
		}
		r.Of++
		if compute(l[i], c[i]) != v {
			continue
		}
		r.Hits++
		if kind != model.EvidenceProduct || l[i] > 1 && c[i] > 1 {
			telling[[3]int{l[i], c[i], v}] = true
		}
	}
	r.Telling = len(telling)
	return r
}

// counts reports whether a relation holds in enough rows to be one.
func (r Relation) counts(filled int) bool {
	switch {
	case r.Of < 2 || r.Of*2 < filled:
		return false
	case r.Of <= tolerances.allRows:
		return r.Hits == r.Of && r.Telling >= 2
	}
	return float64(r.Hits) >= tolerances.holds*float64(r.Of)
}

// relate finds the closed form that makes a value out of a likelihood and one or
// several consequences, with its evidence; the zero Relation where none does.
func relate(l *Column, consequences []*Column, v *Column) (Relation, float64) {
	var best Relation
	most := 0.0
	seconds := []reading{{levels: greatest(consequences)}}
	if len(consequences) == 1 {
		seconds = consequences[0].readings(v.values)
	}
	for _, first := range l.readings(v.values) {
		for _, second := range seconds {
			if r, w := closest(l, consequences, v, first, second); w > most {
				best, most = r, w
			}
		}
	}
	return best, most
}

// closest finds the closed form for one way to read the levels.
func closest(l *Column, consequences []*Column, v *Column, first, second reading) (best Relation, most float64) {
	products := 0
	for _, f := range relations {
		if len(consequences) > 1 && f.kind != model.EvidenceProduct || f.kind == model.EvidenceMaximum && (alike(l, v) || alike(consequences[0], v)) {
			continue
		}
		r := holds(first.levels, second.levels, v.values, f.kind, f.compute)
		if !r.counts(v.filled) || r.Hits < products {
			continue
		}
		w := *f.weight * r.strength(first.rows || second.rows, l.constant || consequences[0].constant)
		if f.kind == model.EvidenceProduct {
			products = r.Hits // with a factor 1 the greatest is the product, too
			if !first.rows && !second.rows {
				w = max(w, asRises(first.levels, second.levels, v.values))
			}
		}
		if w > most {
			best, most = r, w
		}
	}
	return best, most
}

// strength is the share of its weight that a relation has: with few telling
// rows, with rows that do not hold, with an order that the rows themselves gave
// and beside a level that never changes it proves less.
func (r Relation) strength(byRows, constant bool) float64 {
	agree := float64(r.Hits) / float64(r.Of)
	s := min(1, float64(r.Telling)/float64(tolerances.telling)) * agree * agree
	if byRows {
		s *= tolerances.byRows
	}
	if constant {
		s *= tolerances.constant
	}
	return s
}

// asRises gives what a product is worth at least: where it rises with both levels
// as well, the few rows that tell it from a sum make it no less sure than what
// only rises.
func asRises(l, c, values []int) float64 {
	r, ok := rises(l, c, values)
	if !ok {
		return 0
	}
	return r.rising()
}

// rising is the weight of a value that only rises with its levels.
func (r Relation) rising() float64 {
	return weights.rises * (1 - 2*float64(r.Of-r.Hits)/float64(r.Of))
}

// point is the two levels and the value of a row.
type point struct{ l, c, v int }

// contradicts reports whether a value falls from one row to the other where no
// level does.
func (p point) contradicts(q point) bool {
	return p.l <= q.l && p.c <= q.c && p.v > q.v || p.l >= q.l && p.c >= q.c && p.v < q.v
}

// rises tells whether a value never falls where a level rises, whatever the
// matrix: rows are taken away until no two contradict each other.
func rises(l, c, values []int) (Relation, bool) {
	var pts []point
	pairs, different := map[[2]int]bool{}, map[int]bool{}
	for i, v := range values {
		if l[i] != unread && c[i] != unread && v != unread && len(pts) < tolerances.rows/2 {
			pts = append(pts, point{l[i], c[i], v})
			pairs[[2]int{l[i], c[i]}], different[v] = true, true
		}
	}
	if len(pts) < 5 || len(pairs) < 4 || len(different) < 3 {
		return Relation{}, false
	}
	out, ok := contradicting(pts, (1-tolerances.holds)*float64(len(pts)))
	if !ok {
		return Relation{}, false
	}
	return Relation{Kind: model.EvidenceRises, Hits: len(pts) - out, Of: len(pts), Telling: len(pairs)}, true
}

// contradicting counts the rows that must go before no two contradict each
// other, each time the one with most against it; ok is false where those are
// more than the most.
func contradicting(pts []point, most float64) (out int, ok bool) {
	against := make([]map[int]bool, len(pts))
	for i, p := range pts {
		against[i] = map[int]bool{}
		for j, q := range pts[:i] {
			if p.contradicts(q) {
				against[i][j], against[j][i] = true, true
			}
		}
	}
	for {
		worst := 0
		for i := range against {
			if len(against[i]) > len(against[worst]) {
				worst = i
			}
		}
		if len(against[worst]) == 0 {
			return out, true
		}
		for j := range against[worst] {
			delete(against[j], worst)
		}
		against[worst] = nil
		if out++; float64(out) > most {
			return out, false
		}
	}
}
