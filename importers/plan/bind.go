package plan

import (
	"slices"
	"sort"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// claim is one meaning that a column could have, with how sure it is.
type claim struct {
	words.Meaning
	col     int
	score   int
	reason  model.Reason
	word    string // the heading's key
	heading string
}

// binder gives headings their fields, by what is known of the document: the
// labels of its axes, and the parts of the grid that define a scale.
type binder struct {
	*layout
	labels  map[model.Field]map[string]bool
	defined []grid.Region
	means   *meanings // nil: before anything is known of definitions
	side    *[2]int   // the columns that are looked at; nil: all
	told    []model.NotChecked
}

// bind gives each headed column a field: by its heading and by what its cells
// hold. Each field but the number has one column; the number may stand again
// in front of steg 3. Where two columns claim a field with equal right neither
// gets it, and both are named.
func (b *binder) bind(top, bottom int, texts []headingText) *header {
	w, t := b.w, b.t
	h := &header{top: top, bottom: bottom, columns: map[model.Field]int{}, left: -1, texts: texts, labels: b.labels, turned: b.turned, titled: titledAs(w, t, top, words.FollowUpTitle), planned: titledAs(w, t, top, words.PlanTitle)}
	claims := b.claims(bottom, texts)
	taken := map[int]claim{}
	refused := map[model.Field]bool{}
	for i, c := range claims {
		if _, ok := taken[c.col]; ok || refused[c.Field] {
			continue
		}
		if c.Field == model.FieldPeriod {
			if !h.hasPeriod(c.Key) {
				taken[c.col] = c
				h.periods = append(h.periods, model.Column{Key: c.Key})
			}
			continue
		}
		if _, ok := h.columns[c.Field]; ok {
			continue
		}
		if rivals := c.rivals(claims[i+1:], taken); len(rivals) > 0 {
			refused[c.Field] = true
			h.refuse(append([]claim{c}, rivals...), texts)
			continue
		}
		h.columns[c.Field] = c.col
		taken[c.col] = c
	}
	if col, ok := h.columns[model.FieldEvent]; ok {
		h.weak = w.Weak(texts[col].text)
	}
	h.bindPlanNumber(claims, taken)
	h.takeUnits(w, texts, taken)
	h.collect(texts, taken)
	return h
}

// claims lists what every headed column could be, surest first.
func (b *binder) claims(bottom int, texts []headingText) []claim {
	claims := make([]claim, 0, len(texts))
	for col, text := range texts {
		if clean := model.Clean(text.text); clean != "" {
			claims = append(claims, b.claimsOf(bottom, col, clean, text.at)...)
		}
	}
	sort.SliceStable(claims, func(i, j int) bool {
		a, b := &claims[i], &claims[j]
		return a.score > b.score || a.score == b.score && a.later(b)
	})
	return claims
}

// claimsOf lists what one column could be: what the user says it is, else what
// its heading says and its cells allow, else what these say.
func (b *binder) claimsOf(bottom, col int, heading string, at model.Source) []claim {
	key := grid.HeadingKey(heading)
	if field, ok := b.mappedTo(key, at); ok {
		if field == "" {
			return nil
		}
		return []claim{{words.Meaning{Field: field}, col, tolerances.scoreMapped, model.ReasonMapped, key, heading}}
	}
	score, reason, meanings := tolerances.scoreHeading, model.ReasonHeading, b.w.Exact(heading)
	if meanings == nil {
		score, reason, meanings = tolerances.scoreBegins, model.ReasonBegins, b.w.Begins(heading)
	}
	if meanings == nil && b.w.Exact(grid.Parenthesis(heading)) == nil {
		return b.claimsByContent(bottom, col, heading, key)
	}
	p := b.profile(bottom+1, col)
	var claims []claim
	add := func(m words.Meaning, reason model.Reason) {
		labels := b.labelShare(bottom+1, col, m.Field)
		if p.fits(m.Field, key) || labels >= mostly {
			claims = append(claims, claim{m, col, score - min(m.Rank, tolerances.maxRank) + labels.bonus(), reason, key, heading})
		}
	}
	for _, m := range meanings {
		add(m, reason)
	}
	if len(claims) == 0 && p.cells.filled > 0 {
		// "Risk (S*K)" over numbers: the parenthesis says what they are.
		for _, m := range b.w.Exact(grid.Parenthesis(heading)) {
			add(m, model.ReasonHeading)
		}
	}
	if meanings == nil {
		claims = append(claims, b.claimsByContent(bottom, col, heading, key)...)
	}
	return claims
}

// mappedTo gives the field that the user binds a column to, by its heading or
// its cell, and whether she says anything of it.
func (b *binder) mappedTo(heading string, at model.Source) (model.Field, bool) {
	return b.mapped.mapped(heading, at)
}

// claimsByContent lists what the column of a heading that means nothing known
// could be: an axis by its labels, or the rows' boards.
func (b *binder) claimsByContent(bottom, col int, heading, key string) []claim {
	if field := b.levelColumn(bottom+1, col); field != "" {
		return []claim{{words.Meaning{Field: field}, col, tolerances.scoreContent, model.ReasonContent, key, heading}}
	}
	if b.boardColumn(bottom+1, col, heading) {
		return []claim{{words.Meaning{Field: model.FieldBoard}, col, tolerances.scoreHeading, model.ReasonHeading, key, heading}}
	}
	return nil
}

// later reports whether two headings say the same of two years, and the first
// is of the later one: this year's beside last year's.
func (c *claim) later(o *claim) bool {
	a, aok := grid.FindYear(c.heading)
	b, bok := grid.FindYear(o.heading)
	return aok && bok && a > b && c.Field == o.Field && c.Rank == o.Rank
}

// rivals gives the later claims to the same field that have equal right to it:
// the same heading, or for a field that values are recomputed from another
// heading that is no more and no less usual, or goes on after the same word
// ("Konsekvens ekonomi" beside "Konsekvens miljö"). Columns that are already
// taken for something else are none, nor are those of an earlier year.
func (c claim) rivals(later []claim, taken map[int]claim) []claim {
	if c.Field == model.FieldNumber || c.reason == model.ReasonMapped {
		return nil
	}
	var out []claim
	for _, o := range later {
		if _, ok := taken[o.col]; ok || o.Field != c.Field || o.col == c.col {
			continue
		}
		if slices.ContainsFunc(later, func(p claim) bool { return p.col == o.col && p.Field != o.Field && p.score > o.score }) {
			continue
		}
		if c.later(&o) {
			continue
		}
		same := o.word == c.word && o.reason == c.reason
		begins := c.reason == model.ReasonBegins && c.Rank == o.Rank
		if same || valued[c.Field] && o.reason == c.reason && (c.Rank > 0 || begins) && c.score-o.score < tolerances.minLead {
			out = append(out, o)
		}
	}
	return out
}

// valued are the fields that values are recomputed from or compared with: a
// wrong column there makes errors that nobody made.
var valued = map[model.Field]bool{
	model.FieldLikelihood: true, model.FieldConsequence: true, model.FieldScore: true, model.FieldTreatment: true,
}

// refuse notes the columns that could all be one field.
func (h *header) refuse(claims []claim, texts []headingText) {
	u := model.Unclear{Field: claims[0].Field}
	for _, c := range claims {
		u.Columns = append(u.Columns, c.column(texts))
	}
	sort.Slice(u.Columns, func(i, j int) bool { return u.Columns[i].At.Col < u.Columns[j].At.Col })
	h.unclear = append(h.unclear, u)
}

func (c claim) column(texts []headingText) model.Column {
	return model.Column{
		Field: c.Field, Key: c.Key, Heading: model.Clean(texts[c.col].text),
		Score: min(c.score, 100), Reason: c.reason, At: texts[c.col].at,
	}
}

// bindPlanNumber finds the number that stands again in front of steg 3: the
// leftmost is the risk's own.
func (h *header) bindPlanNumber(claims []claim, taken map[int]claim) {
	first, ok := h.columns[model.FieldNumber]
	if !ok || h.has(model.FieldPlanNumber) {
		return
	}
	for _, c := range claims {
		if c.Field != model.FieldNumber || c.col == first {
			continue
		}
		if _, ok := taken[c.col]; ok {
			continue
		}
		left, right := taken[first], c
		if right.col < left.col {
			left, right = right, left
		}
		right.Field = model.FieldPlanNumber
		h.columns[model.FieldNumber], h.columns[model.FieldPlanNumber] = left.col, right.col
		taken[left.col], taken[right.col] = left, right
		return
	}
}

// takeUnits binds a heading of units that nothing else claims.
func (h *header) takeUnits(w *words.Index, texts []headingText, taken map[int]claim) {
	for col, text := range texts {
		if _, is := taken[col]; is || h.has(model.FieldUnit) || !w.Unit(text.text) || !touches(texts, taken, col) {
			continue
		}
		taken[col] = claim{words.Meaning{Field: model.FieldUnit}, col, tolerances.scoreHeading, model.ReasonHeading, grid.HeadingKey(text.text), text.text}
		h.columns[model.FieldUnit] = col
	}
}

// collect lists the bound columns from left to right, the periods among them,
// and the headings that mean nothing known. Those that stand apart from all
// bound columns are no part of the table.
func (h *header) collect(texts []headingText, taken map[int]claim) {
	h.periods = nil
	h.bound = make([]model.Column, 0, len(taken))
	for col, text := range texts {
		if model.Clean(text.text) == "" {
			continue
		}
		c, ok := taken[col]
		if !ok {
			if touches(texts, taken, col) {
				h.loose = append(h.loose, col)
				h.span(col)
			}
			continue
		}
		h.span(col)
		column := c.column(texts)
		h.bound = append(h.bound, column)
		if c.Field == model.FieldPeriod {
			h.periods = append(h.periods, column)
			h.periodCols = append(h.periodCols, col)
		}
	}
	// What is said to be unclear is not also said to be unknown.
	h.loose = slices.DeleteFunc(h.loose, func(col int) bool {
		return slices.ContainsFunc(h.unclear, func(u model.Unclear) bool {
			return slices.ContainsFunc(u.Columns, func(c model.Column) bool { return c.At == texts[col].at })
		})
	})
}

// touches reports whether headings without a gap lead from a column to a bound
// one.
func touches(texts []headingText, taken map[int]claim, col int) bool {
	for _, step := range []int{-1, 1} {
		for c := col + step; c >= 0 && c < len(texts) && model.Clean(texts[c].text) != ""; c += step {
			if _, ok := taken[c]; ok {
				return true
			}
		}
	}
	return false
}
