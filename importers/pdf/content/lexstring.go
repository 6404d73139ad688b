package content

import "riskbok/importers/pdf/objects"

// literal reads a string in parentheses. A string without escapes is given as
// a part of the stream itself.
func (l *Lexer) literal() []byte {
	b := l.buf
	from := l.pos + 1
	depth := 1
	i := from
	for ; i < len(b); i++ {
		switch b[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.pos = i + 1
				return b[from:i]
			}
		case '\\', '\r':
			return l.escaped(from, i, depth)
		}
	}
	l.pos = len(b)
	l.unfinished++
	return b[from:]
}

// escaped goes on with a string at its first escape.
func (l *Lexer) escaped(from, i, depth int) []byte {
	b := l.buf
	at := len(l.text)
	l.text = append(l.text, b[from:i]...)
	for ; i < len(b); i++ {
		c := b[i]
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.pos = i + 1
				return l.text[at:len(l.text):len(l.text)]
			}
		case '\r':
			c = '\n'
			if i+1 < len(b) && b[i+1] == '\n' {
				i++
			}
		case '\\':
			i = l.escape(i + 1)
			continue
		}
		l.text = append(l.text, c)
	}
	l.pos = len(b)
	l.unfinished++
	return l.text[at:len(l.text):len(l.text)]
}

// escape appends what stands after a backslash and gives the position of its
// last byte.
func (l *Lexer) escape(i int) int {
	b := l.buf
	if i >= len(b) {
		return i
	}
	c := b[i]
	switch c {
	case 'n':
		c = '\n'
	case 'r':
		c = '\r'
	case 't':
		c = '\t'
	case 'b':
		c = '\b'
	case 'f':
		c = '\f'
	case '\n':
		return i
	case '\r':
		if i+1 < len(b) && b[i+1] == '\n' {
			i++
		}
		return i
	default:
		if c >= '0' && c <= '7' {
			v := int(c - '0')
			for k := 0; k < 2 && i+1 < len(b) && b[i+1] >= '0' && b[i+1] <= '7'; k++ {
				i++
				v = v*8 + int(b[i]-'0')
			}
			c = byte(v)
		}
	}
	l.text = append(l.text, c)
	return i
}

func (l *Lexer) hex() []byte {
	b := l.buf
	at := len(l.text)
	var acc byte
	odd := false
	i := l.pos + 1
	for ; i < len(b) && b[i] != '>'; i++ {
		v := objects.Unhex(b[i])
		if v > 15 {
			if class[b[i]] != 1 {
				l.unfinished++
			}
			continue
		}
		if odd {
			l.text = append(l.text, acc<<4|v)
		}
		acc, odd = v, !odd
	}
	if odd {
		l.text = append(l.text, acc<<4)
	}
	if i >= len(b) {
		l.unfinished++
	}
	l.pos = i + 1
	return l.text[at:len(l.text):len(l.text)]
}
