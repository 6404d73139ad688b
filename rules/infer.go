package rules

import (
	"slices"
	"sort"

	"riskbok/rules/model"
)

// inferOrDefault chooses between the usual 4×4 and a scale that explains the
// rows of a register without definitions. The usual one stands unless it
// leaves more than a tenth of at least five rows unexplained and another does
// not. Where all labels are the usual ones, or near misses of them, values
// that do not fit are errors and no other scale is looked for.
func inferOrDefault(r *model.Register) *model.Scale {
	rows := inferenceRows(r)
	usual := DefaultScale()
	enough := func(s *model.Scale) bool { return s != nil && explains(s, rows)*10 >= len(rows)*9 }
	if len(rows) < minRows || enough(usual) {
		return usual
	}
	var candidates []*model.Scale
	if numbered(rows) {
		candidates = append(candidates, numberedScale(rows))
	} else if l, c := newLabels(rows, true), newLabels(rows, false); l.foreign()+c.foreign() > 0 {
		// A scale that keeps the usual numbers of the usual labels is likelier
		// than one that moves them, which a third of foreign labels makes
		// believable.
		candidates = append(candidates, labelledScale(rows, l, c, true))
		if (l.foreign()+c.foreign())*3 >= len(l.names)+len(c.names) {
			candidates = append(candidates, labelledScale(rows, l, c, false))
		}
	}
	for _, s := range candidates {
		if s == nil {
			continue
		}
		s.Origin = model.OriginInferred
		s.Treatments = inferTreatments(s, rows)
		if enough(s) {
			return s
		}
	}
	return usual
}

// minRows is the fewest rows that a scale is inferred from.
const minRows = 5

// inferenceRow is a fully written row: two levels and a value.
type inferenceRow struct {
	likelihood, consequence model.Level
	score                   int
	treatment               string // leading word, "" where not written
	label                   string
}

func inferenceRows(r *model.Register) []inferenceRow {
	var rows []inferenceRow
	for i := range r.Risks {
		for _, a := range r.Risks[i].Assessments() {
			if a.Likelihood.OK && a.Consequence.OK && a.Score.OK && a.Score.V > 0 {
				rows = append(rows, inferenceRow{a.Likelihood.V, a.Consequence.V, a.Score.V, model.LeadingWord(a.Treatment.V), a.Treatment.V})
			}
		}
	}
	return rows
}

// explains counts the rows whose value, and whose treatment where one is
// written, is what the scale says.
func explains(s *model.Scale, rows []inferenceRow) int {
	n := 0
	for _, row := range rows {
		l, c := s.Likelihood.Find(row.likelihood), s.Consequence.Find(row.consequence)
		if l == nil || c == nil || s.Score(l.Value, c.Value) != row.score {
			continue
		}
		if t := s.Treatment(row.score); row.treatment != "" && len(s.Treatments) > 0 && (t == nil || model.LeadingWord(t.Label) != row.treatment) {
			continue
		}
		n++
	}
	return n
}

// numbered reports whether nine rows in ten write both levels with numbers.
func numbered(rows []inferenceRow) bool {
	n := 0
	for _, row := range rows {
		if row.likelihood.HasNumber && row.consequence.HasNumber {
			n++
		}
	}
	return n*10 >= len(rows)*9
}

// numberedScale has a level for every number up to the greatest written, at
// least three, with the label that most often stands beside it.
func numberedScale(rows []inferenceRow) *model.Scale {
	axis := func(of func(inferenceRow) model.Level) model.Axis {
		top := 3
		labels := map[int]map[string]int{}
		for _, row := range rows {
			l := of(row)
			if !l.HasNumber || l.Number < 1 || l.Number > maxInferred {
				continue
			}
			top = max(top, l.Number)
			if l.Label != "" {
				if labels[l.Number] == nil {
					labels[l.Number] = map[string]int{}
				}
				labels[l.Number][l.Label]++
			}
		}
		var a model.Axis
		for v := 1; v <= top; v++ {
			a.Levels = append(a.Levels, model.ScaleLevel{Value: v, Label: mostOften(labels[v]), Numbered: true})
		}
		return a
	}
	s := &model.Scale{
		Likelihood:  axis(func(r inferenceRow) model.Level { return r.likelihood }),
		Consequence: axis(func(r inferenceRow) model.Level { return r.consequence }),
	}
	square(s)
	return s
}

// square gives both axes the same length where they are bare numbers: the
// greatest level need not occur on each.
func square(s *model.Scale) {
	extend := func(a *model.Axis, to int) {
		for v := len(a.Levels) + 1; v <= to; v++ {
			a.Levels = append(a.Levels, model.ScaleLevel{Value: v, Numbered: true})
		}
	}
	n := max(len(s.Likelihood.Levels), len(s.Consequence.Levels))
	extend(&s.Likelihood, n)
	extend(&s.Consequence, n)
}

func mostOften(counts map[string]int) string {
	best, most := "", 0
	for text, n := range counts {
		if n > most || n == most && text < best {
			best, most = text, n
		}
	}
	return best
}

// maxInferred is the greatest level number, and the most labels on an axis,
// that a scale is inferred for.
const maxInferred = 6

// labels are the labels of one axis as written, each with its number on the
// usual scale, 0 where it is not on it.
type labels struct {
	names []string
	usual []int
}

// newLabels gathers an axis's labels. Near misses of a usual label, and usual
// labels of the other axis, are slips of the pen and no levels.
func newLabels(rows []inferenceRow, likelihood bool) labels {
	var out labels
	axis, across := &defaultScale.Consequence, &defaultScale.Likelihood
	if likelihood {
		axis, across = across, axis
	}
	for _, row := range rows {
		l := row.consequence
		if likelihood {
			l = row.likelihood
		}
		if l.Label == "" || slices.ContainsFunc(out.names, func(o string) bool { return model.Key(o) == model.Key(l.Label) }) {
			continue
		}
		number := 0
		if level := axis.Find(l); level != nil {
			number = level.Value
		} else if nearestLevel(axis, l.Label) != nil || across.Find(l) != nil {
			continue
		}
		out.names = append(out.names, l.Label)
		out.usual = append(out.usual, number)
	}
	return out
}

// foreign counts the labels that are not on the usual scale.
func (l labels) foreign() int {
	n := 0
	for _, v := range l.usual {
		if v == 0 {
			n++
		}
	}
	return n
}

// labelledScale solves for the numbers behind labels: the assignment of
// different numbers to the likelihood labels under which most rows come out
// as a product. With keep, usual labels have their usual numbers. Where two
// assignments explain equally many rows but differ on what a row should be,
// nothing is inferred.
func labelledScale(rows []inferenceRow, likelihoods, consequences labels, keep bool) *model.Scale {
	if n, m := len(likelihoods.names), len(consequences.names); n < 2 || m < 2 || n > maxInferred || m > maxInferred {
		return nil
	}
	top := max(5, len(likelihoods.names), len(consequences.names))
	var best *model.Scale
	most := 0
	ambiguous := false
	permute(len(likelihoods.names), top, func(numbers []int) {
		if keep && !likelihoods.kept(numbers) {
			return
		}
		s, assigned := scaleFor(rows, likelihoods.names, consequences.names, numbers, top)
		if s == nil || keep && !consequences.kept(assigned) {
			return
		}
		n := explains(s, rows)
		switch {
		case n > most:
			best, most, ambiguous = s, n, false
		case n == most && !agree(best, s, rows):
			ambiguous = true
		}
	})
	if ambiguous {
		return nil
	}
	return best
}

// kept reports whether usual labels have their usual numbers.
func (l labels) kept(numbers []int) bool {
	for i, v := range l.usual {
		if v != 0 && numbers[i] != v {
			return false
		}
	}
	return true
}

// permute calls f with every way to give n labels different numbers up to top.
func permute(n, top int, f func([]int)) {
	numbers := make([]int, n)
	used := make([]bool, top+1)
	var place func(i int)
	place = func(i int) {
		if i == n {
			f(numbers)
			return
		}
		for v := 1; v <= top; v++ {
			if !used[v] {
				used[v], numbers[i] = true, v
				place(i + 1)
				used[v] = false
			}
		}
	}
	place(0)
}

// scaleFor gives each consequence label the number that most rows call for
// under given likelihood numbers, and the numbers in the labels' order; nil
// where two labels would share one.
func scaleFor(rows []inferenceRow, likelihoods, consequences []string, numbers []int, top int) (*model.Scale, []int) {
	var assigned []int
	s := &model.Scale{}
	value := map[string]int{}
	for i, label := range likelihoods {
		value[model.Key(label)] = numbers[i]
		s.Likelihood.Levels = append(s.Likelihood.Levels, model.ScaleLevel{Value: numbers[i], Label: label})
	}
	taken := map[int]bool{}
	for _, label := range consequences {
		votes := map[int]int{}
		for _, row := range rows {
			l := value[model.Key(row.likelihood.Label)]
			if model.Key(row.consequence.Label) == model.Key(label) && l > 0 && row.score%l == 0 && row.score/l <= top {
				votes[row.score/l]++
			}
		}
		n, most := 0, 0
		for v, count := range votes {
			if count > most || count == most && v < n {
				n, most = v, count
			}
		}
		if n == 0 || taken[n] {
			return nil, nil
		}
		taken[n] = true
		assigned = append(assigned, n)
		s.Consequence.Levels = append(s.Consequence.Levels, model.ScaleLevel{Value: n, Label: label})
	}
	byValue := func(levels []model.ScaleLevel) {
		sort.Slice(levels, func(i, j int) bool { return levels[i].Value < levels[j].Value })
	}
	byValue(s.Likelihood.Levels)
	byValue(s.Consequence.Levels)
	return s, assigned
}

// agree reports whether two scales say the same of every row.
func agree(a, b *model.Scale, rows []inferenceRow) bool {
	for _, row := range rows {
		la, ca := a.Likelihood.Find(row.likelihood), a.Consequence.Find(row.consequence)
		lb, cb := b.Likelihood.Find(row.likelihood), b.Consequence.Find(row.consequence)
		if la == nil || ca == nil || lb == nil || cb == nil || la.Value*ca.Value != lb.Value*cb.Value {
			return false
		}
	}
	return true
}

// inferTreatments finds the ranges of values that the written treatments
// stand for, in the rows whose value is right. Values between two ranges that
// no row has belong to neither. Nothing is inferred where treatments mix.
func inferTreatments(s *model.Scale, rows []inferenceRow) []model.Treatment {
	type mark struct {
		score int
		word  string
	}
	labels := map[string]map[string]int{}
	votes := map[int]map[string]int{}
	for _, row := range rows {
		l, c := s.Likelihood.Find(row.likelihood), s.Consequence.Find(row.consequence)
		if row.treatment == "" || l == nil || c == nil || s.Score(l.Value, c.Value) != row.score {
			continue
		}
		if labels[row.treatment] == nil {
			labels[row.treatment] = map[string]int{}
		}
		labels[row.treatment][row.label]++
		if votes[row.score] == nil {
			votes[row.score] = map[string]int{}
		}
		votes[row.score][row.treatment]++
	}
	var marks []mark
	for score, words := range votes {
		marks = append(marks, mark{score, mostOften(words)})
	}
	sort.Slice(marks, func(i, j int) bool { return marks[i].score < marks[j].score })
	var out []model.Treatment
	seen := map[string]bool{}
	for i, m := range marks {
		if i > 0 && marks[i-1].word == m.word {
			out[len(out)-1].Max = m.score
			continue
		}
		if seen[m.word] {
			return nil
		}
		seen[m.word] = true
		out = append(out, model.Treatment{Min: m.score, Max: m.score, Label: mostOften(labels[m.word]), InPlan: len(out) > 0})
	}
	return out
}
