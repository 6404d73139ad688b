package formula

import (
	"unicode"
	"unicode/utf8"
)

// Size of a sheet (ECMA-376 part 1, 18.3.1; Excel's published limits).
const (
	MaxRows = 1 << 20
	MaxCols = 1 << 14
)

// Kind is what a token is.
type Kind uint8

// The kinds of tokens. All that is neither reference, function nor name is
// Other: operators, constants, texts.
const (
	Other    Kind = iota
	Cell          // A1
	Columns       // A:C
	Rows          // 1:3
	Sheet         // Blad1! or 'Mitt blad'!, with the mark; may span sheets (Q1:Q4!)
	Function      // the name in front of a parenthesis
	Name          // a defined name, TRUE or FALSE
	External      // [1]Blad1! and structured references, in brackets
)

// Ref is one corner of a reference, counted from 1. A whole column has no row,
// a whole row no column.
type Ref struct {
	Row, Col       int
	AbsRow, AbsCol bool
}

// Token is a piece of a formula. Refs holds one corner of a Cell and two of
// Columns and Rows.
type Token struct {
	Kind Kind
	Text string
	Refs [2]Ref
}

// Formula is a formula's text in pieces; joined they are the text again.
type Formula []Token

// Parse cuts a formula (without the equals sign) into tokens. It never fails:
// what it does not know is Other.
func Parse(text string) Formula {
	p := parser{text: text, out: make(Formula, 0, min(len(text)/4, 64)+2)}
	for p.pos < len(text) {
		p.step()
	}
	p.flush(p.pos)
	return p.out
}

type parser struct {
	text  string
	pos   int
	other int // where the pending Other token starts
	out   Formula
}

func (p *parser) flush(to int) {
	if p.other < to {
		p.out = append(p.out, Token{Kind: Other, Text: p.text[p.other:to]})
	}
	p.other = to
}

func (p *parser) emit(kind Kind, from, to int, refs [2]Ref) {
	p.flush(from)
	p.out = append(p.out, Token{Kind: kind, Text: p.text[from:to], Refs: refs})
	p.pos, p.other = to, to
}

func (p *parser) step() {
	from := p.pos
	switch c := p.text[from]; {
	case c == '"':
		p.pos = quoted(p.text, from, '"')
	case c == '\'':
		end := quoted(p.text, from, '\'')
		if end < len(p.text) && p.text[end] == '!' {
			p.emit(Sheet, from, end+1, [2]Ref{})
			return
		}
		p.pos = end
	case c == '[':
		p.bracket(from)
	case c == '#':
		p.pos++
		for p.pos < len(p.text) && isWord(p.text[p.pos]) || p.pos < len(p.text) && p.text[p.pos] == '/' {
			p.pos++
		}
	case c >= '0' && c <= '9' || c == '.':
		p.number(from)
	case isWord(c) || c == '$':
		p.word(from)
	default:
		p.pos++
	}
}

// quoted gives the end of a text in quotes, doubled quotes inside it.
func quoted(text string, from int, quote byte) int {
	for i := from + 1; i < len(text); i++ {
		if text[i] != quote {
			continue
		}
		if i+1 < len(text) && text[i+1] == quote {
			i++
			continue
		}
		return i + 1
	}
	return len(text)
}

// bracket reads "[1]", "[Kolumn]" or "[[#This Row],[Kolumn]]", and the sheet
// name and mark after a workbook's number.
func (p *parser) bracket(from int) {
	depth, i := 0, from
	for ; i < len(p.text); i++ {
		if p.text[i] == '\'' && i+1 < len(p.text) {
			i++ // escapes the next character inside brackets
		} else if p.text[i] == '[' {
			depth++
		} else if p.text[i] == ']' {
			if depth--; depth == 0 {
				i++
				break
			}
		}
	}
	i = min(i, len(p.text))
	if end := wordEnd(p.text, i); end < len(p.text) && p.text[end] == '!' {
		i = end + 1
	}
	p.emit(External, from, i, [2]Ref{})
}

// number reads a constant, or whole rows ("1:3").
func (p *parser) number(from int) {
	if refs, end, ok := rowRange(p.text, from); ok {
		p.emit(Rows, from, end, refs)
		return
	}
	i := from
	for i < len(p.text) && (isDigit(p.text[i]) || p.text[i] == '.') {
		i++
	}
	if i < len(p.text) && (p.text[i] == 'E' || p.text[i] == 'e') {
		j := i + 1
		if j < len(p.text) && (p.text[j] == '+' || p.text[j] == '-') {
			j++
		}
		if j < len(p.text) && isDigit(p.text[j]) {
			for j < len(p.text) && isDigit(p.text[j]) {
				j++
			}
			i = j
		}
	}
	p.pos = max(i, from+1)
}

// word reads a function, sheet, name or reference.
func (p *parser) word(from int) {
	if refs, end, ok := rowRange(p.text, from); ok {
		p.emit(Rows, from, end, refs)
		return
	}
	end := wordEnd(p.text, from)
	if end == from {
		p.pos++ // a lone "$"
		return
	}
	var next byte
	if end < len(p.text) {
		next = p.text[end]
	}
	word := p.text[from:end]
	switch {
	case next == '!':
		p.emit(Sheet, from, end+1, [2]Ref{})
	case next == '(':
		p.emit(Function, from, end, [2]Ref{})
	case next == ':' && !p.qualified(from) && sheetSpan(p.text, end+1) > 0:
		p.emit(Sheet, from, sheetSpan(p.text, end+1), [2]Ref{})
	default:
		if ref, ok := cellRef(word); ok {
			p.emit(Cell, from, end, [2]Ref{ref})
			return
		}
		if next == ':' {
			a, okA := columnRef(word)
			to := wordEnd(p.text, end+1)
			b, okB := columnRef(p.text[end+1 : to])
			if okA && okB && (to == len(p.text) || p.text[to] != '(') {
				p.emit(Columns, from, to, [2]Ref{a, b})
				return
			}
		}
		p.emit(Name, from, end, [2]Ref{})
	}
}

// qualified reports whether a sheet's name stands right before a place.
func (p *parser) qualified(at int) bool {
	return p.other == at && at > 0 && p.text[at-1] == '!'
}

// sheetSpan gives the end of "Blad3!" where the text at from is the second
// half of a span of sheets, else 0.
func sheetSpan(text string, from int) int {
	if end := wordEnd(text, from); end > from && end < len(text) && text[end] == '!' {
		return end + 1
	}
	return 0
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isWord reports whether a byte may stand in a name or unquoted sheet name.
func isWord(c byte) bool {
	return 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || isDigit(c) ||
		c == '_' || c == '.' || c == '\\' || c == '?' || c >= utf8.RuneSelf
}

func wordEnd(text string, from int) int {
	i := from
	for i < len(text) {
		if c := text[i]; c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(text[i:])
			if unicode.IsSpace(r) {
				break
			}
			i += size
		} else if isWord(c) || c == '$' {
			i++
		} else {
			break
		}
	}
	return i
}
