package controlplan

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/rules/model"
)

// longestNumber is the longest number of a risk that a reader knows as one, in
// letters: maxNumber of importers/plan.
const longestNumber = 12

// unitName is what a unit is called: what its table says, the area that all its
// risks have, where it is part of a table of several, else its table's name.
func unitName(r *model.Register) string {
	if r.Unit != "" {
		return r.Unit
	}
	area := ""
	for i := range r.Risks {
		a := written(r.Risks[i].Area)
		if a == "" || i > 0 && model.Key(a) != model.Key(area) {
			return r.Name
		}
		area = a
	}
	return cmp.Or(area, r.Name)
}

// longestOf is how many letters a register's longest number has.
func longestOf(r *model.Register) int {
	n := 0
	for i := range r.Risks {
		n = max(n, utf8.RuneCountInString(numberOf(&r.Risks[i])))
	}
	return n
}

// joining is the length up to which a word only joins others ("och", "för"): a name
// is not cut behind one.
const joining = 3

// prefixes gives what stands in front of the numbers of units, which leaves room
// for one of so many letters: the names, else as many whole words of them, those
// that all begin with left out where they do not tell them apart, else as many
// letters; "A", "B" … for those that would be called as another.
func prefixes(names []string, digits int) []string {
	room := longestNumber - digits - 1
	words := func(skip int) func(string) string {
		return func(name string) string {
			all := strings.Fields(name)
			all = all[min(skip, len(all)):]
			n := len(all)
			fits := func() bool { return utf8.RuneCountInString(trimmed(strings.Join(all[:n], " "))) <= room }
			for n > 0 && (!fits() || n < len(all) && utf8.RuneCountInString(all[n-1]) <= joining) {
				n--
			}
			return trimmed(strings.Join(all[:n], " "))
		}
	}
	cut := func(name string) string {
		r := []rune(strings.Join(strings.Fields(name), " "))
		return trimmed(string(r[:max(0, min(len(r), room))]))
	}
	best := make([]string, len(names))
	for _, short := range []func(string) string{words(0), words(sharedWords(names)), cut} {
		for i, name := range names {
			best[i] = short(name)
		}
		if distinct(best) {
			return best
		}
	}
	out := slices.Clone(best)
	for i, mine := range best {
		for j, o := range best {
			if mine == "" || j != i && model.NumberKey(o) == model.NumberKey(mine) {
				out[i] = letters(i)
			}
		}
	}
	return out
}

func trimmed(s string) string { return strings.Trim(s, " -–—&,.") }

// sharedWords counts the words that all names begin with.
func sharedWords(names []string) int {
	n := 0
	for {
		word := ""
		for i, name := range names {
			words := strings.Fields(name)
			if n >= len(words) || i > 0 && model.Key(words[n]) != model.Key(word) {
				return n
			}
			word = words[n]
		}
		if word == "" {
			return n
		}
		n++
	}
}

// distinct reports whether no text is empty or like another.
func distinct(list []string) bool {
	seen := map[string]bool{"": true}
	for _, s := range list {
		if seen[model.NumberKey(s)] {
			return false
		}
		seen[model.NumberKey(s)] = true
	}
	return true
}

// inUnit is a number within a unit; a number behind a number is parted from it.
func inUnit(unit, number string) string {
	last, _ := utf8.DecodeLastRuneInString(unit)
	first, _ := utf8.DecodeRuneInString(number)
	if unicode.IsDigit(last) && unicode.IsDigit(first) {
		return unit + "." + number
	}
	return unit + " " + number
}

// letters counts A, B … Z, AA, AB as columns do.
func letters(i int) string {
	s := ""
	for i++; i > 0; i = (i - 1) / 26 {
		s = string(rune('A'+(i-1)%26)) + s
	}
	return s
}
