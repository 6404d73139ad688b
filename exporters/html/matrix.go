package html

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"riskbok/exporters/summary"
	"riskbok/rules/model"
	"riskbok/rules/scales"
)

// matrix is the heat map of a board's year: the risks in the cells that their
// levels give.
type matrix struct {
	ID, Title, Scale string
	Description      string
	Drawing          *drawing
	Legend           []legend
	Risks            []mapped
	Moved            int
	Open             bool // unfolded: it has something to show
	Lettered         bool // some risks have no number and are called by a letter
}

// legend is what a shade stands for.
type legend struct{ Class, Range, Label string }

// mapped is a risk of the matrix. From is the cell of the written value nearest to
// the one that its levels give, nil where the value is right, or no cell has it.
type mapped struct {
	Label, Event, Likelihood, Consequence, Written, Treatment string
	Score                                                     string
	Placed, Wrong                                             bool
	at                                                        [2]int  // places on the axes
	from                                                      *[2]int // likewise
}

// matrices draws a heat map for each board's year and scale; unmapped says of those
// whose scale is not known, or not how it gives values, that there is none.
func (w *writer) matrices() (out []matrix, unmapped []string) {
	for _, b := range w.r.Books {
		var order []*model.Scale
		by := map[*model.Scale][]summary.Standing{}
		for _, s := range summary.Distinct(b) {
			if _, ok := by[s.Entry.Scale]; !ok {
				order = append(order, s.Entry.Scale)
			}
			by[s.Entry.Scale] = append(by[s.Entry.Scale], s)
		}
		for _, scale := range order {
			title := w.boardName(b.Board, b.Year)
			if len(order) > 1 {
				title += " – " + oneLine(by[scale][0].Entry.Name)
			}
			if scale == nil || !scale.HasAxes() || scale.Rule == model.RuleOther {
				why := "html.matrix.unknown"
				if scale != nil && scale.HasAxes() {
					why = "html.matrix.unknown-rule"
				}
				unmapped = append(unmapped, w.cat.T(why, "board", title))
				continue
			}
			for _, v := range w.valuations(by[scale]) {
				name := title
				if v.name != "" {
					name += " – " + v.name
				}
				out = append(out, w.matrix("m"+strconv.Itoa(len(out)+1), name, scale, by[scale], w.written(b, v.key), v.key))
			}
		}
	}
	for i := range out {
		out[i].Open = len(out) <= mostOpen || out[i].Moved > 0
	}
	return out, unmapped
}

// mostOpen is how many maps are shown at once, of those in which nothing moved.
const mostOpen = 3

// matrix draws one valuation of risks; written are the values of it that are wrong.
func (w *writer) matrix(id, title string, s *model.Scale, all []summary.Standing, written map[riskKey]int, valuation string) matrix {
	m := matrix{ID: id, Title: title, Scale: w.scaleSize(s), Legend: w.legend(s)}
	grid := newGrid(s)
	letter := 0
	for _, at := range all {
		nameless := oneLine(at.Risk.Number.Raw) == ""
		if nameless {
			letter++
		}
		a := assessed(at, valuation)
		if a == nil {
			continue
		}
		r := w.mapped(s, grid, at, a, written)
		if nameless { // the same in the maps of all valuations
			r.Label = letters(letter - 1)
			m.Lettered = true
		}
		if r.Wrong {
			m.Moved++
		}
		m.Risks = append(m.Risks, r)
	}
	m.Description = w.cat.T("html.matrix.description", "risks", w.cat.N("text.risks", len(m.Risks)), "moved", w.cat.N("html.matrix.moved", m.Moved))
	if slices.ContainsFunc(m.Risks, func(r mapped) bool { return r.Placed }) { // an empty map would say that there is no risk
		m.Drawing = w.draw(s, grid, m.Risks)
	}
	return m
}

// riskKey is what a risk is known by in all tables of a board's year.
type riskKey struct{ number, event string }

func keyOf(r *model.Risk) riskKey {
	return riskKey{model.NumberKey(r.Number.Raw), model.Key(r.Event.Raw)}
}

// written gives the values of one valuation that findings say are wrong, whichever
// of the tables has them: the first, where several do.
func (w *writer) written(b *model.Book, valuation string) map[riskKey]int {
	out := map[riskKey]int{}
	for i := range b.Registers {
		e := &b.Registers[i]
		for j := range e.Risks {
			r := &e.Risks[j]
			a := assessed(summary.Standing{Entry: e, Risk: r}, valuation)
			if _, told := out[keyOf(r)]; a != nil && !told && a.Score.OK && w.wrong[a.Score.At] {
				out[keyOf(r)] = a.Score.V
			}
		}
	}
	return out
}

// mapped places one valuation of a risk in the matrix. It is wrong where a finding
// says so.
func (w *writer) mapped(s *model.Scale, g grid, at summary.Standing, a *model.Assessment, written map[riskKey]int) mapped {
	v := scales.Judge(s, a)
	r := mapped{
		Label: oneLine(at.Risk.Number.Raw), Event: about(at.Risk), Likelihood: oneLine(a.Likelihood.Raw),
		Consequence: oneLine(scales.Counting(s, a).Raw), Written: oneLine(a.Score.Raw), Treatment: oneLine(a.Treatment.Raw),
	}
	if !v.Valued || v.Disputed {
		return r
	}
	r.at = [2]int{g.place(0, v.Likelihood.Value), g.place(1, v.Consequence.Value)}
	if r.at[0] < 0 || r.at[1] < 0 {
		return r
	}
	r.Placed, r.Score = true, strconv.Itoa(v.Score)
	if v.Treatment != nil {
		r.Treatment = oneLine(v.Treatment.Label)
	}
	if value, wrong := written[keyOf(at.Risk)]; wrong && value != v.Score {
		r.Wrong, r.Written = true, strconv.Itoa(value)
		r.from = g.nearest(value, r.at)
	}
	return r
}

// grid has the level values of the two axes in rising order, and the value of
// each pair by their places.
type grid struct {
	levels [2][]model.ScaleLevel
	scores [][]int // [likelihood][consequence]
}

func newGrid(s *model.Scale) grid {
	var g grid
	for i, a := range []*model.Axis{&s.Likelihood, &s.Consequence} {
		g.levels[i] = slices.Clone(a.Levels)
		slices.SortStableFunc(g.levels[i], func(a, b model.ScaleLevel) int { return cmp.Compare(a.Value, b.Value) })
		g.levels[i] = slices.CompactFunc(g.levels[i], func(a, b model.ScaleLevel) bool { return a.Value == b.Value })
	}
	for _, l := range g.levels[0] {
		var row []int
		for _, c := range g.levels[1] {
			row = append(row, s.Score(l.Value, c.Value))
		}
		g.scores = append(g.scores, row)
	}
	return g
}

// place gives the place of a level on an axis, -1 where it has none.
func (g grid) place(axis, value int) int {
	return slices.IndexFunc(g.levels[axis], func(l model.ScaleLevel) bool { return l.Value == value })
}

// nearest gives the cell with a value that is the fewest steps from another, nil
// where no cell has it.
func (g grid) nearest(value int, from [2]int) *[2]int {
	var best *[2]int
	steps := 0
	for i, row := range g.scores {
		for j, v := range row {
			d := abs(i-from[0]) + abs(j-from[1])
			if v == value && (best == nil || d < steps) {
				best, steps = &[2]int{i, j}, d
			}
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// letters names the nth risk without a number: a to z, then aa.
func letters(n int) string { return strings.ToLower(model.ColumnName(n + 1)) }

func (w *writer) scaleSize(s *model.Scale) string {
	size := strconv.Itoa(len(s.Likelihood.Levels)) + "×" + strconv.Itoa(len(s.Consequence.Levels))
	return capital(w.cat.T("text.scale", "size", size, "origin", w.origin(s)))
}

func (w *writer) origin(s *model.Scale) string { return w.cat.T("text.origin." + string(s.Origin)) }

// legend names the treatments, mildest first.
func (w *writer) legend(s *model.Scale) []legend {
	var out []legend
	order := byRange(s)
	for i, t := range order {
		if t.Label == "" {
			continue
		}
		out = append(out, legend{shade(i, len(order)), rangeOf(t), shorten(oneLine(t.Label), mostInName)})
	}
	return out
}

// byRange gives the treatments of a scale, mildest first; none where they are not
// to be judged by.
func byRange(s *model.Scale) []model.Treatment {
	if s.TreatmentsUnsure {
		return nil
	}
	out := slices.Clone(s.Treatments)
	slices.SortStableFunc(out, func(a, b model.Treatment) int { return cmp.Compare(a.Min, b.Min) })
	return out
}

// rangeOf writes the range of a treatment; one without an upper end is open.
func rangeOf(t model.Treatment) string {
	switch {
	case t.Max > openEnd:
		return strconv.Itoa(t.Min) + "–"
	case t.Min == t.Max:
		return strconv.Itoa(t.Min)
	}
	return strconv.Itoa(t.Min) + "–" + strconv.Itoa(t.Max)
}

// openEnd is above every value that a scale may have.
const openEnd = 1 << 30

// shade gives the class of the nth mildest of so many treatments, green to red.
func shade(nth, of int) string {
	n := 0
	switch {
	case of == 2:
		n = []int{0, 3}[nth]
	case of == 3:
		n = []int{0, 1, 3}[nth]
	case of > 3:
		n = min(nth*5/of, 4)
	}
	return "s" + strconv.Itoa(n)
}

// shadeOf gives the class of a value, "none" where no treatment holds it.
func shadeOf(order []model.Treatment, score int) string {
	for i, t := range order {
		if t.Min <= score && score <= t.Max {
			return shade(i, len(order))
		}
	}
	return "none"
}

// about is what tells of a risk: its text, or its first action, as the old plans
// have it that name no risks.
func about(r *model.Risk) string {
	for _, m := range r.Measures {
		if r.Event.Raw == "" && m.Action.Raw != "" {
			return m.Action.Raw
		}
	}
	return cmp.Or(r.Event.Raw, r.Area.Raw)
}
