package config

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"riskbok/rules/schematest"

	"github.com/goccy/go-yaml"
)

func schema(t *testing.T) *schematest.Schema {
	t.Helper()
	data, err := os.ReadFile("templates/schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schematest.Parse(t, data)
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
	s := schema(t)
	for _, name := range TemplateNames() {
		data, err := templateFiles.ReadFile("templates/" + name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range s.Faults(name, asJSON(t, string(data))) {
			t.Error(f)
		}
	}
}

func TestSchemaRefuses(t *testing.T) {
	s := schema(t)
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
		if len(s.Faults("", asJSON(t, changed))) == 0 {
			t.Errorf("%s is accepted", tt.new)
		}
	}
}

// The schema has the keys that the program reads, no more and no fewer, and
// the fields that a column can have.
func TestSchemaMatchesProgram(t *testing.T) {
	s := schema(t)
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

func sameKeys(t *testing.T, root, s *schematest.Schema, typ reflect.Type, at string) {
	t.Helper()
	s = s.Resolve(root)
	for typ.Kind() == reflect.Slice {
		typ, s = typ.Elem(), s.Items.Resolve(root)
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
