package main

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/run"
	"riskbok/config"
	"riskbok/rules"
	"riskbok/rules/baseline"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// acceptable adds the flags by which findings are accepted.
func (a *app) acceptable(cmd *cobra.Command) {
	for _, name := range []string{"baseline", "write-baseline", "reason", "by", "decision"} {
		a.text(cmd.Flags(), name, "")
	}
}

// accept marks the findings that the baseline file accepts and, if asked to,
// adds those that are still open to a file, which then accepts them.
func (a *app) accept(cmd *cobra.Command, out *run.Outcome) error {
	given := map[string]string{}
	for _, name := range []string{"baseline", "write-baseline", "reason", "by", "decision"} {
		var err error
		if given[name], err = cmd.Flags().GetString(name); err != nil {
			return err
		}
	}
	name, target := given["baseline"], given["write-baseline"]
	if target == stdout {
		return callFault(cmd, "baseline-stdout")
	}
	if name == "" {
		name = target
	}
	if name == "" {
		return nil
	}
	data, err := config.ReadList(name)
	if err != nil && !(name == target && errors.Is(err, fs.ErrNotExist)) {
		return err
	}
	documents, findings := out.Report.Documents, out.Report.Findings
	if err := a.mark(out.Report, name, data); err != nil || target == "" {
		return err
	}
	existing, err := config.ReadList(target)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if name != target && len(existing) > 0 {
		if err := a.mark(out.Report, target, existing); err != nil {
			return err
		}
	}
	now := time.Now()
	by := baseline.By{
		Reason: given["reason"], Name: given["by"], Decision: given["decision"],
		Date: model.Date{Year: now.Year(), Month: int(now.Month()), Day: now.Day()},
	}
	grown, n, err := baseline.Append(existing, out.Report.Findings, by, a.cat)
	if err != nil {
		return a.baselineFault(target, err)
	}
	if err := files.Replace(target, grown); err != nil {
		return writeError(target, err)
	}
	a.tell(a.cat.T("cmd.wrote", "path", lang.Line(target)) + ": " + a.cat.N("cmd.baseline.added", n))
	// What the files said before is said once, by what they say now.
	out.Report.Documents, out.Report.Findings = documents, findings
	if name != target {
		if err := a.mark(out.Report, name, data); err != nil {
			return err
		}
	}
	return a.mark(out.Report, target, grown)
}

// mark reads acceptances and marks the findings that they hold for.
func (a *app) mark(r *rules.Report, name string, data []byte) error {
	if err := run.Accept(r, name, data, a.settings()); err != nil {
		return a.baselineFault(name, err)
	}
	return nil
}

func (a *app) baselineFault(name string, err error) error {
	var fault *baseline.Error
	if errors.As(err, &fault) {
		return &callError{key: "cmd.error.baseline", pairs: []any{"file", name, "text", fault.Text(a.cat)}, command: "riskbok check"}
	}
	return err
}

// chosen gives the severities with the rules switched off that --only leaves
// out or --skip names.
func (a *app) chosen(cmd *cobra.Command, severities map[string]rules.Severity) (map[string]rules.Severity, error) {
	if cmd.Flags().Lookup("only") == nil {
		return severities, nil
	}
	only, err := cmd.Flags().GetStringSlice("only")
	if err != nil {
		return nil, err
	}
	skip, err := cmd.Flags().GetStringSlice("skip")
	if err != nil {
		return nil, err
	}
	for flag, names := range map[string][]string{"--only": only, "--skip": skip} {
		for _, name := range names {
			if !slices.Contains(ruleNames(), name) {
				return nil, callFault(cmd, "flag-among", "flag", flag, "value", name, "known", list(ruleNames()))
			}
		}
	}
	out := maps.Clone(severities)
	if out == nil {
		out = map[string]rules.Severity{}
	}
	for _, name := range ruleNames() {
		if slices.Contains(skip, name) || len(only) > 0 && !slices.Contains(only, name) {
			out[name] = rules.Off
		}
	}
	return out, nil
}
