package scales

import (
	"slices"

	"riskbok/rules/model"
)

// valued gives a scale the rule by which the rows of registers come to their
// values, where that is not the scale's own: what their formulas say, else what
// their values bear out. The scale given is not changed. A departure is set
// unless the scale's treatments are made for that rule; treatments that are made
// for another say nothing.
func valued(s *model.Scale, registers []*model.Register) (*model.Scale, *model.Departure) {
	rows := readRows(s, registers)
	stated := statedRule(s, rows.pairs)
	rule, origin, hits, of := ruleOf(s, registers, stated, rows)
	if rule == s.Rule {
		return s, nil
	}
	own := *s
	own.Rule, own.RuleOrigin = rule, origin
	if rule == stated {
		own.RuleOrigin = ""
	}
	own.Overrides = nil
	if rule == stated || rule != model.RuleOther && fits(s, rule) {
		return &own, nil
	}
	own.TreatmentsUnsure = len(s.Treatments) > 0 || len(s.Overrides) > 0 || rule == model.RuleOther
	if len(s.Overrides) > 0 {
		stated = model.RuleMatrix
	}
	return &own, &model.Departure{Stated: stated, Rule: rule, Hits: hits, Of: of}
}

// pairRow is a row whose levels are on a scale, with the value it writes.
type pairRow struct {
	pair  [2]int
	score int
}

// valueRows are the rows of registers whose levels are on a scale. Decimals
// counts those whose value is a number and no whole one.
type valueRows struct {
	pairs    []pairRow
	decimals int
}

func readRows(s *model.Scale, registers []*model.Register) valueRows {
	var out valueRows
	for _, r := range registers {
		for i := range r.Risks {
			for _, a := range r.Risks[i].Assessments() {
				switch v := Judge(s, &a); {
				case !v.Valid:
				case a.Score.OK && a.Score.V > 0:
					out.pairs = append(out.pairs, pairRow{[2]int{v.Likelihood.Value, v.Consequence.Value}, a.Score.V})
				case !a.Score.OK && decimal(a.Score.Raw):
					out.decimals++
				}
			}
		}
	}
	return out
}

// otherRules are the rules that rows may show instead of a product.
var otherRules = []model.ValueRule{model.RuleSum, model.RuleMaximum}

// statedRule gives the rule that a scale states: its own, or that which its
// treatments have just the values of, where a product has others. Rows that are
// products speak against the latter.
func statedRule(s *model.Scale, rows []pairRow) model.ValueRule {
	if s.Rule != model.RuleProduct || len(s.Overrides) > 0 || len(s.Treatments) == 0 || fits(s, model.RuleProduct) {
		return s.Rule
	}
	for _, rule := range otherRules {
		if low, high := bounds(s, rule); fits(s, rule) && lowest(s) == low && highest(s) == high && right(rows, rule) >= right(rows, model.RuleProduct) {
			return rule
		}
	}
	return s.Rule
}

func right(rows []pairRow, rule model.ValueRule) int {
	n := 0
	for _, row := range rows {
		if rule.Of(row.pair[0], row.pair[1]) == row.score {
			n++
		}
	}
	return n
}

// under gives a scale with another rule and no values of its own.
func under(s *model.Scale, rule model.ValueRule) *model.Scale {
	o := *s
	o.Rule, o.Overrides = rule, nil
	return &o
}

func bounds(s *model.Scale, rule model.ValueRule) (low, high int) { return under(s, rule).Bounds() }

func lowest(s *model.Scale) int {
	return slices.MinFunc(s.Treatments, func(a, b model.Treatment) int { return a.Min - b.Min }).Min
}

func highest(s *model.Scale) int {
	return slices.MaxFunc(s.Treatments, func(a, b model.Treatment) int { return a.Max - b.Max }).Max
}

// fits reports whether the treatments of a scale are those of values that come
// about by a rule: every value has one, and every one a value.
func fits(s *model.Scale, rule model.ValueRule) bool {
	o := under(s, rule)
	met := make([]bool, len(s.Treatments))
	for _, l := range s.Likelihood.Levels {
		for _, c := range s.Consequence.Levels {
			v := o.Score(l.Value, c.Value)
			i := slices.IndexFunc(s.Treatments, func(t model.Treatment) bool { return t.Min <= v && v <= t.Max })
			if i < 0 {
				return false
			}
			met[i] = true
		}
	}
	return len(met) > 0 && !slices.Contains(met, false)
}

// ruleOf gives the rule by which the values of registers come about, where it
// was concluded from, and how many of how many rows bear it out.
func ruleOf(s *model.Scale, registers []*model.Register, stated model.ValueRule, read valueRows) (rule model.ValueRule, origin model.Origin, hits, of int) {
	rows := read.pairs
	if rule, hits, of, ok := formulaRule(registers); ok && rule != stated && (rule != model.RuleProduct || s.Rule != model.RuleProduct) {
		return rule, model.OriginFormula, hits, of
	}
	base := under(s, stated)
	base.Overrides = s.Overrides
	for _, rule := range append([]model.ValueRule{model.RuleProduct}, otherRules...) {
		if rule == stated {
			continue
		}
		if hits, of := telling(base, rule, rows); of > 0 && distinct(base, rule, rows) >= tolerances.tellingRows && tolerances.ruled.met(hits, of) {
			return rule, model.OriginInferred, hits, of
		}
	}
	if wrong := unlike(base, rows); read.decimals > len(rows) || foreignMatrix(base, rows, wrong) {
		return model.RuleOther, model.OriginInferred, wrong + read.decimals, len(rows) + read.decimals
	}
	return stated, "", 0, 0
}

// telling counts the rows on which a rule and a scale differ, and those of them
// that are as the rule has them.
func telling(s *model.Scale, rule model.ValueRule, rows []pairRow) (hits, of int) {
	for _, row := range rows {
		if v := rule.Of(row.pair[0], row.pair[1]); v != s.Score(row.pair[0], row.pair[1]) {
			of++
			if v == row.score {
				hits++
			}
		}
	}
	return hits, of
}

// distinct counts the pairs of levels on which a rule and a scale differ and
// some row is as the rule has it.
func distinct(s *model.Scale, rule model.ValueRule, rows []pairRow) int {
	seen := map[[2]int]bool{}
	for _, row := range rows {
		if v := rule.Of(row.pair[0], row.pair[1]); v != s.Score(row.pair[0], row.pair[1]) && v == row.score {
			seen[row.pair] = true
		}
	}
	return len(seen)
}

// unlike counts the rows whose value is not what a scale says.
func unlike(s *model.Scale, rows []pairRow) int {
	n := 0
	for _, row := range rows {
		if s.Score(row.pair[0], row.pair[1]) != row.score {
			n++
		}
	}
	return n
}

// foreignMatrix reports whether rows have the values of another matrix than the
// scale's: at least half are wrong, and yet each pair has one value, that never
// falls where a level rises. Errors are not so regular.
func foreignMatrix(s *model.Scale, rows []pairRow, wrong int) bool {
	if wrong < tolerances.tellingRows || !tolerances.foreign.met(wrong, len(rows)) {
		return false
	}
	values := map[[2]int]int{}
	for _, row := range rows {
		if v, ok := values[row.pair]; ok && v != row.score {
			return false
		}
		values[row.pair] = row.score
	}
	for p, v := range values {
		for q, w := range values {
			if p[0] <= q[0] && p[1] <= q[1] && v > w {
				return false
			}
		}
	}
	return len(values) >= tolerances.tellingRows
}
