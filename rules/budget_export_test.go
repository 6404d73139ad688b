package rules

import (
	"riskbok/rules/budgets"
	"riskbok/rules/model"
)

// For tests of the budget rules one by one.
var AllocationFindings = allocationFindings

func TotalFindings(board string, year int, tables []*model.Budget) []Finding {
	return caseOf(board, year, tables).totalFindings()
}

func NetFindings(board string, year int, tables []*model.Budget) []Finding {
	return caseOf(board, year, tables).netFindings()
}

func DeviationFindings(board string, year int, tables []*model.Budget, forecast bool) []Finding {
	return caseOf(board, year, tables).deviationFindings(forecast)
}

func caseOf(board string, year int, tables []*model.Budget) *Case {
	return &Case{Book: &model.Book{Board: board, Year: year, Budgets: tables}, budgets: map[*model.Budget]*budgets.Structure{}}
}
