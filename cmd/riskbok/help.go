package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help prints what a command does and takes, in the user's language: cobra's
// own template speaks English only.
func (a *app) help(cmd *cobra.Command) {
	var b strings.Builder
	about := cmd.Long
	if about == "" {
		about = cmd.Short
	}
	fmt.Fprintf(&b, "%s\n\n%s\n  %s", about, a.cat.T("cmd.help.usage"), cmd.UseLine())
	switch {
	case cmd.HasAvailableSubCommands():
		fmt.Fprintf(&b, " %s\n", a.cat.T("cmd.help.command"))
	case cmd.HasAvailableFlags():
		fmt.Fprintf(&b, " %s\n", a.cat.T("cmd.help.flags-arg"))
	default:
		b.WriteByte('\n')
	}
	if len(cmd.Aliases) > 0 {
		fmt.Fprintf(&b, "\n%s\n", a.cat.T("cmd.help.also", "alias", list(cmd.Aliases)))
	}
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n%s\n", a.cat.T("cmd.help.commands"))
		var rows [][2]string
		for _, sub := range cmd.Commands() {
			if sub.IsAvailableCommand() {
				rows = append(rows, [2]string{sub.Name(), sub.Short})
			}
		}
		columns(&b, rows)
	}
	if cmd.HasExample() {
		fmt.Fprintf(&b, "\n%s\n%s\n", a.cat.T("cmd.help.examples"), indent(cmd.Example))
	}
	a.flags(&b, "cmd.help.flags", cmd.LocalNonPersistentFlags())
	a.flags(&b, "cmd.help.global", merged(cmd))
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n%s\n", a.cat.T("cmd.help.more", "command", cmd.CommandPath()))
	}
	fmt.Fprint(a.out, b.String())
}

// merged gives the flags that a command shares with all others.
func merged(cmd *cobra.Command) *pflag.FlagSet { return cmd.Root().PersistentFlags() }

func (a *app) flags(b *strings.Builder, heading string, set *pflag.FlagSet) {
	var rows [][2]string
	set.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		words := f.Name
		if of := f.Annotations[wordsOf]; of != nil {
			words = of[0]
		}
		if key := "cmd.flag." + words + ".value"; f.Value.Type() != "bool" && a.cat.Has(key) {
			name += " " + a.cat.T(key)
		}
		rows = append(rows, [2]string{name, f.Usage})
	})
	if len(rows) > 0 {
		fmt.Fprintf(b, "\n%s\n", a.cat.T(heading))
		columns(b, rows)
	}
}

// columns writes rows of two columns, the second aligned and wrapped.
func columns(b *strings.Builder, rows [][2]string) {
	wide := 0
	for _, r := range rows {
		wide = max(wide, utf8.RuneCountInString(r[0]))
	}
	for _, r := range rows {
		line := "  " + r[0] + strings.Repeat(" ", wide-utf8.RuneCountInString(r[0])+3)
		length := wide + 5
		for i, word := range strings.Fields(r[1]) {
			if n := utf8.RuneCountInString(word); i > 0 && length+1+n > 80 {
				line += "\n" + strings.Repeat(" ", wide+5) + word
				length = wide + 5 + n
			} else if i > 0 {
				line, length = line+" "+word, length+1+n
			} else {
				line, length = line+word, length+n
			}
		}
		b.WriteString(line + "\n")
	}
}

func indent(s string) string { return "  " + strings.ReplaceAll(s, "\n", "\n  ") }

func list(words []string) string { return strings.Join(words, ", ") }

// helpCommand is "riskbok help COMMAND".
func (a *app) helpCommand() *cobra.Command {
	cmd := a.command("help", "help", nil)
	cmd.RunE = func(c *cobra.Command, args []string) error {
		target, rest, err := c.Root().Find(args)
		if err != nil || len(rest) > 0 {
			if err := a.noCommand(c.Root(), args); err != nil {
				return err
			}
			return callFault(c.Root(), "command-file", "name", args[0])
		}
		a.help(target)
		return nil
	}
	return cmd
}
