package overview

import (
	"riskbok/exporters/jsontext"
	"riskbok/exporters/output"
	"riskbok/exporters/summary"
)

// JSON gives an overview for programs: {"version":1,"year":…,"rows":[…],
// "files":[…],"spellings":[…]}. Days are written 2025-10-31. A file's problem has
// its reason in words beside its code.
func JSON(o *Overview, opts output.Options) ([]byte, error) {
	type row struct {
		Row
		Decided string `json:"decided,omitempty"`
	}
	type file struct {
		File
		Reason string `json:"reason,omitempty"`
	}
	out := struct {
		Version   int        `json:"version"`
		Year      int        `json:"year"`
		Rows      []row      `json:"rows"`
		Files     []file     `json:"files"`
		Spellings []Spelling `json:"spellings"`
	}{Version: 1, Year: o.Year, Rows: []row{}, Files: []file{}, Spellings: o.Spellings}
	if out.Spellings == nil {
		out.Spellings = []Spelling{}
	}
	data, err := jsontext.Encode(out)
	if err != nil {
		return nil, err
	}
	// The files first: each row has a list of that name.
	data, err = jsontext.Splice(data, "files", len(o.Files), func(i int) file {
		one := file{File: o.Files[i]}
		if p := one.Problem; p != nil {
			one.Reason, _ = summary.Problem(opts.Lang, p.Code, p.Args)
		}
		return one
	})
	if err != nil {
		return nil, err
	}
	return jsontext.Splice(data, "rows", len(o.Rows), func(i int) row {
		one := row{Row: o.Rows[i]}
		if !one.Row.Decided.IsZero() {
			one.Decided = one.Row.Decided.String()
		}
		return one
	})
}
