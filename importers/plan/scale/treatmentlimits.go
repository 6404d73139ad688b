package scale

import (
	"math"
	"slices"

	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// stepped reports whether the ranges are single numbers that rise or fall from
// one to the next, each with a name of its own: the limits between treatments.
func (t *TreatmentTable) stepped() bool {
	n := len(t.Treatments)
	if n < 2 || n > tolerances.maxTreatments {
		return false
	}
	names := make([]string, n)
	up := t.Treatments[1].Min > t.Treatments[0].Min
	for i, tr := range t.Treatments {
		names[i] = tr.Label
		if i > 0 && (tr.Min == t.Treatments[i-1].Min || tr.Min > t.Treatments[i-1].Min != up) {
			return false
		}
	}
	return tellApart(names)
}

// spread gives single numbers the ranges of which they are one end: each reaches
// to the next, the outermost as far as values go. False: which end they are is
// not known, and nothing is changed.
func (t *TreatmentTable) spread(limit words.Limit) bool {
	next := func(i, by int) *model.Treatment {
		if t.Treatments[0].Min > t.Treatments[1].Min {
			by = -by
		}
		if i += by; i < 0 || i >= len(t.Treatments) {
			return nil
		}
		return &t.Treatments[i]
	}
	for i := range t.Treatments {
		tr := &t.Treatments[i]
		switch higher, lower := next(i, 1), next(i, -1); {
		case limit == words.LowerLimit && higher != nil:
			tr.Max = higher.Min - 1
		case limit == words.LowerLimit:
			tr.Max = math.MaxInt
		case limit == words.UpperLimit && lower != nil:
			tr.Min = lower.Max + 1
		case limit == words.UpperLimit:
			tr.Min = 0
		default:
			return false
		}
	}
	return true
}

// wide reports whether any range is more than a single number.
func (t *TreatmentTable) wide() bool {
	return slices.ContainsFunc(t.Treatments, func(tr model.Treatment) bool { return tr.Min != tr.Max })
}

// closeEnds gives ranges that state one end only the other, from those beside
// them.
func (t *TreatmentTable) closeEnds() {
	words.CloseEnds(len(t.Treatments), func(i int) (low, high *int) { return &t.Treatments[i].Min, &t.Treatments[i].Max })
}
