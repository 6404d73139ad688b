package words

import (
	"slices"
	"strings"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// Noun is a field that a noun of a heading speaks for. Whole tells that the
// heading is nothing but that noun, Last that it is the last word or ends it;
// else it stands among others.
type Noun struct {
	Field       model.Field
	Whole, Last bool
}

// Nouns gives the fields whose head nouns a heading has, of each field the
// strongest: weaker evidence than [Index.Exact] and [Index.Begins]. What stands
// in a parenthesis and words of valuations before or after measures count for
// nothing.
func (x *Index) Nouns(heading string) []Noun {
	if len(heading) > MaxHeading {
		return nil
	}
	return x.heard.nouns.Of(heading, x.nounsIn)
}

func (x *Index) nounsIn(heading string) []Noun {
	words := grid.HeadingWords(heading)
	words = slices.DeleteFunc(words, func(w string) bool { return x.valuation[w] })
	var out []Noun
	for i, word := range words {
		last := i == len(words)-1
		for _, n := range x.nounsOf(word) {
			n.Last = n.Last && last || n.Whole && last
			n.Whole = n.Whole && len(words) == 1
			out = strongest(out, n)
		}
	}
	return out
}

func strongest(list []Noun, n Noun) []Noun {
	for i := range list {
		if list[i].Field == n.Field {
			list[i].Whole, list[i].Last = list[i].Whole || n.Whole, list[i].Last || n.Last
			return list
		}
	}
	return append(list, n)
}

// nounsOf gives the fields of a word: Whole where it is a noun itself, Last
// where one ends it.
func (x *Index) nounsOf(word string) []Noun {
	var out []Noun
	for _, f := range x.nouns[word] {
		out = append(out, Noun{Field: f, Whole: true})
	}
	if len(out) > 0 {
		return out
	}
	for i := range word {
		tail := word[i:]
		if i == 0 || utf8.RuneCountInString(tail) < tolerances.longNoun {
			continue
		}
		if fields := x.nouns[tail]; fields != nil {
			for _, f := range fields {
				out = append(out, Noun{Field: f, Last: true})
			}
			return out // the longest ending tells
		}
	}
	return out
}

func nounFields(nouns map[model.Field][]string) map[string][]model.Field {
	out := map[string][]model.Field{}
	for _, f := range fieldOrder {
		for _, noun := range nouns[f] {
			key := model.Key(noun)
			out[key] = append(out[key], f)
		}
	}
	return out
}

// Second gives the words of a heading, or of a text over several, that tell of a
// valuation after the measures, "" where none do.
func (x *Index) Second(text string) string { return phraseOrHead(text, x.second) }

// First gives those that tell of one before them.
func (x *Index) First(text string) string { return phraseOrHead(text, x.first) }

// Apart gives the rest of a heading without the words that tell of a valuation before or
// after the measures, or without the number of one where several stand side by side:
// "S" of "S efter åtgärd" and of "S2". It is "" where there are no such words.
func (x *Index) Apart(heading string) string {
	if heading == "" || len(heading) > MaxHeading {
		return ""
	}
	for _, phrases := range [][]wordPhrase{x.second, x.first} {
		found := strings.Fields(phraseIn(heading, phrases))
		if len(found) == 0 {
			continue
		}
		words := strings.FieldsFunc(model.Key(heading), notInWord)
		for i := range words {
			if i+len(found) <= len(words) && slices.Equal(words[i:i+len(found)], found) {
				return strings.Join(slices.Delete(words, i, i+len(found)), " ")
			}
		}
	}
	if rest := strings.TrimRight(heading, digits); len(heading)-len(rest) == 1 {
		return strings.TrimRight(rest, " ")
	}
	return ""
}

// phraseOrHead gives the longest of the phrases that a text holds, else one with
// which a word of it begins as other phrases do: "nettosannolikhet", for there is
// "nettorisk".
func phraseOrHead(text string, phrases []wordPhrase) string {
	words := wordsOf(text)
	if found := phraseAmong(words, phrases); found != "" {
		return found
	}
	for _, word := range words {
		for _, p := range phrases {
			if len(p.text) >= tolerances.minPhrase && len(word) > len(p.text) && strings.HasPrefix(word, p.text) && headsOthers(p, phrases) {
				return p.text
			}
		}
	}
	return ""
}

// headsOthers reports whether a phrase is one word with which others begin.
func headsOthers(p wordPhrase, phrases []wordPhrase) bool {
	return len(p.words) == 1 && slices.ContainsFunc(phrases, func(o wordPhrase) bool {
		return len(o.words) == 1 && len(o.text) > len(p.text)+1 && strings.HasPrefix(o.text, p.text)
	})
}

// phraseIn gives the longest of the phrases whose words a text holds, one after
// the other.
func phraseIn(text string, phrases []wordPhrase) string { return phraseAmong(wordsOf(text), phrases) }

// wordsOf gives the words of a text; none where it is too long for a heading with what
// stands over it.
func wordsOf(text string) []string {
	if len(text) > 4*MaxHeading {
		return nil
	}
	return strings.FieldsFunc(model.Key(text), notInWord)
}

func phraseAmong(words []string, phrases []wordPhrase) string {
	best := ""
	if len(words) == 0 {
		return ""
	}
	for _, p := range phrases {
		for i := 0; len(p.text) > len(best) && i+len(p.words) <= len(words); i++ {
			if slices.Equal(words[i:i+len(p.words)], p.words) {
				best = p.text
			}
		}
	}
	return best
}

// wordPhrase is a phrase by its key and in words.
type wordPhrase struct {
	text  string
	words []string
}

func wordPhrases(list []string) []wordPhrase {
	out := make([]wordPhrase, len(list))
	for i, key := range keys(list) {
		out[i] = wordPhrase{key, strings.Fields(key)}
	}
	return out
}

// Sums reports whether a text begins a row that adds up or counts those above:
// with a word for it, and no more than a number or a few words behind.
func (x *Index) Sums(text string) bool {
	key := model.Key(text)
	if key == "" || utf8.RuneCountInString(key) > tolerances.maxSumText {
		return false
	}
	for _, word := range x.sums {
		if rest, ok := strings.CutPrefix(key, word); ok && (rest == "" || strings.ContainsAny(rest[:1], " :.,;-–/(")) {
			return true
		}
	}
	return false
}

// SumsAlone reports whether a text is nothing but such a word.
func (x *Index) SumsAlone(text string) bool {
	return slices.Contains(x.sums, strings.TrimRight(model.Key(text), " .:"))
}

// Context reports whether a text has one of the words that tell that a document
// speaks of risk.
func (x *Index) Context(text string) bool {
	for _, word := range strings.FieldsFunc(model.Key(text), notInWord) {
		if x.context[word] {
			return true
		}
	}
	return false
}
