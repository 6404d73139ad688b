package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/run"
	"riskbok/config"
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
	cmd := a.command("convert", "convert", a.configured(func(cmd *cobra.Command, args []string) error {
		dir, _, err := a.target(cmd)
		if err != nil {
			return err
		}
		template, err := a.template()
		if err != nil {
			return err
		}
		set, out, err := a.read(cmd, args)
		if err != nil {
			return err
		}
		opts := a.options(out)
		opts.Template = template
		if err := a.problems(out, opts); err != nil {
			return err
		}
		books, lost, err := a.plans(out.Report, opts)
		sheets, failed := budget.Render(out.Report, opts)
		books = append(books, sheets...)
		err = errors.Join(err, failed, a.writeAll(dir, set, books))
		if err != nil {
			return err
		}
		if err := a.lost(out, lost, opts); err != nil {
			return err
		}
		if n := len(out.Report.Findings); n > 0 && len(books) > 0 {
			fmt.Fprintln(a.out, a.cat.N("cmd.convert.findings", n))
		}
		return code(out)
	}))
	cmd.Args = atLeast(1, "no-path")
	a.text(cmd.Flags(), "output", "o")
	a.text(cmd.Flags(), "template", "t")
	a.mappable(cmd)
	a.completeTemplates(cmd, "template")
	return cmd
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

// template gives the layout that the user chose, or the default one.
func (a *app) template() (*model.Template, error) {
	name := a.cfg.Template
	if name == "" {
		name = config.DefaultTemplate
	}
	lib := a.library()
	if lib.Err != nil {
		return nil, lib.Err
	}
	if !slices.Contains(lib.Names(), name) {
		return nil, a.cfg.Wrong("template", name, "template")
	}
	return lib.Template(name)
}

// writeAll writes rendered files and says where. One that cannot be written
// does not stop the others.
func (a *app) writeAll(dir string, set *files.Set, rendered []model.File) error {
	w, err := files.NewWriter(dir, set.Inputs)
	if err != nil {
		return err
	}
	var failed []error
	var lines strings.Builder
	for _, f := range rendered {
		path, err := w.Write(f.Name, f.Data)
		if err != nil {
			failed = append(failed, writeError(path, err))
			continue
		}
		fmt.Fprintln(&lines, a.cat.T("cmd.wrote", "path", path))
	}
	if len(rendered) == 0 {
		fmt.Fprintln(&lines, a.cat.T("cmd.convert.nothing"))
	}
	return errors.Join(append(failed, a.print([]byte(lines.String())))...)
}
