package main

import (
	"github.com/spf13/cobra"

	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/rawtable"
	"riskbok/cmd/internal/run"
	"riskbok/exporters/csv"
	"riskbok/exporters/json"
	"riskbok/exporters/output"
	"riskbok/exporters/text"
	"riskbok/importers/source"
)

// inspect shows what the importers saw: the model, or the raw tables.
func (a *app) inspect() *cobra.Command {
	cmd := a.command("inspect", "inspect", a.configured(func(cmd *cobra.Command, args []string) error {
		format, err := oneOf(cmd, "format", "text", "json", "csv")
		if err != nil {
			return err
		}
		tables, err := cmd.Flags().GetBool("tables")
		if err != nil {
			return err
		}
		if tables {
			return a.tables(cmd, args, format)
		}
		_, out, err := a.read(cmd, args)
		if err != nil {
			return err
		}
		render := map[string]output.Render{"text": text.Inspect, "json": json.Inspect, "csv": csv.Inspect}[format]
		opts := a.options(out)
		rendered, err := render(out.Report, opts)
		if err != nil {
			return err
		}
		if err := a.printAs(format, rendered[0].Data); err != nil {
			return err
		}
		return code(out)
	}))
	cmd.Args = atLeast(1, "no-path")
	a.format(cmd, "text", "json", "csv")
	cmd.Flags().Bool("tables", false, a.cat.T("cmd.flag.tables"))
	a.mappable(cmd)
	return cmd
}

// tables prints the grid of every sheet or page, before anything was
// understood.
func (a *app) tables(cmd *cobra.Command, paths []string, format string) error {
	set := files.Expand(paths)
	words, err := a.words() // the tables of a page are found by their headings too
	if err != nil {
		return err
	}
	one, together := limits(a.cfg)
	grids, out, err := run.Tables(cmd.Context(), set, run.Options{Memory: together, Source: source.Options{Limits: one, Vocabulary: words}, Stdin: a.in, Log: a.log})
	if err != nil {
		return err
	}
	data, err := rawtable.Render(format, grids)
	if err != nil {
		return err
	}
	if err := a.printAs(format, data); err != nil {
		return err
	}
	// results must stay parsable, so what could not be read goes beside them
	rendered, err := text.Problems(out.Report, a.options(out))
	if err != nil {
		return err
	}
	if _, err := a.err.Write(rendered[0].Data); err != nil {
		return err
	}
	return code(out)
}
