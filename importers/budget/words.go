package budget

import (
	"maps"
	"slices"
	"sort"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"riskbok/importers/boards"
	"riskbok/importers/grid"
	"riskbok/rules/model"
	"riskbok/rules/model/answers"
)

// documentWords is the vocabulary made ready to match, for one document.
type documentWords struct {
	*vocabulary
	looked looked
}

// vocabulary is what words of every document share.
type vocabulary struct {
	v       *model.BudgetWords
	amounts map[string]bool // keys of headings of plain amounts
	blanks  map[string]bool
	periods []periodWord
	units   grid.UnitWords
	boards  *boards.Names

	headings answers.ByText[headed] // what headings were read as
	hinting  answers.ByText[bool]   // and which texts hint at one; see hints

	names  []string   // of units, as they are written, parallel to these
	stems  []string   // beginnings of words that headings have
	months []string   // the first letters of the months' names
	roles  [][]phrase // in their order
	kinds  [][]phrase // in theirs

	sides [][]phrase // in theirs

	remains, sums, byFigures, bounds, budgetTitles, priceLists, priceLevels, rates, captions []phrase

	totals, totalEnds, except, counts, ofWhich, upTo, notMoney, titles, partial, divided, shared, whole []phrase
}

type periodWord struct {
	words []string
	model.Period
}

// prepared is the vocabulary that was made ready last: the program has one.
var prepared atomic.Pointer[vocabulary]

func newWords(v *model.BudgetWords) *documentWords {
	ready := prepared.Load()
	if ready == nil || ready.v != v {
		ready = prepare(v)
		prepared.Store(ready)
	}
	return &documentWords{vocabulary: ready}
}

func prepare(v *model.BudgetWords) *vocabulary {
	w := &vocabulary{
		v: v, amounts: map[string]bool{}, blanks: map[string]bool{},
		totals: phrasesOf(v.Totals), totalEnds: phrasesOf(v.TotalEnds), except: phrasesOf(v.Except), counts: phrasesOf(v.Counts), ofWhich: phrasesOf(v.OfWhich), upTo: phrasesOf(v.UpTo), notMoney: phrasesOf(v.NotMoney), titles: phrasesOf(v.Titles),
		remains: phrasesOf(v.Remains), sums: phrasesOf(v.Sums), byFigures: phrasesOf(v.TotalsByFigures), bounds: phrasesOf(v.Bounds),
		budgetTitles: phrasesOf(v.BudgetTitles), priceLists: phrasesOf(v.Prices), priceLevels: phrasesOf(v.PriceLevels), rates: phrasesOf(v.Rates), captions: phrasesOf(v.Captions),
		partial: phrasesOf(v.Shares.Partial), divided: phrasesOf(v.Shares.Divided), shared: phrasesOf(v.Shares.Total), whole: phrasesOf(v.Shares.Whole),
	}
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
	for _, k := range v.KindOrder {
		w.kinds = append(w.kinds, phrasesOf(v.Kinds[k]))
	}
	for _, side := range v.SideOrder {
		w.sides = append(w.sides, phrasesOf(v.Sides[side]))
	}
	for _, m := range v.Months {
		if first := firstLetters(m, tolerances.leastMonth); !slices.Contains(w.months, first) {
			w.months = append(w.months, first)
		}
	}
	stems := map[string]bool{}
	for _, role := range v.RoleOrder {
		w.roles = append(w.roles, phrasesOf(v.Roles[role]))
		for _, p := range v.Roles[role] {
			// A line break may divide the word, not its first letters.
			stems[firstLetters(strings.ToLower(p), 4)] = true
		}
	}
	for _, list := range slices.Concat([][]string{v.Amounts, v.Remains}, slices.Collect(maps.Values(v.Sides))) {
		for _, word := range list {
			if utf8.RuneCountInString(word) >= 4 {
				stems[firstLetters(strings.ToLower(word), 4)] = true
			}
		}
	}
	for s := range stems {
		w.stems = append(w.stems, s)
	}
	sort.Strings(w.stems)
	w.units = grid.NewUnitWords(v.Units)
	w.boards = w.boardNames()
	for _, u := range w.units {
		w.names = append(w.names, strings.Join(u.Words, " "))
	}
	return w
}

// firstLetters gives the first n letters of a word, or all.
func firstLetters(word string, n int) string {
	letters := []rune(word)
	return string(letters[:min(len(letters), n)])
}

// blank reports whether a text only marks an empty cell.
func (w *vocabulary) blank(s string) bool { return w.blanks[model.Key(s)] }

// unit gives the unit that a text names; of several the one named first, but
// thousands or millions before the kronor that they are of ("kronor i tusental").
func (w *vocabulary) unit(text string) model.Unit {
	have := grid.UnitFields(text)
	best, unit := len(have), model.NoUnit
	for _, u := range w.units {
		i := at(have, u.Words)
		if i < 0 || i >= best || u.Words[0] == "1" && len(have) > tolerances.maxUnitText {
			continue
		}
		if u.Unit == model.UnitKr && unit != model.NoUnit && len(have) <= tolerances.maxUnitText {
			continue
		}
		best, unit = i, u.Unit
	}
	return unit
}

// decimals gives how many decimals a text says that amounts have: "mnkr med en
// decimal" is 1. −1 where it says nothing.
func (w *vocabulary) decimals(text string) int {
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

// mayTotal reports whether a name may be that of a total.
func (w *vocabulary) mayTotal(name string) bool {
	have := fields(name)
	return slices.ContainsFunc(w.byFigures, func(p phrase) bool {
		return p.sign && strings.HasPrefix(strings.TrimSpace(name), p.text) || at(have, p.words) == 0
	})
}

// kind gives what the amounts of a line of that name are, and whether the line
// adds up others.
func (w *vocabulary) kind(name string) (kind model.LineKind, total bool) {
	have := fields(name)
	if beginAny(have, w.ofWhich) {
		return model.LineOfWhich, false
	}
	if beginAny(have, w.counts) || strings.HasSuffix(strings.TrimRight(name, " )"), "%") {
		return model.LineCount, false
	}
	total = (beginAny(have, w.totals) || endAny(have, w.totalEnds)) && !sayAny(have, w.bounds)
	run := strings.Join(have, "")
	for i, k := range w.v.KindOrder {
		for _, p := range w.kinds[i] {
			if f := p.words; at(have, f) == 0 || len(have) >= len(f) && at(have[len(have)-len(f):], f) == 0 ||
				utf8.RuneCountInString(p.run) >= 5 && strings.HasSuffix(run, p.run) {
				return k, total
			}
		}
	}
	return model.LineOther, total
}
