package config

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

	"github.com/goccy/go-yaml"
)

// schema is as much of JSON Schema as templates/schema.json uses.
type schema struct {
	Ref        string             `json:"$ref"`
	Type       string             `json:"type"`
	Enum       []string           `json:"enum"`
	Pattern    string             `json:"pattern"`
	Properties map[string]*schema `json:"properties"`
	Additional *bool              `json:"additionalProperties"`
	Required   []string           `json:"required"`
	Items      *schema            `json:"items"`
	MinItems   int                `json:"minItems"`
	MinLength  int                `json:"minLength"`
	MaxLength  *int               `json:"maxLength"`
	Minimum    *float64           `json:"minimum"`
	Maximum    *float64           `json:"maximum"`
	Defs       map[string]*schema `json:"$defs"`

	// Words for editors only.
	Schema      string `json:"$schema"`
	Title       string `json:"title"`
	Description string `json:"description"`
}

func readSchema(t *testing.T) *schema {
	t.Helper()
	data, err := os.ReadFile("templates/schema.json")
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

func (s *schema) resolve(root *schema) *schema {
	if s.Ref == "" {
		return s
	}
	return root.Defs[strings.TrimPrefix(s.Ref, "#/$defs/")]
}

// check gives what is wrong with a value by the schema.
func (s *schema) check(root *schema, at string, v any) (faults []string) {
	s = s.resolve(root)
	fault := func(format string, args ...any) { faults = append(faults, at+": "+fmt.Sprintf(format, args...)) }
	switch v := v.(type) {
	case map[string]any:
		if s.Type != "object" {
			fault("is an object, want %s", s.Type)
			return faults
		}
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
		if s.Type != "array" || len(v) < s.MinItems {
			fault("is a list of %d, want %s of at least %d", len(v), s.Type, s.MinItems)
			return faults
		}
		for i, x := range v {
			faults = append(faults, s.Items.check(root, fmt.Sprintf("%s[%d]", at, i), x)...)
		}
	case string:
		n := utf8.RuneCountInString(v)
		switch {
		case len(s.Enum) > 0 && !slices.Contains(s.Enum, v):
			fault("%q is none of %v", v, s.Enum)
		case len(s.Enum) == 0 && s.Type != "string":
			fault("is a text, want %s", s.Type)
		case n < s.MinLength || s.MaxLength != nil && n > *s.MaxLength:
			fault("%q has %d characters", v, n)
		case s.Pattern != "" && !regexp.MustCompile(s.Pattern).MatchString(v):
			fault("%q does not match %s", v, s.Pattern)
		}
	case bool:
		if s.Type != "boolean" {
			fault("is true or false, want %s", s.Type)
		}
	case float64:
		whole := v == math.Trunc(v)
		if s.Type != "number" && (s.Type != "integer" || !whole) {
			fault("is a number, want %s", s.Type)
		}
		if s.Minimum != nil && v < *s.Minimum || s.Maximum != nil && v > *s.Maximum {
			fault("%g is out of bounds", v)
		}
	default:
		fault("is nothing")
	}
	return faults
}

// asJSON gives a template as the values that JSON has.
func asJSON(t *testing.T, data string) any {
	t.Helper()
	j, err := yaml.YAMLToJSON([]byte(data))
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(j, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestTemplatesFollowSchema(t *testing.T) {
	s := readSchema(t)
	for _, name := range TemplateNames() {
		data, err := templateFiles.ReadFile("templates/" + name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range s.check(s, name, asJSON(t, string(data))) {
			t.Error(f)
		}
	}
}

func TestSchemaRefuses(t *testing.T) {
	s := readSchema(t)
	data, err := templateFiles.ReadFile("templates/fyra-steg-2026.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ old, new string }{
		{"title: Fyra", "tittel: Fyra"},
		{"value: 2, label: Mindre", "value: två, label: Mindre"},
		{"field: owner", "field: ägare"},
		{"width: 46", "width: 2"},
		{"sheet: Definitioner", "sheet: Definitioner/skala"},
		{"periods: [T1, T2, Årsbokslut]", "periods: []"},
		{"name: fyra-steg-2026", "name: Fyra steg"},
		{"inPlan: true}", "inPlan: ja}"},
	} {
		changed := strings.Replace(string(data), tt.old, tt.new, 1)
		if len(s.check(s, "", asJSON(t, changed))) == 0 {
			t.Errorf("%s is accepted", tt.new)
		}
	}
}

// The schema has the keys that the program reads, no more and no fewer, and
// the fields that a column can have.
func TestSchemaMatchesProgram(t *testing.T) {
	s := readSchema(t)
	sameKeys(t, s, s, reflect.TypeFor[templateFile](), "template")
	var want []string
	for _, f := range templateFields {
		want = append(want, string(f))
	}
	for _, def := range []struct{ name, key string }{{"column", "field"}, {"band", "from"}, {"band", "to"}, {"title", "from"}} {
		if got := s.Defs[def.name].Properties[def.key].Enum; !slices.Equal(got, want) {
			t.Errorf("fields of %s.%s are %v, want %v", def.name, def.key, got, want)
		}
	}
}

func sameKeys(t *testing.T, root, s *schema, typ reflect.Type, at string) {
	t.Helper()
	s = s.resolve(root)
	for typ.Kind() == reflect.Slice {
		typ, s = typ.Elem(), s.Items.resolve(root)
	}
	if typ.Kind() != reflect.Struct {
		return
	}
	known := map[string]bool{}
	for i := range typ.NumField() {
		key := typ.Field(i).Tag.Get("yaml")
		known[key] = true
		if s.Properties[key] == nil {
			t.Errorf("%s: the schema lacks %s", at, key)
			continue
		}
		sameKeys(t, root, s.Properties[key], typ.Field(i).Type, at+"."+key)
	}
	for key := range s.Properties {
		if !known[key] {
			t.Errorf("%s: the program does not read %s", at, key)
		}
	}
}
