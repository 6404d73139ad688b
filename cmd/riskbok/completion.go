package main

import (
	"github.com/spf13/cobra"
)

// completion prints cobra's script for a shell.
func (a *app) completion() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	cmd := a.command("completion", "completion", func(cmd *cobra.Command, args []string) error {
		root := cmd.Root()
		switch args[0] {
		case "bash":
			return root.GenBashCompletionV2(a.out, true)
		case "zsh":
			return root.GenZshCompletion(a.out)
		case "fish":
			return root.GenFishCompletion(a.out, true)
		case "powershell":
			return root.GenPowerShellCompletionWithDesc(a.out)
		}
		return callFault(cmd, "shell", "name", args[0], "known", list(shells))
	})
	cmd.ValidArgs = shells
	cmd.Args = cobra.MatchAll(atLeast(1, "no-shell"), atMost(1))
	return cmd
}
