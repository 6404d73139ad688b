package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/rules/model"
)

// rangeText is what is left to read of a range.
type rangeText struct {
	w    *rangeWords
	rest string // in lower case, dashes as hyphens
}

// initials are the bytes that words in lower case begin with.
type initials [256]bool

func initialsOf(lists ...[]string) *initials {
	var out initials
	for _, list := range lists {
		for _, word := range list {
			if word != "" {
				out[word[0]] = true
			}
		}
	}
	return &out
}

// begin reports whether a text begins with the byte of one of the words, in
// whatever case: one that does not begins with none of them.
func (i *initials) begin(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	var letter [utf8.UTFMax]byte
	utf8.EncodeRune(letter[:], unicode.ToLower(first))
	return i[letter[0]]
}

// firstWords gives what the first words of texts can be in letters alone: of
// "t.o.m." all beginnings, for its full stops may be missing.
func firstWords(lists ...[]string) map[string]bool {
	out := map[string]bool{}
	for _, list := range lists {
		for _, word := range list {
			word, _, _ = strings.Cut(word, " ")
			run := ""
			for _, part := range strings.Split(word, ".") {
				run += part
				out[run] = true
			}
		}
	}
	return out
}

// spans reports whether a text has a sign or a word that makes several values of
// one, "4-8", "≥ 12", "över 12": without these it has no range but single values.
func (w *rangeWords) spans(text string) bool {
	if strings.ContainsAny(text, signs+"-~+,;&…") || strings.Contains(text, "..") || strings.ContainsFunc(text, isDash) {
		return true
	}
	for at := 0; at < len(text); {
		first, size := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(first) {
			at += size
			continue
		}
		end := strings.IndexFunc(text[at:], func(r rune) bool { return !unicode.IsLetter(r) })
		if end < 0 {
			end = len(text) - at
		}
		if w.spanning[model.Lower(text[at:at+end])] {
			return true
		}
		at += end
	}
	return false
}

// compared are the signs before a number, the longest first.
var compared = []struct {
	sign string
	how  comparison
}{{">=", atLeast}, {"=>", atLeast}, {"≥", atLeast}, {"<=", atMost}, {"=<", atMost}, {"≤", atMost}, {">", over}, {"<", under}}

// lead takes off what says how the first number is meant.
func (p *rangeText) lead() comparison {
	for _, c := range compared {
		if rest, ok := strings.CutPrefix(p.rest, c.sign); ok {
			p.rest = strings.TrimSpace(rest)
			return c.how
		}
	}
	for _, l := range []struct {
		list []string
		how  comparison
	}{{p.w.between, between}, {p.w.atLeast, atLeast}, {p.w.atMost, atMost}, {p.w.over, over}, {p.w.under, under}} { // "mer än eller lika med" before "mer än"
		if p.word(l.list) {
			return l.how
		}
	}
	return exactly
}

// readNumber takes off a whole number of at most four digits.
func (p *rangeText) readNumber() (int, bool) {
	n, i := 0, 0
	for i < len(p.rest) && p.rest[i] >= '0' && p.rest[i] <= '9' {
		n = n*10 + int(p.rest[i]-'0')
		if i++; i > len("9999") {
			return 0, false
		}
	}
	p.rest = strings.TrimSpace(p.rest[i:])
	return n, i > 0
}

// word takes off one of a list of words.
func (p *rangeText) word(list []string) bool {
	if p.rest == "" {
		return false
	}
	for _, word := range list {
		if word[0] != p.rest[0] {
			continue // the common case
		}
		if rest, ok := cutWord(p.rest, word); ok {
			p.rest = rest
			return true
		}
	}
	return false
}

// upTo takes off the other end of a range, with nothing after it.
func (p *rangeText) upTo(and bool) (int, bool) {
	q := *p
	switch {
	case strings.HasPrefix(q.rest, "-"), strings.HasPrefix(q.rest, "…"), strings.HasPrefix(q.rest, ".."):
		q.rest = strings.TrimLeft(q.rest, "-…. ")
	case q.word(q.w.to), and && q.word(q.w.and):
	default:
		return 0, false
	}
	n, ok := q.readNumber()
	if !ok || q.rest != "" {
		return 0, false
	}
	*p = q
	return n, true
}

// list takes off the rest of a list of numbers and gives all; nil where it is
// none.
func (p *rangeText) list(all []int) []int {
	q := *p
	for q.rest != "" {
		if strings.HasPrefix(q.rest, ",") || strings.HasPrefix(q.rest, ";") {
			q.rest = strings.TrimSpace(q.rest[1:])
		} else if !q.word(q.w.and) {
			return nil
		}
		n, ok := q.readNumber()
		if !ok {
			return nil
		}
		all = append(all, n)
	}
	*p = q
	return all
}

// bounded reads a range with a sign on each side of what it is of: "4 ≤ x < 8".
func (p *rangeText) bounded(low int) (int, int, bool) {
	first := p.lead()
	p.rest = strings.TrimSpace(strings.TrimLeftFunc(p.rest, unicode.IsLetter))
	second := p.lead()
	high, ok := p.readNumber()
	if !ok || p.rest != "" || first != under && first != atMost || second != under && second != atMost {
		return 0, 0, false
	}
	if first == under {
		low++
	}
	if second == under {
		high--
	}
	return low, high, low <= high
}

// cutUnits takes off the words for what is counted, each after a number.
func (p *rangeText) cutUnits() {
	for i := strings.LastIndexAny(p.rest, digits); i >= 0; i = strings.LastIndexAny(p.rest[:i], digits) {
		after := strings.TrimLeft(p.rest[i+1:], " ")
		for _, unit := range p.w.unit {
			if rest, ok := cutWord(after, unit); ok {
				p.rest = strings.TrimSpace(p.rest[:i+1] + " " + strings.TrimPrefix(rest, "."))
				break
			}
		}
	}
}

// cutWord takes a word in lower case off the beginning of a text in whatever case;
// its full stops may be missing or have spaces after them ("t o m"). What follows is
// not a letter.
func cutWord(text, word string) (rest string, ok bool) {
	for i, r := range word {
		if r == '.' {
			text = strings.TrimPrefix(text, ".")
			if i+1 < len(word) {
				text = strings.TrimLeft(text, " ")
			}
			continue
		}
		first, size := utf8.DecodeRuneInString(text)
		if model.LowerLetter(first) != r {
			return "", false
		}
		text = text[size:]
	}
	if first, _ := utf8.DecodeRuneInString(text); unicode.IsLetter(first) {
		return "", false
	}
	return strings.TrimSpace(text), true
}
