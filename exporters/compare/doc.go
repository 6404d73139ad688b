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

// Format is a way to write a comparison, as `compare --format NAME` does; Form is what
// its bytes are.
type Format struct {
	Name   string
	Form   output.Form
	Render Render
}

// All lists the formats, the default one first.
var All = []Format{
	{"text", output.Coloured, Text},
	{"json", output.JSON, JSON},
	{"html", output.Text, HTML},
	{"xlsx", output.Binary, Excel},
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
func Named(name string) *Format {
	for i := range All {
		if All[i].Name == name {
			return &All[i]
		}
	}
	return nil
}
