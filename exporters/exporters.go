// Package exporters lists the outputs that riskbok writes. An exporter is a
// scribe: it gives bytes for what was read and found, judges nothing and
// touches no disk. [Findings], [Inspections] and [Workbooks] list them by what they are
// for; [Named] finds one in a list.
package exporters

import (
	"slices"

	"riskbok/exporters/budget"
	"riskbok/exporters/controlplan"
	"riskbok/exporters/correction"
	"riskbok/exporters/csv"
	"riskbok/exporters/findinglist"
	"riskbok/exporters/html"
	"riskbok/exporters/json"
	"riskbok/exporters/output"
	"riskbok/exporters/sarif"
	"riskbok/exporters/text"
)

// Exporter writes one kind of output; Form is what its bytes are.
type Exporter struct {
	Name   string
	Form   output.Form
	Render output.Render
}

// Findings lists the formats of what was found, as `check --format NAME` prints it, the
// default one first. The name is also the ending by which `-o` knows the format.
var Findings = []Exporter{
	{"text", output.Coloured, text.Check},
	{"json", output.JSON, json.Check},
	{"csv", output.Text, csv.Render},
	{"xlsx", output.Binary, findinglist.Render},
	{"sarif", output.JSON, sarif.Render},
	{"html", output.Text, html.Render},
}

// Workbooks lists the outputs that are workbooks, several of a report, each with the
// name that it is to have. Commands of their own write them.
var Workbooks = []Exporter{
	{"correction", output.Binary, correction.Render},
	{"controlplan", output.Binary, controlplan.Render},
	{"budget", output.Binary, budget.Render},
}

// Inspections lists the outputs that show what was read, as `inspect --format NAME`
// does, the default one first.
var Inspections = []Exporter{
	{"text", output.Coloured, text.Inspect},
	{"json", output.JSON, json.Inspect},
	{"csv", output.Text, csv.Inspect},
}

// Names gives the names of exporters in their order.
func Names(list []Exporter) []string {
	names := make([]string, len(list))
	for i := range list {
		names[i] = list[i].Name
	}
	return names
}

// Named gives the exporter of a name in a list, or nil.
func Named(list []Exporter, name string) *Exporter {
	if i := slices.IndexFunc(list, func(e Exporter) bool { return e.Name == name }); i >= 0 {
		return &list[i]
	}
	return nil
}
