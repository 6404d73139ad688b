package run

import (
	"context"

	"riskbok/importers"
	"riskbok/rules"
	"riskbok/rules/model"
)

// Judge reads and judges one file that is in memory, such as one that is about to be
// written. The error is the importer's, see importers.Read.
func Judge(ctx context.Context, f model.File, o Options) (*rules.Report, error) {
	f.ID = 1
	read := o.Import
	if read == nil {
		read = importers.Read
	}
	doc, err := read(ctx, f, o.Source)
	if err != nil {
		return nil, err
	}
	r := &rules.Report{Documents: []*model.Document{doc}}
	r.Books, r.Findings = rules.Check(r.Documents, o.Settings)
	return r, nil
}
