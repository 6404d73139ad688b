package output

import (
	"bytes"
	"fmt"
	"io"
	"sync"
	"unicode/utf8"

	"riskbok/rules/lang"
)

// Form is what a format is made of, as far as it matters to what may leave the
// program. The lists of formats say it of each.
type Form int

// The forms. In Text, what steers is left out. In Coloured text the codes of the
// colours that riskbok uses stay, for a terminal. In JSON what steers is written
// as an escape, which loses nothing. Binary goes out as it is.
const (
	Text Form = iota
	Coloured
	JSON
	Binary
)

// Without gives the form of a format where nothing is coloured.
func (f Form) Without() Form {
	if f == Coloured {
		return Text
	}
	return f
}

// Safe is the boundary that everything passes on its way to a terminal, a pipe
// or a log: what came in with a document may not steer what shows it. Bytes that
// are no UTF-8 become U+FFFD. What needs no change is given back as it is.
func Safe(form Form, data []byte) []byte {
	if form == Binary || !steers(data) {
		return data
	}
	var b bytes.Buffer
	b.Grow(len(data) + 64)
	for len(data) > 0 {
		if n := colour(data); form == Coloured && n > 0 {
			b.Write(data[:n])
			data = data[n:]
			continue
		}
		r, n := utf8.DecodeRune(data)
		switch {
		case r == '\r' && n < len(data) && data[n] == '\n':
			b.WriteByte('\r')
		case !lang.Steers(r):
			b.WriteRune(r)
		case form == JSON:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
		data = data[n:]
	}
	return b.Bytes()
}

// steers reports whether there may be anything to change; plain ASCII is passed
// over quickly.
func steers(data []byte) bool {
	for i := 0; i < len(data); {
		if c := data[i]; c < utf8.RuneSelf {
			if c < ' ' && c != '\n' && c != '\t' || c == 0x7f {
				return true
			}
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError || lang.Steers(r) {
			return true
		}
		i += n
	}
	return false
}

// colour gives the length of the colour code (ECMA-48, SGR) that data begins
// with, 0 for none.
func colour(data []byte) int {
	const longest = 8 // "\x1b[1;31m"
	if len(data) < 3 || data[0] != 0x1b || data[1] != '[' {
		return 0
	}
	for i := 2; i < min(len(data), longest); i++ {
		switch c := data[i]; {
		case c == 'm':
			return i + 1
		case c != ';' && (c < '0' || c > '9'):
			return 0
		}
	}
	return 0
}

// Guard is a writer that lets through only what is [Safe]: the program's streams
// are wrapped in it, so that no message, error or line of the log goes out
// another way. It may be used by several goroutines, each write being whole.
type Guard struct {
	mu   sync.Mutex
	to   io.Writer
	form Form
}

// NewGuard wraps a stream.
func NewGuard(to io.Writer, form Form) *Guard { return &Guard{to: to, form: form} }

// Write writes what is safe of p, and counts p as written.
func (g *Guard) Write(p []byte) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if _, err := g.to.Write(Safe(g.form, p)); err != nil {
		return 0, err
	}
	return len(p), nil
}
