package xmlscan

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Fault says why a document is not well-formed, and where: the offset counts
// bytes of the document in UTF-8. Strict marks faults that encoding/xml lets
// pass.
type Fault struct {
	Offset int
	Reason string
	Strict bool
}

// Error gives offset and reason.
func (f *Fault) Error() string { return fmt.Sprintf("byte %d: %s", f.Offset, f.Reason) }

// New starts reading a document in UTF-8 or UTF-16, with or without byte order
// mark, or in a Latin encoding that it declares. The scanner keeps data and never changes it.
func New(data []byte) *Scanner {
	s := &Scanner{}
	s.Reset(data)
	return s
}

// Reset starts another document with the same buffers.
func (s *Scanner) Reset(data []byte) {
	*s = Scanner{open: s.open[:0], attrs: s.attrs[:0], scratch: s.scratch[:0]}
	data, decoded, err := utf8Bytes(data)
	s.decoded = decoded
	if err != nil {
		s.err = &Fault{Reason: err.Error()}
		return
	}
	s.data = data
	if at := firstIllegal(data); at < len(data) {
		s.data = data[:at]
		s.cut = &Fault{Offset: at, Reason: "bytes that are not UTF-8"}
	}
}

// utf8Bytes gives the document in UTF-8 without byte order mark, and whether it
// was in the encoding that it declares.
func utf8Bytes(data []byte) (out []byte, decoded bool, err error) {
	order := unicode.LittleEndian
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return data[3:], false, nil
	case bytes.HasPrefix(data, []byte("\xfe\xff")), bytes.HasPrefix(data, []byte("\x00<")):
		order = unicode.BigEndian
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("<\x00")):
	default:
		return declared(data)
	}
	if out, err = unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data); err != nil {
		return nil, false, fmt.Errorf("UTF-16: %w", err)
	}
	return out, false, nil
}

// encodings are those that a document in single bytes may declare beside
// UTF-8. Latin 1 is read as Windows-1252, which has letters where Latin 1 has
// controls that no text holds.
var encodings = map[string]*charmap.Charmap{
	"iso-8859-1": charmap.Windows1252, "latin1": charmap.Windows1252, "windows-1252": charmap.Windows1252,
	"iso-8859-15": charmap.ISO8859_15, "iso-8859-4": charmap.ISO8859_4, "iso-8859-10": charmap.ISO8859_10,
}

// longestDeclaration is where the XML declaration must have ended.
const longestDeclaration = 256

// declared gives a document in UTF-8 that declares another encoding.
func declared(data []byte) (out []byte, decoded bool, err error) {
	head := data[:min(len(data), longestDeclaration)]
	end := bytes.Index(head, []byte("?>"))
	if !bytes.HasPrefix(head, []byte("<?xml")) || end < 0 {
		return data, false, nil
	}
	_, value, ok := bytes.Cut(head[:end], []byte("encoding"))
	if !ok {
		return data, false, nil
	}
	value = bytes.TrimLeft(value, " \t\r\n=")
	if len(value) < 2 {
		return data, false, nil
	}
	name, _, _ := bytes.Cut(value[1:], value[:1])
	c := encodings[string(bytes.ToLower(name))]
	if c == nil {
		return data, false, nil // what is not UTF-8 is a fault
	}
	if out, err = c.NewDecoder().Bytes(data); err != nil {
		return nil, false, fmt.Errorf("%s: %w", name, err)
	}
	return out, true, nil
}

// firstIllegal gives the offset of the first bytes that are not UTF-8, or that
// are one of the two characters above U+FFFD that XML forbids; the length of
// data where there are none.
func firstIllegal(data []byte) int {
	end := len(data)
	if !utf8.Valid(data) {
		for i := 0; i < len(data); {
			if data[i] < utf8.RuneSelf {
				i++
				continue
			}
			r, size := utf8.DecodeRune(data[i:])
			if r == utf8.RuneError && size == 1 {
				end = i
				break
			}
			i += size
		}
	}
	for i := 0; ; {
		at := bytes.Index(data[i:end], []byte("\xef\xbf"))
		if at < 0 || i+at+2 >= end {
			return end
		}
		if c := data[i+at+2]; c == 0xbe || c == 0xbf {
			return i + at
		}
		i += at + 2
	}
}

// WellFormed reads a whole document and gives its fault, or nil.
func WellFormed(data []byte) error {
	s := New(data)
	for s.Next() != Done {
		continue
	}
	return s.Err()
}

func (s *Scanner) fault(reason string) Kind {
	s.err = &Fault{Offset: s.pos, Reason: reason}
	return Done
}

func (s *Scanner) strict(reason string) Kind {
	s.err = &Fault{Offset: s.pos, Reason: reason, Strict: true}
	return Done
}

// early ends a document that stops in the middle of something.
func (s *Scanner) early() Kind {
	if s.cut != nil {
		s.err = s.cut
		return Done
	}
	s.err = &Fault{Offset: len(s.data), Reason: "document ends early"}
	return Done
}
