package csv

import (
	"riskbok/exporters/findinglist"
	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/model"
)

// findings are the keys of the headings of [Render], "findings.KEY" in the
// catalogue.
var findings = []string{
	"file", "place", "cell", "severity", "rule", "board", "year", "number", "event", "message", "found", "expected", "fix", "status", "path", "cause",
}

// Render writes the findings of a report, one a row, and after them the files
// that could not be read and those that were passed over.
func Render(r *rules.Report, opts output.Options) ([]model.File, error) {
	cat := opts.Lang
	var head []string
	for _, key := range findings {
		head = append(head, cat.T("findings."+key))
	}
	rows := [][]string{head}
	for _, l := range findinglist.Lines(r, cat) {
		rows = append(rows, []string{
			l.File, l.Place, l.Cell, cat.T("severity." + string(l.Severity)), l.Rule, l.Board, yearOf(l.Year), l.Risk, l.Event, l.Message,
			l.Found, l.Expected, findinglist.FixText(cat, l.Fix), l.Status, l.Path, l.Cause,
		})
	}
	return encode(rows)
}
