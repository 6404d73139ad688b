package main

import (
	"slices"

	"github.com/spf13/cobra"

	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/run"
	"riskbok/config"
	"riskbok/exporters/output"
	"riskbok/rules/model"
)

// reading is what a command that writes new workbooks has read, and where and
// how it is to write.
type reading struct {
	dir  string
	set  *files.Set
	out  *run.Outcome
	opts output.Options // with the template
}

// newWorkbooks makes a command that writes new workbooks of what it reads. What
// could not be read is told before; do writes and tells the rest.
func (a *app) newWorkbooks(name string, do func(*cobra.Command, *reading) error) *cobra.Command {
	cmd := a.command(name, name, a.configured(func(cmd *cobra.Command, args []string) error {
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
		in := &reading{dir, set, out, a.options(out)}
		in.opts.Template = template
		if err := a.problems(out, in.opts); err != nil {
			return err
		}
		if err := do(cmd, in); err != nil {
			return err
		}
		return code(out)
	}))
	cmd.Args = atLeast(1, "no-path")
	a.text(cmd.Flags(), "output", "o")
	a.forcible(cmd)
	a.text(cmd.Flags(), "template", "t")
	a.mappable(cmd)
	a.completeTemplates(cmd, "template")
	return cmd
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
