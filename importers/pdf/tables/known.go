package tables

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/pdf/text"
	"riskbok/rules/model"
)

// Known is what a document says about its own words: which stand somewhere,
// and which with another word after or before them in one run, so that they
// are whole. It also counts whether the program that wrote the file paints
// the space at which a line was broken.
type Known struct {
	words            map[string]standing
	phrases          map[string]bool // by their letters
	spaced, unspaced int
}

// standing says of a word that it stands somewhere, and whether beside another.
type standing uint8

const (
	whole standing = iota + 1 // it stands somewhere
	free                      // and with another word in one run
)

// NewKnown makes a Known from phrases that are known beforehand.
func NewKnown(phrases ...string) *Known {
	k := &Known{words: map[string]standing{}, phrases: make(map[string]bool, len(phrases))}
	for _, p := range phrases {
		words := strings.Fields(p)
		k.phrases[model.Letters(p)] = true
		for _, w := range words {
			w = lettersOf(w)
			stands := whole
			if len(words) > 1 {
				stands = free
			}
			k.stands(w, stands)
		}
	}
	return k
}

// Heading reports whether a text is one of the phrases that were known beforehand.
func (k *Known) Heading(s string) bool { return k.phrases[model.Letters(s)] }

// Free notes words that stand beside others wherever they stand, as "budget" below
// "Beslutad": a line that ends above one is whole.
func (k *Known) Free(words ...string) {
	for _, w := range words {
		k.stands(lettersOf(w), free)
	}
}

// Add notes the words of a page.
func (k *Known) Add(words []text.Word) {
	last, stood := "", whole
	for i := range words {
		w := lettersOf(words[i].Text)
		if w != "" {
			stands := whole
			if last != "" && oneRun(&words[i-1], &words[i]) {
				if stands = free; stood < free {
					k.stands(last, free)
				}
			}
			k.stands(w, stands)
			stood = stands
		}
		last = w
	}
}

// stands notes a word; what is known of it already stays.
func (k *Known) stands(w string, as standing) {
	if k.words[w] < as {
		k.words[w] = as
	}
}

func (k *Known) whole(w string) bool { return k.words[w] >= whole }

func (k *Known) free(w string) bool { return k.words[w] == free }

func oneRun(a, b *text.Word) bool {
	return a.Glyphs[len(a.Glyphs)-1].Run == b.Glyphs[0].Run
}

// Count notes how the lines of a table's cells end. Only a line of several
// words tells, since it was broken at a space.
func (k *Known) Count(t *Table) {
	for i := range t.Cells {
		lines := t.Cells[i].printed
		for n := 1; n < len(lines); n++ {
			switch {
			case lines[n-1].words < 2:
			case lines[n-1].space:
				k.spaced++
			default:
				k.unspaced++
			}
		}
	}
}

// showsSpaces reports whether a line that ends without a space was broken
// inside a word.
func (k *Known) showsSpaces() bool {
	return k.spaced >= tolerances.leastSpaced && k.spaced > tolerances.spacedTimes*k.unspaced
}

// broken reports whether the break between two printed lines divides a word:
// the upper line is one word that leaves no room for another letter, and the
// lower goes on in the middle of a word. A program breaks a word only when it
// is alone on its line and too wide for it.
func (k *Known) broken(a, b printed, room widths) bool {
	end, _ := utf8.DecodeLastRuneInString(a.text)
	begin, _ := utf8.DecodeRuneInString(b.text)
	letters := unicode.IsLetter(end) && unicode.IsLower(begin)
	number := b.words == 1 && (unicode.IsLetter(end) || unicode.IsDigit(end)) && unicode.IsDigit(begin)
	if number && unicode.IsLetter(end) && yearText.MatchString(b.text) {
		return false // "Budget" over "2026" is no word
	}
	if number && decimalText.MatchString(a.text) && decimalText.MatchString(b.text) {
		return false // two numbers, each whole
	}
	if a.words > 1 && !a.space && letters && b.words == 1 {
		return k.dividedEnd(a.text, b.text)
	}
	if a.words != 1 || a.space || !letters && !number {
		return false
	}
	if letters && k.showsSpaces() {
		return true
	}
	tail, _, _ := strings.Cut(b.text, " ")
	head, rest := lettersOf(a.text), lettersOf(tail)
	switch {
	case letters && k.whole(head+rest):
		return true
	case letters && (k.free(head) || k.free(rest)):
		return false
	case utf8.RuneCountInString(head+rest) > tolerances.longWord:
		return false
	}
	return room.full(a.x1-a.x0, tolerances.letterRoom*b.first+tolerances.roundedRoom*a.size)
}

// dividedEnd reports whether the last word of a line goes on as the only word
// of the next: together they are a word that stands whole elsewhere, and the
// second part never stands beside another word. Some programs break a text
// wherever the line is full.
func (k *Known) dividedEnd(a, b string) bool {
	head, rest := lettersOf(a[strings.LastIndexByte(a, ' ')+1:]), lettersOf(b)
	return head != "" && rest != "" && utf8.RuneCountInString(head+rest) >= tolerances.shortWord && k.whole(head+rest) && !k.free(rest)
}

// phrase reports whether printed lines are one of the phrases that were known
// beforehand, the headings of columns. They stay as printed, hyphens and all:
// readers of headings do not look at those.
func (k *Known) phrase(lines []printed) bool {
	var b strings.Builder
	for _, p := range lines {
		b.WriteString(p.text)
	}
	return k.phrases[model.Letters(b.String())]
}

// hyphens may stand at the end of a line that divides a word; a soft one
// stands nowhere else.
const (
	hyphens    = "-\u2010"
	softHyphen = "\u00ad"
)

// hyphenated gives the upper of two printed lines without the hyphen at which
// a word was divided. A hyphen that is not soft is the word's own unless the
// word stands whole elsewhere.
func (k *Known) hyphenated(a, b string) (string, bool) {
	if head, ok := strings.CutSuffix(a, softHyphen); ok {
		return head, true
	}
	end, size := utf8.DecodeLastRuneInString(a)
	begin, _ := utf8.DecodeRuneInString(b)
	// Some programs leave the soft hyphen in front of the hyphen that they paint.
	if head, ok := strings.CutSuffix(a[:len(a)-size], softHyphen); ok && strings.ContainsRune(hyphens, end) {
		return head, true
	}
	if !strings.ContainsRune(hyphens, end) || !unicode.IsLower(begin) {
		return a, false
	}
	head := a[:len(a)-size]
	last := head[strings.LastIndexByte(head, ' ')+1:]
	tail, _, _ := strings.Cut(b, " ")
	if last == "" || !k.whole(lettersOf(last)+lettersOf(tail)) {
		return a, false
	}
	return head, true
}

// lettersOf takes the punctuation off a word.
func lettersOf(s string) string {
	return model.Lower(strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}
