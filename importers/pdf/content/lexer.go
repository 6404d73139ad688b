package content

import (
	"bytes"

	"riskbok/importers/pdf/objects"
)

// Kind is the sort of a token.
type Kind uint8

// The kinds of tokens. An array and a dictionary come as one token; what
// stands in an array is appended to the lexer's Items.
const (
	EOF Kind = iota
	Number
	String
	Name
	Array
	Dict
	Operator
)

// Token is one operand or operator. Bytes holds a string's, name's or
// operator's bytes and is valid until the lexer's Reset; From and To are an
// array's or dictionary's range in Items.
type Token struct {
	Kind     Kind
	Num      float64
	Bytes    []byte
	From, To int
}

// Lexer splits a content stream into tokens. It never fails: bytes that are
// no token are passed over.
type Lexer struct {
	Items []Token
	buf   []byte
	pos   int
	text  []byte // decoded strings since the last Reset

	unfinished int // strings and groups that the content ended within
	zeros      int // zero bytes that stood as white space
}

const (
	maxNesting = 32
	maxItems   = 1 << 16
)

// NewLexer starts at the first byte.
func NewLexer(b []byte) *Lexer { return &Lexer{buf: b} }

// Reset forgets the items and strings of earlier tokens.
func (l *Lexer) Reset() {
	l.Items = l.Items[:0]
	l.text = l.text[:0]
}

// class of a byte: 1 white space, 2 delimiter, 4 may begin a number.
var class = [256]byte{
	0: 1, '\t': 1, '\n': 1, '\f': 1, '\r': 1, ' ': 1,
	'(': 2, ')': 2, '<': 2, '>': 2, '[': 2, ']': 2, '{': 2, '}': 2, '/': 2, '%': 2,
	'0': 4, '1': 4, '2': 4, '3': 4, '4': 4, '5': 4, '6': 4, '7': 4, '8': 4, '9': 4, '+': 4, '-': 4, '.': 4,
}

// Next gives the next token.
func (l *Lexer) Next() Token { return l.next(0) }

func (l *Lexer) next(depth int) Token {
	b, i := l.buf, l.pos
	for i < len(b) {
		if class[b[i]] == 1 {
			if b[i] == 0 {
				l.zeros++
			}
			i++
			continue
		}
		if b[i] != '%' {
			break
		}
		for i < len(b) && b[i] != '\n' && b[i] != '\r' {
			i++
		}
	}
	l.pos = i
	if i >= len(b) {
		return Token{}
	}
	c := b[i]
	switch {
	case class[c] == 4:
		return Token{Kind: Number, Num: l.readNumber()}
	case c == '(':
		return Token{Kind: String, Bytes: l.literal()}
	case c == '/':
		return Token{Kind: Name, Bytes: l.name()}
	case c == '[':
		l.pos++
		return l.group(Array, "]", depth)
	case c == '<':
		if i+1 < len(b) && b[i+1] == '<' {
			l.pos += 2
			return l.group(Dict, ">>", depth)
		}
		return Token{Kind: String, Bytes: l.hex()}
	case c == '>' && i+1 < len(b) && b[i+1] == '>':
		l.pos += 2
		return Token{Kind: Operator, Bytes: b[i : i+2]}
	case class[c] == 2:
		l.pos++
		return Token{Kind: Operator, Bytes: b[i : i+1]}
	}
	for i < len(b) && class[b[i]]&3 == 0 {
		i++
	}
	word := b[l.pos:i]
	l.pos = i
	return Token{Kind: Operator, Bytes: word}
}

// group reads up to the closing word; an operator that cannot stand in a
// group ends it, so that a lost bracket costs one operand.
func (l *Lexer) group(kind Kind, end string, depth int) Token {
	from := len(l.Items)
	for depth < maxNesting {
		at := l.pos
		t := l.next(depth + 1)
		if t.Kind == EOF {
			l.unfinished++
			break
		}
		if t.Kind == Operator {
			if isConstant(t.Bytes) {
				continue
			}
			if string(t.Bytes) != end {
				l.unfinished++
				if class[t.Bytes[0]] != 2 {
					l.pos = at
				}
			}
			break
		}
		// Groups in groups carry nothing that is read.
		if t.Kind == Array || t.Kind == Dict {
			l.Items = l.Items[:t.From]
		}
		if len(l.Items) < maxItems {
			l.Items = append(l.Items, t)
		}
	}
	return Token{Kind: kind, From: from, To: len(l.Items)}
}

func isConstant(b []byte) bool {
	return string(b) == "true" || string(b) == "false" || string(b) == "null"
}

// readNumber reads digits as far as they go; "--5" and "5-3" are read as other
// readers do, −5 and 5.
func (l *Lexer) readNumber() float64 {
	b, i := l.buf, l.pos
	neg := false
	for i < len(b) && (b[i] == '-' || b[i] == '+') {
		neg = neg || b[i] == '-'
		i++
	}
	v, scale := 0.0, 1.0
	for ; i < len(b) && b[i] >= '0' && b[i] <= '9'; i++ {
		v = v*10 + float64(b[i]-'0')
	}
	if i < len(b) && b[i] == '.' {
		for i++; i < len(b) && b[i] >= '0' && b[i] <= '9'; i++ {
			if scale < 1e15 {
				v = v*10 + float64(b[i]-'0')
				scale *= 10
			}
		}
	}
	for i < len(b) && class[b[i]] == 4 {
		i++
	}
	if i == l.pos {
		i++
	}
	l.pos = i
	if neg {
		v = -v
	}
	return v / scale
}

func (l *Lexer) name() []byte {
	b, i := l.buf, l.pos+1
	from := i
	escaped := false
	for i < len(b) && class[b[i]]&3 == 0 {
		escaped = escaped || b[i] == '#'
		i++
	}
	l.pos = i
	if !escaped {
		return b[from:i]
	}
	at := len(l.text)
	for j := from; j < i; j++ {
		if b[j] == '#' && j+2 < i && objects.Unhex(b[j+1]) < 16 && objects.Unhex(b[j+2]) < 16 {
			l.text = append(l.text, objects.Unhex(b[j+1])<<4|objects.Unhex(b[j+2]))
			j += 2
			continue
		}
		l.text = append(l.text, b[j])
	}
	return l.text[at:len(l.text):len(l.text)]
}

// skipInline passes over the data of an inline image, after its ID: to an EI
// between white space that is followed by what looks like content. Without one, all
// that follows is passed over, which is a fault of the page.
func (l *Lexer) skipInline() {
	b := l.buf
	for i := l.pos; ; {
		k := bytes.Index(b[min(i, len(b)):], []byte("EI"))
		if k < 0 {
			l.pos = len(b)
			l.unfinished++
			return
		}
		i += k + 2
		if class[b[i-3]] == 1 && (i >= len(b) || class[b[i]] == 1) && printable(b[i:min(i+16, len(b))]) {
			l.pos = i
			return
		}
	}
}

func printable(b []byte) bool {
	for _, c := range b {
		if c > 0x7e || c < ' ' && class[c] != 1 {
			return false
		}
	}
	return true
}
