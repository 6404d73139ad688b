package main

import (
	"errors"
	"strconv"

	"github.com/spf13/cobra"

	"riskbok/cmd/internal/run"
	"riskbok/exporters/controlplan"
	"riskbok/rules"
	"riskbok/rules/model"
)

// rollover writes next year's workbook from this year's, or the sheets that
// this year's follow-up is collected with.
func (a *app) rollover() *cobra.Command {
	cmd := a.newWorkbooks("rollover", func(cmd *cobra.Command, in *reading) error {
		year, err := yearFlag(cmd)
		if err != nil {
			return err
		}
		period, err := cmd.Flags().GetString("collect")
		if err != nil || period == "" {
			return errors.Join(err, a.nextYear(cmd, in, year))
		}
		return a.collect(in, controlplan.Collection{Period: period, Year: year, Aliases: a.cfg.Boards})
	})
	a.text(cmd.Flags(), "year", "")
	a.text(cmd.Flags(), "collect", "")
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
func (a *app) nextYear(cmd *cobra.Command, in *reading, year int) error {
	how, err := a.reading(cmd)
	if err != nil {
		return err
	}
	books, passed, err := controlplan.Rollover(in.out.Report, in.opts, controlplan.Next{
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
	lost, err := a.makeEach(in, books, toGoOn)
	return errors.Join(err, a.lost(in.out, lost, in.opts))
}

// collect writes the sheets that the reports of a period are collected with.
func (a *app) collect(in *reading, c controlplan.Collection) error {
	sheets, err := controlplan.Collect(in.out.Report, in.opts, c)
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
	_, err = a.makeEach(in, sheets, toGoOn)
	return err
}

// passed tells which board has no plan to roll over, and why.
func (a *app) passed(p controlplan.Passed, year int) {
	board := p.Board
	if board == "" {
		board = a.cat.T("cmd.rollover.no-board")
	}
	if p.Year == 0 {
		a.tell(a.cat.T("cmd.rollover.no-year", "board", board))
		return
	}
	a.tell(a.cat.T("cmd.rollover.late", "board", board, "year", p.Year, "wanted", year, "next", p.Year+1))
}
