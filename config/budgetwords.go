package config

import (
	_ "embed"
	"sync"

	"github.com/goccy/go-yaml"

	"riskbok/rules/model"
)

//go:embed budgetwords.yaml
var budgetWordsData []byte

// budgetWordsFile mirrors budgetwords.yaml; the model carries no file tags.
// Lists of pairs keep the order in which roles and kinds are tried.
type budgetWordsFile struct {
	Roles []struct {
		Role    model.ColumnRole `yaml:"role"`
		Phrases []string         `yaml:"phrases"`
	} `yaml:"roles"`
	Amounts []string `yaml:"amounts"`
	Sides   []struct {
		Side  model.LineKind `yaml:"side"`
		Words []string       `yaml:"words"`
	} `yaml:"sides"`
	Sums     []string                `yaml:"sums"`
	Remains  []string                `yaml:"remains"`
	Periods  []periodNameFile        `yaml:"periods"`
	UpTo     []string                `yaml:"upTo"`
	Units    map[model.Unit][]string `yaml:"units"`
	Decimals decimalWordsFile        `yaml:"decimals"`
	Kinds    []struct {
		Kind  model.LineKind `yaml:"kind"`
		Words []string       `yaml:"words"`
	} `yaml:"kinds"`
	Totals       []string       `yaml:"totals"`
	ByFigures    []string       `yaml:"totalsByFigures"`
	Bounds       []string       `yaml:"bounds"`
	Ends         []string       `yaml:"totalEnds"`
	Except       []string       `yaml:"except"`
	Counts       []string       `yaml:"counts"`
	OfWhich      []string       `yaml:"ofWhich"`
	Titles       []string       `yaml:"titles"`
	BudgetTitles []string       `yaml:"budgetTitles"`
	Prices       []string       `yaml:"prices"`
	PriceLevels  []string       `yaml:"priceLevels"`
	Captions     []string       `yaml:"captions"`
	Rates        []string       `yaml:"rates"`
	NotMoney     []string       `yaml:"notMoney"`
	Shares       shareWordsFile `yaml:"shares"`
}

type periodNameFile struct {
	From  int      `yaml:"from"`
	To    int      `yaml:"to"`
	Words []string `yaml:"words"`
}

type decimalWordsFile struct {
	Counts []string `yaml:"counts"`
	Nouns  []string `yaml:"nouns"`
}

type shareWordsFile struct {
	Total   []string `yaml:"total"`
	Divided []string `yaml:"divided"`
	Partial []string `yaml:"partial"`
	Whole   []string `yaml:"whole"`
}

var budgetWords = sync.OnceValue(func() *model.BudgetWords {
	w, v := compiledBudgetWords(), Vocabulary()
	w.Months, w.Blank, w.Board = v.Months, v.Blank, v.Board
	return w
})

// BudgetWords gives the words by which importers know budgets, those of
// budgetwords.yaml; months, boards and marks for empty cells are those of
// [Vocabulary]. It is made once and must not be changed.
func BudgetWords() *model.BudgetWords { return budgetWords() }

func parseBudgetWords(data []byte) (*model.BudgetWords, error) {
	var f budgetWordsFile
	if err := yaml.UnmarshalWithOptions(data, &f, yaml.Strict()); err != nil {
		return nil, err
	}
	w := &model.BudgetWords{
		Roles: map[model.ColumnRole][]string{}, Amounts: f.Amounts, UpTo: f.UpTo, Units: f.Units,
		Decimals: model.DecimalWords(f.Decimals), Kinds: map[model.LineKind][]string{}, Sides: map[model.LineKind][]string{}, Sums: f.Sums, Remains: f.Remains, TotalsByFigures: f.ByFigures, Bounds: f.Bounds,
		BudgetTitles: f.BudgetTitles, Prices: f.Prices, PriceLevels: f.PriceLevels, Captions: f.Captions, Rates: f.Rates,
		Totals: f.Totals, TotalEnds: f.Ends, Except: f.Except, Counts: f.Counts, OfWhich: f.OfWhich, Titles: f.Titles, NotMoney: f.NotMoney,
		Shares: model.ShareWords(f.Shares),
	}
	for _, r := range f.Roles {
		w.Roles[r.Role] = r.Phrases
		w.RoleOrder = append(w.RoleOrder, r.Role)
	}
	for _, k := range f.Kinds {
		w.Kinds[k.Kind] = k.Words
		w.KindOrder = append(w.KindOrder, k.Kind)
	}
	for _, s := range f.Sides {
		w.Sides[s.Side] = s.Words
		w.SideOrder = append(w.SideOrder, s.Side)
	}
	for _, p := range f.Periods {
		w.Periods = append(w.Periods, model.PeriodName(p))
	}
	return w, nil
}
