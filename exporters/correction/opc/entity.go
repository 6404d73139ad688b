package opc

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"riskbok/rules/model/xmltext"
)

var entities = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\r", "&#13;", "\n", "&#10;", "\t", "&#9;")

// Escape writes a text for an attribute or an element. Characters that XML
// cannot hold are written as spreadsheets do, _x0001_.
func Escape(s string) string {
	clean := true
	for _, r := range s {
		if r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == utf8.RuneError || r == 0xfffe || r == 0xffff {
			clean = false
			break
		}
	}
	if !clean {
		var b strings.Builder
		for _, r := range s {
			switch {
			case r < ' ' && r != '\n' && r != '\t' && r != '\r':
				fmt.Fprintf(&b, "_x%04X_", r)
			case r == 0xfffe || r == 0xffff:
				b.WriteRune(utf8.RuneError)
			default:
				b.WriteRune(r)
			}
		}
		s = b.String()
	}
	return entities.Replace(s)
}

// Unescape reads the text of an attribute or an element.
func Unescape(b []byte) string {
	if bytes.IndexByte(b, '&') < 0 {
		return string(b)
	}
	var out strings.Builder
	for len(b) > 0 {
		i := bytes.IndexByte(b, '&')
		if i < 0 {
			out.Write(b)
			break
		}
		out.Write(b[:i])
		b = b[i:]
		end := bytes.IndexByte(b, ';')
		if end < 0 {
			out.Write(b)
			break
		}
		if r, ok := xmltext.Reference(b[1:end]); ok {
			out.WriteRune(r)
		} else {
			out.Write(b[:end+1])
		}
		b = b[end+1:]
	}
	return out.String()
}
