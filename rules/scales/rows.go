package scales

import "riskbok/rules/model"

// infer chooses the scale of a register that states none. Values that come about
// otherwise than as a product are a departure; nil where they do so in a way
// that is not known, and nothing is said of them.
func infer(r *model.Register, b *model.Book, lists [][]string) (*model.Scale, *model.Departure) {
	t := gather(r, lists)
	if s := t.plainScale(); s != nil && len(t.rows) >= tolerances.minRows && tolerances.ruled.met(t.values(s), len(t.rows)) {
		return inferOrDefault(t, r, b), nil // products, whatever else they might be
	}
	registers := []*model.Register{r}
	for _, rule := range otherRules {
		t.rule = rule
		s := t.plainScale()
		if s == nil {
			continue
		}
		product := under(s, model.RuleProduct)
		found, origin, hits, of := ruleOf(product, registers, model.RuleProduct, readRows(product, registers))
		if found == model.RuleOther {
			return nil, nil
		}
		if found != rule {
			continue
		}
		s.Origin, s.RuleOrigin = model.OriginInferred, origin
		if s = t.settled(s, r, b); s == nil {
			return nil, nil
		}
		return s, &model.Departure{Rule: rule, Hits: hits, Of: of}
	}
	t.rule = model.RuleOther
	if s := t.plainScale(); s != nil {
		s = under(s, model.RuleProduct)
		if rule, _, _, _ := ruleOf(s, registers, model.RuleProduct, readRows(s, registers)); rule == model.RuleOther {
			return nil, nil
		}
	}
	t.rule = model.RuleProduct
	return inferOrDefault(t, r, b), nil
}

// inferRuled chooses the scale of a register whose document states how values
// come about and no levels. Where most rows do so that stands; where they come
// about otherwise it is a departure.
func inferRuled(r *model.Register, b *model.Book, lists [][]string, stated *model.Scale) (*model.Scale, *model.Departure) {
	t, rule := gather(r, lists), stated.Rule
	t.rule = rule
	if s := t.plainScale(); s != nil && t.values(s)*2 >= len(t.rows) {
		if s.RuleAt = stated.RuleAt; rule != model.RuleProduct {
			s.RuleOrigin = model.OriginDefinitions // else as usual
		}
		return t.settled(s, r, b), nil
	}
	s, departs := infer(r, b, lists)
	if s == nil || s.Rule == rule {
		return s, nil
	}
	if departs == nil {
		departs = &model.Departure{Rule: s.Rule, Hits: t.values(s), Of: len(t.rows)}
	}
	departs.Stated = rule
	own := *s
	own.RuleAt, own.TreatmentsUnsure = stated.RuleAt, true // the thresholds may be made for the rule that is stated
	return &own, departs
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
