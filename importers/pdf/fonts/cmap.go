package fonts

import (
	"strings"
	"unicode/utf16"
)

// maxMappings bounds how many codes one map may define, or set again.
const maxMappings = 1 << 17

// maxCodeSpaces bounds the ranges that tell of how many bytes codes are: each is
// looked at for each code. The maps of Adobe have six at most.
const maxCodeSpaces = 64

// maxDifferences bounds the names and numbers of an encoding's differences, of
// which there are 256 and as many.
const maxDifferences = 1024

// cmap is what a ToUnicode or encoding map says: the text of codes, the CID
// of codes, and of how many bytes codes are (a set of lengths).
type cmap struct {
	text    map[uint32]string
	spans   ranges // characters of long ranges, which need no entry for each code
	cid     ranges
	lengths [5]bool
	spaces  []codeRange
	count   int
}

// lookup gives the text of a code.
func (m *cmap) lookup(c uint32) (string, bool) {
	if s, ok := m.text[c]; ok {
		return s, true
	}
	if r, ok := m.spans.at(c); ok {
		return fold(string(rune(r))), true
	}
	return "", false
}

type codeRange struct {
	lo, hi uint32
	bytes  int
}

// parseCMap reads a CMap stream (ISO 32000-1, 9.10.3). It takes what it
// understands and passes over the rest; the counts that stand in front of
// sections are not believed.
func parseCMap(b []byte) *cmap {
	m := &cmap{text: map[uint32]string{}}
	defer func() { m.spans.sort(); m.cid.sort() }()
	var args []string
	for i := 0; i < len(b); {
		var word string
		word, i = cmapToken(b, i)
		switch {
		case word == "":
			continue
		case word[0] == '<' || word[0] == '[' || word[0] == ']' || word[0] >= '0' && word[0] <= '9':
			if len(args) < 4*maxMappings {
				args = append(args, word)
			}
			continue
		}
		m.section(word, args)
		args = args[:0]
	}
	return m
}

func (m *cmap) section(word string, args []string) {
	switch word {
	case "endcodespacerange":
		for i := 0; i+1 < len(args) && len(m.spaces) < maxCodeSpaces; i += 2 {
			if n := (len(args[i])) - 1; n >= 1 && n <= 4 && args[i][0] == '<' {
				m.lengths[n] = true
				m.spaces = append(m.spaces, codeRange{code(args[i]), code(args[i+1]), n})
			}
		}
	case "endbfchar":
		for i := 0; i+1 < len(args); i += 2 {
			m.set(code(args[i]), utf16Text(args[i+1]))
		}
	case "endbfrange":
		m.bfRange(args)
	case "endcidrange":
		for i := 0; i+2 < len(args); i += 3 {
			m.cid.add(code(args[i]), code(args[i+1]), decimalCode(args[i+2]))
		}
	case "endcidchar":
		for i := 0; i+1 < len(args); i += 2 {
			c := code(args[i])
			m.cid.add(c, c, decimalCode(args[i+1]))
		}
	}
}

func (m *cmap) set(c uint32, text string) {
	if m.count < maxMappings {
		m.text[c] = text
		m.count++
	}
}

func (m *cmap) bfRange(args []string) {
	for i := 0; i+2 < len(args); {
		lo, hi := code(args[i]), code(args[i+1])
		if args[i+2] == "[" {
			for i += 3; i < len(args) && args[i] != "]"; i++ {
				m.set(lo, utf16Text(args[i]))
				lo++
			}
			i++
			continue
		}
		last := []rune(utf16Text(args[i+2]))
		if len(last) == 1 && hi > lo+256 && hi-lo < 65536 {
			m.spans.add(lo, hi, uint32(last[0]))
			i += 3
			continue
		}
		for c := lo; c <= hi && len(last) > 0 && c-lo < 65536 && m.count < maxMappings; c++ {
			m.set(c, string(last))
			last[len(last)-1]++
			if c == ^uint32(0) {
				break
			}
		}
		i += 3
	}
}

// cmapToken gives the next token: a hexadecimal string as "<" and its bytes,
// a bracket, a number or a word. Names, dictionaries and literal strings come
// out as words that no section has.
func cmapToken(b []byte, i int) (string, int) {
	for i < len(b) && b[i] <= ' ' {
		i++
	}
	if i >= len(b) {
		return "", i
	}
	switch b[i] {
	case '%':
		for i < len(b) && b[i] != '\n' && b[i] != '\r' {
			i++
		}
		return "", i
	case '[', ']':
		return string(b[i]), i + 1
	case '<':
		if i+1 < len(b) && b[i+1] == '<' {
			return "", i + 2
		}
		return hexToken(b, i+1)
	case '>', '(', ')', '{', '}':
		return "", i + 1
	}
	j := i + 1
	for j < len(b) && b[j] > ' ' && strings.IndexByte("<>[](){}/%", b[j]) < 0 {
		j++
	}
	return string(b[i:j]), j
}

func hexToken(b []byte, i int) (string, int) {
	out := []byte{'<'}
	var acc byte
	odd := false
	for ; i < len(b) && b[i] != '>'; i++ {
		var v byte
		switch c := b[i]; {
		case c >= '0' && c <= '9':
			v = c - '0'
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			v = c | 0x20 - 'a' + 10
		default:
			continue
		}
		if odd {
			out = append(out, acc<<4|v)
		}
		acc, odd = v, !odd
	}
	if odd {
		out = append(out, acc<<4)
	}
	return string(out), i + 1
}

// code reads up to four bytes of a hexadecimal token as a number.
func code(token string) uint32 {
	var n uint32
	for i := 1; i < len(token) && i <= 4; i++ {
		n = n<<8 | uint32(token[i])
	}
	return n
}

func decimalCode(token string) uint32 {
	var n uint32
	for i := 0; i < len(token) && i < 9 && token[i] >= '0' && token[i] <= '9'; i++ {
		n = n*10 + uint32(token[i]-'0')
	}
	return n
}

func utf16Text(token string) string {
	if len(token) == 0 || token[0] != '<' {
		return ""
	}
	s := token[1:]
	if len(s) == 1 {
		return string(rune(s[0]))
	}
	units := make([]uint16, 0, min(len(s)/2, 64))
	for i := 0; i+1 < len(s) && len(units) < 64; i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
