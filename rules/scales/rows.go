package scales

import "riskbok/rules/model"

// infer chooses the scale of a register that states none. Values that come about
// otherwise than as a product are a departure; nil where they do so in a way
// that is not known, and nothing is said of them.
func infer(r *model.Register, b *model.Book) (*model.Scale, *model.Departure) {
	t := gather(r)
	registers := []*model.Register{r}
	for _, rule := range otherRules {
		t.rule = rule
		s := t.plainScale()
		if s == nil {
			continue
		}
		product := under(s, model.RuleProduct)
		found, origin, hits, of := ruleOf(product, registers, model.RuleProduct, readRows(product, registers))
		if found != rule {
			continue
		}
		s.Origin, s.RuleOrigin = model.OriginInferred, origin
		return t.settled(s, r, b), &model.Departure{Rule: rule, Hits: hits, Of: of}
	}
	t.rule = model.RuleProduct
	if rule, _, _, ok := formulaRule(registers); ok && rule == model.RuleOther || t.decimals > len(t.rows) {
		return nil, nil
	}
	s := inferOrDefault(t, r, b)
	if s != nil && t.fewButOther(s) {
		return nil, nil
	}
	return s, nil
}

// plainScale gives the scale of the numbers that a register writes, or where it
// writes usual labels the usual levels; nil where it writes others.
func (t *evidence) plainScale() *model.Scale {
	if t.numbered() {
		return t.numberedScale()
	}
	if t.foreignLabels() {
		return nil
	}
	s := Default()
	s.Rule, s.Treatments = t.rule, nil
	return s
}

// fewButOther reports whether a register has too few rows to show another rule
// than the product, and yet most of them are no product and all as one other
// rule has them.
func (t *evidence) fewButOther(s *model.Scale) bool {
	if len(t.rows) < tolerances.fewOther || t.values(s)*2 >= len(t.rows) {
		return false
	}
	for _, rule := range otherRules {
		if t.values(under(s, rule)) == len(t.rows) {
			return true
		}
	}
	return false
}
