package main

import (
	"strings"

	"github.com/spf13/cobra"

	"riskbok/config"
	"riskbok/exporters/output"
	"riskbok/exporters/schemas"
)

// schema prints the JSON Schema of what a command writes for other programs.
func (a *app) schema() *cobra.Command {
	cmd := a.command("schema", "schema", func(cmd *cobra.Command, args []string) error {
		data, ok := schemas.Of(strings.ToLower(args[0]))
		if !ok {
			if near := config.Nearest(args[0], schemas.Names); near != "" {
				return callFault(cmd, "schema-near", "name", args[0], "nearest", near)
			}
			return callFault(cmd, "schema", "name", args[0], "known", list(schemas.Names))
		}
		return a.printAs(output.JSON, data)
	})
	cmd.Args = cobra.MatchAll(atLeast(1, "schema-missing"), atMost(1))
	cmd.ValidArgs = schemas.Names
	return cmd
}
