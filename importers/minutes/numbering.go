package minutes

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// mark is what may be the number of an item, at the beginning of a row or in a
// column of its own.
type mark struct {
	sheet, row int
	seg        int // the part of the row
	kind       model.ItemKind
	number     int
	last       int    // of several, "§§ 3–5"; else number
	text       string // as printed: "§ 3", "HN § 3", "§ 3/31"
	name       string // without the letters of the board: "§ 3", "§ 3/31"
	style      string // what the numbers of one series have in common
	rest       string // what stands after it
	guessed    bool   // the sign was recognized as something else, or is missing
	unlikely   bool   // and in a way that is rare
	weight     float64
	paper      int // of its page
}

// numberings are the forms in which items are numbered.
type numberings struct {
	sign, before  named
	matter, plain pattern
	misread       [3]named // the sign recognized as something else: as one letter, as two, as none
	misreadBefore named
	entry         pattern // of an agenda
}

// abbreviation is how the letters of a board look: "KS", "Ks", "BoU", "KS-AU".
const abbreviation = `\p{Lu}[\p{L}]{0,5}(?:[ -]\p{L}{1,4})?`

// confusedSign is what recognition makes of "§".
const confusedSign = `83$Ss5&6§£`

// betweenNumbers are the marks between a number and what follows it.
const betweenNumbers = blanks + `.,:–-`

// misreadAt reports whether so many letters that recognition makes of the sign could
// stand before a number, where a text has its first figure or mark at a place. They may
// be letters themselves, which then stand before that place.
func misreadAt(text string, at, signs int) bool {
	for from := max(0, at-signs-len(" ")); from <= at; from++ {
		rest, n := text[from:], 0
		for ; n < signs; n++ {
			c, size := utf8.DecodeRuneInString(rest)
			if !strings.ContainsRune(confusedSign, c) {
				break
			}
			rest = rest[size:]
		}
		if n == signs && figure(initial(afterBlank(rest))) {
			return true
		}
	}
	return false
}

// misreadEnd reports whether a text that begins with a number could have the sign behind
// it, misread: at the end of its first word, or as its second.
func misreadEnd(text string) bool {
	word, rest := text, ""
	if i := strings.IndexAny(text, blanks); i >= 0 {
		word, rest = text[:i], text[i+1:]
	}
	if c, size := utf8.DecodeLastRuneInString(word); size < len(word) && strings.ContainsRune(confusedSign, c) {
		return true
	}
	c, size := utf8.DecodeRuneInString(rest)
	return size > 0 && strings.ContainsRune(confusedSign, c) && (size == len(rest) || strings.IndexByte(blanks, rest[size]) >= 0)
}

// lastByte gives the last byte of a text, "" where it has none.
func lastByte(text string) string { return text[max(0, len(text)-1):] }

func newNumberings(w *model.MeetingWords) numberings {
	sign := "(?i:" + alternatives(w.Paragraph) + ")"
	const (
		name   = `\p{Lu}[\p{L} ,-]{5,}`
		prefix = `(?:(` + abbreviation + `|` + name + `)\s+)?`
		year   = `(/(?:19|20)?\d\d)?`
		rest   = `(?:$|[` + betweenNumbers + `]+(.*)$)`
	)
	signs, signEnds, matterWords := firstLetters(w.Paragraph), lastLetters(w.Paragraph), firstLetters(w.Matter)
	longestMatter := 0
	for _, word := range w.Matter {
		longestMatter = max(longestMatter, utf8.RuneCountInString(word))
	}
	capital := unicode.IsUpper
	misread := func(signs int, rest string) named {
		return newNamed(fmt.Sprintf(`^(?:(`+abbreviation+`|`+name+`?)\s?)?([`+confusedSign+`]{%d})\s?(\d{1,4})(?:\s?[–-]\s?(\d{1,4}))?`, signs)+year+rest, func(text string) bool {
			first, other, at := beginnings(text)
			switch {
			case !figure(other) && !strings.ContainsRune(confusedSign, other):
				return false
			case signs == 0:
				return (capital(first) || figure(first)) && hasDigit(lastByte(strings.TrimRight(text, betweenNumbers)))
			}
			return (capital(first) || strings.ContainsRune(confusedSign, first)) && misreadAt(text, at, signs)
		})
	}
	matters := "(?i:" + recognized(w.Matter) + ")"
	return numberings{
		entry: newPattern(`^(\d{1,4}/\d{2,4}|`+matters+`[.:]?\s*\d{1,3}(?:/\d{2,4})?|(?:`+abbreviation+`\s+)?`+sign+`\s*\d{1,4}(?:/\d{2,4})?|\d{1,4}\s`+sign+`|\d{1,3})[.):]?\s+(\S.*)$`, hasDigit),
		sign: newNamed(`^`+prefix+`(`+sign+`{1,2})\s*(\d{1,4})(?:\s?[–-]\s?(\d{1,4}))?`+year+rest, func(text string) bool {
			first, _, _ := beginnings(text)
			return (capital(first) || strings.ContainsRune(signs, first)) && figureBehind(text, signEnds)
		}),
		before: newNamed(`^`+prefix+`(\d{1,4})`+year+`\s?(`+sign+`)`+rest, func(text string) bool {
			first, other, at := beginnings(text)
			return (capital(first) || figure(first)) && figure(other) && strings.ContainsRune(signs, initial(afterBlank(strings.TrimLeft(text[at:], "0123456789/"))))
		}),
		matter: newPattern(`^(`+matters+`)[.:]?\s*(\d{1,3})`+year+rest, func(text string) bool {
			first, _, _ := beginnings(text)
			return strings.ContainsRune(matterWords, first) && numberWithin(text, longestMatter)
		}),
		plain:   newPattern(`^(\d{1,3})(/(?:19|20)?\d\d)?([.):]?)(?:$|\s+(.*)$)`, func(text string) bool { return text != "" && figure(rune(text[0])) }),
		misread: [3]named{misread(1, rest), misread(2, rest), misread(0, `[`+betweenNumbers+`]*()$`)},
		misreadBefore: newNamed(`^`+prefix+`(\d{1,3})`+year+`\s?[`+confusedSign+`](?:$|\s+(.*)$)`, func(text string) bool {
			first, other, at := beginnings(text)
			return (capital(first) || figure(first)) && figure(other) && misreadEnd(text[at:])
		}),
	}
}

// marksOf gives what a row may begin.
func (r *reader) marksOf(row *row) []mark {
	var out []mark
	for k, text := range row.parts {
		if len(text) == 0 || len(text) > tolerances.longRow {
			continue
		}
		for _, m := range r.marksIn(text) {
			if m.seg = k; k > 0 && (m.rest != "" || m.guessed && !lettered(&m) || m.kind != model.ItemParagraph || strings.HasPrefix(m.style, plainStyle)) {
				continue
			}
			out = append(out, m)
		}
	}
	return out
}

// Styles begin with the form of the number.
const (
	signStyle   = "§"
	beforeStyle = "n§"
	matterStyle = "word"
	plainStyle  = "n"
)

// bareStyle reports whether numbers of a style have no sign and no word.
func bareStyle(style string) bool {
	return strings.HasPrefix(style, plainStyle) && !strings.HasPrefix(style, beforeStyle)
}

// marksIn gives the numbers that a text may begin with. It remembers them, since
// the rows below a number are asked too: they are not to be changed.
func (r *reader) marksIn(text string) []mark {
	if !hasDigit(text) {
		return nil
	}
	return r.w.marks.of(text, r.findMarks)
}

func (r *reader) findMarks(text string) []mark {
	n := &r.w.numbers
	var out []mark
	pointed := "" // a number with a point or a year behind it: "55." is not "§ 5", and "30/31" not "§ 0/31"
	if m := n.sign.FindStringSubmatch(text); m != nil && r.w.ofBoard(m[1]) {
		last := m[3]
		name := r.w.printedSign(m[2]) + " " + m[3]
		if m[4] != "" {
			last, name = m[4], name+"–"+m[4]
		}
		out = append(out, newMark(model.ItemParagraph, m[3], last, name+m[5], signStyle+key(m[1])+yearMark(m[5]), text, m[6]))
	} else if m := n.before.FindStringSubmatch(text); m != nil && r.w.ofBoard(m[1]) {
		out = append(out, newMark(model.ItemParagraph, m[2], m[2], m[2]+m[3]+" "+r.w.printedSign(m[4]), beforeStyle+key(m[1])+yearMark(m[3]), text, m[5]))
	} else if m := n.matter.FindStringSubmatch(text); m != nil {
		out = append(out, newMark(model.ItemMatter, m[2], m[2], m[1]+" "+m[2]+m[3], matterStyle+consonants(m[1])+yearMark(m[3]), text, m[4]))
	} else if m := n.plain.FindStringSubmatch(text); m != nil && begins(m[4]) {
		out = append(out, newMark(model.ItemMatter, m[1], m[1], m[1]+m[2], plainStyle+m[3]+yearMark(m[2]), text, m[4]))
		if m[2]+m[3] != "" {
			pointed = m[1]
		}
	}
	if len(out) > 0 && !strings.HasPrefix(out[0].style, plainStyle) || len(out) > 0 && out[0].kind == model.ItemParagraph {
		return upright(out)
	}
	for i, misread := range n.misread {
		if m := misread.FindStringSubmatch(text); m != nil && r.w.ofBoard(m[1]) {
			last, name := m[3], "§ "+m[3]
			if m[4] != "" {
				last, name = m[4], name+"–"+m[4]
			}
			if m[2]+m[3] == pointed || m[4] != "" && !together(m[3], m[4]) {
				continue
			}
			g := newMark(model.ItemParagraph, m[3], last, name+m[5], signStyle+key(m[1])+yearMark(m[5]), text, m[6])
			g.guessed, g.unlikely = true, i > 0
			if i < 2 || m[6] == "" {
				out = append(out, g)
			}
		}
	}
	if m := n.misreadBefore.FindStringSubmatch(text); m != nil && r.w.ofBoard(m[1]) {
		g := newMark(model.ItemParagraph, m[2], m[2], m[2]+m[3]+" §", beforeStyle+key(m[1])+yearMark(m[3]), text, m[4])
		g.guessed = true
		out = append(out, g)
	}
	return upright(out)
}

// upright leaves out the marks that go on like a sentence.
func upright(out []mark) []mark {
	kept := out[:0]
	for _, m := range out {
		if m.rest == "" || !unicode.IsLower(initial(m.rest)) {
			kept = append(kept, m)
		}
	}
	return kept
}

// printedSign gives a sign as it was printed: "$" is how recognition reads "§".
func (w *vocabulary) printedSign(s string) string {
	if len(s) == 1 && strings.ContainsAny(s, confusedSign) && len(w.Paragraph) > 0 && !strings.Contains(s, w.Paragraph[0]) {
		return w.Paragraph[0]
	}
	return s
}

func newMark(kind model.ItemKind, number, last, name, style, text, rest string) mark {
	m := mark{kind: kind, name: name, style: style, rest: rest, text: strings.TrimSpace(strings.TrimSuffix(text, rest))}
	m.number, _ = strconv.Atoi(number)
	m.last, _ = strconv.Atoi(last)
	if m.last < m.number || m.last > m.number+tolerances.maxTogether {
		m.last = m.number
	}
	return m
}

// together reports whether two numbers are the first and the last of a few: "3" and
// "5", but not "25" and "031".
func together(first, last string) bool {
	a, _ := strconv.Atoi(first)
	b, _ := strconv.Atoi(last)
	return a < b && b <= a+tolerances.maxTogether && last[0] != '0'
}

func key(s string) string { return strings.ToUpper(strings.Join(strings.Fields(s), "-")) }

// consonants gives the letters of a word that recognition does not change.
func consonants(word string) string {
	return strings.Map(func(c rune) rune {
		if c < 'b' || c > 'z' || strings.ContainsRune("eiouly", c) {
			return -1
		}
		return c
	}, strings.ToLower(word))
}

// recognized is a pattern for any of some texts, with the letters that
// recognition confuses.
func recognized(list []string) string {
	patterns := make([]string, len(list))
	for i, s := range list {
		patterns[i] = ocr.Pattern(s)
	}
	return strings.Join(patterns, "|")
}

func yearMark(s string) string {
	if s == "" {
		return ""
	}
	return "/"
}

// begins reports whether a text may follow a bare number: nothing, or what
// begins like a title. "12 500 kr" and "3 st bojar" are amounts.
func begins(text string) bool {
	if text == "" {
		return true
	}
	first := initial(text)
	return unicode.IsUpper(first) || first == '"' || first == '”'
}

// ofBoard reports whether a text may stand for the board before the number of a
// paragraph: letters, or a name.
func (w *vocabulary) ofBoard(text string) bool {
	return text == "" || abbreviated().MatchString(text) || w.boardName(text) != ""
}

// labelled reports whether a text begins with the label of a case number that
// stands after it, and gives the number.
func (w *vocabulary) labelledCase(text string) string {
	if !hasDigit(text) {
		return ""
	}
	return w.labelled.of(text, func(text string) string {
		if rest, ok := w.caseLabel(text); ok {
			return caseNumber(strings.TrimLeft(rest, labelEnd))
		}
		return ""
	})
}

// hasCase reports whether a row has a case number, alone or behind its label.
func (w *vocabulary) hasCase(row *row) bool {
	for i, text := range row.parts {
		if w.cased(text) {
			return true
		}
		if i == 0 {
			continue
		}
		if label := row.parts[i-1]; (hasDigit(text) || hasDigit(label)) && w.labelledCase(label+" "+text) != "" {
			return true
		}
	}
	return false
}

// cased reports whether a text has a case number, alone, behind its label or at
// its end. It remembers, since the rows below each number are asked.
func (w *vocabulary) cased(text string) bool {
	if !hasDigit(text) {
		return false
	}
	return w.withCase.of(text, func(text string) bool {
		if w.labelledCase(text) != "" || w.wholeCase(text, false) != "" {
			return true
		}
		_, n := w.caseAtEnd(text)
		return n != ""
	})
}

var abbreviated = sync.OnceValue(func() *regexp.Regexp { return grid.Expression(`^` + abbreviation + `(?:-\p{L}{1,6})?$`) })
