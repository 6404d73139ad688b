package scales

import "riskbok/rules/model"

// byValue gives the rows of values that call for one treatment, and the values
// that do not: where the treatment follows from the two levels and not from
// their value, each of two pairs having its own in several rows.
func byValue(rows []treated) (kept []treated, mixed map[int]bool) {
	type cell struct {
		word  string
		count int
	}
	cells := map[int]map[[2]int]*cell{}
	for _, row := range rows {
		if cells[row.score] == nil {
			cells[row.score] = map[[2]int]*cell{}
		}
		c := cells[row.score][row.pair]
		if c == nil {
			c = &cell{word: row.word}
			cells[row.score][row.pair] = c
		}
		if c.word != row.word {
			c.count = -len(rows)
		}
		c.count++
	}
	mixed = map[int]bool{}
	for score, pairs := range cells {
		word := ""
		for _, c := range pairs {
			if c.count < 2 {
				continue
			}
			mixed[score] = mixed[score] || word != "" && word != c.word
			word = c.word
		}
		if !mixed[score] {
			delete(mixed, score)
		}
	}
	for _, row := range rows {
		if !mixed[row.score] {
			kept = append(kept, row)
		}
	}
	return kept, mixed
}

// without cuts values out of ranges.
func without(treatments []model.Treatment, values map[int]bool) []model.Treatment {
	if len(values) == 0 {
		return treatments
	}
	var out []model.Treatment
	for _, t := range treatments {
		part := t
		for v := t.Min; v <= t.Max; v++ {
			if !values[v] {
				continue
			}
			if part.Max = v - 1; part.Min <= part.Max {
				out = append(out, part)
			}
			part.Min, part.Max = v+1, t.Max
		}
		if part.Min <= part.Max {
			out = append(out, part)
		}
	}
	return out
}

// contradicted reports whether rows show other limits than a scale's: a value
// that several have, all with one treatment that the scale gives to others, and
// that lies within the range that the rows show. One row may be an error.
func contradicted(scale, found []model.Treatment, rows []treated) bool {
	stated, shown := model.Scale{Treatments: scale}, model.Scale{Treatments: found}
	words, count := map[int]string{}, map[int]int{}
	for _, row := range rows {
		if w, ok := words[row.score]; ok && w != row.word {
			count[row.score] = -len(rows)
		}
		words[row.score] = row.word
		count[row.score]++
	}
	for score, n := range count {
		other, own := stated.Treatment(score), shown.Treatment(score)
		if n > 1 && own != nil && model.LeadingWord(own.Label) == words[score] &&
			(other == nil || model.LeadingWord(other.Label) != words[score]) {
			return true
		}
	}
	return false
}
