package objects

import "bytes"

// span is a part of a byte slice, from and to.
type span struct{ from, to int }

// dictEntry is one key of a dictionary and the extent of its value.
type dictEntry struct {
	key   string
	value span
}

// shape is what skipValue found: where the value ends and, for a dictionary,
// its entries.
type shape struct {
	end     int
	dict    bool
	entries []dictEntry
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0 || c == '\f'
}

func isDelim(c byte) bool {
	switch c {
	case '<', '>', '(', ')', '[', ']', '{', '}', '/', '%':
		return true
	}
	return isSpace(c)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// skipSpace gives the position of the next byte that is neither white space
// nor part of a comment.
func skipSpace(b []byte, i int) int {
	for i < len(b) {
		switch {
		case isSpace(b[i]):
			i++
		case b[i] == '%':
			for i < len(b) && b[i] != '\n' && b[i] != '\r' {
				i++
			}
		default:
			return i
		}
	}
	return i
}

// skipValue walks over one value. It reports false for a value that is not
// closed, too deep or not a value, and where it stopped: such bytes must not
// reach the library.
func skipValue(b []byte, i int) (shape, bool) {
	i = skipSpace(b, i)
	if i+1 < len(b) && b[i] == '<' && b[i+1] == '<' {
		return skipDict(b, i, 0)
	}
	end, ok := skipPlain(b, i, 0)
	return shape{end: end}, ok
}

func skipDict(b []byte, i, depth int) (shape, bool) {
	s := shape{dict: true, end: i}
	if depth > maxDepth {
		return s, false
	}
	i += 2
	for {
		i = skipSpace(b, i)
		s.end = i
		if i+1 >= len(b) {
			return s, false
		}
		if b[i] == '>' && b[i+1] == '>' {
			s.end = i + 2
			return s, true
		}
		if b[i] != '/' {
			return s, false
		}
		keyEnd := nameEnd(b, i+1)
		key := string(b[i+1 : keyEnd])
		from := skipSpace(b, keyEnd)
		to, ok := skipPlain(b, from, depth+1)
		if !ok {
			s.end = to
			return s, false
		}
		if depth == 0 {
			s.entries = append(s.entries, dictEntry{key, span{from, to}})
		}
		i = to
	}
}

// skipPlain walks over any value; a reference counts as one value.
func skipPlain(b []byte, i, depth int) (int, bool) {
	i = skipSpace(b, i)
	if i >= len(b) || depth > maxDepth {
		return i, false
	}
	switch c := b[i]; {
	case c == '<' && i+1 < len(b) && b[i+1] == '<':
		s, ok := skipDict(b, i, depth+1)
		return s.end, ok
	case c == '<':
		return skipHex(b, i)
	case c == '(':
		return skipString(b, i)
	case c == '[':
		return skipArray(b, i, depth)
	case c == '/':
		return nameEnd(b, i+1), true
	case isDigit(c):
		if end, ok := skipRef(b, i); ok {
			return end, true
		}
		return wordEnd(b, i), true
	case c == '+' || c == '-' || c == '.':
		return wordEnd(b, i), true
	}
	end := wordEnd(b, i)
	switch string(b[i:end]) {
	case "true", "false", "null":
		return end, true
	}
	return i, false
}

func skipArray(b []byte, i, depth int) (int, bool) {
	i++
	for {
		i = skipSpace(b, i)
		if i >= len(b) {
			return i, false
		}
		if b[i] == ']' {
			return i + 1, true
		}
		end, ok := skipPlain(b, i, depth+1)
		if !ok || end <= i {
			return i, false
		}
		i = end
	}
}

func skipHex(b []byte, i int) (int, bool) {
	for j := i + 1; j < len(b); j++ {
		switch c := b[j]; {
		case c == '>':
			return j + 1, true
		case isSpace(c) || Unhex(c) < 16:
		default:
			return j, false
		}
	}
	return len(b), false
}

func skipString(b []byte, i int) (int, bool) {
	depth := 0
	for ; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1, true
			}
		}
	}
	return i, false
}

func skipRef(b []byte, i int) (int, bool) {
	i = digitsEnd(b, i)
	j := skipSpace(b, i)
	k := digitsEnd(b, j)
	if j == i || k == j {
		return 0, false
	}
	r := skipSpace(b, k)
	if r == k || r >= len(b) || b[r] != 'R' || r+1 < len(b) && !isDelim(b[r+1]) {
		return 0, false
	}
	return r + 1, true
}

func nameEnd(b []byte, i int) int {
	for i < len(b) && !isDelim(b[i]) {
		i++
	}
	return i
}

func wordEnd(b []byte, i int) int { return nameEnd(b, i) }

func digitsEnd(b []byte, i int) int {
	for i < len(b) && isDigit(b[i]) {
		i++
	}
	return i
}

// Unhex gives the value of a hexadecimal digit, 255 for what is none.
func Unhex(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10
	}
	return 255
}

// find gives the raw bytes of a key's value, nil where the key is absent.
func find(b []byte, entries []dictEntry, key string) []byte {
	for i := len(entries) - 1; i >= 0; i-- {
		if entries[i].key == key {
			return bytes.TrimSpace(b[entries[i].value.from:entries[i].value.to])
		}
	}
	return nil
}
