package config

import (
	"errors"
	"strings"
	"testing"

	"riskbok/rules/model"
)

// TestKeepMap: a bound column is added, bound anew where it stands already, and
// nothing else of the file is touched.
func TestKeepMap(t *testing.T) {
	bound := map[string]model.Field{"Plan!H4": model.FieldScore, `"Nr": a\b`: ""}
	lines := "\"\\\"Nr\\\": a\\\\b\": none\n  \"Plan!H4\": value\n"
	for name, tc := range map[string]struct{ before, after string }{
		"no file":           {"", "map:\n  " + lines},
		"other settings":    {"# vår\nlang: sv", "# vår\nlang: sv\nmap:\n  " + lines},
		"a map":             {"map:\n  Risktal: value # så\nlang: sv\n", "map:\n  " + lines + "  Risktal: value # så\nlang: sv\n"},
		"another indent":    {"map:\n    Risktal: value\n", "map:\n    " + strings.ReplaceAll(lines, "\n  ", "\n    ") + "    Risktal: value\n"},
		"an empty map":      {"map:\nlang: sv\n", "lang: sv\nmap:\n  " + lines},
		"bound already":     {"map:\n  Plan!H4: event\n  \"\\\"Nr\\\": a\\\\b\": none\n", "map:\n  \"Plan!H4\": value\n  \"\\\"Nr\\\": a\\\\b\": none\n"},
		"the starter's map": {"# map:\n#   A: value\n", "# map:\n#   A: value\nmap:\n  " + lines},
	} {
		got, err := KeepMap("riskbok.yaml", []byte(tc.before), bound)
		if err != nil || string(got) != tc.after {
			t.Errorf("%s: %v\n got %q\nwant %q", name, err, got, tc.after)
		}
	}
	for name, before := range map[string]string{"on one line": "map: {A: value}\n", "a fault": "mapp:\n"} {
		var fault *Error
		if _, err := KeepMap("riskbok.yaml", []byte(before), bound); !errors.As(err, &fault) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzKeepMap(f *testing.F) {
	f.Add("map:\n  A: value\n", "Ny kolumn")
	f.Add("", "\u2028\x00\"")
	f.Fuzz(func(t *testing.T, before, key string) {
		if len(before)+len(key) > 1<<10 {
			return // it is read three times, and a fuzzer tries it thousands of times to make it smaller
		}
		key = strings.TrimSpace(strings.ToValidUTF8(key, ""))
		if _, ok := model.ParseColumnKey(key); !ok {
			return
		}
		got, err := KeepMap("x", []byte(before), map[string]model.Field{key: model.FieldOwner})
		if err != nil {
			return
		}
		if d, err := parse("x", got, nil); err != nil || d.fields[key] != model.FieldOwner {
			t.Errorf("%q with %q: %v\n%s", before, key, err, got)
		}
	})
}
