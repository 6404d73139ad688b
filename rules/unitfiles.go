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
	same   map[[2]int32]bool // see sameRisks
}

// unitKind is a document, and whether plans are meant or follow-ups.
type unitKind struct {
	doc  int32
	plan bool
}

// newUnitFiles finds the documents in which at least half of the risks of each listing
// stand. Where all is in one document there is nothing to tell apart.
func (c *Case) newUnitFiles(all []*listing) *unitFiles {
	u := &unitFiles{events: map[int32]map[string]bool{}, homes: map[*listing]map[int32]bool{}, homed: map[unitKind]bool{}, same: map[[2]int32]bool{}}
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
		u.homes[l] = homesOf(l, where, numbers[l.table.At.Doc])
		for doc := range u.homes[l] {
			u.homed[unitKind{doc, l.plan}] = true
		}
	}
	return u
}

// homesOf gives the documents in which at least half of a listing's risks stand, by
// their texts; in its own also by their numbers, which mean nothing in another.
func homesOf(l *listing, where map[string][]int32, own map[string]bool) map[int32]bool {
	met := map[int32]int{}
	for text := range l.events {
		for _, doc := range where[text] {
			met[doc]++
		}
	}
	homes := map[int32]bool{}
	for doc, n := range met {
		homes[doc] = 2*n >= len(l.events)
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
	for doc, is := range homes {
		if !is {
			delete(homes, doc)
		}
	}
	return homes
}

// apart reports whether a listing is another unit's than a risk is: it is about other
// documents, the risk's document has one of its own, and the two are not about the same
// risks.
func (u *unitFiles) apart(l *listing, r *riskRef) bool {
	doc := r.At.Doc
	if len(u.homes[l]) == 0 || u.homes[l][doc] || !u.homed[unitKind{doc, l.plan}] {
		return false
	}
	for home := range u.homes[l] {
		if u.sameRisks(home, doc) {
			return false
		}
	}
	return true
}

// hasMost reports whether a listing has at least half of the risks of a document that
// must have a place: a plan of the whole board has them beside those of others.
func (l *listing) hasMost(doc int32, wanted []*riskRef) bool {
	if most, known := l.most[doc]; known {
		return most
	}
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
	keep(&l.most, doc, 2*has >= all)
	return l.most[doc]
}

// sameRisks reports whether two documents are about the same risks, as two versions of
// one plan: see [extracted].
func (u *unitFiles) sameRisks(a, b int32) bool {
	pair := [2]int32{min(a, b), max(a, b)}
	same, known := u.same[pair]
	if !known {
		few, many := u.events[a], u.events[b]
		if len(few) > len(many) {
			few, many = many, few
		}
		n := 0
		for text := range few {
			if many[text] {
				n++
			}
		}
		same = len(few) > 0 && float64(n) >= extracted*float64(len(few))
		u.same[pair] = same
	}
	return same
}
