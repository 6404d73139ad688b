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
	stated := statedRule(s, rows)
	rule, origin, hits, of := ruleOf(s, registers, stated, rows)
	if rule == s.Rule {
		return withOwn(s, rows), nil
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

// withOwn gives a scale that states no values of its own those that rows agree
// on for single pairs, as a municipality's matrix may have them.
func withOwn(s *model.Scale, rows []pairRow) *model.Scale {
	if len(s.Overrides) > 0 || len(rows) < tolerances.minRows {
		return s
	}
	shown := matrixOf(s, rows).own()
	if len(shown) == 0 {
		return s
	}
	own := *s
	own.Overrides, own.RuleOrigin = shown, model.OriginInferred
	return &own
}

// pairRow is a row whose levels are on a scale, with the value it writes, which
// may be no whole number.
type pairRow struct {
	pair  [2]int
	score float64
}

// readRows gives the rows of registers whose levels are on a scale. What several
// tables say of one risk counts once.
func readRows(s *model.Scale, registers []*model.Register) []pairRow {
	var out []pairRow
	type same struct {
		number, event string
		row           pairRow
	}
	risks := 0
	for _, r := range registers {
		risks += len(r.Risks)
	}
	seen := make(map[same]bool, risks)
	for _, r := range registers {
		for i := range r.Risks {
			k := &r.Risks[i]
			for a := range k.Assessments() {
				v, score := Judge(s, a), numberOf(a.Score)
				if !v.Valid || score <= 0 {
					continue
				}
				row := pairRow{[2]int{v.Likelihood.Value, v.Consequence.Value}, score}
				// a risk valued on the rows of its measures is one, also in two tables
				id := same{model.NumberKeyOf(k.Number), model.Key(k.Event.V), row}
				if id.number == "" && id.event == "" || !seen[id] {
					seen[id] = true
					out = append(out, row)
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
	if s.Rule != model.RuleProduct || !s.RuleAt.IsZero() || len(s.Overrides) > 0 || len(s.Treatments) == 0 || fits(s, model.RuleProduct) {
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
		if float64(rule.Of(row.pair[0], row.pair[1])) == row.score {
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
func ruleOf(s *model.Scale, registers []*model.Register, stated model.ValueRule, rows []pairRow) (rule model.ValueRule, origin model.Origin, hits, of int) {
	if rule, hits, of, ok := formulaRule(registers); ok && rule != stated && (rule != model.RuleProduct || s.Rule != model.RuleProduct) {
		return rule, model.OriginFormula, hits, of
	}
	base := under(s, stated)
	base.Overrides = s.Overrides
	for _, rule := range append([]model.ValueRule{model.RuleProduct}, otherRules...) {
		if rule == stated {
			continue
		}
		hits, of, pairs := telling(base, rule, rows)
		switch {
		case of >= tolerances.tellingRows && pairs >= tolerances.tellingPairs && tolerances.ruled.met(hits, of):
			if cells := matrixOf(under(s, rule), rows); cells.foreign() || cells.regular() {
				return model.RuleOther, model.OriginInferred, unlike(base, rows), len(rows)
			}
			return rule, model.OriginInferred, hits, of
		case pairs >= tolerances.fewOther && hits == of && unlike(base, rows)*2 > len(rows):
			return model.RuleOther, model.OriginInferred, unlike(base, rows), len(rows)
		}
	}
	if cells := matrixOf(base, rows); cells.foreign() {
		return model.RuleOther, model.OriginInferred, cells.wrong(), len(rows)
	}
	return stated, "", 0, 0
}

// telling counts the rows on which a rule and a scale differ, those of them that
// are as the rule has them, and how many different pairs of levels these have.
func telling(s *model.Scale, rule model.ValueRule, rows []pairRow) (hits, of, pairs int) {
	seen := map[[2]int]bool{}
	for _, row := range rows {
		if v := rule.Of(row.pair[0], row.pair[1]); v != s.Score(row.pair[0], row.pair[1]) {
			of++
			if float64(v) == row.score {
				hits++
				seen[row.pair] = true
			}
		}
	}
	return hits, of, len(seen)
}

// unlike counts the rows whose value is not what a scale says.
func unlike(s *model.Scale, rows []pairRow) int { return matrixOf(s, rows).wrong() }
