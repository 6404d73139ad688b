// Package exporters lists the outputs that riskbok writes. An exporter is a
// scribe: it gives bytes for what was read and found, judges nothing and
// touches no disk. [All] is the list, [Named] finds one in it.
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

// Exporter writes one kind of output. Findings says that it prints the
// findings of a report, as `check --format NAME` does; Form is what its bytes are.
type Exporter struct {
	Name     string
	Findings bool
	Form     output.Form
	Render   output.Render
}

// All lists the outputs; the first that prints findings is the default one.
var All = []Exporter{
	{"text", true, output.Coloured, text.Check},
	{"json", true, output.JSON, json.Check},
	{"csv", true, output.Text, csv.Render},
	{"xlsx", true, output.Binary, findinglist.Render},
	{"sarif", true, output.JSON, sarif.Render},
	{"html", true, output.Text, html.Render},
	{"correction", false, output.Binary, correction.Render},
	{"controlplan", false, output.Binary, controlplan.Render},
	{"budget", false, output.Binary, budget.Render},
}

// Inspections lists the outputs that show what was read, as `inspect --format NAME`
// does, the default one first.
var Inspections = []Exporter{
	{"text", false, output.Coloured, text.Inspect},
	{"json", false, output.JSON, json.Inspect},
	{"csv", false, output.Text, csv.Inspect},
}

// Formats lists the exporters that print findings.
func Formats() []Exporter {
	return slices.DeleteFunc(slices.Clone(All), func(e Exporter) bool { return !e.Findings })
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
