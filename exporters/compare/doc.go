// Package compare writes comparisons of two years: as text for a terminal, as
// JSON for programs, as a web page that needs nothing but itself, and as a
// workbook. [All] lists them. What is told, in which order and in which words,
// is decided once, in a view; text and web page only lay it out.
package compare

import (
	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/compare"
	"riskbok/rules/model"
)

// Render turns a comparison into files. The report's documents tell which file
// and sheet a source is in; an output that goes to standard output has no name.
type Render func(c *compare.Comparison, r *rules.Report, opts output.Options) ([]model.File, error)

// All lists the formats, the default one first.
var All = []struct {
	Name   string
	Render Render
}{
	{"text", Text},
	{"json", JSON},
	{"html", HTML},
	{"xlsx", Excel},
}

// Formats lists their names.
func Formats() []string {
	names := make([]string, len(All))
	for i := range All {
		names[i] = All[i].Name
	}
	return names
}

// Named gives the format of a name, nil where there is none.
func Named(name string) Render {
	for i := range All {
		if All[i].Name == name {
			return All[i].Render
		}
	}
	return nil
}
