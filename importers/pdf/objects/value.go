package objects

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/ledongthuc/pdf"
)

// Value is one object of a file. Its methods give the zero value where there
// is nothing of that kind, as the library's do, and never panic.
type Value struct {
	v     pdf.Value
	limit int64
}

// guard turns a panic of the library into the zero value.
func guard() { _ = recover() }

// Key gives the value of a dictionary's or stream's key, references resolved.
func (v Value) Key(key string) (out Value) {
	defer guard()
	return Value{v.v.Key(key), v.limit}
}

// Index gives an element of an array.
func (v Value) Index(i int) (out Value) {
	defer guard()
	return Value{v.v.Index(i), v.limit}
}

// Len gives the length of an array.
func (v Value) Len() int { return v.v.Len() }

// Name gives a name without its slash.
func (v Value) Name() string { return v.v.Name() }

// Int gives an integer, a real cut off.
func (v Value) Int() int { return int(v.v.Float64()) }

// Float gives a number.
func (v Value) Float() float64 { return v.v.Float64() }

// Bool gives a boolean.
func (v Value) Bool() bool { return v.v.Bool() }

// Text gives a text string in UTF-8.
func (v Value) Text() (out string) {
	defer guard()
	return v.v.Text()
}

// IsNull, IsDict, IsStream, IsArray and IsNumber report the kind of a value.
func (v Value) IsNull() bool { return v.v.IsNull() }

// IsDict reports whether the value is a dictionary (a stream is not).
func (v Value) IsDict() bool { return v.v.Kind() == pdf.Dict }

// IsStream reports whether the value is a stream.
func (v Value) IsStream() bool { return v.v.Kind() == pdf.Stream }

// IsArray reports whether the value is an array.
func (v Value) IsArray() bool { return v.v.Kind() == pdf.Array }

// IsNumber reports whether the value is an integer or a real.
func (v Value) IsNumber() bool {
	k := v.v.Kind()
	return k == pdf.Integer || k == pdf.Real
}

// IsName reports whether the value is a name.
func (v Value) IsName() bool { return v.v.Kind() == pdf.Name }

// Numbers gives an array of n numbers, and false where it is not one.
func (v Value) Numbers(n int) ([]float64, bool) {
	if v.Len() != n {
		return nil, false
	}
	out := make([]float64, n)
	for i := range out {
		x := v.Index(i)
		if !x.IsNumber() {
			return nil, false
		}
		out[i] = x.Float()
	}
	return out, true
}

var errDamaged = errors.New("stream: damaged")

// Lost reports whether a key of a dictionary refers to an object that the
// file does not hold.
func (v Value) Lost(key string) bool {
	return v.Key(key).IsNull() && v.Refs()[key] != ""
}

// Refs gives, for the entries of a dictionary or stream that are references, the
// reference as text. Two entries with one reference are one object. The
// library resolves references on every call but this one.
func (v Value) Refs() (out map[string]string) {
	defer guard()
	out = map[string]string{}
	if k := v.v.Kind(); k == pdf.Dict || k == pdf.Stream {
		for _, entry := range strings.Split(v.v.String(), "/")[1:] {
			if name, ref, ok := entryRef(entry); ok {
				out[name] = ref
			}
		}
	}
	return out
}

// entryRef divides what stands behind a slash into a name and the reference that it
// begins with: "Font 12 0 R".
func entryRef(entry string) (name, ref string, ok bool) {
	name, rest, ok := strings.Cut(entry, " ")
	if !ok || name == "" || strings.ContainsAny(name, "\t\n\f\r[]<>()") {
		return "", "", false
	}
	number, generation, ok := strings.Cut(rest, " ")
	if !ok {
		return "", "", false
	}
	generation, rest, ok = strings.Cut(generation, " ")
	if !ok || !digits(number) || !digits(generation) || !strings.HasPrefix(rest, "R") {
		return "", "", false
	}
	return name, number + " " + generation + " R", true
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// elementRefs gives the references in an array; nil where an element is
// something else.
func (v Value) elementRefs() (out []string) {
	defer guard()
	if v.v.Kind() != pdf.Array {
		return nil
	}
	words := strings.Fields(strings.Trim(v.v.String(), "[]"))
	for i := 0; i+2 < len(words); i += 3 {
		if words[i+2] != "R" {
			return nil
		}
		out = append(out, words[i]+" "+words[i+1]+" R")
	}
	return out
}

// Data unpacks a stream. What could be unpacked before an error is given
// together with the error.
func (v Value) Data() (data []byte, err error) {
	if !v.IsStream() {
		return nil, errors.New("stream: not present")
	}
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("stream: %v", x)
		}
	}()
	if v.v.Key(damagedKey).Bool() {
		defer func() {
			if err == nil {
				err = errDamaged
			}
		}()
	}
	length := v.v.Key("Length").Int64()
	if length == 0 {
		return nil, nil
	}
	if v.v.Key("Filter").IsNull() {
		data := make([]byte, min(length, v.limit))
		n, err := io.ReadFull(v.v.Reader(), data)
		if err == nil && v.v.Key(packedKey).Bool() {
			return unpack(data, v.limit)
		}
		return data[:n], err
	}
	return readLimited(v.v.Reader(), v.limit)
}
