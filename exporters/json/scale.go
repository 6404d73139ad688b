package json

import (
	"sort"

	"riskbok/rules"
	"riskbok/rules/model"
)

type scale struct {
	Name        string      `json:"name"`
	Likelihood  []step      `json:"likelihood"`
	Consequence []step      `json:"consequence"`
	Treatments  []treatment `json:"treatments"`
	Overrides   []override  `json:"overrides"`
	Rule        string      `json:"rule,omitempty"` // how values come about where they are no products
	Origin      string      `json:"origin"`
	Source      where       `json:"source"`
}

type step struct {
	Value      int    `json:"value"`
	Label      string `json:"label"`
	Definition string `json:"definition"`
}

type treatment struct {
	Min    int    `json:"min"`
	Max    int    `json:"max"`
	Label  string `json:"label"`
	InPlan bool   `json:"inPlan"`
}

type override struct {
	Likelihood  int `json:"likelihood"`
	Consequence int `json:"consequence"`
	Value       int `json:"value"`
}

func describeScale(r *rules.Report, s *model.Scale) scale {
	out := scale{
		Name: s.Name, Likelihood: steps(s.Likelihood), Consequence: steps(s.Consequence),
		Treatments: []treatment{}, Overrides: []override{}, Rule: string(s.Rule), Origin: string(s.Origin),
	}
	if s.At != (model.Source{}) {
		out.Source = at(r, s.At)
	}
	for _, t := range s.Treatments {
		out.Treatments = append(out.Treatments, treatment{t.Min, t.Max, t.Label, t.InPlan})
	}
	for pair, v := range s.Overrides {
		out.Overrides = append(out.Overrides, override{pair[0], pair[1], v})
	}
	sort.Slice(out.Overrides, func(i, j int) bool {
		a, b := out.Overrides[i], out.Overrides[j]
		return a.Likelihood < b.Likelihood || a.Likelihood == b.Likelihood && a.Consequence < b.Consequence
	})
	return out
}

func steps(a model.Axis) []step {
	out := make([]step, 0, len(a.Levels))
	for _, l := range a.Levels {
		out = append(out, step{l.Value, l.Label, l.Definition})
	}
	return out
}
