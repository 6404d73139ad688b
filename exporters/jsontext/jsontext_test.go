package jsontext

import "testing"

// A list that is written item after item is written as it would be at once.
func TestSplice(t *testing.T) {
	type item struct {
		Message string   `json:"message"`
		Lines   []string `json:"lines"`
		Rows    []int    `json:"rows"`
	}
	type value struct {
		Before string         `json:"before"`
		Rows   []item         `json:"rows"`
		Lines  []item         `json:"lines"`
		After  map[string]int `json:"after"`
	}
	for _, n := range []int{0, 1, 2, 3, tellingItems - 1, tellingItems, 100} {
		list := make([]item, n)
		for i := range list {
			list[i] = item{Message: "2 < 3 & \"4\"\n\"rows\": []", Lines: []string{}, Rows: []int{}}
		}
		want, err := Encode(value{"x", list, list, map[string]int{"a": 1}})
		if err != nil {
			t.Fatal(err)
		}
		got, err := Encode(value{"x", []item{}, []item{}, map[string]int{"a": 1}})
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"lines", "rows"} { // the last first: items hold lists of these names
			if got, err = Splice(got, name, n, func(i int) item { return list[i] }); err != nil {
				t.Fatal(err)
			}
		}
		if string(got) != string(want) {
			t.Errorf("%d items:\n%s\nwant\n%s", n, got, want)
		}
	}
}

// What cannot be written is an error.
func TestUnwritable(t *testing.T) {
	if _, err := Encode(func() {}); err == nil {
		t.Error("a function was written")
	}
	if _, err := Splice([]byte("{\n  \"rows\": []\n}\n"), "rows", 1, func(int) func() { return nil }); err == nil {
		t.Error("a function was written")
	}
}
