// Package schematest holds values to a JSON Schema, for the tests of what other
// programs read or write by one. It knows the keywords that riskbok's schemas
// use and refuses a schema with another, so that nothing is left unchecked.
// [Parse] reads a schema, [Schema.Faults] holds a value to it.
package schematest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// Schema is a JSON Schema or a part of one. Start with [Parse].
type Schema struct {
	Ref         string             `json:"$ref"`
	Type        string             `json:"type"`
	Enum        []string           `json:"enum"`
	Pattern     string             `json:"pattern"`
	Properties  map[string]*Schema `json:"properties"`
	Additional  *bool              `json:"additionalProperties"`
	Required    []string           `json:"required"`
	Items       *Schema            `json:"items"`
	MinItems    int                `json:"minItems"`
	Unique      bool               `json:"uniqueItems"`
	MinLength   int                `json:"minLength"`
	MaxLength   *int               `json:"maxLength"`
	Minimum     *float64           `json:"minimum"`
	Maximum     *float64           `json:"maximum"`
	Defs        map[string]*Schema `json:"$defs"`
	Definitions map[string]*Schema `json:"definitions"`

	// Words for editors only.
	Schema      string `json:"$schema"`
	Title       string `json:"title"`
	Description string `json:"description"`
}

// Parse reads a schema. A keyword that would not be checked fails the test.
func Parse(t *testing.T, data []byte) *Schema {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	var s Schema
	if err := dec.Decode(&s); err != nil {
		t.Fatal(err)
	}
	return &s
}

// Faults gives what is wrong with a value as encoding/json decodes it, each
// fault after the place it stands at.
func (s *Schema) Faults(at string, v any) []string { return s.check(s, at, v) }

// Resolve gives the part that a reference means; root is the whole schema.
func (s *Schema) Resolve(root *Schema) *Schema {
	if s.Ref == "" {
		return s
	}
	name := s.Ref[strings.LastIndexByte(s.Ref, '/')+1:]
	if d := root.Defs[name]; d != nil {
		return d
	}
	return root.Definitions[name]
}

var kinds = map[reflect.Kind]string{
	reflect.Map: "object", reflect.Slice: "array", reflect.String: "string", reflect.Bool: "boolean", reflect.Float64: "number",
}

func (s *Schema) check(root *Schema, at string, v any) (faults []string) {
	s = s.Resolve(root)
	fault := func(format string, args ...any) { faults = append(faults, at+": "+fmt.Sprintf(format, args...)) }
	kind := kinds[reflect.ValueOf(v).Kind()]
	if n, ok := v.(float64); ok && s.Type == "integer" && n == math.Trunc(n) {
		kind = "integer"
	}
	if text, ok := v.(string); ok && len(s.Enum) > 0 {
		if !slices.Contains(s.Enum, text) {
			fault("%q is none of %v", text, s.Enum)
		}
		return faults
	}
	if kind != s.Type {
		fault("is of type %q, want %q", kind, s.Type)
		return faults
	}
	switch v := v.(type) {
	case map[string]any:
		for _, r := range s.Required {
			if _, ok := v[r]; !ok {
				fault("%s is missing", r)
			}
		}
		for k, x := range v {
			if p := s.Properties[k]; p != nil {
				faults = append(faults, p.check(root, at+"."+k, x)...)
			} else if s.Additional != nil && !*s.Additional {
				fault("%s is unknown", k)
			}
		}
	case []any:
		if len(v) < s.MinItems {
			fault("has %d items, want %d or more", len(v), s.MinItems)
		}
		for i, x := range v {
			faults = append(faults, s.Items.check(root, fmt.Sprintf("%s[%d]", at, i), x)...)
			if s.Unique && slices.ContainsFunc(v[:i], func(o any) bool { return reflect.DeepEqual(o, x) }) {
				fault("item %d is there twice", i)
			}
		}
	case string:
		n := utf8.RuneCountInString(v)
		switch {
		case n < s.MinLength || s.MaxLength != nil && n > *s.MaxLength:
			fault("%q has %d characters", v, n)
		case s.Pattern != "" && !regexp.MustCompile(s.Pattern).MatchString(v):
			fault("%q does not match %s", v, s.Pattern)
		}
	case float64:
		if s.Minimum != nil && v < *s.Minimum || s.Maximum != nil && v > *s.Maximum {
			fault("%g is out of bounds", v)
		}
	}
	return faults
}
