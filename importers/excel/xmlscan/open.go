package xmlscan

import (
	"bytes"
	"fmt"
	"unicode/utf8"

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
// mark. The scanner keeps data and never changes it.
func New(data []byte) *Scanner {
	s := &Scanner{}
	s.Reset(data)
	return s
}

// Reset starts another document with the same buffers.
func (s *Scanner) Reset(data []byte) {
	*s = Scanner{open: s.open[:0], attrs: s.attrs[:0], scratch: s.scratch[:0]}
	data, err := utf8Bytes(data)
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

// utf8Bytes gives the document in UTF-8 without byte order mark.
func utf8Bytes(data []byte) ([]byte, error) {
	order := unicode.LittleEndian
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return data[3:], nil
	case bytes.HasPrefix(data, []byte("\xfe\xff")), bytes.HasPrefix(data, []byte("\x00<")):
		order = unicode.BigEndian
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("<\x00")):
	default:
		return data, nil
	}
	out, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data)
	if err != nil {
		return nil, fmt.Errorf("UTF-16: %w", err)
	}
	return out, nil
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
