package config

import (
	"sort"
	"strings"

	"github.com/agnivade/levenshtein"

	"riskbok/rules/model"
)

// Error is a fault in the configuration. Place names the file and line, the
// variable or the flag; Code names the text in the catalogue ("config.CODE")
// and Args fill its placeholders. Err is what the system said, if it did.
type Error struct {
	Place string
	Code  string
	Args  map[string]string
	Err   error
}

// Error gives place, code and arguments, for logs; users are shown the
// catalogue's text.
func (e *Error) Error() string {
	keys := sortedKeys(e.Args)
	parts := make([]string, 0, len(keys)+2)
	parts = append(parts, e.Code)
	for _, k := range keys {
		parts = append(parts, k+"="+e.Args[k])
	}
	if e.Err != nil {
		parts = append(parts, e.Err.Error())
	}
	text := strings.Join(parts, " ")
	if e.Place == "" {
		return text
	}
	return e.Place + ": " + text
}

// Unwrap gives what the system said.
func (e *Error) Unwrap() error { return e.Err }

// yamlFaults are the faults that people make most when they write YAML, by parts of what
// the library says of each, which is English.
var yamlFaults = []struct{ part, code string }{
	{"-quoted text", "yaml-quote"}, {"already defined", "yaml-twice"},
	{"tab character", "yaml-tab"}, {`'\t'`, "yaml-tab"}, {"'\t'", "yaml-tab"}, {"'·'", "yaml-tab"},
	{"']'", "yaml-bracket"}, {"'}'", "yaml-bracket"}, {"'['", "yaml-bracket"}, {"'{'", "yaml-bracket"},
}

// yamlCode gives the code of what the YAML library says of a text.
func yamlCode(text string) string {
	for _, f := range yamlFaults {
		if strings.Contains(text, f.part) {
			return f.code
		}
	}
	return "yaml"
}

// Nearest gives the known name that a misspelt one most likely means, or ""
// where none is near: at most a third of the letters may differ.
func Nearest(name string, known []string) string {
	best, least := "", len([]rune(name))/3+1
	sorted := append([]string(nil), known...)
	sort.Strings(sorted)
	for _, k := range sorted {
		if d := levenshtein.ComputeDistance(model.Key(name), model.Key(k)); d < least || d == least && best == "" {
			best, least = k, d
		}
	}
	return best
}
