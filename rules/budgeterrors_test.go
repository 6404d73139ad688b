package rules_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"riskbok/config"
	"riskbok/rules"
	"riskbok/rules/model"
)

// Error values among the amounts of a budget are findings, each at its cell.
func TestErrorsInBudget(t *testing.T) {
	amount := func(raw string, row int32) model.Value[decimal.Decimal] {
		v := model.Value[decimal.Decimal]{Raw: raw, At: model.Source{Row: row, Col: 2}}
		d, err := decimal.NewFromString(raw)
		v.V, v.OK = d, err == nil
		return v
	}
	b := model.Budget{Title: "Budget", Year: 2026, Columns: []model.BudgetColumn{{Heading: "Budget 2026", Role: model.RoleBudget, Year: 2026}}}
	for i, raw := range []string{"5200", "#REF!", "#VÄRDEFEL!", "", "–", "#1"} {
		b.Lines = append(b.Lines, model.BudgetLine{Name: model.Text("Rad", model.Source{}), Amounts: []model.Value[decimal.Decimal]{amount(raw, int32(i+1))}})
	}
	doc := &model.Document{Kind: model.KindWorkbook, Places: []model.Place{{Sheet: "Budget"}}, Budgets: []model.Budget{b}}
	_, found := rules.Check([]*model.Document{doc}, rules.Settings{Vocabulary: config.Vocabulary()})
	var got []string
	for _, f := range found {
		if f.Rule == "formula-broken" {
			got = append(got, f.At.Cell()+" "+f.Found)
		}
	}
	if len(got) != 2 || got[0] != "B2 #REF!" || got[1] != "B3 #VÄRDEFEL!" {
		t.Errorf("%q", got)
	}
}
