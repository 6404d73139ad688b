// Package exporters lists the outputs that riskbok writes. An exporter is a
// scribe: it gives bytes for what was read and found, judges nothing and
// touches no disk. [All] is the list, [Named] finds one in it.
package exporters

import (
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
// findings of a report, as `check --format NAME` does.
type Exporter struct {
	Name     string
	Findings bool
	Render   output.Render
}

// All lists the outputs; the first that prints findings is the default one.
var All = []Exporter{
	{"text", true, text.Check},
	{"json", true, json.Check},
	{"csv", true, csv.Render},
	{"xlsx", true, findinglist.Render},
	{"sarif", true, sarif.Render},
	{"html", true, html.Render},
	{"correction", false, correction.Render},
	{"controlplan", false, controlplan.Render},
	{"budget", false, budget.Render},
}

// Formats lists the names of the exporters that print findings.
func Formats() []string {
	var names []string
	for _, e := range All {
		if e.Findings {
			names = append(names, e.Name)
		}
	}
	return names
}

// Named gives the exporter of a name, or nil.
func Named(name string) *Exporter {
	for i := range All {
		if All[i].Name == name {
			return &All[i]
		}
	}
	return nil
}
