package run

import (
	"context"
	"sync"

	"riskbok/cmd/internal/files"
	"riskbok/importers"
	"riskbok/importers/grid"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// Raw is one grid table as an importer saw it, before anything in it was
// understood.
type Raw struct {
	File  string
	Page  int // physical page, 0 in workbooks
	Table grid.Table
}

// Tables gives the tables of every input, in order, and what could not be read. The
// outcome's report has documents but no findings. An error means that the run was
// broken off.
func Tables(ctx context.Context, set *files.Set, o Options) ([]Raw, *Outcome, error) {
	var mu sync.Mutex
	found := map[int32][]grid.Table{}
	o.Import = func(ctx context.Context, f model.File, opts source.Options) (*model.Document, error) {
		s, err := importers.Scan(ctx, f, opts)
		if err != nil {
			return nil, err
		}
		mu.Lock()
		defer mu.Unlock()
		found[f.ID] = s.Tables
		return s.Document, nil
	}
	out, err := collect(ctx, set, o, func(d *model.Document) bool { return len(found[d.ID]) > 0 })
	if err != nil {
		return nil, nil, err
	}
	all := []Raw{}
	for _, d := range out.Report.Documents {
		for _, t := range found[d.ID] {
			raw := Raw{File: d.File, Table: t}
			if i := int(t.Place); i >= 0 && i < len(d.Places) {
				raw.Page = d.Places[i].Page
			}
			all = append(all, raw)
		}
	}
	return all, out, nil
}
