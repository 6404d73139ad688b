package correction

import (
	"bytes"
	"fmt"
	"iter"
	"strings"
)

// tag is one tag of an XML text, name without its prefix. Start and end are
// where it stands, angle brackets included.
type tag struct {
	data         []byte
	start, end   int
	prefix, name string
	close, empty bool // </x>, <x/>
}

// span is a stretch of a text; the zero span is none.
type span struct{ start, end int }

func (s span) of(data []byte) []byte { return data[s.start:s.end] }
func (s span) none() bool            { return s.end == 0 }

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

// tags gives the tags of an XML text in their order. It passes over comments,
// processing instructions and CDATA, and ends where the text is broken:
// importers have refused such a part before.
func tags(data []byte) iter.Seq[tag] {
	return func(yield func(tag) bool) {
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

func makeTag(data []byte, start, end int, seen names) tag {
	t := tag{data: data, start: start, end: end}
	i := start + 1
	if i < end && data[i] == '/' {
		t.close = true
		i++
	}
	t.empty = data[end-2] == '/'
	j := i
	for j < end && !space(data[j]) && data[j] != '/' && data[j] != '>' {
		j++
	}
	name := data[i:j]
	if k := bytes.IndexByte(name, ':'); k >= 0 {
		t.prefix = seen.of(name[:k+1])
		name = name[k+1:]
	}
	t.name = seen.of(name)
	return t
}

func space(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// attribute is one attribute of a tag: its full name and where it stands, the
// blank before it included, and where its value does.
type attribute struct {
	name       string
	all, value span
}

// attributes lists a tag's attributes.
func (t tag) attributes() iter.Seq[attribute] {
	return func(yield func(attribute) bool) {
		d := t.data
		i := t.start + 1
		for i < t.end && !space(d[i]) && d[i] != '>' {
			i++
		}
		for i < t.end {
			from := i
			for i < t.end && space(d[i]) {
				i++
			}
			eq := bytes.IndexByte(d[i:t.end], '=')
			if eq < 0 {
				return
			}
			name := strings.TrimSpace(string(d[i : i+eq]))
			i += eq + 1
			for i < t.end && space(d[i]) {
				i++
			}
			if i >= t.end || d[i] != '"' && d[i] != '\'' {
				return
			}
			n := bytes.IndexByte(d[i+1:t.end], d[i])
			if n < 0 {
				return
			}
			value := span{i + 1, i + 1 + n}
			i += n + 2
			if !yield(attribute{name, span{from, i}, value}) {
				return
			}
		}
	}
}

// raw gives an attribute's value as it is written. The name is the full one.
func (t tag) raw(name string) ([]byte, bool) {
	for a := range t.attributes() {
		if a.name == name {
			return a.value.of(t.data), true
		}
	}
	return nil, false
}

// attr gives an attribute's value, "" where there is none.
func (t tag) attr(name string) string {
	b, _ := t.raw(name)
	return unescape(b)
}

// with writes the tag anew with some attributes set, or left out where the
// value is "", everything else as it was. Pairs are name and value.
func (t tag) with(pairs ...string) string {
	var b strings.Builder
	pos := t.start
	written := map[string]bool{}
	for a := range t.attributes() {
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] != a.name {
				continue
			}
			b.Write(t.data[pos:a.all.start])
			if pairs[i+1] != "" {
				fmt.Fprintf(&b, ` %s="%s"`, a.name, escape(pairs[i+1]))
			}
			written[a.name] = true
			pos = a.all.end
		}
	}
	tail := t.end - 1
	if t.empty {
		tail--
	}
	b.Write(t.data[pos:tail])
	for i := 0; i+1 < len(pairs); i += 2 {
		if !written[pairs[i]] && pairs[i+1] != "" {
			fmt.Fprintf(&b, ` %s="%s"`, pairs[i], escape(pairs[i+1]))
		}
	}
	b.Write(t.data[tail:t.end])
	return b.String()
}

// opened gives the text of an empty tag as one that has content.
func opened(tagText string) string {
	if head, ok := strings.CutSuffix(tagText, "/>"); ok {
		return strings.TrimRight(head, " \t\r\n") + ">"
	}
	return tagText
}
