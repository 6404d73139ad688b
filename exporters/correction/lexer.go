package correction

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// lexer reads a formula from left to right. It is an own one because a shared
// formula is moved by rewriting its references where they stand, and a token
// list does not say where that is.
type lexer struct {
	text string
	pos  int
	out  parsed
}

// parseFormula reads a formula without its equals sign.
func parseFormula(text string) parsed {
	l := &lexer{text: text}
	for l.pos < len(l.text) {
		l.step()
	}
	return l.out
}

func (l *lexer) step() {
	switch c := l.text[l.pos]; {
	case c == '"':
		l.quoted('"')
	case c == '\'':
		l.operand()
	case c == '{':
		l.array()
	case c == '[':
		// A reference to another workbook, or to the formula's own table.
		start := l.pos
		l.brackets()
		if l.wordEnd(l.pos) > l.pos || l.at('!') {
			l.pos = l.wordEnd(l.pos)
			if l.at('!') {
				l.pos++
				l.pos = l.wordEnd(l.pos)
			}
			l.out.external = true
		} else if l.pos > start {
			l.out.opaque = true
		}
	case c == '#':
		l.errorValue()
	case c == ':':
		l.out.opaque = true
		l.pos++
	case wordByte(c):
		l.operand()
	default:
		_, n := utf8.DecodeRuneInString(l.text[l.pos:])
		l.pos += n
	}
}

func (l *lexer) at(c byte) bool { return l.pos < len(l.text) && l.text[l.pos] == c }

func wordByte(c byte) bool {
	return c >= utf8.RuneSelf || c == '_' || c == '.' || c == '$' || c == '\\' || c == '?' ||
		'0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

func (l *lexer) wordEnd(i int) int {
	for i < len(l.text) && wordByte(l.text[i]) {
		i++
	}
	return i
}

// quoted passes over a quoted text and gives it without its quotes.
func (l *lexer) quoted(q byte) string {
	var b strings.Builder
	for l.pos++; l.pos < len(l.text); l.pos++ {
		if l.text[l.pos] == q {
			if l.pos+1 >= len(l.text) || l.text[l.pos+1] != q {
				l.pos++
				return b.String()
			}
			l.pos++
		}
		b.WriteByte(l.text[l.pos])
	}
	l.out.opaque = true
	return b.String()
}

func (l *lexer) array() {
	for l.pos < len(l.text) && l.text[l.pos] != '}' {
		if l.text[l.pos] == '"' {
			l.quoted('"')
			continue
		}
		l.pos++
	}
	l.pos++
}

func (l *lexer) brackets() {
	depth := 0
	for ; l.pos < len(l.text); l.pos++ {
		switch l.text[l.pos] {
		case '\'': // hides the character after it
			l.pos++
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				l.pos++
				return
			}
		}
	}
	l.pos = min(l.pos, len(l.text))
	l.out.opaque = true
}

// errorValue passes over "#N/A"; "A1#", what a formula spilled, is opaque.
func (l *lexer) errorValue() {
	if l.pos > 0 && wordByte(l.text[l.pos-1]) {
		l.out.opaque = true
	}
	for l.pos++; l.pos < len(l.text); l.pos++ {
		if c := l.text[l.pos]; (c < 'A' || c > 'Z') && c != '/' && c != '!' && c != '?' && c != '_' && (c < '0' || c > '9') {
			return
		}
	}
}

// operand reads what begins with a word or a quoted sheet name.
func (l *lexer) operand() {
	sheet, last, ok := l.sheetPrefix()
	if !ok {
		return
	}
	start := l.pos
	end := l.wordEnd(start)
	word := l.text[start:end]
	l.pos = end
	switch {
	case word == "":
		if !l.at('#') {
			l.out.opaque = true
		}
		return
	case l.at('('):
		l.out.functions = append(l.out.functions, functionName(word))
		return
	case l.at('['):
		l.out.tables = append(l.out.tables, word)
		l.brackets()
		return
	}
	if strings.HasPrefix(sheet, "[") || strings.Contains(sheet, "]") {
		l.out.external = true
		return
	}
	l.word(sheet, last, word, start)
}

// word places one word: part of a range, a cell, a number or a name.
func (l *lexer) word(sheet, last, word string, start int) {
	from, kind := parseCorner(word)
	if l.at(':') {
		save := l.pos
		l.pos++
		if sheet2, _, ok := l.sheetPrefix(); ok && (sheet2 == "" || strings.EqualFold(sheet2, sheet)) {
			end := l.wordEnd(l.pos)
			to, kind2 := parseCorner(l.text[l.pos:end])
			if kind != noCorner && kind == kind2 && !(end < len(l.text) && l.text[end] == '(') {
				l.pos = end
				l.out.refs = append(l.out.refs, reference{start, end, sheet, last, from, to, false})
				return
			}
		}
		l.pos = save
	}
	switch {
	case kind == cellCorner:
		l.out.refs = append(l.out.refs, reference{start, l.pos, sheet, last, from, from, true})
	case number(word) || strings.EqualFold(word, "TRUE") || strings.EqualFold(word, "FALSE"):
	case sheet != "":
		l.out.names = append(l.out.names, sheet+"!"+word)
	default:
		l.out.names = append(l.out.names, word)
	}
}

// number reports whether a word is a number, "1.5E" of "1.5E+3" included.
func number(word string) bool {
	_, err := strconv.ParseFloat(strings.TrimRight(word, "eE"), 64)
	return err == nil && (word[0] == '.' || '0' <= word[0] && word[0] <= '9')
}

// sheetPrefix reads "Sheet1!", "'My sheet'!" or "Sheet1:Sheet3!" where one
// stands, else nothing. It is not ok where a quoted name ends in nothing.
func (l *lexer) sheetPrefix() (sheet, last string, ok bool) {
	if l.at('\'') {
		name := l.quoted('\'')
		if !l.at('!') {
			l.out.opaque = true
			return "", "", false
		}
		l.pos++
		if i := strings.LastIndexByte(name, ':'); i >= 0 && !strings.Contains(name, "]") {
			return name[:i], name[i+1:], true
		}
		return name, "", true
	}
	end := l.wordEnd(l.pos)
	if end == l.pos || end >= len(l.text) {
		return "", "", true
	}
	word := l.text[l.pos:end]
	if l.text[end] == '!' {
		l.pos = end + 1
		return word, "", true
	}
	if l.text[end] == ':' {
		if end2 := l.wordEnd(end + 1); end2 > end+1 && end2 < len(l.text) && l.text[end2] == '!' {
			if _, kind := parseCorner(word); kind != cellCorner {
				l.pos = end2 + 1
				return word, l.text[end+1 : end2], true
			}
		}
	}
	return "", "", true
}
