package sarif

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// schema is as much of JSON Schema as testdata/schema.json uses.
type schema struct {
	Description string             `json:"description"`
	Ref         string             `json:"$ref"`
	Type        string             `json:"type"`
	Enum        []string           `json:"enum"`
	Pattern     string             `json:"pattern"`
	Properties  map[string]*schema `json:"properties"`
	Additional  *bool              `json:"additionalProperties"`
	Required    []string           `json:"required"`
	Items       *schema            `json:"items"`
	MinItems    int                `json:"minItems"`
	Unique      bool               `json:"uniqueItems"`
	MinLength   int                `json:"minLength"`
	Minimum     *float64           `json:"minimum"`
	Definitions map[string]*schema `json:"definitions"`
}

func readSchema(t *testing.T) *schema {
	t.Helper()
	data, err := os.ReadFile("testdata/schema.json")
	if err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(strings.NewReader(string(data)))
	dec.DisallowUnknownFields() // a keyword that this test would not check
	var s schema
	if err := dec.Decode(&s); err != nil {
		t.Fatal(err)
	}
	return &s
}

// check gives what is wrong with a value by the schema.
func (s *schema) check(root *schema, at string, v any) (faults []string) {
	if s.Ref != "" {
		s = root.Definitions[strings.TrimPrefix(s.Ref, "#/definitions/")]
	}
	fault := func(format string, args ...any) { faults = append(faults, at+": "+fmt.Sprintf(format, args...)) }
	kind := map[reflect.Kind]string{reflect.Map: "object", reflect.Slice: "array", reflect.String: "string", reflect.Bool: "boolean", reflect.Float64: "number"}[reflect.ValueOf(v).Kind()]
	if n, ok := v.(float64); ok && s.Type == "integer" && n == math.Trunc(n) {
		kind = "integer"
	}
	if kind != s.Type {
		fault("is of type %s, want %s", kind, s.Type)
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
			fault("has %d items", len(v))
		}
		for i, x := range v {
			faults = append(faults, s.Items.check(root, fmt.Sprintf("%s[%d]", at, i), x)...)
			if s.Unique && slices.ContainsFunc(v[:i], func(o any) bool { return reflect.DeepEqual(o, x) }) {
				fault("item %d is there twice", i)
			}
		}
	case string:
		switch {
		case len(s.Enum) > 0 && !slices.Contains(s.Enum, v):
			fault("%q is none of %v", v, s.Enum)
		case utf8.RuneCountInString(v) < s.MinLength:
			fault("%q is too short", v)
		case s.Pattern != "" && !regexp.MustCompile(s.Pattern).MatchString(v):
			fault("%q does not match %s", v, s.Pattern)
		}
	case float64:
		if s.Minimum != nil && v < *s.Minimum {
			fault("%g is too low", v)
		}
	}
	return faults
}

// TestSchemaRefuses shows that the check would see what it is there to see.
func TestSchemaRefuses(t *testing.T) {
	s := readSchema(t)
	good := string(rendered(t, "sv"))
	for _, tt := range []struct{ old, new string }{
		{`"version": "2.1.0"`, `"version": "2.1"`},
		{`"ruleId"`, `"rule"`},
		{`"level": "error"`, `"level": "fel"`},
		{`"startLine": 9`, `"startLine": 0`},
		{`"kind": "external"`, `"kind": "baseline"`},
		{`"uri": "m%C3%B6ten/hamn%201.xlsx"`, `"uri": "möten/hamn 1.xlsx"`},
		{`"executionSuccessful": false`, `"executionSuccessful": "false"`},
		{`"riskbokPath/v1"`, `"path"`},
		{`"text": "sidan 7"`, `"text": ""`},
	} {
		changed := strings.Replace(good, tt.old, tt.new, 1)
		var v any
		if err := json.Unmarshal([]byte(changed), &v); err != nil {
			t.Fatal(err)
		}
		if changed == good || len(s.check(s, "", v)) == 0 {
			t.Errorf("%s is accepted in place of %s", tt.new, tt.old)
		}
	}
}
