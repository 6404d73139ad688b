// Package words is the vocabulary turned round, so that a text can be asked
// what it means: a field's heading, a role in a table of definitions, an axis, a
// colour, a range of values, a title, a board's name. It knows texts only, not
// where they stand; what it says depends on nothing but the vocabulary, so that
// a user's own bindings and the labels of a document's scale are no part of it.
//
// Start with [Of].
package words

import (
	"slices"
	"strings"
	"sync"

	"riskbok/importers/boards"
	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// Index answers what a text means by one vocabulary. It never changes, and may
// be used from several goroutines at once.
type Index struct {
	headings     map[string][]Meaning // by heading key
	meanings     []Meaning            // that headings are of, where each is in one
	phrases      func() *phrases
	roles        map[string]Role // by heading key
	axes         []axisKey
	blanks       map[string]bool
	longestBlank int // of their keys, in bytes
	weak         map[string]bool
	hues         map[string]Hue
	openings     [openings][]string // keys of each kind
	aside        []asideName
	boards       *boards.Names
	plan         planKeys
	levels       [][]string // keys of labels in their usual order
	months       []string
	units        grid.UnitWords

	nouns                  map[string][]model.Field // by noun
	scaleNames             []string                 // what a scale is called
	degrees                map[string]int           // by word or words
	stronger, weaker, less []string
	sums                   []string
	second, first          []wordPhrase
	valuation              map[string]bool // single words of second and first
	context                map[string]bool
	roleNames              []string
	occasions              []wordPhrase
	unnamed, quantities    []string
	unitHeadings           map[string]bool

	// What minutes without tables do not ask for is made when it is asked for.
	written func() *grid.LevelWords
	ranges  func() *rangeWords

	calculation func() *model.CalculationWords // as keys

	heard heard
}

// indexes are those made so far, by vocabulary.
var indexes sync.Map

// Of gives the index of a vocabulary. It is made once in a program's life, so
// the vocabulary must not change afterwards.
func Of(v *model.Vocabulary) *Index {
	made, ok := indexes.Load(v)
	if !ok { // several may ask at once: one makes it
		made, _ = indexes.LoadOrStore(v, sync.OnceValue(func() *Index { return newIndex(v) }))
	}
	return made.(func() *Index)()
}

// Units gives the words for units of money.
func (x *Index) Units() grid.UnitWords { return x.units }

func newIndex(v *model.Vocabulary) *Index {
	n := headingsOf(v)
	x := &Index{
		headings: make(map[string][]Meaning, n),
		meanings: make([]Meaning, 0, n),
		phrases:  sync.OnceValue(func() *phrases { return newPhrases(v) }),
		roles:    rolesOf(&v.Definitions),
		axes:     axisKeys(&v.Definitions),
		blanks:   keySet(v.Blank, model.Key),
		weak:     keySet(v.Weak, grid.HeadingKey),
		hues:     hueWords(&v.Colours),
		units:    grid.NewUnitWords(v.AmountUnits),
		openings: openingKeys(v),
		aside:    asideNames(v.Titles.Aside),
		plan:     planKeys{not: keys(v.Definitions.NotInPlan), in: keys(v.Definitions.InPlan), accept: keys(v.Definitions.Accept), called: keys(v.Titles.Plan), limit: keys(v.Definitions.PlanLimit)},
		months:   v.Months,
		nouns:    nounFields(v.HeadNouns), scaleNames: keys(v.Titles.Definitions),
		degrees:  degreeKeys(v.Degrees),
		stronger: keys(v.DegreeModifiers.Stronger), weaker: keys(v.DegreeModifiers.Weaker), less: keys(v.DegreeModifiers.Less),
		sums: keys(v.Sums), second: wordPhrases(v.Second), first: wordPhrases(v.First),
		valuation: keySet(slices.Concat(v.Second, v.First), model.Key),
		context:   keySet(v.Context, model.Key),
		roleNames: keys(v.Roles), occasions: wordPhrases(v.Occasions), unnamed: keys(v.Unnamed), quantities: keys(v.Quantities),
		unitHeadings: keySet(v.Units, grid.HeadingKey),
		written:      sync.OnceValue(func() *grid.LevelWords { return grid.NewLevelWords(v) }),
		calculation: sync.OnceValue(func() *model.CalculationWords {
			c := v.Calculation
			return &model.CalculationWords{Times: keys(c.Times), Plus: keys(c.Plus), ProductOf: keys(c.ProductOf), SumOf: keys(c.SumOf), GreaterOf: keys(c.GreaterOf)}
		}),
		ranges: sync.OnceValue(func() *rangeWords { return newRangeWords(&v.Ranges, v.Months) }),
	}
	x.boards = boards.New(&v.Board, x.afterTitle, x.afterTitle)
	for key := range x.blanks {
		x.longestBlank = max(x.longestBlank, len(key))
	}
	for _, usual := range v.Levels {
		x.levels = append(x.levels, keys(usual))
	}
	for word, m := range meaningsOf(v) {
		x.add(word, m)
	}
	return x
}

// headingsOf counts the headings of a vocabulary.
func headingsOf(v *model.Vocabulary) int {
	n := 0
	for _, list := range v.Headings {
		n += len(list)
	}
	for _, p := range v.Periods {
		n += len(p.Words)
	}
	return n
}

func keys(list []string) []string {
	out := make([]string, len(list))
	for i, word := range list {
		out[i] = model.Key(word)
	}
	return out
}

func keySet(list []string, key func(string) string) map[string]bool {
	out := make(map[string]bool, len(list))
	for _, word := range list {
		out[key(word)] = true
	}
	return out
}

// Blank reports whether a text only marks an empty cell.
func (x *Index) Blank(text string) bool {
	// most texts are longer than any mark, however much space stands in one
	if len(text) > 2*x.longestBlank && len(strings.TrimSpace(text)) > 2*x.longestBlank {
		return false
	}
	return x.BlankKey(model.Key(text))
}

// BlankKey is [Index.Blank] of a text whose [model.Key] is at hand.
func (x *Index) BlankKey(key string) bool { return x.blanks[key] }

// LevelWords gives the words in which levels and values are written.
func (x *Index) LevelWords() *grid.LevelWords { return x.written() }

// Date finds a date in a text, its month in digits or by name.
func (x *Index) Date(text string) (model.Date, bool) { return grid.FindDate(text, x.months) }

// NoDay reports whether a text has a date that the calendar does not.
func (x *Index) NoDay(text string) bool { return grid.NoDay(text, x.months) }

// UsualLevels gives the keys of the labels of levels in their usual orders, the
// lowest first. They must not be changed.
func (x *Index) UsualLevels() [][]string { return x.levels }

// Ranks gives the place of each label among its like in the usual order of
// labels, the lowest 1; nil where no list of the vocabulary has them all.
func (x *Index) Ranks(labels []string) []int {
	at, labels := make([]int, len(labels)), keys(labels)
	for _, usual := range x.levels {
		if ranks := ranksIn(usual, labels, at); ranks != nil {
			return ranks
		}
	}
	return nil
}

// ranksIn gives the ranks of labels, by their keys, in one list; at is for their
// places in it.
func ranksIn(usual, labels []string, at []int) []int {
	for i, key := range labels {
		if at[i] = indexOf(usual, key); at[i] < 0 {
			return nil
		}
	}
	out := make([]int, len(at))
	for i := range at {
		for _, o := range at {
			if o <= at[i] {
				out[i]++
			}
		}
	}
	return out
}

func indexOf(list []string, key string) int {
	for i, s := range list {
		if s == key {
			return i
		}
	}
	return -1
}

// Sentence reports whether a text reads as a sentence, as remarks beside a table
// do.
func Sentence(text string) bool {
	return strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.Contains(text, ": ")
}
