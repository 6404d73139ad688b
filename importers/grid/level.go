package grid

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/rules/model"
)

// LevelReader reads the levels of one table, whose rows say the same few again and
// again: what a text says is worked out once. One goroutine at a time uses it.
type LevelReader struct {
	blank func(string) bool
	words *LevelWords
	known map[string]readLevel
}

// readLevel is what the text of a cell says: no level where it is not ok.
type readLevel struct {
	level model.Level
	ok    bool
}

// What a reader remembers: texts no longer than a label with its number has, of
// as many as a scale can have and then some.
const (
	rememberedLevels = 128
	longestLevel     = 64
)

// NewLevelReader gives a reader; blank tells which texts only mark an empty cell.
func NewLevelReader(blank func(string) bool, words *LevelWords) *LevelReader {
	return &LevelReader{blank: blank, words: words}
}

// Value is [LevelValue].
func (r *LevelReader) Value(c *Cell) model.Value[model.Level] {
	if c.Kind != Text || len(c.Text) > longestLevel {
		return LevelValue(c, r.blank, r.words)
	}
	if known, ok := r.known[c.Text]; ok {
		v := value[model.Level](c)
		v.V, v.OK = known.level, known.ok
		return v
	}
	v := LevelValue(c, r.blank, r.words)
	if r.known == nil {
		r.known = map[string]readLevel{}
	}
	if len(r.known) < rememberedLevels {
		r.known[c.Text] = readLevel{v.V, v.OK}
	}
	return v
}

// LevelValue reads a likelihood or consequence as people write them: a label, a
// number, or both; see [LevelWords.Level]. Words may be nil.
func LevelValue(c *Cell, blank func(string) bool, words *LevelWords) model.Value[model.Level] {
	v := number[model.Level](c)
	text := c.Clean()
	if text == "" || blank(text) {
		return v
	}
	if _, whole := c.Whole(); c.Kind == Number && whole {
		text = c.Stored() // "2" in a format that shows "2 p"
	}
	v.V, v.OK = words.Level(text), true
	return v
}

// Level divides the text of a level into number and label: "3 – Möjlig",
// "3\n(Möjlig)", "Möjlig [3]", "Nivå 3", "S3: Möjlig", "III", "3 av 4". The
// signs of a note at the end are left out. What is no level stays whole as the
// label, which no scale then has: a range, a date, an amount.
//
// A number that only counts something ("3 månader"), or stands behind words
// that are no known label ("Bilaga 2"), is Loose. Level works without words
// too, where w is nil; then only numbers, labels and signs are told apart.
func (w *LevelWords) Level(text string) model.Level {
	if n, ok := ParseWhole(text); ok && len(text) <= maxNumeral {
		return model.Level{Number: n, HasNumber: true}
	}
	if text == "" {
		return model.Level{}
	}
	if w == nil {
		w = &plainWords
	}
	return w.heard.Of(text, w.level)
}

func (w *LevelWords) level(text string) model.Level {
	plain := unmarked(unbroken(text))
	if n, ok := w.spelled[strings.ToLower(plain)]; ok {
		return model.Level{Number: n, HasNumber: true, Whole: text}
	}
	l := w.divide(plain)
	l.Label = w.whole(l.Label)
	l.Label = strings.ReplaceAll(l.Label, "\n", " ")
	if l.Label != text {
		l.Whole = strings.ReplaceAll(text, "\n", " ")
	}
	return l
}

func isWhole(text string) bool {
	_, ok := parseWhole(text)
	return ok
}

// maxNumeral is the longest number of a level, "100,0"; a year is none.
const maxNumeral = 5

// divide tells number and label apart.
func (w *LevelWords) divide(s string) model.Level {
	if in, ok := enclosed(s); ok {
		s = in
	}
	s = unbulleted(s)
	if telling(s) {
		if l, ok := w.numberFirst(s); ok {
			return l
		}
		if l, ok := w.numberLast(s); ok {
			return l
		}
	}
	if rest, ok := w.afterName(s); ok {
		return w.divide(rest)
	}
	return model.Level{Label: s}
}

// telling reports whether a number may stand in a text. Most texts are labels,
// and reading them further is dear.
func telling(s string) bool {
	if strings.ContainsAny(s, "0123456789") {
		return true
	}
	for i := 0; i < len(s); i++ {
		if strings.IndexByte("IVX", s[i]) >= 0 && (i == 0 || strings.IndexByte(" (\n[/-", s[i-1]) >= 0) {
			return true
		}
	}
	return false
}

// numberFirst reads a number with nothing or a label behind it.
func (w *LevelWords) numberFirst(s string) (model.Level, bool) {
	n, ok := w.numeral(s)
	if !ok {
		return model.Level{}, false
	}
	l := model.Level{Number: n.value, HasNumber: true, Of: n.of}
	if strings.Trim(n.rest, " .:)?;,") == "" || strings.HasPrefix(n.rest, " ") && strings.Trim(n.rest, signs) == "" {
		return l, true
	}
	if n.lettered && !n.apart() && !w.numbers(n) {
		return l, false
	}
	body := strings.TrimLeft(n.rest, " ")
	label := strings.TrimLeft(body, signs+"(=)→•")
	bound := len(label) < len(body)
	if l.Label = opened(strings.TrimLeft(body, signs+"=)→•")); !beginsWithLetter(l.Label) {
		return l, false
	}
	l.Loose = w.units[firstWord(l.Label)] || !bound && (n.of > 0 || w.counts(l.Label)) && !w.knows(l.Label)
	return l, true
}

// signs may stand between number and label.
const signs = " -–—:;,./|[\n"

// labelWords is how many words the longest label has that stands behind a
// number without a sign between them: rules draws the same line where it tells
// levels from remarks.
const labelWords = 4

// counts reports whether what stands right behind a number tells of something
// that it counts: "3 av våra system är gamla", "3 x 4 = 12".
func (w *LevelWords) counts(label string) bool {
	return strings.ContainsAny(label, "0123456789") || w.joins[firstWord(label)] || len(strings.Fields(label)) > labelWords
}

// numberLast reads a number behind a label. Behind a mere space it may be
// anything's number, "Bilaga 2", unless the label is a known one.
func (w *LevelWords) numberLast(s string) (model.Level, bool) {
	if !beginsWithLetter(s) {
		return model.Level{}, false
	}
	for at, words := len(s), 0; at > 0 && words < numeralWords; words++ {
		at = strings.LastIndexAny(s[:at], " -–—:;,/=([\n")
		if at < 0 {
			break
		}
		_, size := utf8.DecodeRuneInString(s[at:])
		from := at + size
		if strings.IndexByte("([", s[at]) >= 0 {
			from = at // the bracket is the number's
		}
		n, ok := w.numeral(s[from:])
		if !ok || n.rest != "" {
			continue
		}
		head := strings.TrimRight(s[:at], " ")
		label := strings.TrimRight(head, " -–—:;,/=\n")
		bound := len(label) < len(head) || s[at] != ' ' // a sign stands between
		last := lastWord(label)
		if label == "" || endsWithDigit(label) || w.of[last] || w.about[last] || w.names[last] ||
			!bound && strings.ContainsAny(label, "0123456789") {
			continue
		}
		if rest, ok := w.afterName(label); ok {
			label = rest
		}
		l := model.Level{Label: label, Number: n.value, HasNumber: true, Of: n.of}
		l.Loose = !bound && !w.knows(label)
		return l, true
	}
	return model.Level{}, false
}

// numeralWords is how many words the longest number has, "nivå ca 3 p".
const numeralWords = 4

// unbroken puts words together that a hyphen divides over two lines: "Mindre
// sanno-\nlik". A capital begins a word of its own.
func unbroken(s string) string {
	for from := 0; ; {
		at := strings.Index(s[from:], "-\n")
		if at < 0 {
			return s
		}
		at += from
		from = at + 2
		if next, _ := utf8.DecodeRuneInString(s[from:]); unicode.IsLower(next) && endsWithLetter(s[:at]) {
			s = s[:at] + s[from:]
			from = at
		}
	}
}

// enclosed gives what stands within brackets or quotation marks around a text.
func enclosed(s string) (string, bool) {
	for _, pair := range []string{"()", "[]", `""`, "””", "“”", "''"} {
		first, size := utf8.DecodeRuneInString(pair)
		last := pair[size:]
		in, ok := strings.CutPrefix(s, string(first))
		if !ok {
			continue
		}
		if in, ok = strings.CutSuffix(in, last); ok && in != "" && !strings.Contains(in, last) {
			return strings.TrimSpace(in), true
		}
	}
	return s, false
}

// unbulleted cuts the sign off a number or a label that a list or a template set
// before it: "#4", "- 4", "• Möjlig".
func unbulleted(s string) string {
	for _, sign := range []string{"#", "•", "·", "- ", "– ", "— "} {
		if rest, ok := strings.CutPrefix(s, sign); ok {
			if rest = strings.TrimLeft(rest, " "); rest != "" && (isDigit(rest[0]) || sign != "#" && beginsWithLetter(rest)) {
				return rest
			}
		}
	}
	return s
}

// opened takes the brackets off what a text begins with: "(Möjlig)", "(Möjlig)
// som förra året".
func opened(s string) string {
	for open, shut := range map[string]string{"(": ")", "[": "]"} {
		if in, ok := strings.CutPrefix(s, open); ok {
			label, rest, _ := strings.Cut(in, shut)
			return strings.TrimSpace(strings.TrimSpace(label) + rest)
		}
	}
	return s
}

// unmarked cuts the mark of a note off the end of a text: "Möjlig*", "3 ¹",
// "Möjlig 1)".
func unmarked(s string) string {
	s = unnoted(s)
	out := strings.TrimRight(model.Unmarked(s), "§ ")
	if out == "" {
		return s
	}
	in, ok := strings.CutSuffix(out, ")")
	if !ok || strings.Contains(in, "(") {
		return out
	}
	before := strings.TrimRight(in, "0123456789")
	text := strings.TrimRight(before, " ")
	if before == in || len(in)-len(before) > 2 || text == "" || text == before && !endsWithLetter(text) {
		return out
	}
	if last, _ := utf8.DecodeLastRuneInString(text); !unicode.IsLetter(last) && !unicode.IsDigit(last) {
		return out
	}
	return text
}

// unnoted cuts off the end of a text what only a note has: a mark with a bracket
// behind it, "4*)", and a number in square brackets right behind another, "2[1]".
func unnoted(s string) string {
	if in, ok := strings.CutSuffix(s, ")"); ok && model.Mark(in) != "" && !strings.Contains(in, "(") {
		return model.Unmarked(in)
	}
	in, ok := strings.CutSuffix(s, "]")
	if !ok {
		return s
	}
	before, note, ok := strings.Cut(in, "[")
	if !ok || len(note) > maxNote || !isWhole(note) || !isWhole(strings.TrimSpace(before)) {
		return s
	}
	return strings.TrimSpace(before)
}

// maxNote is the longest number of a note, in digits.
const maxNote = 2

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func beginsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

func endsWithLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}

func endsWithDigit(s string) bool { return s != "" && isDigit(s[len(s)-1]) }
