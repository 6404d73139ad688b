// Package json writes reports for other programs: [Check] the findings,
// [Inspect] what the importers saw. The field names are a contract; fields may
// be added, none is renamed or dropped without a new version. Lists are never
// null, dates are ISO 8601, amounts are decimal strings.
package json

import (
	"bytes"
	"encoding/json"
	"iter"

	"riskbok/exporters/summary"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// version is the number of the contract.
const version = 1

// encode gives v as indented JSON with a final line break; < and & stay as
// they are, for no browser reads this.
func encode(v any) ([]model.File, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return []model.File{{Data: b.Bytes()}}, nil
}

// spliced gives v, of which the first list named name is empty, as [encode] would give
// it with the items in that list. They are made one after another: as one value a
// hundred megabytes of findings took four times that while they were written.
func spliced[T any](v any, name string, items iter.Seq[T]) ([]model.File, error) {
	files, err := encode(v)
	if err != nil {
		return nil, err
	}
	frame := files[0].Data
	at := bytes.Index(frame, []byte(`"`+name+`": []`)) + len(name) + len(`"": [`)
	b := slowly(frame[:at:at])
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent(listIndent, "  ")
	n := 0
	for item := range items {
		if n > 0 {
			b = append(b, ',')
		}
		b = append(b, "\n"+listIndent...)
		if err := e.Encode(item); err != nil {
			return nil, err
		}
		b = b[:len(b)-1] // the line break behind it
		n++
	}
	if n > 0 {
		b = append(b, "\n  "...)
	}
	return []model.File{{Data: append(b, frame[at:]...)}}, nil
}

// slowly is a text that grows by a quarter, where a [bytes.Buffer] doubles.
type slowly []byte

func (s *slowly) Write(p []byte) (int, error) {
	*s = append(*s, p...)
	return len(p), nil
}

// listIndent is how far what stands in a list of the outermost value is indented.
const listIndent = "    "

type unreadable struct {
	File   string `json:"file"`
	Code   string `json:"code"`
	Reason string `json:"reason"`
	Hint   string `json:"hint"`
}

// failures gives files that were not read, with the catalogue's words.
func failures(files []rules.Unreadable, cat *lang.Catalog) []unreadable {
	all := make([]unreadable, 0, len(files))
	for _, u := range files {
		reason, hint := summary.Problem(cat, u.Code, u.Args)
		all = append(all, unreadable{File: u.File, Code: u.Code, Reason: reason, Hint: hint})
	}
	return all
}

// list gives an empty list for a nil one, which JSON would write as null.
func list[T any](in []T) []T {
	if in == nil {
		return []T{}
	}
	return in
}
