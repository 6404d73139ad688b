package budget

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/rules/model"
)

// maxHeading is the longest text, in bytes, that is taken for a heading, and
// maxName the longest that is taken for a line's name.
const (
	maxHeading = 120
	maxName    = 160
)

// words is the vocabulary of budgets made ready to match.
type words struct {
	v       *model.BudgetWords
	amounts map[string]bool // keys of headings of plain amounts
	blanks  map[string]bool
	periods []periodWord
	units   []unitWord
	stems   []string // beginnings of words that headings have
}

type periodWord struct {
	words []string
	model.Period
}

type unitWord struct {
	words []string
	unit  model.Unit
}

func newWords(v *model.BudgetWords) *words {
	w := &words{v: v, amounts: map[string]bool{}, blanks: map[string]bool{}}
	for _, a := range v.Amounts {
		w.amounts[squeeze(a)] = true
	}
	for _, b := range v.Blank {
		w.blanks[model.Key(b)] = true
	}
	for _, p := range v.Periods {
		for _, word := range p.Words {
			w.periods = append(w.periods, periodWord{fields(word), model.Period{From: p.From, To: p.To}})
		}
	}
	stems := map[string]bool{}
	for _, role := range v.RoleOrder {
		for _, p := range v.Roles[role] {
			// A line break may divide the word, not its first letters.
			stem := []rune(strings.ToLower(p))
			stems[string(stem[:min(len(stem), 4)])] = true
		}
	}
	for s := range stems {
		w.stems = append(w.stems, s)
	}
	sort.Strings(w.stems)
	// The smaller unit's words stand inside the larger one's ("tusen kronor").
	for _, u := range []model.Unit{model.UnitMnkr, model.UnitTkr, model.UnitKr} {
		for _, word := range v.Units[u] {
			w.units = append(w.units, unitWord{unitFields(word), u})
		}
	}
	return w
}

// blank reports whether a text only marks an empty cell.
func (w *words) blank(s string) bool { return w.blanks[model.Key(s)] }

// fields gives the words of a text in lower case: runs of letters and digits.
func fields(s string) []string {
	return strings.FieldsFunc(strings.ToLower(model.Clean(s)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// unitFields is fields, for which ":-" is a word and digits and letters are
// never one: "569tkr" is two words.
func unitFields(s string) []string {
	var b strings.Builder
	last := 'x'
	for _, r := range strings.ReplaceAll(strings.ToLower(model.Clean(s)), ":-", " kronor ") {
		if unicode.IsDigit(r) != unicode.IsDigit(last) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last = r
	}
	return fields(b.String())
}

// squeeze gives a text's letters and digits in lower case.
func squeeze(s string) string { return strings.Join(fields(s), "") }

// holds reports whether one of the phrases stands in a text. A word of five
// letters or more may stand inside another, and be divided by a line break.
func holds(text string, phrases []string) bool {
	have := fields(text)
	run := strings.Join(have, "")
	for _, p := range phrases {
		if !strings.ContainsFunc(p, unicode.IsLetter) {
			if strings.Contains(text, p) {
				return true
			}
			continue
		}
		if holdsAll(have, run, fields(p)) {
			return true
		}
	}
	return false
}

func holdsAll(have []string, run string, phrase []string) bool {
	for _, word := range phrase {
		if utf8.RuneCountInString(word) >= 5 && strings.Contains(run, word) {
			continue
		}
		if !contains(have, word) {
			return false
		}
	}
	return len(phrase) > 0
}

// says reports whether one of the phrases stands in a text, word by word.
func says(text string, phrases []string) bool {
	have := fields(text)
	for _, p := range phrases {
		if at(have, fields(p)) >= 0 {
			return true
		}
	}
	return false
}

// begins reports whether a text begins with one of the phrases.
func begins(text string, phrases []string) bool {
	have := fields(text)
	for _, p := range phrases {
		if at(have, fields(p)) == 0 {
			return true
		}
	}
	return false
}

func contains(list []string, word string) bool { return at(list, []string{word}) >= 0 }

// at gives where a run of words stands in a list, or −1.
func at(have, run []string) int {
	for i := 0; i+len(run) <= len(have) && len(run) > 0; i++ {
		same := true
		for j := range run {
			same = same && have[i+j] == run[j]
		}
		if same {
			return i
		}
	}
	return -1
}

// unit gives the unit that a text names; of several the one named first.
func (w *words) unit(text string) model.Unit {
	have := unitFields(text)
	best, unit := len(have), model.NoUnit
	for _, u := range w.units {
		if i := at(have, u.words); i >= 0 && i < best {
			best, unit = i, u.unit
		}
	}
	return unit
}

// decimals gives how many decimals a text says that amounts have: "mnkr med en
// decimal" is 1. −1 where it says nothing.
func (w *words) decimals(text string) int {
	have := fields(text)
	for i, word := range have {
		if !contains(w.v.Decimals.Nouns, word) || i == 0 {
			continue
		}
		for n, count := range w.v.Decimals.Counts {
			if have[i-1] == count || have[i-1] == string(rune('0'+n)) {
				return n
			}
		}
	}
	return -1
}

// kind gives what the amounts of a line of that name are, and whether the line
// adds up others.
func (w *words) kind(name string) (kind model.LineKind, total bool) {
	if begins(name, w.v.OfWhich) {
		return model.LineOfWhich, false
	}
	total = begins(name, w.v.Totals)
	have := fields(name)
	run := strings.Join(have, "")
	for _, k := range w.v.KindOrder {
		for _, word := range w.v.Kinds[k] {
			f := fields(word)
			key := strings.Join(f, "")
			if at(have, f) == 0 || len(have) >= len(f) && at(have[len(have)-len(f):], f) == 0 ||
				utf8.RuneCountInString(key) >= 5 && strings.HasSuffix(run, key) {
				return k, total
			}
		}
	}
	return model.LineOther, total
}
