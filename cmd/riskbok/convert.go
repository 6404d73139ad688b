package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/run"
	"riskbok/exporters/budget"
	"riskbok/exporters/controlplan"
	"riskbok/exporters/output"
	"riskbok/exporters/text"
	"riskbok/rules"
	"riskbok/rules/model"
)

// convert writes control plan workbooks in a chosen template, and budget
// workbooks.
func (a *app) convert() *cobra.Command {
	return a.newWorkbooks("convert", func(_ *cobra.Command, in *reading) error {
		books, lost, err := a.plans(in.out.Report, in.opts)
		sheets, failed := budget.Render(in.out.Report, in.opts)
		books = append(books, sheets...)
		if err := errors.Join(err, failed, a.writeAll(in.dir, in.set, books)); err != nil {
			return err
		}
		if err := a.lost(in.out, lost, in.opts); err != nil {
			return err
		}
		if n := len(in.out.Report.Findings); n > 0 && len(books) > 0 {
			fmt.Fprintln(a.out, a.cat.N("cmd.convert.findings", n))
		}
		return nil
	})
}

// plans writes the control plans: in the scale of a template that the user
// chose, with the levels that have no counterpart there, else in their own.
func (a *app) plans(r *rules.Report, opts output.Options) ([]model.File, []rules.Finding, error) {
	if a.cfg.Template != "" {
		return controlplan.Convert(r, opts)
	}
	books, err := controlplan.Render(r, opts)
	return books, nil, err
}

// lost prints the levels that have no counterpart on the template's scale.
func (a *app) lost(out *run.Outcome, findings []rules.Finding, opts output.Options) error {
	if len(findings) == 0 {
		return nil
	}
	told := *out.Report
	told.Findings = findings
	rendered, err := text.Check(&told, opts)
	if err != nil {
		return err
	}
	return a.print(rendered[0].Data)
}

// writeAll writes rendered files and says where.
func (a *app) writeAll(dir string, set *files.Set, rendered []model.File) error {
	err := a.writeEach(dir, set, rendered, (*files.Writer).Write)
	if len(rendered) == 0 {
		err = errors.Join(err, a.print([]byte(a.cat.T("cmd.convert.nothing")+"\n")))
	}
	return err
}
