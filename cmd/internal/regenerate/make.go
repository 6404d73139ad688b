package regenerate

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"

	"riskbok/cmd/internal/archive"
	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/run"
	"riskbok/exporters/budget"
	"riskbok/exporters/controlplan"
	"riskbok/exporters/findinglist"
	"riskbok/exporters/output"
	"riskbok/exporters/overview"
	"riskbok/importers"
	"riskbok/importers/source"
	"riskbok/rules"
	"riskbok/rules/model"
)

// ErrChanged says that an input is another than when its head was read.
var ErrChanged = errors.New("changed while riskbok ran")

// make reads what a task needs, judges it and writes its books. A book that
// cannot be written does not stop the others.
func (r *runner) make(ctx context.Context, t task, total int) error {
	report, err := r.judge(ctx, t)
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	for _, d := range t.books {
		switch {
		case err != nil:
			d.Made.Err = err
		default:
			if e := r.book(report, t.chain, d); e != nil {
				d.Made.Err = e
			}
		}
		r.finished(d, total)
	}
	return nil
}

// judge reads the inputs of a task and judges them together.
func (r *runner) judge(ctx context.Context, t task) (*rules.Report, error) {
	set := &files.Set{}
	for _, i := range t.inputs {
		set.Inputs = append(set.Inputs, r.set.Inputs[i])
	}
	o := r.o.Run
	o.Workers = 1
	read := o.Import
	if read == nil {
		read = importers.Read
	}
	o.Import = func(ctx context.Context, f model.File, opts source.Options) (*model.Document, error) {
		i := t.inputs[f.ID-1]
		if files.Hash(f.Data) != r.memory.reads[r.inputs[i].Rel].Hash {
			return nil, ErrChanged
		}
		d, err := read(ctx, f, opts)
		if err == nil {
			r.plan.Placed[i].Settle(d)
		}
		return d, err
	}
	out, err := run.Read(ctx, set, o)
	if err != nil {
		return nil, err
	}
	if n := len(out.Report.Unreadable); n > 0 {
		return nil, fmt.Errorf("%s: %w", out.Report.Unreadable[0].File, ErrChanged)
	}
	return out.Report, nil
}

// book writes what a report has of one book, and remembers it.
func (r *runner) book(all *rules.Report, c *archive.Chain, d *due) error {
	key := rules.BoardKey(r.o.Archive.Boards)
	find := func(b *archive.Book) *model.Book {
		if b == nil {
			return nil
		}
		i := slices.IndexFunc(all.Books, func(m *model.Book) bool { return m.Year == b.Year && archive.Same(b, m, key, all) })
		if i < 0 {
			return nil
		}
		return all.Books[i]
	}
	book := find(d.Book)
	if book == nil {
		return fmt.Errorf("%s %d: %w", d.Name, d.Year, ErrChanged)
	}
	report := only(all, book)
	made, list, err := r.render(report)
	if err != nil {
		return err
	}
	row := overview.RowOf(report, book, find(c.Before(d.Book)), r.o.Archive.Boards)
	for _, i := range d.Inputs {
		row.Files = append(row.Files, r.inputs[i].Rel)
	}
	w := &written{Key: d.Key, Made: d.made, Outputs: map[string]string{}}
	for _, f := range made {
		name := named(f.Name, r.stem(book, all), d.Stem)
		switch {
		case strings.HasSuffix(f.Name, budget.Ending):
			row.Outputs.Budget = name
		default:
			row.Outputs.Plan = name
		}
		if err := r.write(d, w, name, f.Data); err != nil {
			return err
		}
	}
	if list != nil {
		row.Outputs.List = d.Stem + r.o.Output.Lang.T("regenerate.file.list") + ".xlsx"
		if err := r.write(d, w, row.Outputs.List, list); err != nil {
			return err
		}
	}
	row.Outputs.Kept = d.Made.Kept
	w.Row = row
	if err := r.removeOld(d, w); err != nil {
		return err
	}
	return r.memory.add(line{Written: w})
}

// only gives the part of a report that is about one book.
func only(all *rules.Report, book *model.Book) *rules.Report {
	out := &rules.Report{Documents: all.Documents, Books: []*model.Book{book}}
	for i := range all.Findings {
		if f := &all.Findings[i]; f.Year == book.Year && (f.Board == book.Board || model.Key(f.Board) == model.Key(book.Board)) {
			out.Findings = append(out.Findings, *f)
		}
	}
	return out
}

// render gives a book's workbooks, and its list of findings, nil where there are
// none.
func (r *runner) render(report *rules.Report) (made []model.File, list []byte, err error) {
	opts := r.o.Output
	var lost []rules.Finding
	if r.o.Convert {
		made, lost, err = controlplan.Convert(report, opts)
	} else {
		made, err = controlplan.Render(report, opts)
	}
	if err != nil {
		return nil, nil, err
	}
	sheets, err := budget.Render(report, opts)
	if err != nil {
		return nil, nil, err
	}
	told := *report
	told.Findings = slices.Concat(report.Findings, lost)
	if !slices.ContainsFunc(told.Findings, func(f rules.Finding) bool { return f.Open() && f.Severity != rules.Info }) {
		return slices.Concat(made, sheets), nil, nil
	}
	lists, err := findinglist.Render(&told, opts)
	if err != nil {
		return nil, nil, err
	}
	return slices.Concat(made, sheets), lists[0].Data, nil
}

// write writes one output of a book. One that somebody has changed stays and is
// told.
func (r *runner) write(d *due, w *written, name string, data []byte) error {
	path, err := r.writer.Write(name, data)
	switch {
	case errors.Is(err, files.ErrChanged):
		d.Made.Kept = append(d.Made.Kept, name)
	case err != nil:
		return &OutputError{Path: path, Err: err}
	default:
		d.Made.Names = append(d.Made.Names, name)
	}
	w.Outputs[name] = files.Hash(data)
	return nil
}

// OutputError names the output that could not be written.
type OutputError struct {
	Path string
	Err  error
}

func (e *OutputError) Error() string { return e.Path + ": " + e.Err.Error() }
func (e *OutputError) Unwrap() error { return e.Err }

// removeOld removes the outputs that a book had and has no longer, as the list of
// findings of a plan that has been mended. One that somebody has changed stays.
func (r *runner) removeOld(d *due, w *written) error {
	if d.old == nil {
		return nil
	}
	for name := range d.old.Outputs {
		if _, still := w.Outputs[name]; still {
			continue
		}
		gone, err := r.writer.Remove(name)
		if err != nil {
			return err
		}
		if gone {
			d.Made.Removed = append(d.Made.Removed, name)
		} else {
			d.Made.Kept = append(d.Made.Kept, name)
		}
	}
	slices.Sort(d.Made.Removed)
	return nil
}

// named gives an output the name of its book: what exporters name after the
// board's year begins with the book's own stem.
func named(name, stem, own string) string {
	if rest, ok := strings.CutPrefix(name, stem); ok {
		return own + rest
	}
	return name
}

var _ = hex.EncodeToString
var _ output.Options
