package model

// Origin says where a scale came from, in the order of precedence that DESIGN
// gives: a document's own definitions win over all others.
type Origin string

// The origins of a scale.
const (
	OriginDefinitions Origin = "definitions" // read from the document
	OriginFormula     Origin = "formula"     // what the formulas of most rows say
	OriginTemplate    Origin = "template"    // stated by the matched template
	OriginConfig      Origin = "config"      // configured by the user
	OriginInferred    Origin = "inferred"    // explains the rows of the register
	OriginDefault     Origin = "default"     // the usual 4×4
)

// Scale is a grid: two axes of levels, the risk value of every pair, and the
// treatment that each value calls for. The value is what Rule gives, their
// product, unless Overrides says otherwise. RuleOrigin is where the rule came
// from, where that is not where the scale did: [OriginFormula], [OriginInferred],
// or [OriginDefinitions] where a printed rule alone is stated. RuleAt is where a
// rule is printed, zero where none is. A scale that a document states may have
// treatments or a rule only; see [Scale.HasAxes].
//
// TreatmentsUnsure says that Treatments are not to be judged by, nor usual ones
// put in their place: some were stated and not understood, or they were stated
// for other values than the rows have. LevelsUnsure says the same of levels: they
// were stated, the scale has none, and the usual ones may not stand for them.
// Disputed are the first ranges of two statements of treatments that contradict
// each other, of which neither was taken; zero where there are none.
type Scale struct {
	Name        string
	Likelihood  Axis
	Consequence Axis
	Treatments  []Treatment // in printed order
	Rule        ValueRule
	RuleOrigin  Origin
	RuleAt      Source
	Overrides   map[[2]int]int // {likelihood, consequence} → value
	Shades      map[[2]int]int // the colour of each pair in a matrix that says nowhere what its colours stand for, by a number of its own
	Origin      Origin
	At          Source

	TreatmentsUnsure, LevelsUnsure bool
	Disputed                       [2]Source
	TreatmentsOrigin               Origin // where Treatments came from, "" where it is the scale's; OriginDefinitions where they alone are stated

	PlanLimit *PlanLimit // by which the board fills its plan, where that is not by Treatments; nil: by these
}

// PlanLimit is the risk value From from which a board has its risks in the plan, as
// the plan itself shows where no document says it. Below Sure one risk more or less
// in the plan would make From another. Of Above risks with at least that value In are
// in the plan, of Below with less Added. Unproven says that the plan shows only that
// it is not filled as the treatments have it: From is then what comes nearest. At is
// where a document says the limit, which is then not the plan's; zero where none does.
type PlanLimit struct {
	From, Sure, In, Above, Added, Below int
	Unproven                            bool
	At                                  Source
}

// Axis is one dimension of a scale, its levels in printed order. Order says
// what their numbers rest on.
type Axis struct {
	Levels []ScaleLevel
	Order  Order
	At     Source
}

// ScaleLevel is one step of an axis. Numbered is false where the document
// prints no number and the value is the level's place in the printed order, or
// in a bare list of labels in the order that they have elsewhere.
type ScaleLevel struct {
	Value      int
	Label      string
	Definition string
	Numbered   bool
	At         Source
}

// Treatment is what values from Min to Max, both included, call for. InPlan
// says whether such a risk must have a place in the control plan, and PlanSaid that
// this is what stands there, not only what it is called. ReadFrom is what
// stands there where it does not look like a range: a day that a spreadsheet has
// made of it ("1-3" became 2025-01-03; Day), or a fraction ("1/3").
type Treatment struct {
	Min, Max int
	Label    string
	Meaning  string
	ReadFrom string
	Day      bool
	InPlan   bool
	PlanSaid bool
	At       Source
}

// Score gives the risk value of two level values.
func (s *Scale) Score(likelihood, consequence int) int {
	if v, ok := s.Overrides[[2]int{likelihood, consequence}]; ok {
		return v
	}
	return s.Rule.Of(likelihood, consequence)
}

// Treatment gives the treatment of a risk value, or nil where no range of the
// scale holds it.
func (s *Scale) Treatment(score int) *Treatment {
	for i := range s.Treatments {
		if t := &s.Treatments[i]; t.Min <= score && score <= t.Max {
			return t
		}
	}
	return nil
}

// Possible reports whether any pair of levels has this risk value.
func (s *Scale) Possible(score int) bool {
	for _, l := range s.Likelihood.Levels {
		for _, c := range s.Consequence.Levels {
			if s.Score(l.Value, c.Value) == score {
				return true
			}
		}
	}
	return false
}

// labelled reports whether any level of the axis has a label; on an axis of
// bare numbers a label that is written beside one says nothing.
func (a *Axis) labelled() bool {
	for i := range a.Levels {
		if a.Levels[i].Label != "" {
			return true
		}
	}
	return false
}

// Top gives the greatest level value of the axis, 0 where it has none.
func (a *Axis) Top() int {
	top := 0
	for i := range a.Levels {
		top = max(top, a.Levels[i].Value)
	}
	return top
}

// ByValue gives the level with this value, or nil.
func (a *Axis) ByValue(value int) *ScaleLevel {
	for i := range a.Levels {
		if a.Levels[i].Value == value {
			return &a.Levels[i]
		}
	}
	return nil
}

// Bounds gives the least and the greatest value of the scale; 0, 0 where an
// axis is empty.
func (s *Scale) Bounds() (low, high int) {
	first := true
	for _, l := range s.Likelihood.Levels {
		for _, c := range s.Consequence.Levels {
			v := s.Score(l.Value, c.Value)
			if first {
				low, high, first = v, v, false
			}
			low, high = min(low, v), max(high, v)
		}
	}
	return low, high
}
