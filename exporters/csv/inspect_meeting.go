package csv

import (
	"strings"

	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/model"
)

var itemColumns = []string{"file", "place", "cell", "board", "date", "number", "title", "case", "proposal", "decision", "recipients"}

// items gives a row for each item of the meetings: a log of what boards decided.
func items(r *rules.Report) [][]string {
	var rows [][]string
	for _, d := range r.Documents {
		for i := range d.Meetings {
			m := &d.Meetings[i]
			date := ""
			if m.Date.OK {
				date = m.Date.V.String()
			}
			for j := range m.Items {
				it := &m.Items[j]
				rows = append(rows, append(origin(r, d, it.At), output.AsRead(m.Board), date, output.AsRead(it.Number), output.AsRead(it.Title), output.AsRead(it.CaseNumber),
					lines(it.Proposal.Texts()), lines(it.Decision.Texts()), lines(it.Recipients)))
			}
		}
	}
	return rows
}

// lines gives texts in one cell, a line for each.
func lines(list []model.Value[string]) string {
	all := make([]string, len(list))
	for i := range list {
		all[i] = output.AsRead(list[i])
	}
	return strings.Join(all, "\n")
}
