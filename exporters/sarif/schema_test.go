package sarif

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"riskbok/rules/schematest"
)

func schema(t *testing.T) *schematest.Schema {
	t.Helper()
	data, err := os.ReadFile("testdata/schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schematest.Parse(t, data)
}

// TestSchemaRefuses shows that the check would see what it is there to see.
func TestSchemaRefuses(t *testing.T) {
	s := schema(t)
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
		if changed == good || len(s.Faults("", v)) == 0 {
			t.Errorf("%s is accepted in place of %s", tt.new, tt.old)
		}
	}
}
