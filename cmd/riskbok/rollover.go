package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/run"
	"riskbok/exporters/controlplan"
	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/model"
)

// rollover writes next year's workbook from this year's, or the sheets that
// this year's follow-up is collected with.
func (a *app) rollover() *cobra.Command {
	cmd := a.command("rollover", "rollover", a.configured(func(cmd *cobra.Command, args []string) error {
		dir, _, err := a.target(cmd)
		if err != nil {
			return err
		}
		year, err := yearFlag(cmd)
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
		if period, _ := cmd.Flags().GetString("collect"); period != "" {
			err = a.collect(set, out, opts, dir, controlplan.Collection{Period: period, Year: year, Aliases: a.cfg.Boards})
		} else {
			err = a.nextYear(cmd, set, out, opts, dir, year)
		}
		if err != nil {
			return err
		}
		return code(out)
	}))
	cmd.Args = atLeast(1, "no-path")
	a.text(cmd.Flags(), "output", "o")
	a.text(cmd.Flags(), "year", "")
	a.text(cmd.Flags(), "collect", "")
	a.text(cmd.Flags(), "template", "t")
	a.mappable(cmd)
	a.completeTemplates(cmd, "template")
	return cmd
}

// yearFlag gives the year that the user asks for, or 0.
func yearFlag(cmd *cobra.Command) (int, error) {
	text, err := cmd.Flags().GetString("year")
	if err != nil || text == "" {
		return 0, err
	}
	year, err := strconv.Atoi(text)
	if err != nil || year < 1900 || year > 9999 {
		return 0, callFault(cmd, "year", "value", text)
	}
	return year, nil
}

// nextYear writes the workbooks of the next year. Where no board has a plan to
// roll over the command fails.
func (a *app) nextYear(cmd *cobra.Command, set *files.Set, out *run.Outcome, opts output.Options, dir string, year int) error {
	how, err := a.reading(cmd)
	if err != nil {
		return err
	}
	books, lost, passed, err := controlplan.Rollover(out.Report, opts, controlplan.Next{
		Year: year, Convert: a.cfg.Template != "", Aliases: a.cfg.Boards,
		Judge: func(f model.File) (*rules.Report, error) { return run.Judge(cmd.Context(), f, how) },
	})
	if err != nil {
		return err
	}
	for _, p := range passed {
		a.passed(p, year)
	}
	if len(books) == 0 {
		return errors.Join(a.print([]byte(a.cat.T("cmd.rollover.nothing")+"\n")), exit(2))
	}
	if err := a.create(dir, set, books); err != nil {
		return err
	}
	return a.lost(out, lost, opts)
}

// collect writes the sheets that the reports of a period are collected with.
func (a *app) collect(set *files.Set, out *run.Outcome, opts output.Options, dir string, c controlplan.Collection) error {
	sheets, err := controlplan.Collect(out.Report, opts, c)
	var period *controlplan.PeriodError
	if errors.As(err, &period) {
		return &callError{"cmd.error.period", []any{"period", period.Period, "board", period.Board, "known", list(period.Known)}, "riskbok rollover"}
	}
	var nameless *controlplan.NamelessError
	if errors.As(err, &nameless) {
		return &callError{"cmd.error.nameless", []any{"file", nameless.File}, "riskbok rollover"}
	}
	if err != nil {
		return err
	}
	if len(sheets) == 0 {
		return errors.Join(a.print([]byte(a.cat.T("cmd.rollover.no-measures")+"\n")), exit(2))
	}
	return a.create(dir, set, sheets)
}

// create writes files for people to go on with and says where. One that is
// there already stays as it is, for somebody may have written in it; it does not
// stop the others.
func (a *app) create(dir string, set *files.Set, made []model.File) error {
	w, err := files.NewWriter(dir, set.Inputs)
	if err != nil {
		return err
	}
	var failed []error
	var lines strings.Builder
	for _, f := range made {
		path, err := w.Create(f.Name, f.Data)
		if err != nil {
			failed = append(failed, writeError(path, err))
			continue
		}
		fmt.Fprintln(&lines, a.cat.T("cmd.wrote", "path", path))
	}
	return errors.Join(append(failed, a.print([]byte(lines.String())))...)
}

// passed tells which board has no plan to roll over, and why.
func (a *app) passed(p controlplan.Passed, year int) {
	board := p.Board
	if board == "" {
		board = a.cat.T("cmd.rollover.no-board")
	}
	if p.Year == 0 {
		fmt.Fprintln(a.err, a.cat.T("cmd.rollover.no-year", "board", board))
		return
	}
	fmt.Fprintln(a.err, a.cat.T("cmd.rollover.late", "board", board, "year", p.Year, "wanted", year, "next", p.Year+1))
}
