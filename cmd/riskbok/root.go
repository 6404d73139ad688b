package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"riskbok/rules/lang"
)

// root builds the commands, in the order that help lists them.
func (a *app) root() *cobra.Command {
	cobra.EnableCommandSorting = false
	cobra.MousetrapHelpText = "" // who double-clicks is served, not sent away
	root := &cobra.Command{
		Use: "riskbok", Short: a.cat.T("cmd.riskbok.short"), Long: a.cat.T("cmd.riskbok.long"), Example: a.cat.T("cmd.riskbok.example"),
		SilenceErrors: true, SilenceUsage: true, DisableFlagsInUseLine: true,
		Args: a.noCommand,
		RunE: a.alone,
	}
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { a.help(cmd) })
	root.SetUsageFunc(func(cmd *cobra.Command) error { a.help(cmd); return nil })
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		key, pairs := flagFault(err)
		if key == "" {
			return err
		}
		if words := cmd.Flags().Args(); cmd == root && len(words) > 0 && a.noCommand(cmd, words) != nil {
			return a.noCommand(cmd, words) // of a command that is none no flag can be known
		}
		if near := nearestFlag(cmd, err); near != "" {
			key, pairs = key+"-near", append(pairs, "nearest", near)
		}
		return &callError{key, pairs, cmd.CommandPath()}
	})
	root.Flags().BoolP("version", "v", false, a.cat.T("cmd.version.short"))
	flags := root.PersistentFlags()
	flags.BoolP("help", "h", false, a.cat.T("cmd.flag.help"))
	flags.StringP("lang", "", "", a.cat.T("cmd.flag.lang", "known", list(lang.Tags())))
	a.text(flags, "config", "")
	a.text(flags, "log-level", "")
	complete(root, "lang", lang.Tags()...)
	complete(root, "log-level", "error", "warn", "info", "debug")
	for _, cmd := range []*cobra.Command{
		a.check(), a.serve(), a.fix(), a.convert(), a.regenerate(), a.rollover(), a.compare(), a.inspect(), a.rules(), a.schema(), a.config(), a.version(), a.completion(),
	} {
		root.AddCommand(cmd)
	}
	root.SetHelpCommand(a.helpCommand())
	return root
}

// command makes a subcommand whose texts are "cmd.KEY.…" of the catalogue, where
// its second, Swedish name stands too.
func (a *app) command(name, key string, do func(*cobra.Command, []string) error) *cobra.Command {
	use := name
	if args := "cmd." + key + ".args"; a.cat.Has(args) {
		use += " " + a.cat.T(args)
	}
	cmd := &cobra.Command{Use: use, Short: a.cat.T("cmd." + key + ".short"), RunE: do, DisableFlagsInUseLine: true}
	if a.cat.Has("cmd." + key + ".long") {
		cmd.Long = a.cat.T("cmd." + key + ".long")
	}
	if alias := "cmd." + key + ".alias"; a.cat.Has(alias) {
		cmd.Aliases = []string{a.cat.T(alias)}
	}
	if a.cat.Has("cmd." + key + ".example") {
		cmd.Example = a.cat.T("cmd." + key + ".example")
	}
	return cmd
}

// text adds a flag with a text value; its words are "cmd.flag.NAME".
func (a *app) text(flags *pflag.FlagSet, name, short string) {
	flags.StringP(name, short, "", a.cat.T("cmd.flag."+name))
}

// outputFile adds -o where it names a file; elsewhere it names a folder.
func (a *app) outputFile(cmd *cobra.Command) {
	const words = "output-file"
	cmd.Flags().StringP("output", "o", "", a.cat.T("cmd.flag."+words))
	// it fails only for a flag that the line above did not add
	_ = cmd.Flags().SetAnnotation("output", wordsOf, []string{words})
}

// wordsOf marks a flag whose words in the catalogue are those of another name.
const wordsOf = "words"

// forcible adds --force: outputs that somebody has changed are replaced.
func (a *app) forcible(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&a.force, "force", false, a.cat.T("cmd.flag.force"))
}

// format adds --format with the formats that a command knows, the default one
// first.
func (a *app) format(cmd *cobra.Command, known ...string) {
	cmd.Flags().StringP("format", "f", "", a.cat.T("cmd.flag.format", "known", list(known), "default", known[0]))
	complete(cmd, "format", known...)
}

// stdout is what names standard output where a file is named, as [files.Stdin] does
// standard input.
const stdout = "-"

// asNamed gives the format to write in and the file to write to, "" for standard output.
// A file's ending says what it is written in where --format does not; one that is of no
// format is refused, as is a folder, for the file would not be what it is called.
func asNamed(cmd *cobra.Command, formats ...string) (format, target string, err error) {
	if target, err = cmd.Flags().GetString("output"); err != nil {
		return "", "", err
	}
	if target == stdout {
		target = ""
	}
	format, err = oneOf(cmd, "format", formats...)
	if info, there := os.Stat(target); err == nil && target != "" && there == nil && info.IsDir() {
		return "", "", callFault(cmd, "output-folder", "name", target, "ending", endingsOf([]string{format})[0])
	}
	ending := strings.ToLower(filepath.Ext(target))
	if err != nil || cmd.Flags().Changed("format") || ending == "" {
		return format, target, err
	}
	endings := endingsOf(formats)
	if i := slices.Index(endings, ending); i >= 0 {
		return formats[i], target, nil
	}
	return "", "", callFault(cmd, "ending", "ending", ending, "known", list(endings))
}

// endingsOf gives the ending of a file of each format: its name, but for text.
func endingsOf(formats []string) []string {
	endings := make([]string, len(formats))
	for i, f := range formats {
		if f == "text" {
			f = "txt"
		}
		endings[i] = "." + f
	}
	return endings
}

// complete offers fixed values for a flag to the shell.
func complete(cmd *cobra.Command, flag string, values ...string) {
	// it fails only for a flag that the line above did not add
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// noCommand refuses words that are neither a command nor a file or folder. Of
// files that are dropped one may be gone: the report says which. A first word that
// cannot be the path of one is a command, mistyped, whatever stands behind it.
func (a *app) noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 || exists(args[0]) {
		return nil
	}
	if path := args[0]; filepath.Ext(path) != "" || strings.ContainsAny(path, `/\`) {
		if slices.ContainsFunc(args, exists) {
			return nil
		}
		return callFault(cmd, "no-file", "name", path)
	}
	if near := nearestCommand(cmd, args[0]); near != "" {
		return callFault(cmd, "command-near", "name", args[0], "nearest", near)
	}
	return callFault(cmd, "command", "name", args[0])
}

// atLeast demands arguments; what names the missing one in the catalogue.
func atLeast(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < n {
			return callFault(cmd, what)
		}
		return nil
	}
}

// atMost refuses further arguments.
func atMost(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > n {
			return callFault(cmd, "too-many", "name", args[n])
		}
		return nil
	}
}

// oneOf gives a flag's value, which must be among the known ones.
func oneOf(cmd *cobra.Command, flag string, known ...string) (string, error) {
	value, err := cmd.Flags().GetString(flag)
	if err != nil || value == "" {
		return known[0], err
	}
	for _, k := range known {
		if k == value {
			return value, nil
		}
	}
	return "", callFault(cmd, "flag-among", "flag", "--"+flag, "value", value, "known", list(known))
}
