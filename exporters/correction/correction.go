package correction

import (
	"errors"
	"fmt"
	"slices"

	"riskbok/exporters/correction/opc"
	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/model"
)

// Change is one edit, made or refused. Before and After are what the cell
// shows; BeforeFormula and AfterFormula its formula without the equals sign,
// "" for a typed value. Finding is the index of the finding it is for. Reason
// is the code of why it was refused ("" for one that was made), Found what
// stood in the way where the reason has that.
type Change struct {
	Sheet, Cell                 string
	Kind                        rules.EditKind
	Before, After               string
	BeforeFormula, AfterFormula string
	Rule, Risk, Path, Why       string
	Finding                     int
	Reason, Found               string
	Suggested                   bool // the fix was a suggestion, taken because it was asked for
}

// Result is one corrected workbook. Data is nil where no edit was made.
// Recalculated counts the formulas beside the edits that were given a new
// result, Cleared those whose result was removed for the program that opens
// the workbook to calculate. Marked counts the cells in which something remains
// to be decided. Log is the name of the sheet that lists it all. Settled are the
// findings of which every edit was made, and Unsigned tells that signatures were
// removed, which hold for the workbook as it was and no other.
type Result struct {
	Data                  []byte
	Applied, Refused      []Change
	Recalculated, Cleared int
	Marked                int
	Log                   string
	Settled               map[int]bool
	Unsigned              bool
}

// Corrected is one workbook of a report before and after. Output has the
// input's name and no data where no edit could be made.
type Corrected struct {
	Input, Output model.File
	*Result
}

// Suggested reports whether a suggestion was made in the copy.
func (c *Corrected) Suggested() bool {
	return c.Output.Data != nil && slices.ContainsFunc(c.Applied, func(ch Change) bool { return ch.Suggested })
}

// Correct applies the safe fixes of a report, and where the options say so the
// suggested ones, to each workbook that has any. A workbook that cannot be corrected
// does not stop the others: the error joins what went wrong, each beginning with the file's name.
func Correct(r *rules.Report, opts output.Options) ([]Corrected, error) {
	var all []Corrected
	var failed []error
	for _, d := range r.Documents {
		if d.Kind != model.KindWorkbook || !hasFix(r.Findings, d.ID, opts) {
			continue
		}
		c, err := correctOne(r, d, opts)
		if err != nil {
			var part *opc.PartError
			if errors.As(err, &part) {
				part.File = d.File
				failed = append(failed, part)
				continue
			}
			failed = append(failed, fmt.Errorf("%s: %w", d.File, err))
			continue
		}
		all = append(all, *c)
	}
	return all, errors.Join(failed...)
}

func correctOne(r *rules.Report, d *model.Document, opts output.Options) (*Corrected, error) {
	if opts.Input == nil {
		return nil, errors.New("input: expected the bytes the document was read from")
	}
	in, err := opts.Input(d.ID)
	if err != nil {
		return nil, err
	}
	j := job{report: r, doc: d.ID, places: d.Places, findings: r.Findings, lang: opts.Lang, suggested: opts.Suggested, chosen: opts.Chosen}
	res, err := j.apply(in.Data)
	if part := (*opc.PartError)(nil); err != nil && !errors.As(err, &part) {
		err = &opc.PartError{Code: "package", Err: err}
	}
	if err != nil {
		return nil, err
	}
	return &Corrected{in, model.File{ID: d.ID, Name: d.File, Data: res.Data}, res}, nil
}

func hasFix(findings []rules.Finding, doc int32, opts output.Options) bool {
	for i := range findings {
		if !takes(&findings[i], opts.Suggested, opts.Chosen) {
			continue
		}
		for _, e := range findings[i].Fix.Edits {
			if e.At.Doc == doc {
				return true
			}
		}
	}
	return false
}

// takes reports whether a finding's fix is made: a safe one, and a suggested one
// where those are asked for. Where there is chosen it decides alone.
func takes(f *rules.Finding, suggested bool, chosen func(*rules.Finding) bool) bool {
	class := f.FixClass()
	if chosen != nil {
		return (class == rules.Safe || class == rules.Suggested) && f.Open() && chosen(f)
	}
	return class == rules.Safe || suggested && class == rules.Suggested && f.Open()
}

// Render gives the corrected copy of each workbook of which a cell was
// corrected, under the name the document was read from.
func Render(r *rules.Report, opts output.Options) ([]model.File, error) {
	all, err := Correct(r, opts)
	var files []model.File
	for _, c := range all {
		if c.Output.Data != nil {
			files = append(files, c.Output)
		}
	}
	return files, err
}
