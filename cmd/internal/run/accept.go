package run

import (
	"riskbok/rules"
	"riskbok/rules/baseline"
)

// Accept marks the findings of a report that a baseline file accepts; name is
// what the file is called in the report. What is wrong with an acceptance is
// found in the file it stands in. The error is a [*baseline.Error], and the
// report is then as it was.
func Accept(r *rules.Report, name string, data []byte, s rules.Settings) error {
	id := int32(1)
	if n := len(r.Documents); n > 0 {
		id = r.Documents[n-1].ID + 1
	}
	acceptances, err := baseline.Parse(data, id)
	if err != nil {
		return err
	}
	r.Documents = append(r.Documents, baseline.Document(id, name))
	r.Findings = rules.Accept(r.Books, r.Findings, acceptances, s)
	return nil
}
