package archive

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// sameRisks is the share of the shorter list of risks, or of lines of a budget, that
// two documents of one board, year and sort must have in common to be versions of one
// document: a plan that was worked over keeps most of its risks, while the parts of a
// board's year that lie in files of their own share none.
const sameRisks = 0.5

// Older is a document that another leads instead of, and why.
type Older struct {
	Lead int
	Why  Why
}

// version is a document that others may be versions of.
type version struct {
	input int
	claim Claim
	signs
}

// versions finds the documents that others lead instead of: copies, earlier versions of
// what holds the same tables and mostly the same risks, and what riskbok made of a
// board's own document. A document leads or not as a whole, and gives way only with
// all that it holds.
func (p *planner) versions() {
	p.copies()
	byKey := map[Key][]*version{}
	var keys []Key
	for i := range p.inputs {
		claims := p.claims(i)
		if len(claims) != 1 || !claims[0].Writes() || p.older(i) {
			continue
		}
		key := p.id(i, &claims[0])
		if byKey[key] == nil {
			keys = append(keys, key)
		}
		byKey[key] = append(byKey[key], &version{i, claims[0], p.signs(i, &claims[0])})
	}
	for _, key := range keys {
		list := byKey[key]
		answered(list)
		list = ordered(list)
		units := p.ofUnits(list)
		for k, v := range list {
			before := list[:k]
			if units && !v.claim.whole() && len(v.claim.Risks) > 0 {
				before = slices.DeleteFunc(slices.Clone(before), func(o *version) bool { return o.claim.whole() && !v.made })
			}
			p.led(v, before)
		}
	}
}

func (p *planner) older(i int) bool {
	_, older := p.plan.Older[i]
	return older
}

// led finds the first of the documents before a version that leads instead of it.
func (p *planner) led(v *version, before []*version) {
	for _, lead := range before {
		if p.older(lead.input) {
			continue
		}
		if why := lead.over(v); p.leads(lead, v, why) {
			p.plan.Older[v.input] = Older{lead.input, why}
			return
		}
	}
}

// leads reports whether two documents are versions of one, see also [aside]. Of what riskbok made of
// a board's own document that is so whatever else it holds, and in whatever format the
// board's is. Of budgets, of which there may be several in a year that have the same
// lines, only names tell it.
func (p *planner) leads(lead, v *version, why Why) bool {
	sameKind := p.inputs[lead.input].Head.Kind == p.inputs[v.input].Head.Kind
	switch {
	case why == WhyMade && len(v.claim.Risks) == 0:
		return lead.claim.Has(ContentBudget) == v.claim.Has(ContentBudget)
	case why == WhyMade:
		return common(lead.claim.Risks, v.claim.Risks) >= sameRisks
	case !sameKind, aside(lead, v, why), p.units(lead, v, why):
		return false
	case len(v.claim.Risks) == 0:
		named := why == WhyBehind || why == WhyDraft || why == WhyFinal || why == WhyNumber
		return named && holdsAll(&lead.claim, &v.claim) && common(lead.claim.Lines, v.claim.Lines) >= sameRisks
	}
	return holdsAll(&lead.claim, &v.claim) && common(lead.claim.Risks, v.claim.Risks) >= sameRisks
}

// copies finds the documents that are the same to the byte and count as the same: of
// those one leads. What a file's name tells is not the same in both: a plan that was only
// given the new year's name counts as that year's.
func (p *planner) copies() {
	type id struct{ hash, counts string }
	byID := map[id][]*version{}
	var ids []id
	for i := range p.inputs {
		in, claims := &p.inputs[i], p.claims(i)
		if in.Hash == "" || !slices.ContainsFunc(claims, func(c Claim) bool { return c.Writes() }) {
			continue
		}
		key := id{in.Hash, p.counts(claims)}
		if byID[key] == nil {
			ids = append(ids, key)
		}
		byID[key] = append(byID[key], &version{i, claims[0], p.signs(i, &claims[0])})
	}
	for _, key := range ids {
		list := ordered(byID[key])
		for _, v := range list[1:] {
			p.plan.Older[v.input] = Older{list[0].input, WhyCopy}
		}
	}
}

// counts says whose years claims count as.
func (p *planner) counts(claims []Claim) string {
	var b strings.Builder
	for i := range claims {
		fmt.Fprintf(&b, "%s\x00%d\x00", p.key(claims[i].Board), claims[i].Year)
	}
	return b.String()
}

// answered finds the workbooks that riskbok made and that a board has filled in: those
// that say something else than all of the board's own. What says the same was only
// saved again, and is riskbok's.
func answered(list []*version) {
	for _, v := range list {
		if !v.edited {
			continue
		}
		v.answer = true
		for _, o := range list {
			if o != v && !o.edited && v.claim.says(&o.claim) {
				v.answer, v.made = false, true
			}
		}
	}
}

// holdsAll reports whether the second holds no sort of content that the first has not: a
// follow-up that nobody has filled in is none.
func holdsAll(lead, other *Claim) bool {
	return !slices.ContainsFunc(other.Contents, func(k Content) bool {
		return !lead.Has(k) && (k != ContentFollowUp || other.Reported)
	})
}

// common gives the share of the shorter of two sorted lists that is in the other.
func common(a, b []string) float64 {
	short, long := a, b
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) == 0 {
		return 0
	}
	n := 0
	for _, k := range short {
		if _, ok := slices.BinarySearch(long, k); ok {
			n++
		}
	}
	return float64(n) / float64(len(short))
}

// Double is a board's year that several documents of one kind are part of, none of
// them a version of another: the parts of a year, or two that should be one. Budgets
// says that they are budgets.
type Double struct {
	Board   string
	Year    int
	Inputs  []int
	Budgets bool
}

// doubles finds the books that several documents of one kind are part of.
func (p *planner) doubles() {
	for _, b := range p.all {
		if !b.Writes || b.Name == "" || b.Year == 0 {
			continue
		}
		for _, budgets := range []bool{false, true} {
			var inputs []int
			for _, i := range b.Inputs {
				if slices.ContainsFunc(b.Inputs, func(j int) bool { return j != i && p.alike(b.Key, i, j, budgets) }) {
					inputs = append(inputs, i)
				}
			}
			if len(inputs) > 0 {
				p.plan.Doubles = append(p.plan.Doubles, Double{b.Name, b.Year, inputs, budgets})
			}
		}
	}
}

// alike reports whether two documents of one format have, of one book, the same sort
// of tables with risks, or each a budget. A follow-up that repeats the risks of a plan
// beside it is none of the same sort.
func (p *planner) alike(k Key, i, j int, budgets bool) bool {
	if p.inputs[i].Head.Kind != p.inputs[j].Head.Kind {
		return false
	}
	if !budgets && (p.repeatsPlan(k, i, j) || p.repeatsPlan(k, j, i)) {
		return false
	}
	of := func(i int) (out []Content) {
		for _, c := range p.claims(i) {
			if p.id(i, &c) != k {
				continue
			}
			if budgets && len(c.Lines) > 0 {
				out = append(out, ContentBudget)
			}
			if !budgets && len(c.Risks) > 0 {
				out = append(out, c.Contents...)
			}
		}
		return out
	}
	mine := of(i)
	return slices.ContainsFunc(of(j), func(c Content) bool {
		return (c == ContentAnalysis || c == ContentPlan || budgets) && slices.Contains(mine, c)
	})
}

// ordered sorts versions, the leading one first: by signs, where these are the same by
// the day in all their names, else by when they were saved if one is clearly the
// latest; what nothing decides stays in the order of paths.
func ordered(list []*version) []*version {
	slices.SortStableFunc(list, func(a, b *version) int { n, _ := a.signs.compare(&b.signs); return n })
	for from := 0; from < len(list); {
		to := from + 1
		for to < len(list) {
			if n, _ := list[from].signs.compare(&list[to].signs); n != 0 {
				break
			}
			to++
		}
		alike := list[from:to]
		if latest := latestOf(alike); latest > 0 {
			v := alike[latest]
			copy(alike[1:latest+1], alike[:latest])
			alike[0] = v
		}
		from = to
	}
	return list
}

// latestOf gives the version, of those that signs do not tell apart, that was saved
// clearly later than all others, -1 for none.
func latestOf(alike []*version) int {
	best := 0
	for i, v := range alike {
		if v.saved.After(alike[best].saved) {
			best = i
		}
	}
	for i, v := range alike {
		if i != best && !alike[best].savedAfter(&v.signs) {
			return -1
		}
	}
	return best
}

// over gives the reason why one version leads over another that comes behind it.
func (v *version) over(o *version) Why {
	if n, why := v.signs.compare(&o.signs); n != 0 {
		return why
	}
	return cmp.Or(v.signs.bySaving(&o.signs), WhyUnknown)
}
