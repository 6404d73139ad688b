// Package output holds what every exporter is given ([Options]) and gives ([Render], or
// [Pending] files), how texts are set for a terminal ([Wrap]) or a cell ([HarmlessCell]),
// and the boundary that all passes on its way out of the program: [Guard].
package output

import (
	"time"

	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// Options are what an exporter may know beside the report.
type Options struct {
	Lang     *lang.Catalog
	Color    bool                                // colour codes in text output
	Width    int                                 // characters that a line of text output may have; 0: not known
	Template *model.Template                     // the layout to write control plans in
	Input    func(doc int32) (model.File, error) // the bytes a document was read from
	Version  string                              // riskbok's own

	Detail    Detail                    // how much text output tells
	Suggested bool                      // corrections take suggested fixes too
	Chosen    func(*rules.Finding) bool // the safe and suggested fixes that corrections take; nil: see Suggested

	// what a report tells of the run; see html.Input
	Time    time.Time
	Hash    func(file string) string
	Rules   []string
	Aliases map[string][]string
}

// Detail is how much text output tells: each finding; a line for each file and
// rule; the closing lines alone.
type Detail uint8

// The details, the most first.
const (
	Whole Detail = iota
	Lines
	Closing
)

// Render turns a report into files. Names are relative to the output folder,
// with forward slashes; an output that goes to standard output has no name.
// An error is a fault of the program or of the template, or says that an input can no
// longer be read: what is wrong in a document is no error. So it is with everything in
// exporters that gives one.
type Render func(r *rules.Report, opts Options) ([]model.File, error)
