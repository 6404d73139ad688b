package plan

import (
	"sort"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// header is a heading row, or two that belong together, with its columns bound
// to fields. Top and bottom are rows of the table, counted from 0.
type header struct {
	top, bottom int
	columns     map[model.Field]int
	periods     []model.Column
	periodCols  []int
	bound       []model.Column // left to right
	loose       []int          // headed columns that no field was found for
	left, right int            // the columns the headings span
	weak        bool           // the risk's heading is one that other tables have too
	titled      bool           // a title above or on the tab says that it is a follow-up
}

func (h *header) has(f model.Field) bool { _, ok := h.columns[f]; return ok }

// register reports whether the headings are those of a table of risks.
func (h *header) register() bool {
	if !h.has(model.FieldEvent) {
		return false
	}
	return h.analysis() || h.plan()
}

// analysis: something of steg 2 is there.
func (h *header) analysis() bool {
	return h.has(model.FieldLikelihood) && h.has(model.FieldConsequence) ||
		h.has(model.FieldScore) && (h.has(model.FieldNumber) || h.has(model.FieldTreatment) || h.has(model.FieldLikelihood))
}

// plan: something of steg 3 is there, and more than a list of things to do has.
func (h *header) plan() bool {
	if !h.has(model.FieldAction) {
		return false
	}
	if h.has(model.FieldDirection) || h.analysis() {
		return true
	}
	return !h.weak && h.has(model.FieldNumber) && (h.has(model.FieldOwner) || h.has(model.FieldReporting)) ||
		!h.weak && h.has(model.FieldOwner) && h.has(model.FieldReporting)
}

// followUp reports whether the headings are those of a follow-up.
func (h *header) followUp() bool {
	if len(h.periods) == 0 {
		return false
	}
	if h.titled && h.has(model.FieldNumber) && len(h.periods) > 1 {
		return true
	}
	risk := h.has(model.FieldNumber) || h.has(model.FieldEvent)
	return risk && (h.has(model.FieldAction) || h.has(model.FieldDirection) || h.has(model.FieldEvent))
}

// numbersOnly reports whether the table knows its risks by number alone, as a
// follow-up of numbers and periods does: there a number is all a row can say.
func (h *header) numbersOnly() bool {
	return !h.has(model.FieldEvent) && !h.has(model.FieldAction) && !h.has(model.FieldDirection)
}

// headingText is what a column is headed by, and where.
type headingText struct {
	text string
	at   model.Source
}

// singleHeading gives the headings of one row, all but those of definition
// tables that stand beside the table.
func singleHeading(t *grid.Table, row int, defined []region) []headingText {
	out := make([]headingText, width(t, row, row))
	for col := range out {
		c := t.Cell(row, col)
		if !c.Covered && !within(defined, row, col) {
			out[col] = headingText{c.Text, c.At}
		}
	}
	return out
}

// doubleHeading gives the headings of two rows read as one: the lower row's
// text, and where that is empty the upper row's, unless it spans several
// columns and so heads them all.
func doubleHeading(t *grid.Table, row int, defined []region) []headingText {
	out := make([]headingText, width(t, row, row+1))
	for col := range out {
		if within(defined, row, col) || within(defined, row+1, col) {
			continue
		}
		lower, upper := t.Resolved(row+1, col), t.Cell(row, col)
		switch {
		case !t.Cell(row+1, col).Covered && !lower.Blank():
			out[col] = headingText{lower.Text, lower.At}
		case !upper.Covered && upper.ColSpan <= 1 && !upper.Blank():
			out[col] = headingText{upper.Text, upper.At}
		}
	}
	return out
}

func width(t *grid.Table, from, to int) int {
	n := 0
	for r := from; r <= to && r < len(t.Rows); r++ {
		n = max(n, len(t.Rows[r]))
	}
	return n
}

// sampleRows is how many rows under a heading are looked at to see what a
// column holds.
const sampleRows = 60

// profile is what a column's cells look like: how many have text, and of these
// how many are whole numbers, begin with one, are short, or as short as a number of a risk.
type profile struct{ filled, whole, scored, short, tiny int }

func columnProfile(t *grid.Table, from, col int) profile {
	var p profile
	for r := from; r < len(t.Rows) && r < from+sampleRows; r++ {
		// After a blank row the column may hold something else.
		if p.filled > 0 && rowFilled(t, r) == 0 {
			break
		}
		c := t.Cell(r, col)
		if c.Covered || c.Blank() {
			continue
		}
		text := model.Clean(c.Text)
		n := utf8.RuneCountInString(text)
		p.filled++
		if _, ok := grid.ParseWhole(text); ok {
			p.whole++
		}
		if grid.ScoreValue(c).OK {
			p.scored++
		}
		if n <= 40 {
			p.short++
		}
		if n <= 12 {
			p.tiny++
		}
	}
	return p
}

// fits reports whether a column's cells can be what the heading says. It only
// rules out: an empty column fits everything.
func (p profile) fits(f model.Field, exactHeading string) bool {
	if p.filled == 0 {
		return len(exactHeading) > 1
	}
	switch f {
	case model.FieldLikelihood, model.FieldConsequence:
		return p.short*10 >= p.filled*7
	case model.FieldScore:
		return p.scored*2 >= p.filled
	case model.FieldNumber:
		return p.tiny*2 >= p.filled
	case model.FieldEvent:
		return p.whole*2 < p.filled || p.filled < 3
	}
	return true
}

// claim is one meaning that a column could have.
type claim struct {
	meaning
	col   int
	score int // 2: the heading to the letter, 1: it begins so
}

// bind gives each headed column a field. Each field but the number has one
// column; the number may stand again in front of steg 3.
func (w *words) bind(t *grid.Table, top, bottom int, texts []headingText) *header {
	h := &header{top: top, bottom: bottom, columns: map[model.Field]int{}, left: -1, titled: w.followUpTitled(t, top)}
	var claims []claim
	profiles := map[int]profile{}
	for col, text := range texts {
		clean := model.Clean(text.text)
		if clean == "" {
			continue
		}
		score, meanings := 2, w.exact(clean)
		if meanings == nil {
			score, meanings = 1, w.begins(clean)
		}
		if meanings != nil {
			profiles[col] = columnProfile(t, bottom+1, col)
		}
		for _, m := range meanings {
			if profiles[col].fits(m.field, grid.HeadingKey(clean)) {
				claims = append(claims, claim{m, col, score})
			}
		}
	}
	sort.SliceStable(claims, func(i, j int) bool {
		a, b := claims[i], claims[j]
		if a.score != b.score {
			return a.score > b.score
		}
		if (a.rank == 0) != (b.rank == 0) || a.field == b.field && a.rank != b.rank {
			return a.rank < b.rank
		}
		return a.col < b.col
	})
	taken := map[int]claim{}
	for _, c := range claims {
		if _, ok := taken[c.col]; ok {
			continue
		}
		if c.field == model.FieldPeriod {
			if !h.hasPeriod(c.key) {
				taken[c.col] = c
				h.periods = append(h.periods, model.Column{Key: c.key})
			}
			continue
		}
		if _, ok := h.columns[c.field]; !ok {
			h.columns[c.field] = c.col
			taken[c.col] = c
		}
	}
	if col, ok := h.columns[model.FieldEvent]; ok {
		h.weak = w.weak[grid.HeadingKey(texts[col].text)]
	}
	h.bindPlanNumber(claims, taken)
	h.collect(texts, taken)
	return h
}

func (h *header) hasPeriod(key string) bool {
	for _, p := range h.periods {
		if p.Key == key {
			return true
		}
	}
	return false
}

// bindPlanNumber finds the number that stands again in front of steg 3: the
// leftmost is the risk's own.
func (h *header) bindPlanNumber(claims []claim, taken map[int]claim) {
	first, ok := h.columns[model.FieldNumber]
	if !ok {
		return
	}
	for _, c := range claims {
		if c.field != model.FieldNumber || c.col == first {
			continue
		}
		if _, ok := taken[c.col]; ok {
			continue
		}
		second := c.col
		if second < first {
			first, second = second, first
		}
		h.columns[model.FieldNumber], h.columns[model.FieldPlanNumber] = first, second
		taken[first] = claim{meaning: meaning{field: model.FieldNumber}, col: first}
		taken[second] = claim{meaning: meaning{field: model.FieldPlanNumber}, col: second}
		return
	}
}

// collect lists the bound columns from left to right, the periods among them,
// and the headings that mean nothing known. Those that stand apart from all
// bound columns are no part of the table.
func (h *header) collect(texts []headingText, taken map[int]claim) {
	h.periods = nil
	for col, text := range texts {
		clean := model.Clean(text.text)
		if clean == "" {
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
		column := model.Column{Field: c.field, Key: c.key, Heading: clean, At: text.at}
		h.bound = append(h.bound, column)
		if c.field == model.FieldPeriod {
			h.periods = append(h.periods, column)
			h.periodCols = append(h.periodCols, col)
		}
	}
}

func (h *header) span(col int) {
	if h.left < 0 {
		h.left = col
	}
	h.right = max(h.right, col)
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

// useful counts what the headings say about risks, to choose between readings.
func (h *header) useful() int { return len(h.columns) + len(h.periods) }
