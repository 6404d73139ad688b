// Package jsontext writes values as JSON for programs and people: indented by two
// spaces, with a final line break, and < and & as they are, for no browser reads it.
//
// Start with [Encode]; [Splice] adds a long list item by item.
package jsontext

import (
	"bytes"
	"encoding/json"
	"slices"
)

// Encode gives a value as JSON. The error is that of [json.Marshal].
func Encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(v)
	return b.Bytes(), err
}

// Splice gives the text of a value, of which the list named name is empty and comes
// before all others of that name, as [Encode] would give it with n items in that list,
// which item gives by their index. They are made one after another: as one value a
// hundred megabytes of findings took four times that while they were written.
func Splice[T any](frame []byte, name string, n int, item func(i int) T) ([]byte, error) {
	at := bytes.Index(frame, []byte(`"`+name+`": []`)) + len(name) + len(`"": [`)
	b := slowly(frame[:at:at])
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent(listIndent, "  ")
	for i := range n {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, "\n"+listIndent...)
		if err := e.Encode(item(i)); err != nil {
			return nil, err
		}
		b = b[:len(b)-1] // the line break behind it
		if i+1 == tellingItems {
			b = slices.Grow(b, (len(b)-at)/tellingItems*(n-tellingItems))
		}
	}
	if n > 0 {
		b = append(b, "\n  "...)
	}
	return append(b, frame[at:]...), nil
}

// tellingItems is how many items tell how long the others will be.
const tellingItems = 32

// slowly is a text that grows by a quarter, where a [bytes.Buffer] doubles.
type slowly []byte

func (s *slowly) Write(p []byte) (int, error) {
	*s = append(*s, p...)
	return len(p), nil
}

// listIndent is how far what stands in a list of the outermost value is indented.
const listIndent = "    "
