package config

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"riskbok/rules/model"
)

// KeepMap adds columns that the user has bound to the text of a configuration
// file and gives the new text; name is the file's, for errors. All else stays as
// people wrote it, comments too; a key that is bound already is bound anew. It
// fails with an [*Error] where the file is at fault, or its map is written in a
// form to which no line can be added.
func KeepMap(name string, data []byte, bound map[string]model.Field) ([]byte, error) {
	before, err := parse(name, data, nil)
	if err != nil {
		return nil, err
	}
	lines := slices.Collect(strings.Lines(string(data)))
	if n := len(lines); n > 0 && !strings.HasSuffix(lines[n-1], "\n") {
		lines[n-1] += "\n"
	}
	indent := "  "
	at := before.lines["map"] // after this line, counted from 1; 0: there is no map
	for _, l := range before.lines {
		if at > 0 && l == at+1 {
			indent = lines[l-1][:len(lines[l-1])-len(strings.TrimLeft(lines[l-1], " "))]
		}
	}
	var added []string
	for _, key := range slices.Sorted(maps.Keys(bound)) {
		line := indent + quoted(key) + ": " + fieldName(bound[key]) + "\n"
		if i := before.lines["map/"+key]; i > 0 {
			lines[i-1] = line
		} else {
			added = append(added, line)
		}
	}
	if at == 0 && len(added) > 0 {
		lines = dropEmptyMap(lines)
		added = append([]string{"map:\n"}, added...)
		at = len(lines)
	}
	lines = slices.Insert(lines, at, added...)
	out := []byte(strings.Join(lines, ""))
	return out, checkKept(name, out, before, bound)
}

// dropEmptyMap takes out the line of a map that holds nothing.
func dropEmptyMap(lines []string) []string {
	return slices.DeleteFunc(lines, func(l string) bool { return strings.TrimSpace(l) == "map:" && l[0] == 'm' })
}

// checkKept reads what was made: it must say what the file said and the new.
func checkKept(name string, out []byte, before *document, bound map[string]model.Field) error {
	want := maps.Clone(before.fields)
	if want == nil {
		want = map[string]model.Field{}
	}
	maps.Copy(want, bound)
	after, err := parse(name, out, nil)
	if err != nil {
		return err
	}
	if !maps.Equal(after.fields, want) {
		return &Error{Place: Origin{Name: name, Line: before.lines["map"]}.Place(), Code: "map-form"}
	}
	return nil
}

// quoted writes a text in the double quotes of YAML.
func quoted(text string) string {
	var b bytes.Buffer
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func fieldName(f model.Field) string {
	if f == "" {
		return noField
	}
	return string(f)
}
