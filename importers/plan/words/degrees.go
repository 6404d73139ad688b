package words

import (
	"slices"
	"strings"
	"unicode"

	"riskbok/rules/model"
)

// Degree gives the degree that a few words stand for, from 1, in every language
// of the vocabulary: "låg" is 2, "mycket låg" 1.5, "mycket hög" 4.5. ok is false
// for all other texts.
func (x *Index) Degree(text string) (degree float64, ok bool) {
	d := x.heard.degree.Of(text, func(text string) (d heardDegree) {
		d.degree, d.ok = x.degree(text)
		return d
	})
	return d.degree, d.ok
}

func (x *Index) degree(text string) (degree float64, ok bool) {
	words := strings.FieldsFunc(model.Key(text), notInWord)
	if len(words) == 0 || len(words) > tolerances.mostDegreeWords {
		return 0, false
	}
	at := -1
	for i := range words {
		for n := len(words) - i; n > 0; n-- {
			if d, known := x.degrees[strings.Join(words[i:i+n], " ")]; known {
				degree, at = float64(d), i
				break
			}
		}
		if at >= 0 {
			break
		}
	}
	if at < 0 {
		return 0, false
	}
	away := .5
	if degree < tolerances.middleDegree {
		away = -.5
	}
	for _, word := range words[:at] {
		switch {
		case slices.Contains(x.stronger, word) && degree != tolerances.middleDegree:
			degree += away
		case slices.Contains(x.weaker, word) && degree != tolerances.middleDegree:
			degree -= away
		case slices.Contains(x.less, word):
			degree = 2*tolerances.middleDegree - degree + .25
		}
	}
	return degree, true
}

func degreeKeys(degrees [][]string) map[string]int {
	out := map[string]int{}
	for i, list := range degrees {
		for _, word := range list {
			out[model.Key(word)] = i + 1
		}
	}
	return out
}

func notInWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' }
