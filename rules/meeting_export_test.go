package rules

// The rules about meetings as pure functions, for the tests that read their
// pages' examples.
var (
	Weekdays       = weekdays
	ChairRotations = chairRotations
	CaseNumbers    = caseNumbers
	UndecidedPlans = undecidedPlans
)
