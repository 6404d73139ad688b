package controlplan

import (
	"riskbok/rules/model"
	"riskbok/rules/scales"
)

// placing tells what decides whether a risk must be in the plan.
type placing int

const (
	byTreatment placing = iota
	withinLimit         // by which the plan is filled, which is not the treatments'
	belowLimit          // or so near it that it is left to people
	chosen              // the plan is filled by no limit
)

// placingOf tells what decides it for a risk that is so assessed, and the limit.
func placingOf(s *model.Scale, a *model.Assessment) (placing, int) {
	if s == nil || s.PlanLimit == nil {
		return byTreatment, 0
	}
	switch v := scales.Judge(s, a); {
	case !v.Valued:
		return byTreatment, 0
	case s.PlanLimit.Unproven:
		return chosen, 0
	case v.Score >= s.PlanLimit.Sure:
		return withinLimit, s.PlanLimit.From
	}
	return belowLimit, 0
}
