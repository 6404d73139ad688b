// Package yamltext looks at a YAML file before it is parsed. The parser's time
// and memory grow with the square of some things that no settings need: 40,000
// square brackets, 40 KB, took it 1.1 GB. [Decode] refuses those, and gives the
// text of the others whatever form of Unicode it was saved in.
package yamltext

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Limits bound a file that people write. Depth bounds how far brackets, dashes
// and indents go into each other, and Marks the quotes, anchors and tags on one
// line.
type Limits struct {
	Bytes, Lines, Depth, Marks int
}

// Counted are the characters that count towards Depth and Marks, in quotes, too.
const Counted = "[]{}-?\"'&*!"

// Settings hold a configuration or a template many times over: those that riskbok
// brings along have at most 5 KB and five levels.
var Settings = Limits{Bytes: 256 << 10, Lines: 10_000, Depth: 32, Marks: 1000}

// Lists hold a list that the program writes, such as 10,000 accepted findings.
var Lists = Limits{Bytes: 8 << 20, Lines: 200_000, Depth: 32, Marks: 1000}

// Fault is why a text is not parsed: Code is "too-large", "too-deep" or "encoding",
// Line the place, Limit the limit that was passed.
type Fault struct {
	Code        string
	Line, Limit int
}

// Decode gives the text of a file in UTF-8 without a byte order mark. UTF-16, as
// Windows' Notepad and PowerShell 5 save it, is told by its mark or, without one,
// by the zero bytes of its first characters.
func Decode(data []byte, l Limits) ([]byte, *Fault) {
	if len(data) > l.Bytes {
		return nil, &Fault{Code: "too-large", Line: 1, Limit: l.Bytes}
	}
	text := data
	switch order := byteOrder(data); {
	case order != nil:
		text = fromUTF16(data, order)
	case !utf8.Valid(data):
		return nil, &Fault{Code: "encoding", Line: 1 + bytes.Count(data[:firstInvalid(data)], []byte("\n"))}
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if at := bytes.IndexByte(text, 0); at >= 0 { // of which the parser makes part of a value
		return nil, &Fault{Code: "encoding", Line: 1 + bytes.Count(text[:at], []byte("\n"))}
	}
	return text, l.measure(text)
}

// Parse calls what parses a text, and makes an error of a panic in it: a text that
// somebody wrote must not end the program.
func Parse(parse func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the text cannot be parsed: %v", p)
		}
	}()
	return parse()
}

func byteOrder(data []byte) binary.ByteOrder {
	switch {
	case len(data) < 2:
		return nil
	case data[0] == 0xff && data[1] == 0xfe, data[0] != 0 && data[1] == 0:
		return binary.LittleEndian
	case data[0] == 0xfe && data[1] == 0xff, data[0] == 0 && data[1] != 0:
		return binary.BigEndian
	}
	return nil
}

func fromUTF16(data []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return []byte(string(utf16.Decode(units)))
}

func firstInvalid(data []byte) int {
	at := 0
	for at < len(data) {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	return at
}

// measure counts what the parser's work grows with. Brackets in quotes or comments
// are counted too: no text of a person has so many that are left open.
func (l Limits) measure(text []byte) *Fault {
	m := measurer{limits: l}
	n := 0
	for line := range bytes.Lines(text) {
		if n++; n > l.Lines {
			return &Fault{Code: "too-large", Line: n, Limit: l.Lines}
		}
		if !m.line(string(line)) {
			return &Fault{Code: "too-deep", Line: n, Limit: l.Depth}
		}
	}
	return nil
}

// Fits reports whether a line of its own is within the limits, and leaves no bracket
// open that would count for those after it.
func (l Limits) Fits(line string) bool {
	m := measurer{limits: l}
	return m.line(line) && m.open == 0
}

type measurer struct {
	limits    Limits
	open      int   // brackets not yet closed
	indents   []int // of the lines that this one stands within
	documents int
}

// line counts one line and reports whether it is within the limits.
func (m *measurer) line(line string) bool {
	bare := strings.TrimLeft(line, " \t")
	if strings.TrimSpace(bare) == "" {
		return true
	}
	if strings.HasPrefix(line, "---") || strings.HasPrefix(line, "...") {
		m.documents++
	}
	indent := len(line) - len(bare)
	for len(m.indents) > 0 && m.indents[len(m.indents)-1] >= indent {
		m.indents = m.indents[:len(m.indents)-1]
	}
	m.indents = append(m.indents, indent)
	marks, dashes, deepest := 0, 0, 0
	previous := byte(' ')
	for i := range len(bare) {
		switch c := bare[i]; c {
		case '[', '{':
			m.open++
			deepest = max(deepest, m.open)
		case ']', '}':
			m.open = max(m.open-1, 0)
		case '-', '?':
			if previous == ' ' && i+1 < len(bare) && bare[i+1] == ' ' {
				dashes++
			}
		case '"', '\'':
			marks++
		case '&', '*', '!':
			if previous == ' ' {
				marks += m.limits.Marks / (4 * m.limits.Depth) // each is a level of its own
			}
		}
		previous = bare[i]
	}
	return deepest+dashes+len(m.indents) <= m.limits.Depth+m.plain(bare) && marks <= m.limits.Marks && m.documents <= m.limits.Depth
}

// plain gives how many dashes a line of text may have beside those that begin a
// level: " - " is a dash between words where the line does not begin with one.
func (m *measurer) plain(bare string) int {
	if strings.HasPrefix(bare, "- ") || strings.HasPrefix(bare, "? ") {
		return 0
	}
	return strings.Count(bare, " - ") + strings.Count(bare, " ? ")
}
