package plan

import (
	"slices"
	"sort"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// claim is one meaning that a column could have, with how sure it is.
type claim struct {
	meaning
	col     int
	score   int
	reason  model.Reason
	word    string // the heading's key
	heading string
}

// What a claim's score is made of. A heading to the letter is worth 100 less
// its place in the vocabulary's list, so that the usual word is surest.
const (
	scoreMapped  = 1000
	scoreHeading = 100
	scoreBegins  = 50
	scoreContent = 30
	scoreLabels  = 45 // besides, where the cells are labels of the axis
)

// bind gives each headed column a field: by its heading and by what its cells
// hold. Each field but the number has one column; the number may stand again
// in front of steg 3. Where two columns claim a field with equal right neither
// gets it, and both are named.
func (w *words) bind(t *grid.Table, top, bottom int, texts []headingText) *header {
	h := &header{top: top, bottom: bottom, columns: map[model.Field]int{}, left: -1, titled: w.titledAs(t, top, w.v.Titles.FollowUp), planned: w.titledAs(t, top, w.v.Titles.Plan)}
	claims := w.claims(t, bottom, texts)
	claims = w.withoutSecond(t, top, bottom, claims)
	taken := map[int]claim{}
	refused := map[model.Field]bool{}
	for i, c := range claims {
		if _, ok := taken[c.col]; ok || refused[c.field] {
			continue
		}
		if c.field == model.FieldPeriod {
			if !h.hasPeriod(c.key) {
				taken[c.col] = c
				h.periods = append(h.periods, model.Column{Key: c.key})
			}
			continue
		}
		if _, ok := h.columns[c.field]; ok {
			continue
		}
		if rivals := c.rivals(claims[i+1:], taken); len(rivals) > 0 {
			refused[c.field] = true
			h.refuse(append([]claim{c}, rivals...), texts)
			continue
		}
		h.columns[c.field] = c.col
		taken[c.col] = c
	}
	if col, ok := h.columns[model.FieldEvent]; ok {
		h.weak = w.weak[grid.HeadingKey(texts[col].text)]
	}
	h.bindPlanNumber(claims, taken)
	h.collect(texts, taken)
	return h
}

// claims lists what every headed column could be, surest first.
func (w *words) claims(t *grid.Table, bottom int, texts []headingText) []claim {
	var claims []claim
	for col, text := range texts {
		clean := model.Clean(text.text)
		if clean == "" {
			continue
		}
		key := grid.HeadingKey(clean)
		field, ok := w.mapped[key]
		if byCell, found := w.mapped[grid.HeadingKey(text.at.Cell())]; found {
			field, ok = byCell, true
		}
		if ok {
			if field != "" {
				claims = append(claims, claim{meaning{field: field}, col, scoreMapped, model.ReasonMapped, key, clean})
			}
			continue
		}
		score, reason, meanings := scoreHeading, model.ReasonHeading, w.exact(clean)
		if meanings == nil {
			score, reason, meanings = scoreBegins, model.ReasonBegins, w.begins(clean)
		}
		p := columnProfile(t, bottom+1, col)
		known := len(claims)
		add := func(m meaning, reason model.Reason) {
			labels := w.labelShare(t, bottom+1, col, m.field)
			if p.fits(m.field, key) || labels >= mostly {
				claims = append(claims, claim{m, col, score - min(m.rank, 40) + labels.bonus(), reason, key, clean})
			}
		}
		for _, m := range meanings {
			add(m, reason)
		}
		if len(claims) == known && p.cells.filled > 0 {
			// "Risk (S*K)" over numbers: the parenthesis says what they are.
			for _, m := range w.exact(grid.Parenthesis(clean)) {
				add(m, model.ReasonHeading)
			}
		}
		if meanings == nil {
			if field := w.levelColumn(t, bottom+1, col); field != "" {
				claims = append(claims, claim{meaning{field: field}, col, scoreContent, model.ReasonContent, key, clean})
			} else if w.boardColumn(t, bottom+1, col, clean) {
				claims = append(claims, claim{meaning{field: model.FieldBoard}, col, scoreHeading, model.ReasonHeading, key, clean})
			}
		}
	}
	sort.SliceStable(claims, func(i, j int) bool {
		a, b := &claims[i], &claims[j]
		return a.score > b.score || a.score == b.score && a.later(b)
	})
	return claims
}

// later reports whether two headings say the same of two years, and the first
// is of the later one: this year's beside last year's.
func (c *claim) later(o *claim) bool {
	a, aok := grid.FindYear(c.heading)
	b, bok := grid.FindYear(o.heading)
	return aok && bok && a > b && c.field == o.field && c.rank == o.rank
}

// rivals gives the later claims to the same field that have equal right to it:
// the same heading, or for a field that values are recomputed from another
// heading that is no more and no less usual, or goes on after the same word
// ("Konsekvens ekonomi" beside "Konsekvens miljö"). Columns that are already
// taken for something else are none, nor are those of an earlier year.
func (c claim) rivals(later []claim, taken map[int]claim) []claim {
	if c.field == model.FieldNumber || c.reason == model.ReasonMapped {
		return nil
	}
	var out []claim
	for _, o := range later {
		if _, ok := taken[o.col]; ok || o.field != c.field || o.col == c.col {
			continue
		}
		if slices.ContainsFunc(later, func(p claim) bool { return p.col == o.col && p.field != o.field && p.score > o.score }) {
			continue
		}
		if c.later(&o) {
			continue
		}
		same := o.word == c.word && o.reason == c.reason
		begins := c.reason == model.ReasonBegins && c.rank == o.rank
		if same || valued[c.field] && o.reason == c.reason && (c.rank > 0 || begins) && c.score-o.score < 20 {
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
	u := model.Unclear{Field: claims[0].field}
	for _, c := range claims {
		u.Columns = append(u.Columns, c.column(texts))
	}
	sort.Slice(u.Columns, func(i, j int) bool { return u.Columns[i].At.Col < u.Columns[j].At.Col })
	h.unclear = append(h.unclear, u)
}

func (c claim) column(texts []headingText) model.Column {
	return model.Column{
		Field: c.field, Key: c.key, Heading: model.Clean(texts[c.col].text),
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
		if c.field != model.FieldNumber || c.col == first {
			continue
		}
		if _, ok := taken[c.col]; ok {
			continue
		}
		left, right := taken[first], c
		if right.col < left.col {
			left, right = right, left
		}
		right.field = model.FieldPlanNumber
		h.columns[model.FieldNumber], h.columns[model.FieldPlanNumber] = left.col, right.col
		taken[left.col], taken[right.col] = left, right
		return
	}
}

// collect lists the bound columns from left to right, the periods among them,
// and the headings that mean nothing known. Those that stand apart from all
// bound columns are no part of the table.
func (h *header) collect(texts []headingText, taken map[int]claim) {
	h.periods = nil
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
		if c.field == model.FieldPeriod {
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
