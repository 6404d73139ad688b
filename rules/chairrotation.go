package rules

import (
	"slices"
	"strconv"

	"riskbok/rules/permute"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"riskbok/rules/model"
)

var chairRotation = Rule{Name: "chair-rotation", Severity: Warning, Fix: Judgement, Check: checkChairRotation}

func checkChairRotation(c *Case) []Finding { return chairRotations(c.Meetings) }

// chairRotations finds where a list of chairs and vice chairs by year breaks
// the order that the rest of it keeps. Nothing is said of a list that no order
// explains, or that two orders explain equally well.
func chairRotations(meetings []*model.Meeting) []Finding {
	var out []Finding
	for _, m := range meetings {
		order := rotationOf(m.Chairs)
		for i := range m.Chairs {
			c := &m.Chairs[i]
			for _, post := range []struct {
				variant string
				value   model.Value[string]
				offset  int
			}{{"chair", c.Chair, 0}, {"vice", c.Vice, order.ahead}} {
				want := order.name(c.Year.V + post.offset)
				if !post.value.OK || want == "" || sameName(want, post.value.V) {
					continue
				}
				f := meetingFinding(m, post.variant, "chairs/"+strconv.Itoa(c.Year.V)+"/"+post.variant)
				f.At = post.value.At
				f.Found, f.Expected = post.value.V, want
				f.Args["year"] = c.Year.V
				f.Fix = &Fix{Class: Judgement}
				out = append(out, f)
			}
		}
	}
	return out
}

// rotation is the order in which names follow each other, one a year. The vice
// chair of a year is the chair of the year so many years ahead.
type rotation struct {
	names []string // by year modulo their number
	ahead int
}

// name gives whose turn it is, "" where there is no order.
func (r rotation) name(year int) string {
	if len(r.names) == 0 {
		return ""
	}
	return r.names[year%len(r.names)]
}

// Bounds of what is taken for a rotation: the names that may take turns, the
// rows needed beyond one round, and one row in so many that may break it.
const (
	maxTurns   = 5
	maxNames   = 7
	moreRows   = 2
	breakShare = 3
)

// rotationOf finds the order that explains most of a list, the zero rotation
// where none does or several do.
func rotationOf(chairs []model.ChairYear) rotation {
	names, turns := turnsOf(chairs)
	if len(names) < 2 || len(names) > maxNames {
		return rotation{}
	}
	vice := slices.ContainsFunc(turns, func(t turn) bool { return t.vice > 0 })
	var best rotation
	least, second := 2*len(turns)+1, 2*len(turns)+1
	for n := 2; n <= min(maxTurns, len(names)) && n+moreRows <= len(turns); n++ {
		permute.Each(n, len(names), func(order []int) {
			for ahead := 1; ahead < n && (vice || ahead == 1); ahead++ {
				switch breaks := breaksOf(turns, order, ahead); {
				case breaks < least:
					second, least = least, breaks
					best = rotation{ahead: ahead}
					for _, k := range order {
						best.names = append(best.names, names[k-1])
					}
				case breaks < second:
					second = breaks
				}
			}
		})
	}
	if least*breakShare > len(turns) || second <= least {
		return rotation{}
	}
	return best
}

// turn is a row of a rotation with its names by number, 0 for none.
type turn struct{ year, chair, vice int }

// turnsOf numbers the names of a list from 1.
func turnsOf(chairs []model.ChairYear) (names []string, turns []turn) {
	number := func(v model.Value[string]) int {
		if !v.OK {
			return 0
		}
		i := slices.IndexFunc(names, func(o string) bool { return sameName(o, v.V) })
		if i < 0 {
			i = len(names)
			names = append(names, v.V)
		}
		return i + 1
	}
	for i := range chairs {
		turns = append(turns, turn{chairs[i].Year.V, number(chairs[i].Chair), number(chairs[i].Vice)})
	}
	return names, turns
}

// sameName reports whether two names are one to a reader, a slip of the pen or
// of text recognition apart: that breaks no order.
func sameName(a, b string) bool {
	a, b = model.Key(a), model.Key(b)
	if a == b {
		return true
	}
	slips := 0
	switch n := min(utf8.RuneCountInString(a), utf8.RuneCountInString(b)); {
	case n >= 10:
		slips = 2
	case n >= 4:
		slips = 1
	}
	return levenshtein.ComputeDistance(a, b) <= slips
}

// breaksOf counts the posts that are not as an order says.
func breaksOf(turns []turn, order []int, ahead int) int {
	breaks := 0
	for _, t := range turns {
		if t.chair > 0 && t.chair != order[t.year%len(order)] {
			breaks++
		}
		if t.vice > 0 && t.vice != order[(t.year+ahead)%len(order)] {
			breaks++
		}
	}
	return breaks
}
