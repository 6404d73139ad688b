package scales

import (
	"slices"
	"sort"

	"riskbok/rules/model"
)

// withTreatments gives a scale the treatments that its register's rows write: the
// usual ones where these fit, else ranges that are inferred from the rows.
func withTreatments(s *model.Scale, r *model.Register, b *model.Book) *model.Scale {
	rows, mixed := byValue(treatedRows(r, s))
	found := shown(rows)
	if s.Origin == model.OriginDefault && len(mixed) == 0 && usualTreatments(found, rows) {
		if len(rows) == 0 && actsByOwnLimit(s, r) {
			s.Treatments, s.TreatmentsUnsure = nil, true
		}
		return s
	}
	if s.Origin != model.OriginDefault || found != nil {
		s.Origin = model.OriginInferred
	}
	s.Treatments = without(found, mixed)
	placeInPlan(s.Treatments, rows, r, b)
	return s
}

// actsByOwnLimit reports whether a register that writes no treatments has actions for
// its risks from another value on than the usual treatments do: all above it have
// one, none below it has, and several of these would. The usual limits are then
// not those that it was made by. Fewer may have been forgotten.
func actsByOwnLimit(s *model.Scale, r *model.Register) bool {
	if !r.Has(model.FieldAction) {
		return false
	}
	least, most, acted, left := 0, 0, 0, 0
	for i := range r.Risks {
		v := Judge(s, &r.Risks[i].Assessment)
		if !v.Valued {
			continue
		}
		if slices.ContainsFunc(r.Risks[i].Measures, func(m model.Measure) bool { return m.Action.Says() }) {
			if acted++; acted == 1 || v.Score < least {
				least = v.Score
			}
			continue
		}
		most = max(most, v.Score)
		if v.Treatment != nil && v.Treatment.InPlan {
			left++
		}
	}
	return acted >= tolerances.actedRows && left >= tolerances.leftRows && most < least
}

// shown gives the ranges that rows show, where they are enough and most fit.
func shown(rows []treated) []model.Treatment {
	found := inferTreatments(rows)
	if !tolerances.inferredFits.met(fitting(found, rows), len(rows)) || len(rows) < tolerances.minRows {
		return nil
	}
	return found
}

// usualTreatments reports whether rows do not speak against the usual
// treatments: they are so called, and most fit, unless the rows show others.
func usualTreatments(found []model.Treatment, rows []treated) bool {
	usual := usualScale.Treatments
	return wordsOf(&usualScale, rows) &&
		(found == nil || !contradicted(usual, found, rows) && tolerances.usualFits.met(fitting(usual, rows), len(rows)))
}

// wordsOf reports whether the treatments are called as on a scale: at least half
// of them, and all that several rows have or that stand among few. A word of
// its own in a single row may be an error, unless it has a place of its own: no row
// has the scale's word for its value, or its value is above or below all others.
func wordsOf(s *model.Scale, rows []treated) bool {
	foreign, written := map[string]int{}, map[*model.Treatment]bool{}
	n := 0
	var low, high int // of the rows with the scale's words
	for _, row := range rows {
		tr := Named(s, row.word)
		if tr == nil {
			foreign[row.word]++
			n++
			continue
		}
		if len(written) == 0 {
			low, high = row.score, row.score
		}
		written[tr] = true
		low, high = min(low, row.score), max(high, row.score)
	}
	if len(rows) < tolerances.minRows && n > 0 {
		return false
	}
	for _, row := range rows {
		if foreign[row.word] == 0 {
			continue
		}
		if foreign[row.word] > 1 || row.score < low || row.score > high || !written[s.Treatment(row.score)] {
			return false
		}
	}
	return n*2 <= len(rows)
}

// treatedRows gives the rows with two levels of the scale and a treatment. A
// treatment beside a wrong value may follow from that and tells nothing.
func treatedRows(r *model.Register, s *model.Scale) []treated {
	var rows []treated
	for i := range r.Risks {
		for a := range r.Risks[i].Assessments() {
			v := Judge(s, a)
			word := model.LeadingWord(a.Treatment.V)
			if v.Valued && word != "" && (!a.Score.OK || a.Score.V == v.Score) {
				pair := [2]int{v.Likelihood.Value, v.Consequence.Value}
				rows = append(rows, treated{v.Score, word, a.Treatment.V, &r.Risks[i], pair})
			}
		}
	}
	return rows
}

// treated is a row with a treatment and the value that it is for.
type treated struct {
	score       int
	word, label string
	risk        *model.Risk
	pair        [2]int // the two levels
}

// fitting counts the rows whose treatment is that of their value.
func fitting(treatments []model.Treatment, rows []treated) int {
	s := model.Scale{Treatments: treatments}
	n := 0
	for _, row := range rows {
		if tr := s.Treatment(row.score); tr != nil && model.LeadingWord(tr.Label) == row.word {
			n++
		}
	}
	return n
}

// inferTreatments finds the ranges of values that the written treatments stand
// for: the words in the order of their middle values, and the limits between
// them under which most rows come out right. A value between two ranges that
// no row has, or as many rows deny as bear out, belongs to neither.
func inferTreatments(rows []treated) []model.Treatment {
	words := wordsInOrder(rows)
	votes := map[int][]int{} // value → count of each word
	for _, row := range rows {
		if votes[row.score] == nil {
			votes[row.score] = make([]int, len(words))
		}
		votes[row.score][slices.Index(words, row.word)]++
	}
	scores := make([]int, 0, len(votes))
	for v := range votes {
		scores = append(scores, v)
	}
	sort.Ints(scores)
	var out []model.Treatment
	last := -1
	for i, w := range bestSteps(scores, votes, len(words)) {
		if all := votes[scores[i]]; 2*all[w] <= sum(all) {
			continue
		}
		if w != last {
			out = append(out, model.Treatment{Min: scores[i], Label: labelOf(rows, words[w])})
			last = w
		}
		out[len(out)-1].Max = scores[i]
	}
	return out
}

func sum(counts []int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

// bestSteps gives each value a word, by index and never falling, so that most
// rows are right.
func bestSteps(scores []int, votes map[int][]int, words int) []int {
	if len(scores) == 0 {
		return nil
	}
	// best[i][w] is the most rows right up to value i if that has word w.
	best, from := make([][]int, len(scores)), make([][]int, len(scores))
	for i, v := range scores {
		best[i], from[i] = make([]int, words), make([]int, words)
		most, at := 0, 0
		for w := range words {
			if i > 0 && (w == 0 || best[i-1][w] > most) {
				most, at = best[i-1][w], w
			}
			best[i][w], from[i][w] = most+votes[v][w], at
		}
	}
	out := make([]int, len(scores))
	for i := len(scores) - 1; i >= 0; i-- {
		if i == len(scores)-1 {
			for w := range words {
				if best[i][w] > best[i][out[i]] {
					out[i] = w
				}
			}
			continue
		}
		out[i] = from[i+1][out[i+1]]
	}
	return out
}

// wordsInOrder lists the treatments' words by the middle of their values.
func wordsInOrder(rows []treated) []string {
	values := map[string][]int{}
	var words []string
	for _, row := range rows {
		if values[row.word] == nil {
			words = append(words, row.word)
		}
		values[row.word] = append(values[row.word], row.score)
	}
	for _, v := range values {
		sort.Ints(v)
	}
	sort.SliceStable(words, func(i, j int) bool {
		a, b := values[words[i]], values[words[j]]
		return a[len(a)/2] < b[len(b)/2]
	})
	return words
}

// labelOf gives the text in which a word stands most often.
func labelOf(rows []treated, word string) string {
	counts := map[string]int{}
	for _, row := range rows {
		if row.word == word {
			counts[row.label]++
		}
	}
	best, most := "", 0
	for text, n := range counts {
		if n > most || n == most && text < best {
			best, most = text, n
		}
	}
	return best
}

// placeInPlan says which treatments require a place in the plan: all but the
// lowest, unless the book's lists of measures tell otherwise. One that has
// several risks of which none is listed requires none; the lowest requires it
// where most of its risks are listed.
func placeInPlan(treatments []model.Treatment, rows []treated, r *model.Register, b *model.Book) {
	listed := listedRisks(r, b)
	for i := range treatments {
		tr := &treatments[i]
		in, all := 0, 0
		for _, row := range rows {
			if row.score >= tr.Min && row.score <= tr.Max && row.word == model.LeadingWord(tr.Label) {
				all++
				if listed != nil && listed(row.risk) {
					in++
				}
			}
		}
		tr.InPlan = i > 0
		switch {
		case listed == nil:
		case i == 0:
			tr.InPlan = in*2 > all
		case in == 0 && all > 1:
			tr.InPlan = false
		}
	}
}

// listedRisks tells which risks have a place in the book's follow-ups and
// plans; where it has neither, which have an action while others have none.
// nil: nothing tells.
func listedRisks(r *model.Register, b *model.Book) func(*model.Risk) bool {
	numbers := map[string]bool{}
	for _, f := range b.FollowUps {
		for i := range f.Rows {
			if k := model.NumberKeyOf(f.Rows[i].Number); k != "" {
				numbers[k] = true
			}
		}
	}
	for _, e := range b.Registers {
		if e.Register == r || e.Has(model.FieldLikelihood) || !e.Plan {
			continue
		}
		for i := range e.Risks {
			if k := model.NumberKeyOf(e.Risks[i].Number); k != "" {
				numbers[k] = true
			}
		}
	}
	if len(numbers) > 0 {
		return func(k *model.Risk) bool { return numbers[model.NumberKeyOf(k.Number)] }
	}
	acted := func(k *model.Risk) bool {
		return slices.ContainsFunc(k.Measures, func(m model.Measure) bool { return m.Action.Says() })
	}
	with := 0
	for i := range r.Risks {
		if acted(&r.Risks[i]) {
			with++
		}
	}
	if with == 0 || with == len(r.Risks) {
		return nil
	}
	return acted
}
