package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"riskbok/exporters/schemas"
)

// strict gives the compiled schema that a command prints, with what it leaves open to
// later versions closed: a field that the schema does not name is a fault.
func strict(t *testing.T, command string) *jsonschema.Schema {
	t.Helper()
	code, printed := call(t, "schema", command)
	if code != 0 {
		t.Fatalf("schema %s: exit code %d", command, code)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(printed)))
	if err != nil {
		t.Fatal(err)
	}
	closed(doc)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(command, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(command)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// closed forbids further fields in every object whose fields are named.
func closed(v any) {
	switch v := v.(type) {
	case map[string]any:
		if _, named := v["properties"].(map[string]any); named && v["type"] == "object" {
			v["additionalProperties"] = false
		}
		for _, x := range v {
			closed(x)
		}
	case []any:
		for _, x := range v {
			closed(x)
		}
	}
}

func held(t *testing.T, s *jsonschema.Schema, name string, data []byte) {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	if err := s.Validate(v); err != nil {
		t.Errorf("%s: %v", name, err)
	}
}

// TestSchemas holds what the commands print of the samples and of prints, and the
// exporters' golden documents, to the schemas that the program prints.
func TestSchemas(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	prints, err := filepath.Glob("importers/pdf/testdata/prints/*.pdf")
	if err != nil || len(prints) < 10 {
		t.Fatalf("%d prints, %v", len(prints), err)
	}
	inputs := append([]string{"samples"}, prints[0], prints[len(prints)/2], prints[len(prints)-1])
	older, newer := "samples/miljo-och-hamnnamnden-2025.xlsx", "samples/skargardsnamnden-2026.xlsx"
	for command, args := range map[string][]string{
		"check": append([]string{"check"}, inputs...), "inspect": append([]string{"inspect"}, inputs...), "compare": {"compare", older, newer},
	} {
		s := strict(t, command)
		_, printed := call(t, append(args, "--format", "json")...)
		held(t, s, command, []byte(printed))
	}
	for command, goldens := range map[string][]string{
		"check": {"exporters/json/testdata/check.json"}, "inspect": {"exporters/json/testdata/inspect.json"},
		"compare": {"exporters/compare/testdata/sample.sv.json", "exporters/compare/testdata/sample.en.json"},
	} {
		s := strict(t, command)
		for _, name := range goldens {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			held(t, s, name, data)
		}
	}
}

// TestSchemaHolds shows that the schemas see what they are there to see.
func TestSchemaHolds(t *testing.T) {
	for _, name := range schemas.Names {
		s := strict(t, name)
		var v map[string]any
		_, printed := call(t, append(map[string][]string{
			"check": {"check", "../../samples/omsorgsnamnden-2026.xlsx"}, "inspect": {"inspect", "../../samples/omsorgsnamnden-2026.xlsx"},
			"compare": {"compare", "../../samples/miljo-och-hamnnamnden-2025.xlsx", "../../samples/omsorgsnamnden-2026.xlsx"},
		}[name], "--format", "json")...)
		for fault, spoil := range map[string]func(){
			"a field that is missing": func() { delete(v, "version") }, "another version": func() { v["version"] = 2.0 },
			"a field of its own": func() { v["extra"] = true }, "a list that is null": func() {
				for k, x := range v {
					if _, ok := x.([]any); ok {
						v[k] = nil
					}
				}
			},
		} {
			if err := json.Unmarshal([]byte(printed), &v); err != nil {
				t.Fatal(err)
			}
			spoil()
			if s.Validate(v) == nil {
				t.Errorf("%s: %s is not noticed", name, fault)
			}
			v = nil
		}
	}
}
