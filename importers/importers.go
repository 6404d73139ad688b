// Package importers lists the formats that riskbok reads. An importer is a
// witness: it reports what stands in a file and where, and never judges or
// mends. It takes bytes and touches no disk.
//
// [Read] reads a file into the model, [Scan] only as far as its tables and
// text, before anything in them is understood.
package importers

import (
	"context"
	"slices"

	"riskbok/importers/budget"
	"riskbok/importers/excel"
	"riskbok/importers/grid"
	"riskbok/importers/minutes"
	"riskbok/importers/pdf"
	"riskbok/importers/plan"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// Importer reads one format. Sniff looks at the content, never at the name.
// Scan gives the tables and the text of the file; an error means only that the
// file could not be read at all, and is a [*source.Error] where a user can do
// something about it, or the context's. Damage to a part of a file is reported
// in the document.
type Importer struct {
	Name  string
	Sniff func(data []byte) bool
	Scan  func(ctx context.Context, file model.File, opts source.Options) (*Scanned, error)
}

// Scanned is a file before anything in it is understood: a document that has
// only its places and damage, the tables, and the pages of running text.
type Scanned struct {
	Document *model.Document
	Tables   []grid.Table
	Pages    []grid.Page

	// Fresh calculates a cell's formula once more, where the format has
	// formulas and the result is certain; nil elsewhere.
	Fresh func(at model.Source) (text string, ok bool)
	// Circle gives the cell on which a cell's formula depends and that depends on itself,
	// where the format has formulas; nil elsewhere.
	Circle func(at model.Source) (cell model.Source, ok bool)
}

// All lists the formats, in the order they are tried.
var All = []Importer{
	{Name: "excel", Sniff: excel.Sniff, Scan: scanWorkbook},
	{Name: "pdf", Sniff: pdf.Sniff, Scan: scanPDF},
}

// Scan reads a file by the first importer that knows its content. A file that
// none knows gives a [*source.Error].
func Scan(ctx context.Context, file model.File, opts source.Options) (*Scanned, error) {
	for _, imp := range All {
		if imp.Sniff(file.Data) {
			if opts.Cost == nil {
				cost, stop := source.NewBudget(ctx, opts.Limits)
				defer stop()
				opts.Cost = cost
			}
			s, err := imp.Scan(ctx, file, opts)
			if err == nil {
				gatherDamage(s.Document)
			}
			return s, err
		}
	}
	return nil, &source.Error{Code: "unknown-format"}
}

// Read reads a file into a document: its tables and its text, understood by the
// vocabulary. An error is a [*source.Error] where a user can do something about it, or
// the context's; damage to a part is in the document.
func Read(ctx context.Context, file model.File, opts source.Options) (*model.Document, error) {
	cost, stop := source.NewBudget(ctx, opts.Limits)
	defer stop()
	opts.Cost = cost
	var ready func() minutes.Words
	if pdf.Sniff(file.Data) {
		ready = readyBeside(opts)
	}
	s, err := Scan(ctx, file, opts)
	if err != nil {
		return nil, err
	}
	s.Tables = clip(s.Document, s.Tables)
	meetings := meetingsBeside(s.Pages, ready, opts, cost)
	plan.Read(s.Document, s.Tables, opts)
	if s.Fresh != nil {
		freshen(s.Document, s.Fresh)
	}
	if s.Circle != nil {
		encircle(s.Document, s.Circle)
	}
	if opts.Budget != nil {
		s.Document.Budgets, s.Document.Allocations = budget.Read(s.Document, s.Tables, s.Pages, opts.Budget, cost)
	}
	if opts.Meeting != nil {
		s.Document.Meetings = meetings(s.Document)
	}
	tellLimits(s.Document, cost, opts.Limits)
	markIdle(s.Document, s.Tables)
	return s.Document, nil
}

// tellLimits tells of the limits that were reached while a document was understood,
// where they were first; those of its reading are told.
func tellLimits(d *model.Document, cost *source.Budget, limits source.Limits) {
	for _, c := range []source.Cost{source.CostTables, source.CostSeconds} {
		reached := cost.Passed(c) || c == source.CostSeconds && !cost.OnTime()
		if reached && !slices.ContainsFunc(d.Damage, func(d model.Damage) bool { return d.Args["cost"] == string(c) }) {
			d.Damage = append(d.Damage, model.Damage{Code: "limit", Args: limits.Args(c), At: model.Source{Doc: d.ID, Place: cost.Stopped()}})
		}
	}
}
