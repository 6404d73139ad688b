package compare

import (
	"cmp"
	"slices"
	"strings"

	"riskbok/rules/model"
)

// How alike texts must be. With the same number less is asked for; a second
// candidate within the margin makes a match ambiguous.
const (
	sameNumberAlike = 0.4
	anyAlike        = 0.55
	actionAlike     = 0.8
	margin          = 0.1
)

// link is the old risk that a new one is matched with.
type link struct {
	old *Risk
	Match
}

// matching is the work of matching the risks of two editions.
type matching struct {
	old, new []*Risk
	links    map[*Risk]link // by new risk
	taken    map[*Risk]bool // old risks

	unnumbered [2]map[string]bool // the units of which an edition numbers no risk, "" of the board
}

// match finds for each new risk the old one that it was, the safest evidence
// first: the same text, the same number with texts alike, texts alike, the
// same number and action. What is left over was added or dropped.
func match(old, new []*Risk) *matching {
	m := &matching{old: old, new: new, links: map[*Risk]link{}, taken: map[*Risk]bool{}, unnumbered: [2]map[string]bool{unnumbered(old), unnumbered(new)}}
	m.sameText()
	m.sameNumber()
	m.nearText()
	m.sameAction()
	return m
}

func (m *matching) join(o, n *Risk, by MatchedBy, score float64) {
	m.taken[o] = true
	m.links[n] = link{o, Match{By: by, Score: score}}
}

func (m *matching) free(n *Risk) bool { _, linked := m.links[n]; return !linked }

// sameText joins risks with the same text. Where several have it, number, area
// and order decide, in that order; if it is order that must, the match is
// ambiguous.
func (m *matching) sameText() {
	groups := map[string][]*Risk{}
	for _, o := range m.old {
		if o.text != "" {
			groups[o.text] = append(groups[o.text], o)
		}
	}
	mine := map[string][]*Risk{}
	var order []string
	for _, n := range m.new {
		if n.text != "" && len(groups[n.text]) > 0 {
			if len(mine[n.text]) == 0 {
				order = append(order, n.text)
			}
			mine[n.text] = append(mine[n.text], n)
		}
	}
	var several [][2][]*Risk
	for _, text := range order {
		old, new := groups[text], mine[text]
		switch {
		case len(old) == 1 && len(new) == 1:
			m.join(old[0], new[0], ByText, 1)
			continue
		case inUnits(old, new):
			m.joinBy(old, new, func(r *Risk) (any, bool) { return r.name, r.name != "" })
			m.joinBy(old, new, func(r *Risk) (any, bool) { a := r.actions(); return a, strings.TrimSpace(a) != "" })
		}
		several = append(several, [2][]*Risk{old, new})
	}
	units := m.units()
	for _, s := range several {
		m.joinEqual(s[0], s[1], units)
	}
}

// joinEqual joins risks with one text; units are those of the old edition, and what they
// are in the new one.
func (m *matching) joinEqual(old, new []*Risk, units map[string]string) {
	if inUnits(old, new) {
		mine := map[*Risk]bool{}
		for _, n := range new {
			mine[n] = true
		}
		m.joinBy(old, new, func(r *Risk) (any, bool) {
			if mine[r] {
				return r.unit, r.unit != ""
			}
			return units[r.unit], units[r.unit] != ""
		})
		m.joinBy(old, new, func(r *Risk) (any, bool) { l := levelsText(r); return l, l != "" && (mine[r] || units[r.unit] == "") })
	}
	type key struct{ number, area string }
	for _, of := range []func(*Risk) key{
		func(r *Risk) key { return key{r.number, model.Key(r.Area.V)} },
		func(r *Risk) key { return key{number: r.number} },
		func(r *Risk) key { return key{area: model.Key(r.Area.V)} },
	} {
		m.joinBy(old, new, func(r *Risk) (any, bool) { k := of(r); return k, k != key{} })
	}
	restOld := slices.DeleteFunc(slices.Clone(old), func(r *Risk) bool { return m.taken[r] })
	restNew := slices.DeleteFunc(slices.Clone(new), func(r *Risk) bool { return !m.free(r) })
	doubt := max(len(restOld), len(restNew)) > 1
	for _, n := range restNew {
		i := slices.IndexFunc(restOld, func(o *Risk) bool {
			return !m.taken[o] && (units[o.unit] == "" || n.unit == "" || units[o.unit] == n.unit)
		})
		if i < 0 {
			continue
		}
		m.join(restOld[i], n, ByText, 1)
		if l := m.links[n]; doubt {
			l.OtherOld, l.OtherNew = but(restOld, restOld[i]), but(restNew, n)
			m.links[n] = l
		}
	}
}

// joinBy joins risks of equal texts that have the same key, which only one on
// each side may have.
func (m *matching) joinBy(old, new []*Risk, key func(*Risk) (any, bool)) {
	one := map[any]*Risk{}
	times := map[any]int{}
	for _, o := range old {
		if k, ok := key(o); ok && !m.taken[o] {
			one[k] = o
			times[k]++
		}
	}
	mine := map[any]int{}
	for _, n := range new {
		if k, ok := key(n); ok && m.free(n) {
			mine[k]++
		}
	}
	for _, n := range new {
		if k, ok := key(n); ok && m.free(n) && times[k] == 1 && mine[k] == 1 {
			m.join(one[k], n, ByText, 1)
		}
	}
}

// but gives at most three of the risks beside one.
func but(risks []*Risk, one *Risk) []*Risk {
	var out []*Risk
	for _, r := range risks {
		if r != one && len(out) < 3 {
			out = append(out, r)
		}
	}
	return out
}

// freeByNumber gives the free old risks by number.
func (m *matching) freeByNumber() map[string][]*Risk {
	out := map[string][]*Risk{}
	for _, o := range m.old {
		if !m.taken[o] && o.number != "" {
			out[o.number] = append(out[o.number], o)
		}
	}
	return out
}

// candidate is a possible match; rank is what it is preferred by.
type candidate struct {
	old, new *Risk
	score    float64
	rank     float64
}

// sameNumber joins risks of which a text is missing by their number alone.
func (m *matching) sameNumber() {
	byNumber := m.freeByNumber()
	for _, n := range m.new {
		if !m.free(n) || n.number == "" {
			continue
		}
		for _, o := range some(byNumber[n.number]) {
			if !m.taken[o] && (o.text == "" || n.text == "") {
				m.join(o, n, ByNumber, 0)
				break
			}
		}
	}
}

// The same number and area make a candidate better than its text alone.
const (
	numberBonus = 0.1
	areaBonus   = 0.05
)

// nearText joins the risks whose texts are most alike.
func (m *matching) nearText() {
	var rest []*Risk
	for _, o := range m.old {
		if !m.taken[o] {
			rest = append(rest, o)
		}
	}
	if len(rest) == 0 {
		return
	}
	x, byNumber := newIndex(rest), m.freeByNumber()
	var all []candidate
	for _, n := range m.new {
		if !m.free(n) || n.text == "" {
			continue
		}
		near := x.near(n, anyAlike)
		for _, o := range some(byNumber[n.number]) {
			if s := alikeRisks(o, n); s >= sameNumberAlike && !slices.ContainsFunc(near, func(f found) bool { return f.Risk == o }) {
				near = append(near, found{o, s})
			}
		}
		for _, f := range near {
			all = append(all, newCandidate(f.Risk, n, f.score))
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(a.old.order, b.old.order), cmp.Compare(a.new.order, b.new.order))
	})
	for _, c := range all {
		if m.taken[c.old] || !m.free(c.new) {
			continue
		}
		by := ByAlike
		if c.old.number != "" && c.old.number == c.new.number {
			by = ByNumberText
		}
		m.join(c.old, c.new, by, c.score)
	}
	m.doubts(all)
}

func newCandidate(o, n *Risk, score float64) candidate {
	c := candidate{o, n, score, score}
	if o.number != "" && o.number == n.number {
		c.rank += numberBonus
	}
	if o.Area.OK && n.Area.OK && model.Key(o.Area.V) == model.Key(n.Area.V) {
		c.rank += areaBonus
	}
	return c
}

// doubts notes on each match which candidates would have fitted nearly as
// well.
func (m *matching) doubts(all []candidate) {
	best := map[*Risk]candidate{} // of the joined ones, by old and by new
	for _, c := range all {
		if l, ok := m.links[c.new]; ok && l.old == c.old {
			best[c.old], best[c.new] = c, c
		}
	}
	for _, c := range all {
		if b, ok := best[c.new]; ok && b.old != c.old && c.rank >= b.rank-margin {
			l := m.links[c.new]
			l.OtherOld = append(l.OtherOld, c.old)
			m.links[c.new] = l
		}
		if b, ok := best[c.old]; ok && b.new != c.new && c.rank >= b.rank-margin {
			l := m.links[b.new]
			l.OtherNew = append(l.OtherNew, c.new)
			m.links[b.new] = l
		}
	}
}

// sameAction joins what is left with the same number and nearly the same
// action: the risk was worded anew.
func (m *matching) sameAction() {
	byNumber := m.freeByNumber()
	for _, n := range m.new {
		if !m.free(n) || n.number == "" {
			continue
		}
		for _, o := range some(byNumber[n.number]) {
			if m.taken[o] {
				continue
			}
			a, b := o.actions(), n.actions()
			if a != "" && b != "" && alike(gramsOf(a), gramsOf(b)) >= actionAlike {
				m.join(o, n, ByNumberAction, alikeRisks(o, n))
				break
			}
		}
	}
}

// actions gives the key of all actions of a risk.
func (r *Risk) actions() string {
	text := ""
	for i := range r.Measures {
		text += " " + model.Key(r.Measures[i].Action.V)
	}
	return text
}
