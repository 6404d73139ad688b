package schematest

import (
	"encoding/json"
	"testing"
)

func TestFaults(t *testing.T) {
	schema := `{"type":"object","additionalProperties":false,"required":["name"],"properties":{
		"name":{"$ref":"#/$defs/name"},"count":{"type":"integer","minimum":1,"maximum":9},"share":{"type":"number"},
		"kind":{"enum":["a","b"]},"open":{"type":"boolean"},
		"tags":{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/tag"}}},
		"$defs":{"name":{"type":"string","minLength":2,"maxLength":3,"pattern":"^[a-z]+$"}},
		"definitions":{"tag":{"type":"string"}}}`
	s := Parse(t, []byte(schema))
	for _, tt := range []struct {
		value string
		want  int
	}{
		{`{"name":"abc","count":9,"share":0.5,"kind":"a","open":true,"tags":["x","y"]}`, 0},
		{`{}`, 1},
		{`[]`, 1},
		{`{"name":"a"}`, 1},
		{`{"name":"abcd"}`, 1},
		{`{"name":"a1"}`, 1},
		{`{"name":7}`, 1},
		{`{"name":null}`, 1},
		{`{"name":"ab","count":1.5}`, 1},
		{`{"name":"ab","count":0}`, 1},
		{`{"name":"ab","count":10}`, 1},
		{`{"name":"ab","share":"x"}`, 1},
		{`{"name":"ab","kind":"c"}`, 1},
		{`{"name":"ab","kind":1}`, 1},
		{`{"name":"ab","open":"yes"}`, 1},
		{`{"name":"ab","tags":[]}`, 1},
		{`{"name":"ab","tags":["x","x"]}`, 1},
		{`{"name":"ab","tags":[1,2]}`, 2},
		{`{"name":"ab","other":1}`, 1},
	} {
		var v any
		if err := json.Unmarshal([]byte(tt.value), &v); err != nil {
			t.Fatal(err)
		}
		if got := s.Faults("", v); len(got) != tt.want {
			t.Errorf("%s has the faults %q, want %d", tt.value, got, tt.want)
		}
	}
}
