package main

import (
	"path/filepath"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"

	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/run"
	"riskbok/exporters/compare"
	"riskbok/exporters/output"
	"riskbok/exporters/text"
	"riskbok/rules"
	years "riskbok/rules/compare"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// compare tells what changed between two files or folders.
func (a *app) compare() *cobra.Command {
	formats := compare.Formats()
	cmd := a.command("compare", "compare", a.configured(func(cmd *cobra.Command, args []string) error {
		format, target, err := asNamed(cmd, formats...)
		if err != nil {
			return err
		}
		as := compare.Named(format)
		if err := a.showable(cmd, as.Form, format, target); err != nil {
			return err
		}
		set, out, comparison, err := a.compared(cmd, args[0], args[1])
		if err != nil {
			return err
		}
		opts := a.options(out)
		opts.Color = opts.Color && target == ""
		rendered, err := as.Render(comparison, out.Report, opts)
		if err != nil {
			return err
		}
		if err := a.result(set, target, as.Form, rendered[0].Data); err != nil {
			return err
		}
		if err := a.besides(out); err != nil {
			return err
		}
		return code(out)
	}))
	cmd.Args = exactlyTwo
	a.format(cmd, formats...)
	a.outputFile(cmd)
	a.forcible(cmd)
	a.mappable(cmd)
	return cmd
}

// exactlyTwo demands what to compare and what to compare it with.
func exactlyTwo(cmd *cobra.Command, args []string) error {
	if len(args) < 2 {
		return callFault(cmd, "compare-two")
	}
	return atMost(2)(cmd, args)
}

// compared reads both sides in one run, so that every source has a document of
// its own, and groups each side by itself: the same board and year may stand on
// both.
func (a *app) compared(cmd *cobra.Command, old, new string) (*files.Set, *run.Outcome, *years.Comparison, error) {
	set, second := files.Expand([]string{old}), files.Expand([]string{new})
	border := int32(len(set.Inputs))
	set.Inputs = append(set.Inputs, second.Inputs...)
	set.Problems = append(set.Problems, second.Problems...)
	set.Own = append(set.Own, second.Own...)
	set.Locks = append(set.Locks, second.Locks...)
	how, err := a.reading(cmd)
	if err != nil {
		return nil, nil, nil, err
	}
	// of the findings a comparison tells only what was not checked
	how.Settings = how.Settings.Only(rules.NotChecked)
	out, err := a.readSet(cmd, set, how)
	if err != nil {
		return nil, nil, nil, err
	}
	settings := a.settings()
	var before, after []*model.Document
	for _, d := range out.Report.Documents {
		if d.ID <= border {
			before = append(before, d)
		} else {
			after = append(after, d)
		}
	}
	return set, out, years.Compare(rules.Books(before, settings), rules.Books(after, settings), settings.Aliases), nil
}

// showable refuses to write on a terminal what would fill it with rubbish.
func (a *app) showable(cmd *cobra.Command, form output.Form, format, target string) error {
	if form != output.Binary || target != "" {
		return nil
	}
	if f, ok := asFile(a.raw.out); !ok || !isatty.IsTerminal(f.Fd()) {
		return nil
	}
	return callFault(cmd, "compare-output", "format", format)
}

// besides tells on standard error what could not be read, so that the result
// stays what it is.
func (a *app) besides(out *run.Outcome) error {
	rendered, err := text.Problems(out.Report, output.Options{Lang: a.cat})
	if err != nil {
		return err
	}
	_, err = a.err.Write(rendered[0].Data)
	return err
}

// result prints a result, or writes it to the file that the user named and says so.
func (a *app) result(set *files.Set, target string, form output.Form, data []byte) error {
	if target == "" {
		return a.printAs(form, data)
	}
	data = output.Safe(form.Without(), data)
	w, err := files.NewWriter(filepath.Dir(target), set.Inputs, a.force)
	if err != nil {
		return err
	}
	path, err := w.Write(filepath.Base(target), data)
	if err != nil {
		return writeError(path, err)
	}
	a.tell(a.cat.T("cmd.wrote", "path", lang.Line(path)))
	return nil
}
