package rules

import (
	"riskbok/rules/model"
)

// unitFiles tells which plans and follow-ups of a book are about the risks of which
// documents. Where schools or departments of a board each hand in a file with their own
// analysis and plan, no plan need have another's risks.
type unitFiles struct {
	events map[int32]map[string]bool // by document, what its registers say of their risks
	homes  map[*listing]map[int32]bool
	homed  map[unitKind]bool // documents whose risks have a listing of their own
	whole  map[int32]bool    // documents with an analysis and the plan that is drawn from it
	valued map[int32]*valuedRisks
	differ map[[2]int32]bool // see differ
	apart  [][2]int32        // the pairs that differ though most of their risks are the same
}

// valuedRisks are the risks of a document that have levels, the first with each text and
// number.
type valuedRisks struct {
	all              []*riskRef
	byText, byNumber map[string]*riskRef
}

// FewestValued is how many risks two files must value, of those that they share, for their
// values to tell that the files are of two units: see [unitFiles.differs].
const FewestValued = 3

// unitKind is a document, and whether plans are meant or follow-ups.
type unitKind struct {
	doc  int32
	plan bool
}

// newUnitFiles finds the documents in which at least half of the risks of each listing
// stand. Where all is in one document there is nothing to tell apart.
func (c *Case) newUnitFiles(all []*listing) *unitFiles {
	u := &unitFiles{events: map[int32]map[string]bool{}, homes: map[*listing]map[int32]bool{}, homed: map[unitKind]bool{}, whole: map[int32]bool{}, valued: map[int32]*valuedRisks{}, differ: map[[2]int32]bool{}}
	numbers := map[int32]map[string]bool{}
	where := map[string][]int32{} // by text the documents that have it
	for _, r := range c.risks {
		doc := r.At.Doc
		if u.events[doc] == nil {
			u.events[doc], numbers[doc] = map[string]bool{}, map[string]bool{}
		}
		if n := r.numberKey(); n != "" {
			numbers[doc][n] = true
		}
		if r.entry.Has(model.FieldLikelihood) && r.Likelihood.OK {
			u.value(r)
		}
		if text := model.Key(r.Event.V); text != "" && !u.events[doc][text] {
			u.events[doc][text] = true
			if len(where[text]) < MostHeld {
				where[text] = append(where[text], doc)
			}
		}
	}
	if len(u.events) < 2 {
		return u
	}
	for _, l := range all {
		l.filled()
		own := l.table.At.Doc
		u.homes[l] = homesOf(l, where, numbers[own])
		if l.plan && u.homes[l][own] && u.valued[own] != nil {
			u.whole[own] = true
		}
	}
	for _, l := range all {
		homes, own := u.homes[l], l.table.At.Doc
		for doc := range homes {
			if doc != own && u.whole[own] && homes[own] && u.whole[doc] {
				delete(homes, doc) // it has a plan of its own, as this document has
			} else {
				u.homed[unitKind{doc, l.plan}] = true
			}
		}
	}
	return u
}

// homesOf gives the documents in which most of a listing's risks stand, and at least
// half, by their texts; in its own also by their numbers, which mean nothing in another.
func homesOf(l *listing, where map[string][]int32, own map[string]bool) map[int32]bool {
	met, most := map[int32]int{}, 0
	for text := range l.events {
		for _, doc := range where[text] {
			met[doc]++
			most = max(most, met[doc])
		}
	}
	homes := map[int32]bool{}
	for doc, n := range met {
		if n == most && 2*n >= len(l.events) {
			homes[doc] = true
		}
	}
	n := 0
	for number := range l.numbers {
		if own[number] {
			n++
		}
	}
	if doc := l.table.At.Doc; n > 0 && 2*n >= len(l.numbers) {
		homes[doc] = true
	}
	return homes
}

// elsewhere reports whether a listing is another unit's than a risk is: it is about other
// documents, the risk's document has one of its own, and the two are not about the same
// risks.
func (u *unitFiles) elsewhere(l *listing, r *riskRef) bool {
	doc := r.At.Doc
	if len(u.homes[l]) == 0 || u.homes[l][doc] || !u.homed[unitKind{doc, l.plan}] {
		return false
	}
	for home := range u.homes[l] {
		if u.valued[home] != nil && !u.differs(home, doc) {
			return false
		}
	}
	return true
}

// hasMost reports whether a listing has at least half of the risks of a document that
// must have a place: a plan of the whole board has them beside those of others.
func (l *listing) hasMost(doc int32, wanted []*riskRef) bool {
	return l.most.of(doc, func() bool {
		has, all := 0, 0
		for _, r := range wanted {
			if r.At.Doc != doc {
				continue
			}
			all++
			if r.Event.OK && l.events[model.Key(r.Event.V)] {
				has++
			}
		}
		return 2*has >= all
	})
}

// value notes a risk that has levels.
func (u *unitFiles) value(r *riskRef) {
	doc := r.At.Doc
	v := u.valued[doc]
	if v == nil {
		v = &valuedRisks{byText: map[string]*riskRef{}, byNumber: map[string]*riskRef{}}
		u.valued[doc] = v
	}
	v.all = append(v.all, r)
	if text := model.Key(r.Event.V); text != "" && v.byText[text] == nil {
		v.byText[text] = r
	}
	if n := r.numberKey(); n != "" && v.byNumber[n] == nil {
		v.byNumber[n] = r
	}
}

// like gives the risk that is the same as one of another document: with its text, or its
// number and a text like it.
func (v *valuedRisks) like(r *riskRef) *riskRef {
	if o := v.byText[model.Key(r.Event.V)]; o != nil && r.Event.OK {
		return o
	}
	if o := v.byNumber[r.numberKey()]; o != nil && r.numberKey() != "" && (!r.Event.OK || !o.Event.OK || alike(r.Event.V, o.Event.V)) {
		return o
	}
	return nil
}

// differs reports whether two documents are of two units: they do not have most of their
// risks in common, see [extracted], or value at least half of these otherwise, as two
// versions of one analysis do not.
func (u *unitFiles) differs(a, b int32) bool {
	pair := [2]int32{min(a, b), max(a, b)}
	differ, known := u.differ[pair]
	if known {
		return differ
	}
	few, many := u.valued[a], u.valued[b]
	if few == nil || many == nil {
		return false
	}
	if len(few.byText) > len(many.byText) {
		few, many = many, few
	}
	met, otherwise, all := 0, 0, 0
	seen := map[string]bool{}
	for _, r := range few.all {
		if seen[r.identity()] {
			continue
		}
		seen[r.identity()] = true
		all++
		if o := many.like(r); o != nil {
			met++
			if !sameLevels(r, o) {
				otherwise++
			}
		}
	}
	differ = float64(met) < extracted*float64(all)
	if !differ && met >= FewestValued && 2*otherwise >= met {
		differ = true
		u.apart = append(u.apart, pair)
	}
	u.differ[pair] = differ
	return differ
}

// sameLevels reports whether two risks are written with the same levels.
func sameLevels(a, b *riskRef) bool {
	same := func(x, y model.Value[model.Level]) bool {
		return !x.OK || !y.OK || model.Key(x.Raw) == model.Key(y.Raw)
	}
	return same(a.Likelihood, b.Likelihood) && same(a.Consequence, b.Consequence)
}

// apartFiles reports whether two tables stand in documents of two units, each with an
// analysis and a plan of its own.
func (u *unitFiles) apartFiles(a, b *model.Entry) bool {
	x, y := a.At.Doc, b.At.Doc
	return x != y && u.whole[x] && u.whole[y] && u.differs(x, y)
}
