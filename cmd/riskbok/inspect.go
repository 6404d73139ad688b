package main

import (
	"github.com/spf13/cobra"

	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/rawtable"
	"riskbok/cmd/internal/run"
	"riskbok/exporters"
	"riskbok/exporters/text"
	"riskbok/importers/source"
)

// inspect shows what the importers saw: the model, or the raw tables.
func (a *app) inspect() *cobra.Command {
	formats := exporters.Names(exporters.Inspections)
	cmd := a.command("inspect", "inspect", a.configured(func(cmd *cobra.Command, args []string) error {
		format, err := oneOf(cmd, "format", formats...)
		if err != nil {
			return err
		}
		tables, err := cmd.Flags().GetBool("tables")
		if err != nil {
			return err
		}
		as := exporters.Named(exporters.Inspections, format)
		if tables {
			return a.tables(cmd, args, as)
		}
		_, out, err := a.read(cmd, args)
		if err != nil {
			return err
		}
		rendered, err := as.Render(out.Report, a.options(out))
		if err != nil {
			return err
		}
		if err := a.printAs(as.Form, rendered[0].Data); err != nil {
			return err
		}
		return code(out)
	}))
	cmd.Args = atLeast(1, "no-path")
	a.format(cmd, formats...)
	cmd.Flags().Bool("tables", false, a.cat.T("cmd.flag.tables"))
	a.mappable(cmd)
	return cmd
}

// tables prints the grid of every sheet or page, before anything was
// understood.
func (a *app) tables(cmd *cobra.Command, paths []string, as *exporters.Exporter) error {
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
	data, err := rawtable.Render(as.Name, grids)
	if err != nil {
		return err
	}
	if err := a.printAs(as.Form, data); err != nil {
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
