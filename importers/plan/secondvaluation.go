package plan

import (
	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// withoutSecond leaves out the claims of a second valuation side by side with
// the first, as of what risk remains after the measures: where both levels
// stand twice under one heading each, and a heading over the first group says
// that it is the risk's value ("Inneboende risk") and one over the second that
// it is something else. What is left out stays unread, which is said of its
// columns. Without such headings the columns claim with equal right.
func withoutSecond(w *words.Index, t *grid.Table, top, bottom int, claims []claim) []claim {
	second := map[int]bool{}
	last, from := -1, 1<<30
	for _, f := range []model.Field{model.FieldLikelihood, model.FieldConsequence} {
		left, right, ok := twice(claims, f)
		if !ok || !valuesBand(w, t, top, bottom, left) || valuesBand(w, t, top, bottom, right) || headingAbove(t, top, bottom, right) == "" {
			return claims
		}
		second[right] = true
		last, from = max(last, left), min(from, right)
	}
	if last > from {
		return claims
	}
	for _, f := range []model.Field{model.FieldScore, model.FieldTreatment} {
		if left, right, ok := twice(claims, f); ok && left < from && right > last {
			second[right] = true
		}
	}
	var out []claim
	for _, c := range claims {
		if !second[c.col] {
			out = append(out, c)
		}
	}
	return out
}

// twice gives the two columns that claim a field under one known heading; ok
// is false where these are not two.
func twice(claims []claim, f model.Field) (left, right int, ok bool) {
	n, word := 0, ""
	for _, c := range claims {
		if c.Field != f || c.reason != model.ReasonHeading {
			continue
		}
		if n++; n == 1 {
			left, right, word = c.col, c.col, c.word
			continue
		}
		if c.word != word {
			return 0, 0, false
		}
		left, right = min(left, c.col), max(right, c.col)
	}
	return left, right, n == 2
}

// headingAbove gives the text over several columns above a heading, or "".
func headingAbove(t *grid.Table, top, bottom, col int) string {
	rows := []int{top - 1}
	if bottom > top {
		rows = []int{top, top - 1}
	}
	for _, r := range rows {
		if r < 0 {
			continue
		}
		if c := t.Resolved(r, col); c.ColSpan > 1 && !c.Blank() {
			return model.Clean(c.Text)
		}
	}
	return ""
}

// valuesBand reports whether the text over several columns above a heading
// names the risk's value.
func valuesBand(w *words.Index, t *grid.Table, top, bottom, col int) bool {
	return w.Heads(headingAbove(t, top, bottom, col), model.FieldScore)
}
