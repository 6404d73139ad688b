package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"riskbok/cmd/internal/run"
	"riskbok/exporters/budget"
	"riskbok/exporters/controlplan"
	"riskbok/exporters/output"
	"riskbok/exporters/text"
	"riskbok/rules"
)

// convert writes control plan workbooks and budget workbooks: plans in the scale
// of a template that the user chose, else in their own.
func (a *app) convert() *cobra.Command {
	return a.newWorkbooks("convert", func(_ *cobra.Command, in *reading) error {
		books, err := controlplan.Pending(in.out.Report, in.opts, a.cfg.Template != "")
		if err != nil {
			return err
		}
		sheets, err := budget.Pending(in.out.Report, in.opts)
		if err != nil {
			return err
		}
		books = append(books, sheets...)
		if len(books) == 0 {
			return a.print([]byte(a.cat.T("cmd.convert.nothing") + "\n"))
		}
		lost, err := a.makeEach(in, books, asOutput)
		if err := errors.Join(err, a.lost(in.out, lost, in.opts)); err != nil {
			return err
		}
		if n := len(in.out.Report.Findings); n > 0 {
			fmt.Fprintln(a.out, a.cat.N("cmd.convert.findings", n))
		}
		return nil
	})
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
