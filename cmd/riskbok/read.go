package main

import (
	"time"

	"github.com/spf13/cobra"

	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/run"
	"riskbok/config"
	"riskbok/exporters/output"
	"riskbok/exporters/summary"
	"riskbok/importers/source"
)

// read takes paths to a report. It tells on standard error what was passed
// over on purpose.
func (a *app) read(cmd *cobra.Command, paths []string) (*files.Set, *run.Outcome, error) {
	set := files.Expand(paths)
	how, err := a.reading(cmd)
	if err != nil {
		return nil, nil, err
	}
	out, err := a.readSet(cmd, set, how)
	if err != nil {
		return nil, nil, err
	}
	for _, name := range set.Locks {
		a.log.Info().Str("file", name).Msg("lock file passed over")
	}
	if len(set.Inputs)+len(set.Problems) == 0 && len(set.Locks) > 0 {
		a.tell(a.cat.T("cmd.note.locks"))
	}
	return set, out, nil
}

// readSet takes inputs to a report; how is what [app.reading] gives.
func (a *app) readSet(cmd *cobra.Command, set *files.Set, how run.Options) (*run.Outcome, error) {
	line, step := a.readingProgress()
	how.Progress = step
	out, err := run.Read(cmd.Context(), set, how)
	line.End()
	if err != nil {
		return nil, err
	}
	if n := len(set.Own); n > 0 {
		a.tell(a.cat.N("cmd.note.own", n))
	}
	return out, nil
}

// reading says how files are read and judged.
func (a *app) reading(cmd *cobra.Command) (run.Options, error) {
	words, err := a.words()
	if err != nil {
		return run.Options{}, err
	}
	bound, err := a.mapping(cmd)
	if err != nil {
		return run.Options{}, err
	}
	settings := a.settings()
	if settings.Severities, err = a.chosen(cmd, settings.Severities); err != nil {
		return run.Options{}, err
	}
	one, together := limits(a.cfg)
	return run.Options{
		Memory: together,
		Source: source.Options{Limits: one, Vocabulary: words, Budget: config.BudgetWords(), Meeting: config.MeetingWords(), Map: bound}, Settings: settings, Stdin: a.in, Log: a.log,
	}, nil
}

// options are what exporters are given.
func (a *app) options(out *run.Outcome) output.Options {
	return output.Options{
		Lang: a.cat, Color: a.color(), Width: a.width(), Input: out.Input, Version: version(),
		Time: time.Now(), Hash: out.Hash, Aliases: a.settings().Aliases,
	}
}

// code is the exit code of a command that only reads: 2 for something that
// could not be read.
func code(out *run.Outcome) error {
	if out.Failed {
		return exit(2)
	}
	return nil
}

// judged is the exit code of a command that judges: 2 also where there was
// nothing to judge, which must not look like a document without faults.
func judged(out *run.Outcome) error {
	if !summary.Judged(out.Report) {
		return exit(2)
	}
	return code(out)
}
