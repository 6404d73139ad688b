package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/run"
	"riskbok/exporters/correction"
	"riskbok/exporters/output"
	"riskbok/exporters/text"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// receipt is the name of the file that says what fix changed.
const receipt = "riskbok-receipt.json"

// fix prints the findings and writes a corrected copy of each workbook that
// has safe fixes.
func (a *app) fix() *cobra.Command {
	cmd := a.command("fix", "fix", a.configured(func(cmd *cobra.Command, args []string) error {
		dir, diff, err := a.target(cmd)
		if err != nil {
			return err
		}
		set, out, err := a.read(cmd, args)
		if err != nil {
			return err
		}
		opts := a.options(out)
		if opts.Suggested, err = cmd.Flags().GetBool("suggested"); err != nil {
			return err
		}
		fixed, failed := correction.Correct(out.Report, opts)
		if diff {
			err = a.showDiff(out, fixed, opts)
		} else {
			err = a.writeFixed(set, out, fixed, opts, dir)
		}
		err = errors.Join(err, a.tellUncovered(cmd, out, fixed))
		if err := errors.Join(failed, err); err != nil {
			return err
		}
		return judged(out)
	}))
	cmd.Args = atLeast(1, "no-path")
	a.text(cmd.Flags(), "output", "o")
	a.forcible(cmd)
	cmd.Flags().Bool("diff", false, a.cat.T("cmd.flag.diff"))
	cmd.Flags().Bool("suggested", false, a.cat.T("cmd.flag.suggested"))
	a.text(cmd.Flags(), "as-of", "")
	a.mappable(cmd)
	return cmd
}

// target gives the output folder, which must be named unless nothing is to be
// written. Standard output is none.
func (a *app) target(cmd *cobra.Command) (dir string, diff bool, err error) {
	if cmd.Flags().Lookup("diff") != nil {
		if diff, err = cmd.Flags().GetBool("diff"); err != nil {
			return "", false, err
		}
	}
	dir, err = cmd.Flags().GetString("output")
	switch {
	case err != nil:
	case dir == stdout:
		err = callFault(cmd, "output-stdout")
	case dir == "" && !diff:
		err = callFault(cmd, "no-output")
	}
	return dir, diff, err
}

// tellUncovered says how many errors can be seen only now that suggestions have been
// made.
func (a *app) tellUncovered(cmd *cobra.Command, out *run.Outcome, fixed []correction.Corrected) error {
	how, err := a.reading(cmd)
	if err != nil {
		return err
	}
	var lines strings.Builder
	for i := range fixed {
		c := &fixed[i]
		if !c.Suggested() {
			continue
		}
		seen, err := run.Uncovered(cmd.Context(), c.Input, model.File{Name: c.Input.Name, Data: c.Output.Data}, out.Report, how)
		if err != nil {
			return err
		}
		if n := len(seen.Findings); n > 0 {
			fmt.Fprintln(&lines, a.cat.N("cmd.fix.uncovered", n, "file", lang.Line(out.Rel(c.Input.Name))))
		}
	}
	return a.print([]byte(lines.String()))
}

func (a *app) showDiff(out *run.Outcome, fixed []correction.Corrected, opts output.Options) error {
	if len(fixed) == 0 {
		fmt.Fprintln(a.out, a.cat.T("cmd.fix.diff-nothing"))
	}
	if err := a.print(append(correction.Diff(out.Report, fixed, opts), a.balance(out, fixed, opts)...)); err != nil {
		return err
	}
	return a.problems(out, opts)
}

// problems prints the inputs that could not be read.
func (a *app) problems(out *run.Outcome, opts output.Options) error {
	rendered, err := text.Problems(out.Report, opts)
	if err != nil {
		return err
	}
	return a.print(rendered[0].Data)
}

// writeFixed prints the findings, writes the copies and the receipt, and says
// what was written. One copy that cannot be written does not stop the others.
func (a *app) writeFixed(set *files.Set, out *run.Outcome, fixed []correction.Corrected, opts output.Options, dir string) error {
	rendered, err := text.Check(out.Report, opts)
	if err != nil {
		return err
	}
	if err := a.print(append(rendered[0].Data, '\n')); err != nil {
		return err
	}
	w, err := files.NewWriter(dir, set.Inputs, a.force)
	if err != nil {
		return err
	}
	var failed []error
	var lines strings.Builder
	written := 0
	var done []correction.Corrected // what stands in a copy, or needs none
	for i := range fixed {
		c := &fixed[i]
		if c.Output.Data != nil {
			path, err := w.Write(out.Rel(c.Output.Name), c.Output.Data)
			if err != nil {
				failed = append(failed, writeError(path, err))
				continue
			}
			if c.Output.Name, err = filepath.Rel(dir, path); err != nil {
				c.Output.Name = filepath.Base(path)
			}
			written++
			fmt.Fprintln(&lines, a.cat.T("cmd.wrote", "path", lang.Line(path))+": "+a.cat.N("cmd.fix.cells", len(c.Applied)))
			if c.Unsigned {
				fmt.Fprintln(&lines, "  "+a.cat.T("correction.unsigned"))
			}
		}
		done = append(done, *c)
		for _, ch := range c.Refused {
			fmt.Fprintf(&lines, "  %s %s: %s\n", ch.Sheet, ch.Cell, correction.Reason(a.cat, ch))
		}
	}
	if written == 0 && len(failed) == 0 {
		fmt.Fprintln(&lines, a.cat.T("cmd.fix.nothing"))
	}
	if len(done) > 0 {
		if err := writeReceipt(w, out.Report, done, opts); err != nil {
			failed = append(failed, err)
		}
	}
	lines.Write(a.balance(out, done, opts))
	return errors.Join(append(failed, a.print([]byte(lines.String())))...)
}

// balance says how many errors were corrected and lists those that remain, with
// what must be decided, names the PDFs, which cannot be corrected, and says where
// nobody has filled in the collection sheets.
func (a *app) balance(out *run.Outcome, fixed []correction.Corrected, opts output.Options) []byte {
	var lines strings.Builder
	for _, d := range out.Report.Documents {
		if d.Kind == model.KindPDF && len(d.Registers)+len(d.Budgets) > 0 {
			fmt.Fprintln(&lines, a.cat.T("cmd.fix.pdf", "file", out.Report.FileName(d.File)))
		}
	}
	if n := unfilled(out.Report); n > 0 {
		fmt.Fprintln(&lines, a.cat.N("cmd.fix.unfilled", n))
	}
	b := correction.BalanceOf(out.Report, fixed)
	if b.Errors == 0 {
		return []byte(lines.String())
	}
	left := len(b.Left)
	fmt.Fprintln(&lines, "\n"+a.cat.N("cmd.fix.errors", b.Errors)+": "+a.cat.N("cmd.fix.settled", b.Errors-left)+", "+a.cat.N("cmd.fix.left", left))
	refused := correction.Refusals(fixed)
	lines.Write(text.Remaining(out.Report, b.Left, func(f *rules.Finding, i int) string {
		return correction.Decide(a.cat, out.Report, f, refused, i)
	}, opts))
	return []byte(lines.String())
}

func writeReceipt(w *files.Writer, r *rules.Report, fixed []correction.Corrected, opts output.Options) error {
	data, err := correction.Receipt(r, fixed, opts)
	if err != nil {
		return err
	}
	path, err := w.Write(receipt, data)
	if err != nil {
		return writeError(path, err)
	}
	return nil
}

// diskError names the file that could not be written.
type diskError struct {
	path string
	err  error
}

func (e *diskError) Error() string { return e.path + ": " + e.err.Error() }
func (e *diskError) Unwrap() error { return e.err }

func writeError(path string, err error) error { return &diskError{path, err} }
