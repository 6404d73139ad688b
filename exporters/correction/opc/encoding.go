package opc

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
)

// PartError says that a part of a workbook, or where Part is "" the whole of it, is
// written in a way that it cannot be edited in. Code names what to do about it in the
// message catalogue ("correction.fault.CODE"); File is the workbook where that is known.
type PartError struct {
	File, Part, Code string
	Err              error
}

// Error names the file and the part, as far as they are known, and the fault.
func (e *PartError) Error() string {
	text := e.Err.Error()
	for _, place := range []string{e.Part, e.File} {
		if place != "" {
			text = place + ": " + text
		}
	}
	return text
}

// Unwrap gives the fault itself.
func (e *PartError) Unwrap() error { return e.Err }

// declaredEncoding is the encoding that an XML declaration names.
var declaredEncoding = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\s*<\?xml[^>]*?)\s+encoding\s*=\s*("[^"]*"|'[^']*')`)
})

// inUTF8 gives an XML part in UTF-8 without byte order mark, its declaration
// saying so. UTF-16 is told by its byte order mark, or by the zero beside the
// first "<".
func inUTF8(b []byte) ([]byte, error) {
	order, wide := unicode.LittleEndian, true
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}), bytes.HasPrefix(b, []byte{'<', 0}):
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}), bytes.HasPrefix(b, []byte{0, '<'}):
		order = unicode.BigEndian
	default:
		wide = false
	}
	if !wide {
		if !utf8.Valid(b) {
			return nil, errors.New("expected UTF-8, found another encoding")
		}
		return b, nil
	}
	b, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(b)
	if err != nil {
		return nil, fmt.Errorf("UTF-16: %w", err)
	}
	return declaredEncoding().ReplaceAll(b, []byte(`$1 encoding="UTF-8"`)), nil
}
