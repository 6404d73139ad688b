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
					resolution(&it.Proposal), resolution(&it.Decision), lines(it.Recipients)))
			}
		}
	}
	return rows
}

// resolution is what is proposed or decided, a line for each clause.
func resolution(r *model.Resolution) string {
	all := r.Parts
	if r.Lead.Raw != "" {
		all = append([]model.Value[string]{r.Lead}, all...)
	}
	return lines(all)
}

func lines(list []model.Value[string]) string {
	all := make([]string, len(list))
	for i := range list {
		all[i] = output.AsRead(list[i])
	}
	return strings.Join(all, "\n")
}
