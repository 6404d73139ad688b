// Package json writes reports for other programs: [Check] the findings,
// [Inspect] what the importers saw. The field names are a contract; fields may
// be added, none is renamed or dropped without a new version. Lists are never
// null, dates are ISO 8601, amounts are decimal strings.
package json

import (
	"bytes"
	"encoding/json"

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
