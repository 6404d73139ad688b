package xmlscan

import "bytes"

// What a byte means where names and texts are scanned.
const (
	nameStart = 1 << iota
	nameByte
	stopsText // '<', '&', ']', carriage return, and characters XML forbids
)

var class = func() (t [256]uint8) {
	for c := 0; c < 256; c++ {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '_', c == ':', c >= 0x80:
			t[c] = nameStart | nameByte
		case '0' <= c && c <= '9', c == '-', c == '.':
			t[c] = nameByte
		case c < ' ' && c != '\t' && c != '\n', c == '<', c == '&', c == ']':
			t[c] = stopsText
		}
	}
	return t
}()

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

func (s *Scanner) skipSpace() bool {
	from := s.pos
	for s.pos < len(s.data) && isSpace(s.data[s.pos]) {
		s.pos++
	}
	return s.pos > from
}

// scanName reads a qualified name. A name that runs into the end of the data
// is early, not wrong.
func (s *Scanner) scanName() (span, bool) {
	from := s.pos
	if from >= len(s.data) {
		s.early()
		return span{}, false
	}
	if class[s.data[from]]&nameStart == 0 {
		s.fault("expected a name")
		return span{}, false
	}
	colons := 0
	for s.pos < len(s.data) && class[s.data[s.pos]]&nameByte != 0 {
		if s.data[s.pos] == ':' {
			colons++
		}
		s.pos++
	}
	if s.pos >= len(s.data) {
		s.early()
		return span{}, false
	}
	if colons > 1 {
		s.strict("name with more than one colon")
		return span{}, false
	}
	return span{from, s.pos}, true
}

func (s *Scanner) scanStart() Kind {
	s.pos++
	name, ok := s.scanName()
	if !ok {
		return Done
	}
	if len(s.open) == 0 && s.rooted {
		return s.strict("second root element")
	}
	if len(s.open) >= maxDepth {
		return s.strict("elements nested too deep")
	}
	s.attrs = s.attrs[:0]
	for {
		spaced := s.skipSpace()
		if s.pos >= len(s.data) {
			return s.early()
		}
		switch c := s.data[s.pos]; {
		case c == '>':
			s.pos++
		case c == '/':
			if s.pos+1 >= len(s.data) {
				return s.early()
			}
			if s.data[s.pos+1] != '>' {
				return s.fault("expected '>' after '/'")
			}
			s.pos += 2
			s.empty = true
		case !spaced:
			return s.strict("expected a space before an attribute")
		default:
			if !s.scanAttr() {
				return Done
			}
			continue
		}
		break
	}
	if s.repeatsAttr() {
		s.empty = false
		return s.strict("attribute given twice")
	}
	s.open = append(s.open, name)
	s.name, s.rooted = name, true
	return Start
}

func (s *Scanner) scanAttr() bool {
	name, ok := s.scanName()
	if !ok {
		return false
	}
	s.skipSpace()
	if s.pos >= len(s.data) {
		s.early()
		return false
	}
	if s.data[s.pos] != '=' {
		s.fault("attribute without a value")
		return false
	}
	s.pos++
	s.skipSpace()
	if s.pos >= len(s.data) {
		s.early()
		return false
	}
	quote := s.data[s.pos]
	if quote != '"' && quote != '\'' {
		s.fault("attribute value without quotes")
		return false
	}
	s.pos++
	a := attr{name: name, value: span{from: s.pos}}
	for {
		if s.pos >= len(s.data) {
			s.early()
			return false
		}
		c := s.data[s.pos]
		if c == quote {
			break
		}
		if class[c]&stopsText == 0 || c == ']' {
			s.pos++
			continue
		}
		switch c {
		case '&':
			a.decode = true
			if !s.scanReference() {
				return false
			}
			continue
		case '\r':
			a.decode = true
		case '<':
			s.fault("'<' in an attribute value")
			return false
		default:
			s.fault("character that XML forbids")
			return false
		}
		s.pos++
	}
	a.value.to = s.pos
	s.pos++
	s.attrs = append(s.attrs, a)
	return true
}

func (s *Scanner) repeatsAttr() bool {
	if len(s.attrs) < 2 {
		return false
	}
	if len(s.attrs) > 32 {
		seen := make(map[string]bool, len(s.attrs))
		for _, a := range s.attrs {
			seen[string(s.data[a.name.from:a.name.to])] = true
		}
		return len(seen) < len(s.attrs)
	}
	for i := 1; i < len(s.attrs); i++ {
		name := s.data[s.attrs[i].name.from:s.attrs[i].name.to]
		for _, a := range s.attrs[:i] {
			if a.name.to-a.name.from == len(name) && bytes.Equal(s.data[a.name.from:a.name.to], name) {
				return true
			}
		}
	}
	return false
}

func (s *Scanner) scanEnd() Kind {
	s.pos += 2
	name, ok := s.scanName()
	if !ok {
		return Done
	}
	s.skipSpace()
	if s.pos >= len(s.data) {
		return s.early()
	}
	if s.data[s.pos] != '>' {
		return s.fault("expected '>' after the name of an end tag")
	}
	if len(s.open) == 0 {
		return s.fault("end tag without a start tag")
	}
	top := s.open[len(s.open)-1]
	if !bytes.Equal(s.data[top.from:top.to], s.data[name.from:name.to]) {
		return s.fault("end tag of another element")
	}
	s.pos++
	s.name, s.closing = name, true
	s.attrs = s.attrs[:0]
	return End
}
