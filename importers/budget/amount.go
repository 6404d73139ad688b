package budget

import (
	"strings"

	"github.com/shopspring/decimal"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// ParseAmount is [grid.ParseAmount].
func ParseAmount(text string) (decimal.Decimal, bool) { return grid.ParseAmount(text) }

// storedNumber reads a number as a workbook stores it, with a decimal point
// and perhaps an exponent.
func storedNumber(text string) (decimal.Decimal, bool) {
	d, err := decimal.NewFromString(strings.TrimSpace(text))
	if err != nil || d.Exponent() > grid.MaxDigits || len(d.Coefficient().String()) > 4*grid.MaxDigits {
		return decimal.Decimal{}, false
	}
	if n := d.NumDigits(); n > tolerances.significant {
		d = d.Round(-d.Exponent() - int32(n-tolerances.significant))
	}
	for d.Exponent() < 0 && !d.IsZero() && d.Equal(d.Truncate(-d.Exponent()-1)) {
		d = d.Truncate(-d.Exponent() - 1)
	}
	return d, true
}

// SplitAmounts divides a run of digits and spaces into exactly n amounts:
// "5 269,0 8 615,5" into two. It is not understood where it can be divided in
// two ways ("100 200 300" into two), or only into amounts with unlike decimals,
// as when one of them is missing.
func SplitAmounts(text string, n int) ([]decimal.Decimal, bool) {
	tokens := strings.Fields(model.Clean(text))
	if n < 1 || len(tokens) < n || len(tokens) > 60 {
		return nil, false
	}
	s := splitter{tokens: tokens, memo: map[[2]int]int{}}
	if s.ways(0, n) != 1 {
		return nil, false
	}
	var out []decimal.Decimal
	for i := 0; n > 0; n-- {
		for j := i + 1; j <= len(tokens); j++ {
			if d, ok := ParseAmount(strings.Join(tokens[i:j], " ")); ok && s.ways(j, n-1) == 1 {
				out, i = append(out, d), j
				break
			}
		}
	}
	decimals := -1
	for _, d := range out {
		if d.IsZero() {
			continue
		}
		if decimals >= 0 && model.Decimals(d) != decimals {
			return nil, false
		}
		decimals = model.Decimals(d)
	}
	return out, true
}

type splitter struct {
	tokens []string
	memo   map[[2]int]int
}

// ways counts, up to two, how the tokens from i on make n amounts.
func (s *splitter) ways(i, n int) int {
	if n == 0 || i == len(s.tokens) {
		if n == 0 && i == len(s.tokens) {
			return 1
		}
		return 0
	}
	key := [2]int{i, n}
	if w, ok := s.memo[key]; ok {
		return w
	}
	w := 0
	for j := i + 1; j <= len(s.tokens) && j <= i+8 && w < 2; j++ {
		if _, ok := ParseAmount(strings.Join(s.tokens[i:j], " ")); ok {
			w += s.ways(j, n-1)
		}
	}
	s.memo[key] = min(w, 2)
	return s.memo[key]
}
