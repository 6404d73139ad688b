package main

import (
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/rs/zerolog"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"riskbok/cmd/internal/browser"
	"riskbok/config"
	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/lang"
)

// streams are the three that every program has.
type streams struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}

// app is what the commands share: streams, language, settings and log. The
// language is known before the commands are built, so that help texts and
// errors about the call itself are in it. What is written to the streams passes
// [output.Guard]; raw are those that the program was given.
type app struct {
	streams
	raw   streams
	cat   *lang.Catalog
	cfg   *config.Config
	lib   *config.Library // the templates, once a command asks for them
	force bool            // --force
	log   zerolog.Logger

	open       func(target string) error // shows a page in the browser
	explorer   bool                      // started by a double-click or a drop, in a window of its own
	said       bool                      // something stands in that window
	introduced bool                      // it says what it is
}

func newApp(std streams, args []string) *app {
	a := &app{raw: std, log: zerolog.Nop(), open: browser.Open}
	a.streams = streams{std.in, output.NewGuard(std.out, output.Text), output.NewGuard(std.err, output.Text)}
	a.cat = firstLanguage(args)
	return a
}

// firstLanguage looks for the language before flags are parsed. What is wrong
// with the configuration is told later, when a command needs it.
func firstLanguage(args []string) *lang.Catalog {
	early := pflag.NewFlagSet("", pflag.ContinueOnError)
	early.ParseErrorsAllowlist.UnknownFlags = true
	early.SetOutput(io.Discard)
	early.BoolP("help", "h", false, "")
	early.String("lang", "", "")
	file := early.String("config", os.Getenv(config.EnvPrefix+"CONFIG"), "")
	// what cannot be parsed here is an error that cobra reports
	_ = early.Parse(args)
	for _, o := range []config.Options{
		{File: *file, Dirs: configDirs(early.Args()), Flags: early},
		{Flags: early},
	} {
		if cfg, _ := config.Load(o); cfg != nil {
			if cat, err := lang.Get(cfg.Lang); err == nil {
				return cat
			}
		}
	}
	cat, err := lang.Get(lang.Default)
	if err != nil {
		panic(err) // the program was built without its own language
	}
	return cat
}

// configDirs are the folders in which riskbok.yaml is looked for, the first that has
// one wins: the current folder, that of the first file or folder that is named and
// those above it, those above the current one, the user's own.
func configDirs(args []string) []string {
	own := ownDirs()
	dirs := own[:1:1]
	for _, arg := range args {
		info, err := os.Stat(arg)
		if err != nil {
			continue
		}
		if !info.IsDir() {
			arg = filepath.Dir(arg)
		}
		dirs = append(dirs, having(arg)...)
		break
	}
	dirs = append(dirs, having(".")...)
	return append(dirs, own[1:]...)
}

// ownDirs are the folders whose riskbok.yaml is surely the user's own: the current
// one, and that of the user's settings.
func ownDirs() []string {
	dirs := []string{"."}
	if dir, err := os.UserConfigDir(); err == nil {
		dirs = append(dirs, filepath.Join(dir, "riskbok"))
	}
	return dirs
}

// having gives the nearest folder, from one upwards, that has a riskbok.yaml. One
// that may not be looked into has none.
func having(dir string) []string {
	dir, err := filepath.Abs(dir)
	for err == nil {
		if info, err := os.Stat(filepath.Join(dir, config.FileName)); err == nil && info.Mode().IsRegular() {
			return []string{dir}
		}
		above := filepath.Dir(dir)
		if above == dir {
			break
		}
		dir = above
	}
	return nil
}

// configured wraps a command that needs the settings.
func (a *app) configured(do func(cmd *cobra.Command, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		file, err := cmd.Flags().GetString("config")
		if err != nil {
			return err
		}
		if file == "" {
			file = os.Getenv(config.EnvPrefix + "CONFIG")
		}
		a.cfg, err = config.Load(config.Options{File: file, Dirs: configDirs(args), Flags: cmd.Flags(), RuleNames: ruleNames()})
		if err != nil {
			return err
		}
		if a.cat, err = lang.Get(a.cfg.Lang); err != nil {
			a.cat = firstLanguage(nil)
			return a.cfg.Wrong("lang", a.cfg.Lang, "lang")
		}
		a.log = a.logger()
		if name := a.cfg.File; name != "" && name != file && !slices.Contains(ownDirs(), filepath.Dir(name)) {
			a.tell(a.cat.T("cmd.note.config", "file", lang.Line(name))) // it came with the files, perhaps from somebody else
		}
		return do(cmd, args)
	}
}

func ruleNames() []string {
	names := make([]string, 0, len(rules.All))
	for _, r := range rules.All {
		names = append(names, r.Name)
	}
	return names
}
