package archive

import (
	"testing"

	"riskbok/rules/model"
)

// TestLines: a budget beside what came of an earlier year is told from others by its
// lines; a follow-up of its own year is not, of which there are many.
func TestLines(t *testing.T) {
	column := func(role model.ColumnRole, year int) model.BudgetColumn {
		return model.BudgetColumn{Role: role, Year: year}
	}
	for _, tc := range []struct {
		name    string
		columns []model.BudgetColumn
		want    int
	}{
		{"years", []model.BudgetColumn{column(model.RoleYear, 2025), column(model.RoleYear, 2026)}, 1},
		{"closed accounts beside budgets", []model.BudgetColumn{column(model.RoleOutcome, 2024), column(model.RoleBudget, 2025), column(model.RoleBudget, 2026)}, 1},
		{"a forecast of the year before", []model.BudgetColumn{column(model.RoleForecast, 2025), column(model.RoleBudget, 2026)}, 1},
		{"an outcome of its own year", []model.BudgetColumn{column(model.RoleOutcome, 2025), column(model.RoleBudget, 2026), column(model.RoleOutcome, 2026)}, 0},
		{"an outcome of no year", []model.BudgetColumn{column(model.RoleBudget, 2026), column(model.RoleOutcome, 0)}, 0},
		{"a deviation", []model.BudgetColumn{column(model.RoleBudget, 2025), column(model.RoleDeviation, 2025)}, 0},
	} {
		b := &model.Budget{Year: 2026, Columns: tc.columns, Lines: []model.BudgetLine{{Name: model.Value[string]{V: "Kaj", OK: true}}}}
		var c Claim
		c.lines(b)
		if len(c.Lines) != tc.want {
			t.Errorf("%s: %d lines", tc.name, len(c.Lines))
		}
	}
}
