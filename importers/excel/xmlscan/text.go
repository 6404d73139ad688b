package xmlscan

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"riskbok/rules/model/xmltext"
)

// scanText reads to the next '<' and leaves the text in s.text.
func (s *Scanner) scanText() bool {
	s.text.from, s.decode, s.cdata = s.pos, false, false
	data, i := s.data, s.pos
	for i < len(data) {
		c := data[i]
		if class[c]&stopsText == 0 {
			i++
			continue
		}
		switch c {
		case '<':
			s.text.to, s.pos = i, i
			return true
		case '&':
			s.decode = true
			s.pos = i
			if !s.scanReference() {
				return false
			}
			i = s.pos
		case ']':
			if i+2 < len(data) && data[i+1] == ']' && data[i+2] == '>' {
				s.pos = i
				s.fault("']]>' in a text")
				return false
			}
			i++
		case '\r':
			s.decode = true
			i++
		default:
			s.pos = i
			s.fault("character that XML forbids")
			return false
		}
	}
	s.text.to, s.pos = i, i
	return true
}

// scanReference passes over "&amp;", "&#65;" and their like.
func (s *Scanner) scanReference() bool {
	end := bytes.IndexByte(s.data[s.pos:min(len(s.data), s.pos+32)], ';')
	if end < 0 {
		if s.pos+32 > len(s.data) && !bytes.ContainsAny(s.data[s.pos+1:], "<&\"' \n") {
			s.early()
			return false
		}
		if s.data[s.pos+1] == '#' {
			s.strict("reference longer than any character's")
		} else {
			s.fault("'&' without a reference")
		}
		return false
	}
	r, ok := xmltext.Reference(s.data[s.pos+1 : s.pos+end])
	switch {
	case ok:
	case 0xD800 <= r && r <= 0xDFFF:
		s.strict("reference to half a character")
		return false
	default:
		s.fault("unknown reference")
		return false
	}
	s.pos += end + 1
	return true
}

// unescape appends a text with references resolved and line ends made "\n". A
// carriage return written as a reference stays.
func unescape(out, raw []byte) []byte {
	for i := 0; i < len(raw); i++ {
		switch raw[i] {
		case '&':
			end := bytes.IndexByte(raw[i:], ';')
			r, _ := xmltext.Reference(raw[i+1 : i+end])
			out = utf8.AppendRune(out, r)
			i += end
		case '\r':
			out = append(out, '\n')
			if i+1 < len(raw) && raw[i+1] == '\n' {
				i++
			}
		default:
			out = append(out, raw[i])
		}
	}
	return out
}

func lineEnds(out, raw []byte) []byte {
	for i := 0; i < len(raw); i++ {
		if raw[i] != '\r' {
			out = append(out, raw[i])
			continue
		}
		out = append(out, '\n')
		if i+1 < len(raw) && raw[i+1] == '\n' {
			i++
		}
	}
	return out
}

// scanInstruction passes over "<?…?>" and holds the XML declaration to the
// encodings that packages may use.
func (s *Scanner) scanInstruction() bool {
	start := s.pos
	s.pos += 2
	name, ok := s.scanName()
	if !ok {
		return false
	}
	end := bytes.Index(s.data[s.pos:], []byte("?>"))
	if end < 0 {
		s.early()
		return false
	}
	body := s.data[s.pos : s.pos+end]
	if string(s.data[name.from:name.to]) == "xml" {
		if start != 0 {
			s.pos = start
			s.strict("XML declaration inside the document")
			return false
		}
		if v := pseudoAttr(body, "version"); v != "" && v != "1.0" {
			s.fault("XML version other than 1.0")
			return false
		}
		switch strings.ToLower(pseudoAttr(body, "encoding")) {
		case "", "utf-8", "utf8", "us-ascii", "utf-16", "utf-16le", "utf-16be":
		default:
			if !s.decoded {
				s.strict("encoding other than UTF-8, UTF-16 and Latin")
				return false
			}
		}
	}
	s.pos += end + 2
	return true
}

// pseudoAttr gives the value of version or encoding in an XML declaration.
func pseudoAttr(body []byte, name string) string {
	_, rest, ok := bytes.Cut(body, []byte(name+"="))
	if !ok || len(rest) == 0 {
		return ""
	}
	value, _, ok := bytes.Cut(rest[1:], rest[:1])
	if !ok || rest[0] != '"' && rest[0] != '\'' {
		return ""
	}
	return string(value)
}

// scanDeclaration passes over a comment, or reads a CDATA section as text.
func (s *Scanner) scanDeclaration() (text, ok bool) {
	rest := s.data[s.pos:]
	switch {
	case bytes.HasPrefix(rest, []byte("<!--")):
		end := bytes.Index(rest[4:], []byte("--"))
		if end < 0 || 4+end+2 >= len(rest) {
			s.early()
			return false, false
		}
		if rest[4+end+2] != '>' {
			s.fault("'--' in a comment")
			return false, false
		}
		s.pos += 4 + end + 3
		return false, true
	case bytes.HasPrefix(rest, []byte("<![CDATA[")):
		if len(s.open) == 0 {
			s.strict("text outside the root element")
			return false, false
		}
		end := bytes.Index(rest[9:], []byte("]]>"))
		if end < 0 {
			s.early()
			return false, false
		}
		body := rest[9 : 9+end]
		s.decode, s.cdata = false, true
		for i, c := range body {
			if c == '\r' {
				s.decode = true
			} else if c < ' ' && c != '\t' && c != '\n' {
				s.pos += 9 + i
				s.fault("character that XML forbids")
				return false, false
			}
		}
		s.text = span{s.pos + 9, s.pos + 9 + end}
		s.pos += 9 + end + 3
		return true, true
	case bytes.HasPrefix([]byte("<!--"), rest), bytes.HasPrefix([]byte("<![CDATA["), rest):
		s.early()
	case bytes.HasPrefix(rest, []byte("<!DOCTYPE")):
		s.strict("document type")
	default:
		s.strict("unknown declaration")
	}
	return false, false
}
