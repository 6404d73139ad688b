package regenerate

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"riskbok/cmd/internal/archive"
	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/run"
	"riskbok/exporters/budget"
	"riskbok/exporters/controlplan"
	"riskbok/exporters/findinglist"
	"riskbok/exporters/overview"
	"riskbok/exporters/workbook"
	"riskbok/rules"
	"riskbok/rules/model"
)

// ErrChanged says that an input is another than when its head was read.
var ErrChanged = errors.New("changed while riskbok ran")

// make reads what a task needs, judges it and writes its books. A book that
// cannot be written does not stop the others, unless the disk is full: then the run
// is broken off.
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
			if e := r.book(report, t, d); files.Fault(e) == "full" {
				return e
			} else if e != nil {
				d.Made.Err = e
			}
		}
		r.finished(d, total)
	}
	return nil
}

// judge reads the inputs of a task and judges them together. IDs of documents are
// the indices of their inputs and one.
func (r *runner) judge(ctx context.Context, t task) (*rules.Report, error) {
	report := &rules.Report{}
	for _, i := range t.inputs {
		d, err := r.document(ctx, i)
		if err != nil {
			return nil, err
		}
		report.Documents = append(report.Documents, d)
	}
	report.Books, report.Findings = rules.Check(report.Documents, r.o.Run.Settings)
	return report, nil
}

// document gives an input as it counts: as the first pass read it, or read again.
func (r *runner) document(ctx context.Context, i int) (*model.Document, error) {
	d := r.take(i)
	if d == nil {
		in := r.set.Inputs[i]
		res := run.One(ctx, int32(i+1), in, r.o.Run)
		if res.Document == nil || hex.EncodeToString(res.Sum[:]) != r.memory.reads[in.Rel].Hash {
			return nil, &FileError{Path: in.Name, Err: ErrChanged}
		}
		d = res.Document
	}
	archive.Adopt(d, r.titles())
	r.plan.Placed[i].Settle(d)
	return d, nil
}

// book writes what a report has of one book, and remembers it.
func (r *runner) book(all *rules.Report, t task, d *due) error {
	books := r.find(all, d.Book)
	if len(books) == 0 {
		return fmt.Errorf("%s %d: %w", d.Name, d.Year, ErrChanged)
	}
	report := only(all, books)
	made, err := r.render(report)
	if err != nil {
		return err
	}
	w := &written{Key: d.Key, Made: d.made, Outputs: map[string]string{}}
	w.Row = overview.RowOf(report, r.find(all, t.chain.Before(d.Book)), r.o.Archive.Boards)
	w.Row.Board, w.Row.Year, w.Row.OffScale = d.Name, d.Year, made.lost
	for _, i := range d.Inputs {
		w.Row.Files = append(w.Row.Files, r.inputs[i].Rel)
	}
	unwritten, err := r.outputs(d, w, made)
	if err != nil {
		return err
	}
	w.Row.Outputs.Kept = d.Made.Kept
	if unwritten != nil {
		w.failed(d.old)
	} else if err := r.removeOld(d, w); err != nil {
		return err
	}
	return errors.Join(unwritten, r.memory.add(line{Written: w}))
}

// outputs writes all outputs of a book and notes their names. Unwritten is why some of
// them could not be written; a full disk is an error.
func (r *runner) outputs(d *due, w *written, made rendered) (unwritten, err error) {
	taken := workbook.Names{}
	for _, part := range []struct {
		files  []model.File
		ending string
		names  *[]string
	}{
		{made.plans, controlplan.Ending, &w.Row.Outputs.Plans}, {made.budgets, budget.Ending, &w.Row.Outputs.Budgets},
		{made.lists, r.o.Output.Lang.T("regenerate.file.list"), &w.Row.Outputs.Lists},
	} {
		for _, f := range part.files {
			name, err := "", errOthers
			for errors.Is(err, errOthers) {
				name = taken.Take(d.Stem + part.ending)
				err = r.write(d, w, name, f.Data)
			}
			switch {
			case files.Fault(err) == "full":
				return nil, err
			case err != nil:
				unwritten = errors.Join(unwritten, err)
				w.Row.Outputs.Unwritten = append(w.Row.Outputs.Unwritten, name)
			}
			*part.names = append(*part.names, name)
		}
	}
	return unwritten, nil
}

// failed says that not all outputs could be written: they are due again in the next
// run. What of earlier ones is there is remembered as it was.
func (w *written) failed(old *written) {
	w.Failed = true
	if old == nil {
		return
	}
	for name, hash := range old.Outputs {
		if _, ok := w.Outputs[name]; !ok {
			w.Outputs[name] = hash
		}
	}
}

// find gives what a report has of an archive's book, which may be nil: one book,
// or several of one document that names neither board nor year.
func (r *runner) find(all *rules.Report, b *archive.Book) []*model.Book {
	if b == nil {
		return nil
	}
	var out []*model.Book
	for _, m := range all.Books {
		docs := m.Documents()
		if len(docs) == 0 {
			continue
		}
		rel := r.inputs[docs[0]-1].Rel
		if archive.KeyOf(m.Board, m.Year, rel, r.key) == b.Key {
			out = append(out, m)
		}
	}
	return out
}

// only gives the part of a report that is about some of its books.
func only(all *rules.Report, books []*model.Book) *rules.Report {
	out := &rules.Report{Books: books}
	docs := map[int32]bool{}
	for _, b := range books {
		for _, doc := range b.Documents() {
			docs[doc] = true
		}
	}
	for _, d := range all.Documents {
		if docs[d.ID] {
			out.Documents = append(out.Documents, d)
		}
	}
	for i := range all.Findings {
		f := &all.Findings[i]
		of := func(b *model.Book) bool { return f.Year == b.Year && model.Key(f.Board) == model.Key(b.Board) }
		if docs[f.At.Doc] && slices.ContainsFunc(books, of) {
			out.Findings = append(out.Findings, *f)
		}
	}
	return out
}

// rendered is what is made of a book. Lost counts the levels that the template's scale
// has no counterpart for.
type rendered struct {
	plans, budgets, lists []model.File
	lost                  int
}

// render gives a book's workbooks, and a list of its findings where it has errors
// or warnings. That a level is not on the template's scale is no fault of the board's:
// it is told to whoever chose the template, and stands in the plan's change log.
func (r *runner) render(report *rules.Report) (out rendered, err error) {
	opts := r.o.Output
	if r.o.Convert {
		var lost []rules.Finding
		out.plans, lost, err = controlplan.Convert(report, opts)
		out.lost = len(lost)
	} else {
		out.plans, err = controlplan.Render(report, opts)
	}
	if err != nil {
		return out, err
	}
	if out.budgets, err = budget.Render(report, opts); err != nil {
		return out, err
	}
	if slices.ContainsFunc(report.Findings, func(f rules.Finding) bool { return f.Open() && f.Severity != rules.Info }) {
		out.lists, err = findinglist.Render(report, opts)
	}
	return out, err
}

// write writes one output of a book. One that somebody has changed stays and is
// told; one that is as it would be written is left alone.
func (r *runner) write(d *due, w *written, name string, data []byte) error {
	if !r.o.Force && d.old != nil && d.old.Outputs[name] == files.Hash(data) && r.writer.Holds(name, data) {
		w.Outputs[name] = files.Hash(data)
		return nil
	}
	path, err := r.put(name, data)
	switch {
	case errors.Is(err, files.ErrChanged) && r.others(name, d):
		return errOthers
	case errors.Is(err, files.ErrChanged):
		d.Made.Kept = append(d.Made.Kept, name)
	case err != nil:
		return &FileError{Path: path, Err: err}
	default:
		d.Made.Names = append(d.Made.Names, name)
	}
	w.Outputs[name] = files.Hash(data)
	return nil
}

// errOthers says that a name is that of another board's output, which somebody has
// changed and which therefore stays.
var errOthers = errors.New("the file is another board's")

// others reports whether an output was made of another board's year that the archive
// still holds.
func (r *runner) others(name string, d *due) bool {
	key, ok := r.owners[name]
	return ok && key != d.Key && r.holds[key]
}

// put writes an output and gives its path.
func (r *runner) put(name string, data []byte) (string, error) {
	if r.o.fail != nil {
		if err := r.o.fail(name); err != nil {
			return filepath.Join(r.o.Dir, name), err
		}
	}
	return r.writer.Write(name, data)
}

// FileError names the file that could not be written, or is another than it was.
type FileError struct {
	Path string
	Err  error
}

func (e *FileError) Error() string { return e.Path + ": " + e.Err.Error() }
func (e *FileError) Unwrap() error { return e.Err }

// removeOld removes the outputs that a book had and has no longer, as the list of
// findings of a plan that has been mended. One that somebody has changed stays.
func (r *runner) removeOld(d *due, w *written) error {
	if d.old == nil {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(d.old.Outputs)) {
		if _, still := w.Outputs[name]; still || r.memory.holds(name, d.Key) {
			continue
		}
		gone, err := r.writer.Remove(name)
		if err != nil {
			return &FileError{Path: name, Err: err}
		}
		if gone {
			d.Made.Removed = append(d.Made.Removed, name)
		} else {
			d.Made.Kept = append(d.Made.Kept, name)
		}
	}
	return nil
}
