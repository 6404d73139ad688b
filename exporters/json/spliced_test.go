package json

import (
	"slices"
	"testing"
)

// A list that is written item after item is written as it would be at once.
func TestSpliced(t *testing.T) {
	type value struct {
		Before string         `json:"before"`
		List   []finding      `json:"findings"`
		After  map[string]int `json:"after"`
	}
	for n := range 4 {
		list := make([]finding, n)
		for i := range list {
			list[i] = finding{Message: "2 < 3 & \"4\"\n", Related: []location{}, Found: `"findings": []`}
		}
		want, err := encode(value{"x", list, map[string]int{"a": 1}})
		if err != nil {
			t.Fatal(err)
		}
		got, err := spliced(value{"x", []finding{}, map[string]int{"a": 1}}, "findings", slices.Values(list))
		if err != nil || string(got[0].Data) != string(want[0].Data) {
			t.Errorf("%d items: %v\n%s\nwant\n%s", n, err, got[0].Data, want[0].Data)
		}
	}
}
