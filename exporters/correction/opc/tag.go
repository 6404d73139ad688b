package opc

import (
	"bytes"
	"fmt"
	"iter"
	"strings"
)

// Tag is one tag of an XML text, name without its prefix. Start and end are
// where it stands, angle brackets included.
type Tag struct {
	Data         []byte
	Start, End   int
	Prefix, Name string
	Close, Empty bool // </x>, <x/>
}

// Span is a stretch of a text; the zero span is none.
type Span struct{ Start, End int }

// Of gives the stretch of a text.
func (s Span) Of(data []byte) []byte { return data[s.Start:s.End] }

// None reports whether there is no stretch.
func (s Span) None() bool { return s.End == 0 }

// Inner gives what the element that is the stretch has between its tags, as
// written, "" for an empty element.
func (s Span) Inner(data []byte) []byte {
	if s.None() {
		return nil
	}
	element := s.Of(data)
	from := tagEnd(element, 0)
	to := bytes.LastIndex(element, []byte("</"))
	if from < 0 || to < from {
		return nil
	}
	return element[from:to]
}

// names keeps the strings of the few names a part consists of, so that a tag
// costs no allocation.
type names map[string]string

func (n names) of(b []byte) string {
	if s, ok := n[string(b)]; ok {
		return s
	}
	s := string(b)
	n[s] = s
	return s
}

// Tags gives the tags of an XML text in their order. It passes over comments,
// processing instructions and CDATA, and ends where the text is broken:
// importers have refused such a part before.
func Tags(data []byte) iter.Seq[Tag] {
	return func(yield func(Tag) bool) {
		seen := names{}
		for pos := 0; ; {
			i := bytes.IndexByte(data[pos:], '<')
			if i < 0 {
				return
			}
			pos += i
			if skip := markup(data[pos:]); skip != 0 {
				if skip < 0 {
					return
				}
				pos += skip
				continue
			}
			end := tagEnd(data, pos)
			if end < 0 {
				return
			}
			if !yield(makeTag(data, pos, end, seen)) {
				return
			}
			pos = end
		}
	}
}

// markup gives the length of a comment, CDATA section, instruction or
// declaration at the beginning of b, 0 for a tag, −1 for one without an end.
func markup(b []byte) int {
	closing := ""
	switch {
	case bytes.HasPrefix(b, []byte("<!--")):
		closing = "-->"
	case bytes.HasPrefix(b, []byte("<![CDATA[")):
		closing = "]]>"
	case bytes.HasPrefix(b, []byte("<?")):
		closing = "?>"
	case bytes.HasPrefix(b, []byte("<!")):
		closing = ">"
	default:
		return 0
	}
	i := bytes.Index(b, []byte(closing))
	if i < 0 {
		return -1
	}
	return i + len(closing)
}

func tagEnd(data []byte, pos int) int {
	quote := byte(0)
	for i := pos + 1; i < len(data); i++ {
		switch c := data[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return -1
}

func makeTag(data []byte, start, end int, seen names) Tag {
	t := Tag{Data: data, Start: start, End: end}
	i := start + 1
	if i < end && data[i] == '/' {
		t.Close = true
		i++
	}
	t.Empty = data[end-2] == '/'
	j := i
	for j < end && !space(data[j]) && data[j] != '/' && data[j] != '>' {
		j++
	}
	name := data[i:j]
	if k := bytes.IndexByte(name, ':'); k >= 0 {
		t.Prefix = seen.of(name[:k+1])
		name = name[k+1:]
	}
	t.Name = seen.of(name)
	return t
}

func space(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// Attribute is one attribute of a tag: its full name and where it stands, the
// blank before it included, and where its value does.
type Attribute struct {
	Name       string
	all, Value Span
}

// Attributes lists a tag's attributes.
func (t Tag) Attributes() iter.Seq[Attribute] {
	return func(yield func(Attribute) bool) {
		d := t.Data
		i := t.Start + 1
		for i < t.End && !space(d[i]) && d[i] != '>' {
			i++
		}
		for i < t.End {
			from := i
			for i < t.End && space(d[i]) {
				i++
			}
			eq := bytes.IndexByte(d[i:t.End], '=')
			if eq < 0 {
				return
			}
			name := strings.TrimSpace(string(d[i : i+eq]))
			i += eq + 1
			for i < t.End && space(d[i]) {
				i++
			}
			if i >= t.End || d[i] != '"' && d[i] != '\'' {
				return
			}
			n := bytes.IndexByte(d[i+1:t.End], d[i])
			if n < 0 {
				return
			}
			value := Span{i + 1, i + 1 + n}
			i += n + 2
			if !yield(Attribute{name, Span{from, i}, value}) {
				return
			}
		}
	}
}

// Raw gives an attribute's value as it is written. The name is the full one.
func (t Tag) Raw(name string) ([]byte, bool) {
	for a := range t.Attributes() {
		if a.Name == name {
			return a.Value.Of(t.Data), true
		}
	}
	return nil, false
}

// Attr gives an attribute's value, "" where there is none.
func (t Tag) Attr(name string) string {
	b, _ := t.Raw(name)
	return Unescape(b)
}

// With writes the tag anew with some attributes set, or left out where the
// value is "", everything else as it was. Pairs are name and value.
func (t Tag) With(pairs ...string) string {
	var b strings.Builder
	pos := t.Start
	written := map[string]bool{}
	for a := range t.Attributes() {
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] != a.Name {
				continue
			}
			b.Write(t.Data[pos:a.all.Start])
			if pairs[i+1] != "" {
				fmt.Fprintf(&b, ` %s="%s"`, a.Name, Escape(pairs[i+1]))
			}
			written[a.Name] = true
			pos = a.all.End
		}
	}
	tail := t.End - 1
	if t.Empty {
		tail--
	}
	b.Write(t.Data[pos:tail])
	for i := 0; i+1 < len(pairs); i += 2 {
		if !written[pairs[i]] && pairs[i+1] != "" {
			fmt.Fprintf(&b, ` %s="%s"`, pairs[i], Escape(pairs[i+1]))
		}
	}
	b.Write(t.Data[tail:t.End])
	return b.String()
}

// Opened gives the text of an empty tag as one that has content.
func Opened(tagText string) string {
	if head, ok := strings.CutSuffix(tagText, "/>"); ok {
		return strings.TrimRight(head, " \t\r\n") + ">"
	}
	return tagText
}
