package compare

import (
	"slices"
	"strings"
	"unicode"
)

// grams is what texts are compared by: hashes of all runs of three letters of
// every word, with its ends marked, sorted. Inflected and compounded words
// share most of them, and the order of the words does not matter.
type grams []uint32

// gramsOf gives the grams of a text that has been made a key.
func gramsOf(text string) grams {
	out := make(grams, 0, len(text))
	for _, word := range words(text) {
		letters := []rune(" " + word + " ")
		for i := 0; i+3 <= len(letters); i++ {
			// FNV-1a over the three letters
			h := uint32(2166136261)
			for _, r := range letters[i : i+3] {
				h = (h ^ uint32(r)) * 16777619
			}
			out = append(out, h)
		}
	}
	slices.Sort(out)
	return out
}

// words gives the words of a text, without punctuation.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// alike gives how alike two texts are, from 0 to 1: twice the grams they share
// over all they have (the Sørensen–Dice coefficient).
func alike(a, b grams) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			shared++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
}

// numerals gives the numbers in a text that tell things apart, "hall 2" from
// "hall 3"; years do not, for they are changed every year.
func numerals(text string) []string {
	var out []string
	for _, w := range words(text) {
		if strings.IndexFunc(w, unicode.IsDigit) < 0 || isYear(w) {
			continue
		}
		out = append(out, w)
	}
	return out
}

func isYear(w string) bool {
	return len(w) == 4 && (strings.HasPrefix(w, "19") || strings.HasPrefix(w, "20"))
}

// otherNumber is what a likeness is multiplied by where the texts have
// different numbers in them.
const otherNumber = 0.75

// alikeRisks gives how alike the texts of two risks are.
func alikeRisks(a, b *Risk) float64 {
	if a.text == b.text && a.text != "" {
		return 1
	}
	s := alike(a.gramsOf(), b.gramsOf())
	if s > sameNumberAlike && !slices.Equal(numerals(a.text), numerals(b.text)) {
		s *= otherNumber
	}
	return min(s, 0.99) // only equal texts are the same
}
