package config

import (
	"slices"
	"strings"
	"testing"

	"riskbok/rules/model"
)

func TestBudgetWords(t *testing.T) {
	w := BudgetWords()
	roles := []model.ColumnRole{model.RolePercent, model.RolePlain, model.RoleForecastDeviation, model.RoleDeviation, model.RoleForecast, model.RoleOutcome, model.RoleChange, model.RoleBudget}
	if !slices.Equal(w.RoleOrder, roles) {
		t.Errorf("roles are tried in the order %v", w.RoleOrder)
	}
	kinds := []model.LineKind{model.LineNet, model.LineInvestment, model.LineIncome, model.LineCost, model.LineParty}
	if !slices.Equal(w.KindOrder, kinds) {
		t.Errorf("kinds are tried in the order %v", w.KindOrder)
	}
	for _, u := range []model.Unit{model.UnitKr, model.UnitTkr, model.UnitMnkr} {
		if len(w.Units[u]) == 0 {
			t.Errorf("no words for %s", u)
		}
	}
	if len(w.Months) != 24 || len(w.Blank) == 0 || len(w.Board.Suffixes) == 0 {
		t.Error("months, marks or boards are not those of the vocabulary")
	}
	for _, p := range w.Periods {
		if p.From < 1 || p.From > 12 || p.To > 12 || p.To != 0 && p.To < p.From || len(p.Words) == 0 {
			t.Errorf("period %+v", p)
		}
	}
	for name, list := range map[string][]string{
		"amounts": w.Amounts, "upTo": w.UpTo, "counts": w.Decimals.Counts, "nouns": w.Decimals.Nouns, "totals": w.Totals, "remains": w.Remains, "sums": w.Sums, "totalsByFigures": w.TotalsByFigures, "bounds": w.Bounds, "budgetTitles": w.BudgetTitles, "prices": w.Prices, "priceLevels": w.PriceLevels, "captions": w.Captions, "rates": w.Rates,
		"net": w.Sides[model.LineNet], "income": w.Sides[model.LineIncome], "cost": w.Sides[model.LineCost], "totalEnds": w.TotalEnds, "except": w.Except, "lineCounts": w.Counts, "ofWhich": w.OfWhich,
		"titles": w.Titles, "notMoney": w.NotMoney, "total": w.Shares.Total, "divided": w.Shares.Divided, "partial": w.Shares.Partial, "whole": w.Shares.Whole,
	} {
		if len(list) == 0 || slices.Contains(list, "") {
			t.Errorf("%s: %q", name, list)
		}
	}
}

// TestBudgetWordsStrict: a key that does not exist is an error, not a list
// that nobody reads.
func TestBudgetWordsStrict(t *testing.T) {
	if _, err := parseBudgetWords([]byte(strings.Replace(string(budgetWordsData), "ofWhich:", "ofwhich:", 1))); err == nil {
		t.Error("no error for an unknown key")
	}
}
