package scale

import (
	"strings"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// printedRule is how a document says that risk values come about, and where.
type printedRule struct {
	rule  model.ValueRule
	at    model.Source
	clash bool // it says two things
}

// note keeps the rules that are printed in a grid, outside the rows of risks.
func (p *printedRule) note(w *words.Index, t *grid.Table, risks Risks) {
	for r := range t.Rows {
		if risks.Deep(r) {
			continue
		}
		for col := range t.Rows[r] {
			c := &t.Rows[r][col]
			if c.Kind != grid.Text || c.Covered || len(c.Text) > words.MaxHeading || !strings.ContainsAny(c.Text, " +×*·") {
				continue
			}
			rule, ok := w.Calculation(c.Text)
			switch {
			case !ok || risks.Tells(r, col):
			case p.at.IsZero():
				p.rule, p.at = rule, c.At
			default:
				p.clash = p.clash || p.rule != rule
			}
		}
	}
}

// stated reports whether the document says one thing.
func (p *printedRule) stated() bool { return !p.at.IsZero() && !p.clash }
