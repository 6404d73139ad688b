package output

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func TestSafe(t *testing.T) {
	for _, tt := range []struct {
		name     string
		form     Form
		in, want string
	}{
		{"plain", Text, "Miljönämnden\t2025\nrad\u00ad två €\n", "Miljönämnden\t2025\nrad\u00ad två €\n"},
		{"escape", Text, "a\x1b[2Jb\x1b]0;x\x07c", "a[2Jb]0;xc"},
		{"colour is none where none is used", Text, "\x1b[31mröd\x1b[0m", "[31mröd[0m"},
		{"colour", Coloured, "\x1b[1;31mröd\x1b[0m \x1b[2J\x1b]0;x\x07", "\x1b[1;31mröd\x1b[0m [2J]0;x"},
		{"C1", Text, "a\u009b31mb\u0085c", "a31mbc"},
		{"turned", Text, "plan\u202excel.exe \u2066x\u2069", "planxcel.exe x"},
		{"return", Text, "fel\rok\r\nslut", "felok\r\nslut"},
		{"separators", Text, "a\u2028b\u2029c", "abc"},
		{"no UTF-8", Text, "a\xff\x9bb", "a\ufffd\ufffdb"},
		{"byte order mark", Text, "\ufeffa;b\r\n", "\ufeffa;b\r\n"},
		{"JSON", JSON, "{\"a\": \"x\u202ey\u009bz\x7f\"}\n", "{\"a\": \"x\\u202ey\\u009bz\\u007f\"}\n"},
		{"binary", Binary, "PK\x03\x04\x1b\xff", "PK\x03\x04\x1b\xff"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := string(Safe(tt.form, []byte(tt.in))); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// What steers goes out of JSON as escapes, so that a program still gets what
// stood in the document.
func TestSafeJSONKeepsTexts(t *testing.T) {
	in := "vänd\u202e\u009b\x7f\u2066 \x1b[2J"
	data, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	safe := Safe(JSON, data)
	if bytes.ContainsAny(safe, "\u202e\u009b\x7f\u2066\x1b") {
		t.Errorf("%q still steers", safe)
	}
	var out string
	if err := json.Unmarshal(safe, &out); err != nil || out != in {
		t.Errorf("got %q, %v", out, err)
	}
}

func TestGuard(t *testing.T) {
	var b strings.Builder
	n, err := NewGuard(&b, Text).Write([]byte("Skrev \x1b]0;x\x07plan.xlsx\n"))
	if err != nil || n != len("Skrev \x1b]0;x\x07plan.xlsx\n") || b.String() != "Skrev ]0;xplan.xlsx\n" {
		t.Errorf("%d %v %q", n, err, b.String())
	}
}
