package xmlscan

import "bytes"

// Kind is what [Scanner.Next] stopped at.
type Kind uint8

// The kinds of tokens. An element without content gives Start and End. Done is
// the end of the document or a fault: [Scanner.Err] tells which.
const (
	Done Kind = iota
	Start
	End
	Text
)

// maxDepth bounds how deep elements may nest; spreadsheet parts stay below 20.
const maxDepth = 1000

// Scanner reads one document. Byte slices that it gives are valid until the
// next call of Next.
type Scanner struct {
	data    []byte
	pos     int
	err     error
	cut     error // why data ends early, nil for a whole document
	open    []span
	attrs   []attr
	name    span // qualified name of the element Next stopped at
	text    span
	decode  bool // text has references or carriage returns
	cdata   bool
	empty   bool // a Start whose End is still owed
	closing bool // the End just given takes its name off the stack
	decoded bool // from the encoding that it declares
	rooted  bool
	scratch []byte
}

type span struct{ from, to int }

type attr struct {
	name, value span
	decode      bool
}

// Err gives the fault that ended the document, a [*Fault] or the error handed
// to [Scanner.CutBy], or nil.
func (s *Scanner) Err() error { return s.err }

// CutBy says that the bytes end early and why: what is there is scanned, then
// err is the fault.
func (s *Scanner) CutBy(err error) {
	if err != nil {
		s.cut = err
	}
}

// Depth gives the number of open elements, 1 inside the root. At a Start or an
// End it counts the element itself.
func (s *Scanner) Depth() int { return len(s.open) }

// Offset gives how many bytes of the (UTF-8) document have been scanned.
func (s *Scanner) Offset() int { return s.pos }

// Next moves to the next tag or text. Comments and processing instructions are
// passed over; a text may come in several pieces.
func (s *Scanner) Next() Kind {
	if s.err != nil {
		return Done
	}
	if s.closing {
		s.closing = false
		s.open = s.open[:len(s.open)-1]
	}
	if s.empty {
		s.empty = false
		s.closing = true
		return End
	}
	for {
		if s.pos >= len(s.data) {
			return s.finish()
		}
		if s.data[s.pos] != '<' {
			if !s.scanText() {
				return Done
			}
			if len(s.open) == 0 {
				if len(bytes.TrimLeft(s.data[s.text.from:s.text.to], " \t\r\n")) > 0 {
					return s.strict("text outside the root element")
				}
				continue
			}
			return Text
		}
		if s.pos+1 >= len(s.data) {
			return s.early()
		}
		switch s.data[s.pos+1] {
		case '/':
			return s.scanEnd()
		case '?':
			if !s.scanInstruction() {
				return Done
			}
		case '!':
			text, ok := s.scanDeclaration()
			if !ok {
				return Done
			}
			if text {
				return Text
			}
		default:
			return s.scanStart()
		}
	}
}

func (s *Scanner) finish() Kind {
	switch {
	case s.cut != nil || len(s.open) > 0:
		return s.early()
	case !s.rooted:
		return s.strict("no root element")
	}
	return Done
}

// Skip passes over the rest of the element whose Start Next just gave, and
// reports whether its End was reached.
func (s *Scanner) Skip() bool {
	for depth := s.Depth(); ; {
		switch s.Next() {
		case Done:
			return false
		case End:
			if s.Depth() == depth {
				return true
			}
		}
	}
}

// Name gives the qualified name of the element that Next stopped at.
func (s *Scanner) Name() []byte { return s.data[s.name.from:s.name.to] }

// Local gives the name without its prefix.
func (s *Scanner) Local() []byte {
	name := s.Name()
	if i := bytes.IndexByte(name, ':'); i > 0 && i+1 < len(name) {
		return name[i+1:]
	}
	return name
}

// Prefix gives the prefix of the element's name, empty where it has none.
func (s *Scanner) Prefix() []byte {
	name := s.Name()
	if i := bytes.IndexByte(name, ':'); i > 0 && i+1 < len(name) {
		return name[:i]
	}
	return nil
}

// Is reports whether the element's name without prefix is local.
func (s *Scanner) Is(local string) bool { return string(s.Local()) == local }

// Attrs gives the number of attributes of the last Start.
func (s *Scanner) Attrs() int { return len(s.attrs) }

// AttrAt gives an attribute of the last Start by its order: its qualified name
// and decoded value.
func (s *Scanner) AttrAt(i int) (name, value []byte) {
	a := s.attrs[i]
	value = s.data[a.value.from:a.value.to]
	if a.decode {
		value = unescape(nil, value)
	}
	return s.data[a.name.from:a.name.to], value
}

// Attr gives the value of the attribute with this qualified name, nil where
// the last Start has none.
func (s *Scanner) Attr(name string) []byte {
	for i, a := range s.attrs {
		if string(s.data[a.name.from:a.name.to]) == name {
			_, v := s.AttrAt(i)
			return v
		}
	}
	return nil
}

// PrefixedAttr gives the value of the first attribute that has a prefix and
// this local name ("r:id" for "id"), nil where there is none.
func (s *Scanner) PrefixedAttr(local string) []byte {
	for i, a := range s.attrs {
		name := s.data[a.name.from:a.name.to]
		if n := len(name) - len(local); n > 1 && name[n-1] == ':' && string(name[n:]) == local {
			_, v := s.AttrAt(i)
			return v
		}
	}
	return nil
}

// Text gives the text that Next stopped at, references resolved and line ends
// as "\n".
func (s *Scanner) Text() []byte {
	raw := s.data[s.text.from:s.text.to]
	if !s.decode {
		return raw
	}
	if s.cdata {
		s.scratch = lineEnds(s.scratch[:0], raw)
	} else {
		s.scratch = unescape(s.scratch[:0], raw)
	}
	return s.scratch
}
