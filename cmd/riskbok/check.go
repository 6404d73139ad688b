package main

import (
	"github.com/spf13/cobra"

	"riskbok/exporters"
	"riskbok/exporters/output"
	"riskbok/rules"
)

// check reads, judges and prints findings. It writes nothing.
func (a *app) check() *cobra.Command {
	formats := exporters.Names(exporters.Findings)
	cmd := a.command("check", "check", a.configured(func(cmd *cobra.Command, args []string) error {
		format, target, err := asNamed(cmd, formats...)
		if err != nil {
			return err
		}
		as := exporters.Named(exporters.Findings, format)
		if err := a.showable(cmd, as.Form, format, target); err != nil {
			return err
		}
		set, out, err := a.read(cmd, args)
		if err != nil {
			return err
		}
		if err := a.accept(cmd, out); err != nil {
			return err
		}
		opts := a.options(out)
		opts.Color = opts.Color && target == ""
		opts.Rules, err = a.run(cmd)
		if err != nil {
			return err
		}
		if opts.Detail, err = detail(cmd); err != nil {
			return err
		}
		rendered, err := as.Render(out.Report, opts)
		if err != nil {
			return err
		}
		for _, f := range rendered {
			if err := a.result(set, target, as.Form, f.Data); err != nil {
				return err
			}
		}
		if err := judged(out); err != nil {
			return err
		}
		return verdict(out.Report, a.cfg.FailOn)
	}))
	cmd.Args = atLeast(1, "no-path")
	a.format(cmd, formats...)
	a.text(cmd.Flags(), "fail-on", "")
	a.text(cmd.Flags(), "as-of", "")
	a.mappable(cmd)
	a.outputFile(cmd)
	a.forcible(cmd)
	a.acceptable(cmd)
	cmd.Flags().Bool("summary", false, a.cat.T("cmd.flag.summary"))
	cmd.Flags().BoolP("quiet", "q", false, a.cat.T("cmd.flag.quiet"))
	cmd.Flags().StringSlice("only", nil, a.cat.T("cmd.flag.only"))
	cmd.Flags().StringSlice("skip", nil, a.cat.T("cmd.flag.skip"))
	complete(cmd, "only", ruleNames()...)
	complete(cmd, "skip", ruleNames()...)
	complete(cmd, "fail-on", "error", "warning", "info", "off")
	return cmd
}

// detail says how much of the findings is told as text.
func detail(cmd *cobra.Command) (output.Detail, error) {
	quiet, err := cmd.Flags().GetBool("quiet")
	if err != nil || quiet {
		return output.Closing, err
	}
	lines, err := cmd.Flags().GetBool("summary")
	if err != nil || lines {
		return output.Lines, err
	}
	return output.Whole, nil
}

// run names the rules that are run.
func (a *app) run(cmd *cobra.Command) ([]string, error) {
	severities, err := a.chosen(cmd, a.settings().Severities)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, name := range ruleNames() {
		if severities[name] != rules.Off {
			names = append(names, name)
		}
	}
	return names, nil
}

// verdict gives exit code 1 where a finding is at or above a severity.
func verdict(r *rules.Report, failOn rules.Severity) error {
	if failOn.Rank() == 0 {
		return nil
	}
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Open() && f.Severity.Rank() >= failOn.Rank() {
			return exit(1)
		}
	}
	return nil
}
