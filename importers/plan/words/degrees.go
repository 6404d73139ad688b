package words

import (
	"slices"
	"strings"
	"unicode"

	"riskbok/rules/model"
)

// mostDegreeWords is how many words a degree is written in at most: "mycket låg
// sannolikhet" is three.
const mostDegreeWords = 4

// middleDegree is the degree that stronger words push away from.
const middleDegree = 3

// Degree gives the degree that a few words stand for, from 1, in every language
// of the vocabulary: "låg" is 2, "mycket låg" 1.5, "mycket hög" 4.5. ok is false
// for all other texts.
func (x *Index) Degree(text string) (degree float64, ok bool) {
	words := strings.FieldsFunc(model.Key(text), notInWord)
	if len(words) == 0 || len(words) > mostDegreeWords {
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
	if degree < middleDegree {
		away = -.5
	}
	for _, word := range words[:at] {
		switch {
		case slices.Contains(x.stronger, word) && degree != middleDegree:
			degree += away
		case slices.Contains(x.weaker, word) && degree != middleDegree:
			degree -= away
		case slices.Contains(x.less, word):
			degree = 2*middleDegree - degree + .25
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
