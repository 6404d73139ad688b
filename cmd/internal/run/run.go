// Package run takes the program from paths to a report: it reads the inputs in
// parallel, has them judged, and keeps the order of everything fixed.
//
// Start with [Read], which takes a set of inputs to an [Outcome]; [Each] reads them and
// hands each on by itself, for what holds more than fits in memory, and [Judge] judges
// one file that is in memory.
package run

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"

	"github.com/rs/zerolog"

	"riskbok/cmd/internal/files"
	"riskbok/importers/source"
	"riskbok/rules"
	"riskbok/rules/model"
)

// Options are what a run needs beside the paths. Import reads one file; nil
// means [importers.Read]. Workers bounds how many files are read at a time; 0
// means twice the processors, of which some wait for the disk. Progress is told
// of each file that has been read; it may be nil. Memory bounds, in bytes, what the
// files may take that are read at the same time; 0 means [DefaultMemory].
type Options struct {
	Source   source.Options
	Settings rules.Settings
	Stdin    io.Reader
	Log      zerolog.Logger
	Workers  int
	Memory   int64
	Progress func(done, total int, file string)
	Import   func(context.Context, model.File, source.Options) (*model.Document, error)
}

// Outcome is a report and what the program must remember beside it. Failed
// says that something named on the command line could not be read, or a
// workbook or PDF found in a folder.
type Outcome struct {
	Report *rules.Report
	Failed bool
	inputs map[int32]input
	rel    map[string]string // name of an input → where its output goes
	stdin  []byte
	sums   map[string][sha256.Size]byte // name of an input → hash of what was read
}

// input is a file that was read: where it is, and a hash of what was read.
type input struct {
	files.Input
	sum [sha256.Size]byte
}

// Read reads every input of a set and judges the whole. A file that cannot be
// read is part of the report; an error means that the run was broken off.
func Read(ctx context.Context, set *files.Set, o Options) (*Outcome, error) {
	out, err := collect(ctx, set, o, (*model.Document).Known)
	if err != nil {
		return nil, err
	}
	out.Report.Books, out.Report.Findings = rules.Check(out.Report.Documents, o.Settings)
	return out, nil
}

// collect reads every input; known says which documents hold something.
func collect(ctx context.Context, set *files.Set, o Options, known func(*model.Document) bool) (*Outcome, error) {
	out := &Outcome{Report: &rules.Report{}, inputs: map[int32]input{}, rel: map[string]string{}, sums: map[string][sha256.Size]byte{}}
	if slices.ContainsFunc(set.Inputs, func(in files.Input) bool { return in.Name == files.Stdin }) {
		o.Stdin, _ = out.keepStdin(o.Stdin, limits(o.Source).FileBytes)
	}
	results := make([]Result, len(set.Inputs))
	if err := Each(ctx, set.Inputs, nil, o, func(i int, r Result) { results[i] = r }); err != nil {
		return nil, err
	}
	for i, in := range set.Inputs {
		out.gather(int32(i+1), in, results[i], known)
	}
	for _, p := range set.Problems {
		out.Report.Unreadable = append(out.Report.Unreadable, rules.Unreadable{File: p.Name, Code: p.Code})
		out.Failed = out.Failed || Fails(p)
	}
	return out, nil
}

// keepStdin reads standard input, which cannot be read a second time, and
// gives a reader of what came. One byte too many is kept so that the limit is
// still seen.
func (out *Outcome) keepStdin(stdin io.Reader, limit int64) (io.Reader, error) {
	if stdin == nil {
		return bytes.NewReader(nil), nil
	}
	var err error
	out.stdin, err = io.ReadAll(io.LimitReader(stdin, limit+1))
	return bytes.NewReader(out.stdin), err
}

// gather puts one result into the report.
func (out *Outcome) gather(id int32, in files.Input, res Result, knows func(*model.Document) bool) {
	r := out.Report
	s := sorted(in, res, knows)
	out.sums[in.Name] = res.Sum
	if s.Document != nil {
		r.Documents = append(r.Documents, s.Document)
		out.inputs[id] = input{in, res.Sum}
		out.rel[in.Name] = in.Rel
	}
	if s.Unreadable != nil {
		r.Unreadable = append(r.Unreadable, *s.Unreadable)
	}
	if s.Skipped {
		r.Skipped = append(r.Skipped, in.Name)
	}
	if s.PassedOver != nil {
		r.PassedOver = append(r.PassedOver, *s.PassedOver)
	}
	out.Failed = out.Failed || s.Failed
}

// Sorted is where one result goes in a report: Document is nil for one that
// holds nothing, Unreadable and PassedOver say why nothing came of the file, and
// Skipped that it was none to be read. Failed is what the file does to the exit
// code, see [Outcome].
type Sorted struct {
	Document               *model.Document
	Unreadable, PassedOver *rules.Unreadable
	Skipped, Failed        bool
}

// Sort says where a result goes in a report.
func Sort(in files.Input, res Result) Sorted { return sorted(in, res, (*model.Document).Known) }

// sorted is Sort; knows says which documents hold something. A document of which
// a part is damaged, or looks like something that could not be read, stays,
// whatever it holds, so that this becomes a finding.
func sorted(in files.Input, res Result, knows func(*model.Document) bool) Sorted {
	var s Sorted
	why := res.Failure
	if res.Document != nil {
		known := knows(res.Document) || len(res.Document.NotChecked) > 0
		if !known && onlyImages(res.Document) {
			return Sorted{Unreadable: &rules.Unreadable{File: in.Name, Code: "images"}, Failed: in.Named}
		}
		if known || len(res.Document.Damage) > 0 {
			s.Document = res.Document
		}
		if known || !in.Named && len(res.Document.Damage) > 0 {
			return s
		}
		why = &rules.Unreadable{File: in.Name, Code: "no-table"}
		if at := slices.IndexFunc(res.Document.Damage, func(d model.Damage) bool { return d.Code == "limit" }); at >= 0 {
			why.Code, why.Args = "limit", res.Document.Damage[at].Args // what it holds is not known
		}
	}
	if !in.Named && passable(in.Name, why.Code) {
		s.Skipped = true
		if expected(in.Name, why.Code) {
			s.PassedOver = why
		}
		return s
	}
	s.Unreadable = why
	s.Failed = in.Named || fails(in.Name, why.Code)
	return s
}

// onlyImages reports whether all that was found of a document is pages without
// text, as of a scan that nobody has run text recognition on.
func onlyImages(d *model.Document) bool {
	for _, dm := range d.Damage {
		if dm.Code != "page-image" {
			return false
		}
	}
	return len(d.Damage) > 0
}

// Input gives the bytes that a document was read from. It fails where the file
// has changed since.
func (out *Outcome) Input(doc int32) (model.File, error) {
	in, ok := out.inputs[doc]
	if !ok {
		return model.File{}, fmt.Errorf("document %d: not among the inputs", doc)
	}
	data := out.stdin
	if in.Name != files.Stdin {
		var err error
		if data, err = files.Read(in.Input, nil, 1<<62); err != nil {
			return model.File{}, err
		}
	}
	if sha256.Sum256(data) != in.sum {
		return model.File{}, fmt.Errorf("%s: changed while riskbok ran", in.Name)
	}
	return model.File{ID: doc, Name: in.Name, Data: data}, nil
}

// Hash gives the SHA-256 in hex of what was read of the input with this name, ""
// where nothing was.
func (out *Outcome) Hash(name string) string {
	sum, ok := out.sums[name]
	if !ok || sum == [sha256.Size]byte{} {
		return ""
	}
	return hex.EncodeToString(sum[:])
}

// Rel gives where the output of the input with this name goes below an output
// folder.
func (out *Outcome) Rel(name string) string {
	if rel, ok := out.rel[name]; ok {
		return rel
	}
	return name
}
