package plan

import (
	"strings"
	"sync"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// words is the vocabulary turned round: from a heading's key to what it may
// mean. Rank is a word's place in its list; the usual word comes first.
type words struct {
	v          *model.Vocabulary
	headings   map[string][]meaning
	phrases    []phrase
	definition map[string]map[string]bool // role → keys
	blanks     map[string]bool
	weak       map[string]bool
	keys       map[string]string // see key
	hues       map[string]hue
	ranges     func() *rangePatterns
	mapped     map[string]model.Field          // the user's own bindings, by heading
	levels     map[model.Field]map[string]bool // labels of the document's axes
}

type meaning struct {
	field model.Field
	key   string // period
	rank  int
}

// phrase is a heading of the vocabulary in words, for headings that begin
// with it.
type phrase struct {
	words []string
	meaning
}

// The roles of a definition table's columns.
const (
	roleLikelihood  = "likelihood"
	roleConsequence = "consequence"
	roleLabel       = "label"
	roleNumber      = "number"
	roleDefinition  = "definition"
	roleRange       = "range"
	roleTreatment   = "treatment"
	roleMeaning     = "meaning"
)

func newWords(v *model.Vocabulary, mapping map[string]model.Field) *words {
	w := &words{v: v, headings: map[string][]meaning{}, definition: map[string]map[string]bool{}, blanks: map[string]bool{}, weak: map[string]bool{}, mapped: map[string]model.Field{}}
	for heading, field := range mapping {
		w.mapped[grid.HeadingKey(heading)] = field
	}
	for _, field := range fieldOrder {
		for rank, word := range v.Headings[field] {
			w.add(word, meaning{field: field, rank: rank})
		}
	}
	for _, p := range v.Periods {
		for rank, word := range p.Words {
			w.add(word, meaning{field: model.FieldPeriod, key: p.Key, rank: rank})
		}
	}
	d := v.Definitions
	for role, list := range map[string][]string{
		roleLikelihood: d.Likelihood, roleConsequence: d.Consequence, roleLabel: d.Label, roleNumber: d.Number,
		roleDefinition: d.Definition, roleRange: d.Range, roleTreatment: d.Treatment, roleMeaning: d.Meaning,
	} {
		keys := map[string]bool{}
		for _, word := range list {
			keys[grid.HeadingKey(word)] = true
		}
		w.definition[role] = keys
	}
	for _, b := range v.Blank {
		w.blanks[model.Key(b)] = true
	}
	w.keys = map[string]string{}
	w.hues = hueWords(&v.Colours)
	w.ranges = sync.OnceValue(func() *rangePatterns { p := newRangePatterns(&v.Ranges); return &p })
	for _, word := range v.Weak {
		w.weak[grid.HeadingKey(word)] = true
	}
	return w
}

// fieldOrder fixes the order in which fields claim columns.
var fieldOrder = []model.Field{
	model.FieldNumber, model.FieldEvent, model.FieldLikelihood, model.FieldConsequence, model.FieldScore,
	model.FieldTreatment, model.FieldDirection, model.FieldAction, model.FieldOwner, model.FieldReporting,
	model.FieldCost, model.FieldArea, model.FieldPrevious, model.FieldChange, model.FieldEarlier,
}

func (w *words) add(word string, m meaning) {
	key := grid.HeadingKey(word)
	w.headings[key] = append(w.headings[key], m)
	p := grid.HeadingWords(word)
	if joined := strings.Join(p, ""); len(joined) >= 5 || m.field == model.FieldPeriod && strings.ContainsAny(joined, "0123456789") {
		w.phrases = append(w.phrases, phrase{p, m})
	}
}

// blank reports whether a text only marks an empty cell.
func (w *words) blank(s string) bool { return w.blanks[model.Key(s)] }

// is reports whether a text is a heading of the role.
func (w *words) is(role, text string) bool {
	return len(text) <= maxHeading && w.definition[role][w.key(text)]
}

// key gives a text's key as a heading. The last ones are kept, for a cell is
// asked about many times.
func (w *words) key(text string) string {
	if k, ok := w.keys[text]; ok {
		return k
	}
	if len(w.keys) >= mostKeys {
		clear(w.keys)
	}
	k := grid.HeadingKey(text)
	w.keys[text] = k
	return k
}

const mostKeys = 1 << 12

// maxHeading is the longest text, in bytes, that is taken for a heading.
const maxHeading = 120

// prefixFields may be known by a heading that goes on after the usual word
// ("Ansvarig för uppföljningen", "T1 kommentar"). The others are too short or
// too general.
var prefixFields = map[model.Field]bool{
	model.FieldLikelihood: true, model.FieldConsequence: true, model.FieldScore: true, model.FieldDirection: true,
	model.FieldTreatment: true, model.FieldAction: true, model.FieldOwner: true, model.FieldReporting: true,
	model.FieldPeriod: true,
}

// exact gives what a heading means to the letter. A period may be named with
// its year ("T1 2025").
func (w *words) exact(text string) []meaning {
	if len(text) > maxHeading || text == "" || errorText(text) {
		return nil
	}
	key := grid.HeadingKey(text)
	if found := w.headings[key]; found != nil {
		return found
	}
	if found := w.headings[withoutYear(key)]; len(found) > 0 && found[0].field == model.FieldPeriod {
		return found
	}
	return nil
}

// withoutYear cuts a year from 2000 to 2099 off the end of a heading's key.
func withoutYear(key string) string {
	n := len(key) - len("2000")
	if n < 2 || key[n:n+2] != "20" || strings.Trim(key[n+2:], "0123456789") != "" {
		return key
	}
	return key[:n]
}

// begins gives what a heading means by the words it begins with, the longest
// phrase first.
func (w *words) begins(text string) []meaning {
	if len(text) > maxHeading {
		return nil
	}
	have := grid.HeadingWords(text)
	var best []meaning
	length := 0
	for _, p := range w.phrases {
		if !prefixFields[p.field] || len(p.words) >= len(have) || len(p.words) < length || !hasPrefix(have, p.words) {
			continue
		}
		if len(p.words) > length {
			best, length = nil, len(p.words)
		}
		best = append(best, p.meaning)
	}
	return best
}

func hasPrefix(have, prefix []string) bool {
	for i, p := range prefix {
		if have[i] != p {
			return false
		}
	}
	return true
}

// startsWithWord reports whether a text begins with one of the words, and
// gives what follows it.
func startsWithWord(text string, list []string) (rest string, ok bool) {
	key := model.Key(text)
	longest := -1
	for _, word := range list {
		k := model.Key(word)
		if len(k) <= longest || !strings.HasPrefix(key, k) {
			continue
		}
		after := key[len(k):]
		if after != "" && !strings.ContainsAny(after[:1], " :.,;-0123456789(") {
			continue
		}
		longest, rest, ok = len(k), after, true
	}
	return rest, ok
}
