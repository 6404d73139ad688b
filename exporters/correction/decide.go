package correction

import (
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// Balance is how many errors a run found, and which of them remain after
// correction: indexes of the report's findings. Errors that somebody has
// accepted do not count.
type Balance struct {
	Errors int
	Left   []int
}

// BalanceOf tells what corrected workbooks leave to be decided.
func BalanceOf(r *rules.Report, all []Corrected) Balance {
	settled := map[int]bool{}
	for _, c := range all {
		for i := range c.Settled {
			settled[i] = settled[i] || c.Settled[i]
		}
	}
	var b Balance
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Severity != rules.Error || !f.Open() {
			continue
		}
		b.Errors++
		if !settled[i] {
			b.Left = append(b.Left, i)
		}
	}
	return b
}

// Refusals gives the edits of all workbooks that were refused.
func Refusals(all []Corrected) []Change {
	var refused []Change
	for _, c := range all {
		refused = append(refused, c.Refused...)
	}
	return refused
}

// Decide says, beside its place, what must be decided about a finding that remains: its message,
// why its fix was not made, and what is suggested.
func Decide(cat *lang.Catalog, r *rules.Report, f *rules.Finding, refused []Change, index int) string {
	text := rules.MessageBeside(cat, r, f, f.At)
	for _, c := range refused {
		if c.Finding == index {
			return text + " " + Reason(cat, c)
		}
	}
	if d := r.Document(f.At.Doc); f.FixClass() == rules.Suggested && len(f.Fix.Edits) > 0 && d != nil && d.Kind == model.KindWorkbook {
		text += " " + cat.T("correction.suggestion", "new", quoted(cat, f.Fix.Edits[0].Result))
	}
	return text
}
