package rules

// For tests of the budget rules one by one.
var (
	TotalFindings      = totalFindings
	NetFindings        = netFindings
	DeviationFindings  = deviationFindings
	AllocationFindings = allocationFindings
)
