package overview

import (
	"bytes"
	"encoding/json"

	"riskbok/exporters/summary"
	"riskbok/rules/lang"
)

// JSON gives an overview for programs: {"version":1,"year":…,"rows":[…],
// "files":[…],"spellings":[…]}. Days are written 2025-10-31. A file's problem has
// its reason in words beside its code.
func JSON(o *Overview, cat *lang.Catalog) ([]byte, error) {
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
	for _, r := range o.Rows {
		one := row{Row: r}
		if !r.Decided.IsZero() {
			one.Decided = r.Decided.String()
		}
		out.Rows = append(out.Rows, one)
	}
	for _, f := range o.Files {
		one := file{File: f}
		if f.Problem != nil {
			one.Reason, _ = summary.Problem(cat, f.Problem.Code, f.Problem.Args)
		}
		out.Files = append(out.Files, one)
	}
	var b bytes.Buffer
	w := json.NewEncoder(&b)
	w.SetEscapeHTML(false)
	w.SetIndent("", "  ")
	err := w.Encode(out)
	return b.Bytes(), err
}
