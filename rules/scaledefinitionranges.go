package rules

import (
	"slices"
	"strconv"
	"strings"

	"riskbok/rules/model"
)

// possible gives the risk values that two levels of a scale give, lowest first.
func possible(s *model.Scale) []int {
	var out []int
	low, high := s.Bounds()
	for v := low; v <= high; v++ {
		if s.Possible(v) {
			out = append(out, v)
		}
	}
	return out
}

// thresholdsAlone are the ranges that a document states without levels, by the
// place of the first, in the order of appearance. Each has the values that its
// registers' levels give: there could be others, and it is not known which.
type thresholdsAlone map[model.Source]*statedRanges

type statedRanges struct {
	scale  *model.Scale
	values []int
	order  int
}

// add takes in the values of a register that such ranges hold for.
func (t thresholdsAlone) add(c *Case, e *model.Entry) {
	s := e.Scale
	if s.TreatmentsOrigin != model.OriginDefinitions || len(s.Treatments) == 0 {
		return
	}
	levels := [2]map[int]bool{{}, {}}
	for _, r := range c.byEntry[e] {
		if r.verdict.Valued {
			levels[0][r.verdict.Likelihood.Value], levels[1][r.verdict.Consequence.Value] = true, true
		}
	}
	at := s.Treatments[0].At
	if t[at] == nil {
		t[at] = &statedRanges{scale: s, order: len(t)}
	}
	for l := range levels[0] {
		for k := range levels[1] {
			t[at].values = append(t[at].values, s.Score(l, k))
		}
	}
}

// faults finds the values that the ranges do not hold, or hold twice.
func (t thresholdsAlone) faults(c *Case) []Finding {
	all := make([]*statedRanges, len(t))
	for _, r := range t {
		all[r.order] = r
	}
	var out []Finding
	for _, r := range all {
		slices.Sort(r.values)
		out = append(out, c.rangeFaults(r.scale, slices.Compact(r.values))...)
	}
	return out
}

// rangeFaults finds, of the risk values that can occur, those that no range of
// the scale holds, told once, and those that two do, once for each pair.
func (c *Case) rangeFaults(s *model.Scale, values []int) []Finding {
	if len(s.Treatments) == 0 || s.TreatmentsUnsure {
		return nil
	}
	var gap []int
	shared := map[[2]int][]int{} // by two ranges, as they stand
	for _, v := range values {
		holding := holding(s, v)
		switch {
		case len(holding) == 0:
			gap = append(gap, v)
		case len(holding) > 1 && s.Treatments[holding[0]].Label != s.Treatments[holding[1]].Label:
			pair := [2]int{holding[0], holding[1]}
			shared[pair] = append(shared[pair], v)
		}
	}
	var out []Finding
	if len(gap) > 0 {
		out = append(out, c.rangeFault(s, "gap", gap, s.Treatments[0].At))
	}
	for i := range s.Treatments {
		for j := range s.Treatments {
			if values := shared[[2]int{i, j}]; len(values) > 0 {
				first, second := &s.Treatments[i], &s.Treatments[j]
				f := c.rangeFault(s, "overlap", values, second.At)
				f.Args["first"], f.Args["second"], f.Args["other"] = first.Label, second.Label, first.At
				f.Related = []model.Source{first.At}
				out = append(out, f)
			}
		}
	}
	return out
}

// holding gives the ranges that hold a value, by their place.
func holding(s *model.Scale, value int) []int {
	var out []int
	for i := range s.Treatments {
		if t := &s.Treatments[i]; t.Min <= value && value <= t.Max {
			out = append(out, i)
		}
	}
	return out
}

// numberList is an argument of a message: several numbers.
type numberList []int

// rangeFault starts a finding about one value, or about several of a kind.
func (c *Case) rangeFault(s *model.Scale, variant string, values []int, at model.Source) Finding {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = strconv.Itoa(v)
	}
	f := c.scaleFinding(s, variant, strings.Join(texts, ","), at)
	f.Found = strings.Join(texts, ", ")
	f.Args["number"] = values[0]
	if len(values) > 1 {
		f.Variant += "s"
		delete(f.Args, "number")
		f.Args["numbers"] = numberList(values)
	}
	return f
}
