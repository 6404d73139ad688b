// Package json writes reports for other programs: [Check] the findings,
// [Inspect] what the importers saw. The field names are a contract; fields may
// be added, none is renamed or dropped without a new version. Lists are never
// null, dates are ISO 8601, amounts are decimal strings.
package json

import (
	"riskbok/exporters/jsontext"
	"riskbok/exporters/summary"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// version is the number of the contract.
const version = 1

// spliced gives a value with n items in its list of that name, see [jsontext.Splice].
func spliced[T any](v any, name string, n int, item func(i int) T) ([]model.File, error) {
	frame, err := jsontext.Encode(v)
	if err != nil {
		return nil, err
	}
	data, err := jsontext.Splice(frame, name, n, item)
	if err != nil {
		return nil, err
	}
	return []model.File{{Data: data}}, nil
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
