package sarif

import (
	"encoding/json"
	"strings"
	"testing"

	"riskbok/rules/schematest"
)

const schemaFile = "testdata/schema.json"

// TestSchemaRefuses shows that the check would see what it is there to see.
func TestSchemaRefuses(t *testing.T) {
	s := schematest.Read(t, schemaFile)
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
