package rules

import (
	"slices"
	"strings"

	"riskbok/rules/model"
)

// Followed is a measure as a row of a follow-up names it; what the row does
// not say is "".
type Followed struct{ Number, Event, Action, Owner string }

// MatchMeasures gives for each row the measure, of those there are, that it is
// about: an index, −1 where there is none. Each is given once, the surest first:
// the same number and action, and of those that of the same owner, before a number
// that moved or an action that was reworded. A number that has come to mean another
// risk, with another action, is no match.
func MatchMeasures(have, rows []Followed) []int {
	m := measureMatch{have: keysOf(have), rows: keysOf(rows), to: make([]int, len(rows)), taken: make([]bool, len(have))}
	for i := range m.to {
		m.to[i] = -1
	}
	m.pair(func(f Followed) string {
		return joinKeys(f.Number+f.Action != "" && f.Owner != "", f.Number, f.Event, f.Action, f.Owner)
	}, nil)
	m.pair(func(f Followed) string { return joinKeys(f.Number+f.Action != "", f.Number, f.Event, f.Action) }, nil)
	m.pair(func(f Followed) string { return joinKeys(f.Number+f.Action != "", f.Number, f.Action) }, sameRisk)
	m.pair(func(f Followed) string { return joinKeys(f.Event != "" && f.Action != "", f.Event, f.Action) }, nil)
	m.pair(func(f Followed) string { return joinKeys(f.Event != "" && f.Number != "", f.Number, f.Event) }, nil)
	m.pairSingle(func(f Followed) string { return f.Action }, eventless)
	m.pair(func(f Followed) string { return f.Number }, func(a, b Followed) bool {
		return eventless(a, b) || alike(a.Event, b.Event) || alike(a.Action, b.Action)
	})
	m.pairSingle(func(f Followed) string { return joinKeys(f.Event != "" && f.Number == "", f.Event) }, nil)
	return m.to
}

func eventless(a, b Followed) bool { return a.Event == "" || b.Event == "" }

// sameRisk reports whether one number with one action is of one risk. Without a
// number it is only where the texts do not say otherwise.
func sameRisk(a, b Followed) bool {
	return a.Number != "" || eventless(a, b) || alike(a.Event, b.Event)
}

// Contradiction tells whether a row names by its number another measure than by its
// risk or its action, so that an owner's report on it could be about either. to is
// the measure that [MatchMeasures] gave it, an index of have. text is the one that
// its texts say, or −1 where that is none of them.
func Contradiction(have []Followed, row Followed, to int) (text int, is bool) {
	mine, r := keyOf(have[to]), keyOf(row)
	if r.Number == "" {
		return -1, false
	}
	if mine.Number != r.Number { // found by its texts
		return to, slices.ContainsFunc(have, func(f Followed) bool { return model.NumberKey(f.Number) == r.Number })
	}
	for _, says := range []func(Followed) string{
		func(f Followed) string { return f.Event },
		func(f Followed) string { return f.Action },
	} {
		if says(r) == "" || says(mine) == "" {
			continue
		}
		text = -1
		own := false
		for i, f := range have {
			if k := keyOf(f); says(k) == says(r) {
				own = own || k.Number == r.Number
				if text < 0 {
					text = i
				}
			}
		}
		if text >= 0 && !own {
			return text, true
		}
	}
	return -1, !eventless(mine, r) && !alike(mine.Event, r.Event) && !onlyAction(have, mine)
}

// onlyAction reports whether no other measure has the action, which then tells
// what a row is about though its risk is called something else by now.
func onlyAction(have []Followed, h Followed) bool {
	n := 0
	for _, f := range have {
		if model.Key(f.Action) == h.Action {
			n++
		}
	}
	return h.Action != "" && n == 1
}

func keyOf(f Followed) Followed {
	return Followed{model.NumberKey(f.Number), model.Key(f.Event), model.Key(f.Action), model.Key(f.Owner)}
}

func keysOf(list []Followed) []Followed {
	out := make([]Followed, len(list))
	for i, f := range list {
		out[i] = keyOf(f)
	}
	return out
}

// joinKeys makes one key of several, "" unless it may be used.
func joinKeys(use bool, parts ...string) string {
	if !use {
		return ""
	}
	return strings.Join(parts, "\x00")
}

type measureMatch struct {
	have, rows []Followed
	to         []int
	taken      []bool
}

// free indexes the measures that no row has yet by a key.
func (m *measureMatch) free(key func(Followed) string) map[string][]int {
	out := map[string][]int{}
	for i, f := range m.have {
		if k := key(f); k != "" && !m.taken[i] {
			out[k] = append(out[k], i)
		}
	}
	return out
}

// tries bounds how many measures of one key a row is compared with, so that a
// table whose rows all say the same is not compared pair by pair.
const tries = 100

// pair gives each row without a measure the first free one of its key that may
// be the same; nil: any.
func (m *measureMatch) pair(key func(Followed) string, may func(a, b Followed) bool) {
	free := m.free(key)
	for i, row := range m.rows {
		k := key(row)
		if k == "" || m.to[i] >= 0 {
			continue
		}
		for len(free[k]) > 0 && m.taken[free[k][0]] {
			free[k] = free[k][1:]
		}
		for _, j := range free[k][:min(len(free[k]), tries)] {
			if !m.taken[j] && (may == nil || may(m.have[j], row)) {
				m.to[i], m.taken[j] = j, true
				break
			}
		}
	}
}

// pairSingle does so where one row and one measure have the key.
func (m *measureMatch) pairSingle(key func(Followed) string, may func(a, b Followed) bool) {
	free, asking := m.free(key), map[string]int{}
	for i, row := range m.rows {
		if m.to[i] < 0 {
			asking[key(row)]++
		}
	}
	m.pair(func(f Followed) string {
		if k := key(f); asking[k] == 1 && len(free[k]) == 1 {
			return k
		}
		return ""
	}, may)
}

// LeadFollowUp gives the follow-up that is followed where several tell of one
// year, nil where there is none: the one with the most reports, the last of
// equals, for it tells the latest. Sheets that were given to owners are none.
func LeadFollowUp(tables []*model.FollowUpTable) *model.FollowUpTable {
	var lead *model.FollowUpTable
	most := -1
	for _, t := range tables {
		if len(t.Rows) == 0 || t.Collected {
			continue
		}
		if n := reports(t); n >= most {
			lead, most = t, n
		}
	}
	return lead
}

func reports(t *model.FollowUpTable) int {
	n := 0
	for i := range t.Rows {
		for _, v := range t.Rows[i].Reports {
			if v.OK || v.Raw != "" {
				n++
			}
		}
	}
	return n
}
